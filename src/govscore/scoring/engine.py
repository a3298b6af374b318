"""One practice under one rubric, from its facts to its place in the result."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govscore import result
from govscore.expressions import ExpressionError
from govscore.scoring import assembly
from govscore.scoring.breaches import breaches
from govscore.scoring.lenses import lenses
from govscore.scoring.outcome import outcome
from govscore.scoring.reading import Options, Taken, take

if TYPE_CHECKING:
    from govscore.expressions import Program
    from govscore.practice import Practice
    from govscore.rubric import Rubric


def score(
    practice: Practice,
    rubric: Rubric,
    options: Options,
    *,
    path: str,
    place: result.Place | None = None,
) -> result.Practice:
    """Score a practice.

    Scoring knows pointers, not files: `place` finds the line and column of a pointer for the facts
    of the result, which stay without lines when it is left out.
    """
    taken = take(practice, rubric, options)
    came_to = outcome(rubric, taken)
    where = assembly.Where(path, place)
    nodes = [each for each in rubric.spec.nodes if each.under]
    return result.Practice.model_validate(
        {
            "id": practice.id,
            "title": practice.title,
            "path": path,
            "record": practice.model_dump(mode="json", exclude_none=True, by_alias=True),
            "overall": assembly.overall(came_to, rubric),
            "label": came_to.label,
            "nodes": [assembly.node(n, came_to, taken.case, options.as_of) for n in nodes],
            "criteria": [
                assembly.criterion(each, taken, came_to, where) for each in rubric.spec.criteria
            ],
            "lenses": lenses(practice, rubric, taken.readings),
            "notes": _notes(rubric, taken),
            "breaches": breaches(taken, rubric, options, where),
        }
    )


def _notes(rubric: Rubric, taken: Taken) -> list[str]:
    notes = [name for name, program in rubric.notes.items() if _holds(program, taken)]
    if any(reading.status == "not_yet_due" for reading in taken.readings.values()):
        notes.append("evaluation_not_due")
    return notes


def _holds(program: Program, taken: Taken) -> bool:
    """Tell whether a note is to be made; one whose condition fails is not."""
    try:
        return taken.case.ask(program) is True
    except ExpressionError:
        return False
