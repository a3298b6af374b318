"""A policy that is the practice's own text: one of nearly the same title."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import lru_cache

from govscore.catalogue.countries import folded

_ALIKE = 0.85
_FEWEST_WORDS = 2
_SMALL = frozenset({"a", "an", "and", "for", "in", "of", "on", "s", "the", "to"})


def names_the_practice(policy: str, practice: str) -> bool:
    """Tell whether two titles name one thing: alike, or the words of one within the other."""
    one, other = _words(policy), _words(practice)
    fewer, more = sorted((set(one), set(other)), key=len)
    shared = fewer & more
    if len(fewer) >= _FEWEST_WORDS and shared == fewer:
        return True
    # Titles that are alike share most words; only then is the slow comparison worth its time.
    if 2 * len(shared) < len(fewer):
        return False
    return SequenceMatcher(None, " ".join(one), " ".join(other)).ratio() >= _ALIKE


@lru_cache(4096)
def _words(title: str) -> list[str]:
    return [word for word in re.findall(r"\w+", folded(title)) if word not in _SMALL]
