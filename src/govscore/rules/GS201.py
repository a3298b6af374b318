"""Evidence that is not there.

An item points to evidence by its id, and the list `evidence` has no entry of that id, or has two; or the item
names the same id twice. A claim whose proof cannot be opened is not proven.

Correct the id, or add the document to `evidence`. Give each document an id of its own, and name it once.

    policies:
    - {title: City plan, alignment: consistent, evidence: [e-plna]}    # wrong
    - {title: City plan, alignment: consistent, evidence: [e-plan]}    # right
    evidence:
    - {id: e-plan, type: official_policy_text}
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from govscore.pointers import steps
from govscore.rules._inspection import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govscore.errors import Problem
    from govscore.rules._inspection import Inspection
    from govscore.yamlio import Document
    from govscore.yamlio.operations import Operation

level = "error"
message = {
    "unknown": "there is no evidence '{name}'",
    "twice": "the evidence id '{name}' is used on lines {lines}",
    "again": "the evidence '{name}' is named here already",
}
scope = "practice"


def find(inspection: Inspection) -> Iterator[Hit]:
    """Look up every id of evidence, and tell ids apart."""
    known = [each.id for each in inspection.practice.evidence or ()]
    there = set(known)
    sound = inspection.used_evidence <= there and all(map(_apart, inspection.named_evidence))
    for place, ids in () if sound else inspection.evidence_lists():
        for index, each in enumerate(ids):
            if each not in there:
                args = {"variant": "unknown", "name": each}
                yield Hit(f"{place}/{index}", args, inspection.near(each, known))
            elif each in ids[:index]:
                yield Hit(f"{place}/{index}", {"variant": "again", "name": each})
    for each, count in () if _apart(known) else Counter(known).items():
        if count > 1:
            places = [f"/evidence/{index}/id" for index, one in enumerate(known) if one == each]
            lines = " and ".join(str(inspection.document.place(place)[0]) for place in places)
            yield Hit(places[1], {"variant": "twice", "name": each, "lines": lines})


def _apart(ids: list[str]) -> bool:
    """Tell whether every id stands once."""
    return len(ids) < 2 or len(set(ids)) == len(ids)  # noqa: PLR2004 - one is apart


def mend(document: Document, problem: Problem) -> Iterator[Operation]:
    """Take out what is named or listed a second time, if the two entries say the same."""
    from govscore.yamlio.operations import Drop  # noqa: PLC0415 - a score mends nothing

    entry = problem.pointer.removesuffix("/id")
    if problem.args["variant"] == "again":
        yield Drop(problem.pointer)
    elif problem.args["variant"] == "twice":
        listed = document.value["evidence"]
        number = int(steps(entry)[-1])
        if listed[number] in listed[:number]:
            yield Drop(entry)
