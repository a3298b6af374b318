"""Policy that is the practice itself.

A policy of nearly the same title as the practice is listed among the policies that it implements. A practice
always fits its own programme; what is of interest is the policy behind it: a national strategy, a regional
commitment, a global framework.

If they are one thing, name the policies that it carries out, or leave it as it is: its alignment is with the
standards in any case. If they are two, the titles could say so.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from govscore.catalogue import references
from govscore.catalogue.countries import folded
from govscore.rules._inspection import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govscore.rules._inspection import Inspection

level = "note"
message = "'{name}' looks like the practice itself"
scope = "practice"


_ALIKE = 0.85
_FEWEST_WORDS = 2
_SMALL = frozenset({"a", "an", "and", "for", "in", "of", "on", "s", "the", "to"})


def find(inspection: Inspection) -> Iterator[Hit]:
    """Find policies named as the practice is; a framework of the catalogue never is one."""
    title = _words(inspection.practice.title)
    frameworks = references.frameworks()
    for index, policy in enumerate(inspection.practice.policies or ()):
        if policy.framework not in frameworks and _same(_words(policy.title), title):
            yield Hit(f"/policies/{index}/title", {"name": policy.title})


def _same(policy: list[str], practice: list[str]) -> bool:
    """Tell whether the words of two titles name one thing: alike, or one within the other."""
    fewer, more = sorted((set(policy), set(practice)), key=len)
    shared = fewer & more
    if len(fewer) >= _FEWEST_WORDS and shared == fewer:
        return True
    # Titles that are alike share most words; only then is the slow comparison worth its time.
    if 2 * len(shared) < len(fewer):
        return False
    alike = SequenceMatcher(None, " ".join(policy), " ".join(practice))
    return alike.ratio() >= _ALIKE


def _words(title: str) -> list[str]:
    return [word for word in re.findall(r"\w+", folded(title)) if word not in _SMALL]
