"""The practice model, one file per section, and the view of it that rules read."""
