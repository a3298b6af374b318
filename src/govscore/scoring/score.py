"""One practice under one rubric, from its facts to its place in the result."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govscore.result.scored import Scored
from govscore.scoring import conflicts, parts, totals
from govscore.scoring.conclusion import Conclusion, conclude
from govscore.scoring.conditions import Conditions
from govscore.scoring.labels import label
from govscore.scoring.lenses import lenses
from govscore.scoring.read import Assumptions, read
from govscore.scoring.tree import Tree

if TYPE_CHECKING:
    from govscore.practice.record import Practice
    from govscore.result.scored import Place, ScoredPractice
    from govscore.rubric.compiled import Rubric
    from govscore.scoring.read import Readings


def score(
    practice: Practice,
    rubric: Rubric,
    options: Assumptions,
    *,
    path: str,
    place: Place | None = None,
) -> ScoredPractice:
    """Score a practice: read every criterion, add up, and put it into words.

    Scoring knows pointers, not files: `place` finds the line and column of a pointer for the facts
    of the result, which stay without lines when it is left out.
    """
    return scored(practice, rubric, options, path=path, place=place).practice


def scored(
    practice: Practice,
    rubric: Rubric,
    options: Assumptions,
    *,
    path: str,
    place: Place | None = None,
) -> Scored:
    """Score a practice, and give it in plain parts; arguments are as for `score`."""
    taken = read(practice, rubric, options)
    found = totals.of_readings(rubric, taken.readings)
    conditions = Conditions.of(taken.case)
    tree = Tree(rubric, taken.readings)
    came_to = Conclusion(tree, found, label(tree, found, conditions))
    where = parts.Where(path, place)
    nodes = [each for each in rubric.spec.nodes if each.under]
    breaches = []
    for at, remedied in conflicts.remedied(practice):
        without = read(remedied, rubric, options)
        after = conclude(rubric, without.readings, Conditions.of(without.case))
        breaches.append(parts.breach(where.fact(at), taken, without, after.label))
    return Scored(
        {
            "id": practice.id,
            "title": practice.title,
            "path": path,
            "record": taken.case.record,
            "overall": parts.overall(came_to),
            "label": came_to.label.model_dump(),
            "nodes": [parts.node(each, came_to, taken.case, options.as_of) for each in nodes],
            "criteria": [parts.criterion(c, taken, came_to, where) for c in rubric.spec.criteria],
            "lenses": lenses(practice, rubric, taken.readings),
            "notes": _notes(rubric, taken, conditions),
            "breaches": breaches,
        }
    )


def _notes(rubric: Rubric, taken: Readings, conditions: Conditions) -> list[str]:
    """List what the rubric notes, and that a phase is not due yet; what fails notes nothing."""
    ask = conditions.at()
    notes = [name for name, program in rubric.notes.items() if ask(program)]
    undue = any(reading.status == "not_yet_due" for reading in taken.readings.values())
    return [*notes, "evaluation_not_due"] if undue else notes
