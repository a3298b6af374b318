"""From what was found to what is reported: places, fingerprints, gates, regression, waivers."""
