"""Unknown check.

`checks` answers the checklists of rubrics. No rubric that ships, and none in `rubrics/`, has a checklist of the name,
or the item is not on the list. An answer to a question that nobody asks is lost.

`govscore rubric show` lists the checklists with their items.

    checks:
      remedy:
        complaint: yes                 # wrong
        complaint_channel: yes         # right
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govscore.pointers import pointer
from govscore.rules import _mending
from govscore.rules._inspection import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govscore.errors import Problem
    from govscore.rules._inspection import Inspection
    from govscore.yamlio import Document
    from govscore.yamlio.operations import Operation

level = "error"
message = {
    "checklist": "no rubric has a checklist '{name}'",
    "item": "the checklist has no item '{name}'",
}
scope = "practice"


def find(inspection: Inspection) -> Iterator[Hit]:
    """Look up checklists and their items, first among those of the rubric."""
    lists = inspection.rubric.checklists
    for name, section in (inspection.practice.checks or {}).items():
        own = lists.get(name, {})
        if all(item in own for item in section.answers()) and own:
            continue
        others = inspection.elsewhere.checklists
        if not own and name not in others:
            args = {"variant": "checklist", "name": name}
            near = inspection.near(name, lists) or inspection.near(name, others)
            yield Hit(pointer(["checks", name]), args, near, on_key=True)
            continue
        known = {**own, **dict.fromkeys(others.get(name, ()), "")}
        for item in section.answers():
            if item not in known:
                args = {"variant": "item", "name": item}
                place = pointer(["checks", name, item])
                yield Hit(place, args, inspection.near(item, own or known), on_key=True)


def mend(document: Document, problem: Problem) -> Iterator[Operation]:
    """Correct the case of a name that the rubric has otherwise."""
    return _mending.renamed(document, problem)
