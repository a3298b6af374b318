"""A word of the catalogue in the reader's language."""

from __future__ import annotations

from functools import lru_cache

from govscore.catalogue.vocabularies import vocabulary
from govscore.words import spaced


@lru_cache(maxsize=4096)
def title(name: str, word: str) -> str:
    """Say a word of a vocabulary; one that the vocabulary lacks is its own title."""
    found = vocabulary(name).get(word)
    return found.title if found else spaced(word)
