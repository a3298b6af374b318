"""Unknown criterion.

An assessment rates a criterion that the rubric does not have. The rating would change nothing, and the
criterion that was meant would stay open.

`govscore rubric show` lists the criteria. An assessment under another rubric names that rubric, and is then
left alone:

    rubric: gmpa@1.0.0
    ratings:
      evidence_base: {level: 2}    # wrong
      evidence-base: {level: 2}    # right
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govscore.rules import _mending
from govscore.rules._inspection import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govscore.errors import Problem
    from govscore.rules._inspection import Inspection
    from govscore.yamlio import Document
    from govscore.yamlio.operations import Operation

level = "error"
message = "the rubric has no criterion '{name}'"
scope = "practice"


def find(inspection: Inspection) -> Iterator[Hit]:
    """Look up the criteria that are rated."""
    known = inspection.rubric.leaves
    for place, _, name in inspection.own_ratings:
        if name not in known:
            yield Hit(place, {"name": name}, inspection.near(name, known), on_key=True)


def mend(document: Document, problem: Problem) -> Iterator[Operation]:
    """Correct the case of a name that the rubric has otherwise."""
    return _mending.renamed(document, problem)
