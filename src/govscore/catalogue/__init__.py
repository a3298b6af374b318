"""The catalogue: instruments and their parties, frameworks, goals, countries, vocabularies.

Everything is data in `data/`, read when it is first asked for.
"""

from __future__ import annotations

from govscore.catalogue.files import info
from govscore.catalogue.finder import Hit, search
from govscore.catalogue.law import (
    Instrument,
    instrument,
    instrument_ids,
    instruments,
    quotable,
    units,
)
from govscore.catalogue.lexicon import (
    Word,
    flagged,
    flags,
    title,
    vocabularies,
    vocabulary,
    words,
)
from govscore.catalogue.places import (
    Community,
    Country,
    communities,
    countries,
    country,
    party_name,
)
from govscore.catalogue.provisions import Provision, has_provision
from govscore.catalogue.references import (
    Framework,
    Goal,
    Source,
    frameworks,
    gcm_objectives,
    gcm_principles,
    migof,
    sdg_targets,
    sources,
)
from govscore.catalogue.standings import Party, Standing, country_standings, parties, standing

__all__ = [
    "Community",
    "Country",
    "Framework",
    "Goal",
    "Hit",
    "Instrument",
    "Party",
    "Provision",
    "Source",
    "Standing",
    "Word",
    "communities",
    "countries",
    "country",
    "country_standings",
    "flagged",
    "flags",
    "frameworks",
    "gcm_objectives",
    "gcm_principles",
    "has_provision",
    "info",
    "instrument",
    "instrument_ids",
    "instruments",
    "migof",
    "parties",
    "party_name",
    "quotable",
    "sdg_targets",
    "search",
    "sources",
    "standing",
    "title",
    "units",
    "vocabularies",
    "vocabulary",
    "words",
]
