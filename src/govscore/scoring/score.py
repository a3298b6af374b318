"""One practice under one rubric, from its facts to its place in the result."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govscore.errors import ExpressionError
from govscore.result.scored import ScoredPractice
from govscore.scoring import parts
from govscore.scoring.conclusion import outcome
from govscore.scoring.conflicts import breaches
from govscore.scoring.lenses import lenses
from govscore.scoring.read import Assumptions, Readings, read

if TYPE_CHECKING:
    from govscore.expressions.program import Program
    from govscore.practice.record import Practice
    from govscore.result.scored import Place
    from govscore.rubric.compiled import Rubric


def score(
    practice: Practice,
    rubric: Rubric,
    options: Assumptions,
    *,
    path: str,
    place: Place | None = None,
) -> ScoredPractice:
    """Score a practice.

    Scoring knows pointers, not files: `place` finds the line and column of a pointer for the facts
    of the result, which stay without lines when it is left out.
    """
    taken = read(practice, rubric, options)
    came_to = outcome(rubric, taken)
    where = parts.Where(path, place)
    nodes = [each for each in rubric.spec.nodes if each.under]
    return ScoredPractice.model_validate(
        {
            "id": practice.id,
            "title": practice.title,
            "path": path,
            "record": practice.model_dump(mode="json", exclude_none=True, by_alias=True),
            "overall": parts.overall(came_to, rubric),
            "label": came_to.label,
            "nodes": [parts.node(n, came_to, taken.case, options.as_of) for n in nodes],
            "criteria": [
                parts.criterion(each, taken, came_to, where) for each in rubric.spec.criteria
            ],
            "lenses": lenses(practice, rubric, taken.readings),
            "notes": _notes(rubric, taken),
            "breaches": breaches(taken, rubric, options, where),
        }
    )


def _notes(rubric: Rubric, taken: Readings) -> list[str]:
    notes = [name for name, program in rubric.notes.items() if _holds(program, taken)]
    if any(reading.status == "not_yet_due" for reading in taken.readings.values()):
        notes.append("evaluation_not_due")
    return notes


def _holds(program: Program, taken: Readings) -> bool:
    """Tell whether a note is to be made; one whose condition fails is not."""
    try:
        return taken.case.ask(program) is True
    except ExpressionError:
        return False
