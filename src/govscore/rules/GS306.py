"""Empty list without a search.

An empty list says that somebody looked and found nothing, which is scored as absence. That is a claim like
any other and needs its evidence: `searched` names the documents in which one looked. What was not looked
for, or not seen, is left out; then it is not known, and not counted against the practice.

    evaluations: []                         # wrong

    evaluations: []                         # right
    searched: {evaluations: [e-annual]}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govscore.pointers import pointer
from govscore.rules._inspection import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govscore.rules._inspection import Inspection

level = "error"
message = "'{name}' is empty, and `searched` does not say where one looked"
scope = "practice"


def find(inspection: Inspection) -> Iterator[Hit]:
    """Look at every list of items; an empty one owes where one looked."""
    searched = inspection.practice.searched or {}
    for path, items in inspection.practice.lists():
        name = ".".join(path)
        if not items and not searched.get(name):
            yield Hit(pointer(path), {"name": name})
