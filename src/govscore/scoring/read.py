"""Reading one practice under one rubric: every criterion's level, before any arithmetic."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from govscore.errors import ExpressionError
from govscore.expressions.program import WHOLE
from govscore.expressions.subset import Subset
from govscore.measures._measure import Reading
from govscore.practice.phases import due
from govscore.practice.view import renewed, view
from govscore.scoring.case import PracticeCase
from govscore.scoring.overrides import override

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from govscore.practice.record import Practice
    from govscore.practice.view import View
    from govscore.result.scored import Override
    from govscore.rubric.compiled import Rubric
    from govscore.rubric.model import CriterionSpec


class Assumptions(NamedTuple):
    """How to score: the day that dates everything, the evidence cap, what-if levels."""

    as_of: str
    evidence_cap: bool = True
    suppose: Mapping[str, int] = {}


class Readings(NamedTuple):
    """A practice that was read: the case, every criterion's reading, the overrides."""

    case: PracticeCase
    readings: dict[str, Reading]
    overrides: dict[str, Override]


def read(
    practice: Practice, rubric: Rubric, assumptions: Assumptions, seen: View | None = None
) -> Readings:
    """Read every criterion of a practice; what fails on it is told, and stops nothing else.

    `seen` is its view, where that is known already.
    """
    return read_criteria(
        case(practice, rubric, assumptions, seen), rubric.spec.criteria, assumptions
    )


def case(
    practice: Practice, rubric: Rubric, assumptions: Assumptions, seen: View | None = None
) -> PracticeCase:
    """Put a practice before a rubric, whose facts are found on it; arguments are as for `read`."""
    if seen is None:
        seen = view(practice, assumptions.as_of, rubric.programs.keys)
    found = rubric.facts.find(seen)
    needs = rubric.spec.evidence.needs if assumptions.evidence_cap else {}
    return PracticeCase(practice, rubric, assumptions.as_of, seen, found=found, needs=needs)


def reread(taken: Readings, practice: Practice, assumptions: Assumptions, key: str) -> Readings:
    """Read a practice that differs in one key from the one that was read, and that dates nothing.

    Only the criteria whose rules read what differs are read again.
    """
    before, rubric = taken.case, taken.case.rubric
    seen = renewed(
        before.view, practice, before.as_of, rubric.programs.keys, changed=frozenset({key})
    )
    found = Subset(rubric.facts, before.view, before.found, seen).all()
    whole = PracticeCase(practice, rubric, before.as_of, seen, found=found, needs=before.needs)
    moved = {WHOLE, *(name for name in seen if seen[name] != before.view.get(name))}
    again = [
        each
        for each in rubric.spec.criteria
        if any(moved & rubric.facts.sections(rule) for rule in rubric.rules[each.id].values())
    ]
    anew = read_criteria(whole, again, assumptions)
    kept = {name: each for name, each in taken.overrides.items() if name not in anew.readings}
    return Readings(whole, {**taken.readings, **anew.readings}, {**kept, **anew.overrides})


def read_criteria(
    whole: PracticeCase, criteria: Iterable[CriterionSpec], assumptions: Assumptions
) -> Readings:
    """Read criteria of a practice that stands before a rubric."""
    taken = Readings(whole, {}, {})
    phases = due(whole.practice, assumptions.as_of)
    for criterion in criteria:
        name, measure = criterion.id, criterion.measure  # asked once: a model answers slowly
        reading = _unasked(criterion, assumptions, phases)
        if reading is None:
            one = whole.of(criterion)
            try:
                reading = measure.read(one)
            except ExpressionError as error:
                reading = Reading.failed(str(error))
            if reading.status == "unassessed" and (fault := one.fault()):
                reading = Reading.failed(fault)
            if not measure.rated:
                reading, overriding = override(one, reading)
                if overriding:
                    taken.overrides[name] = overriding
        taken.readings[name] = reading
    return taken


def _unasked(
    criterion: CriterionSpec, assumptions: Assumptions, phases: frozenset[str]
) -> Reading | None:
    """Give the reading that is plain without the measure: it is supposed, or not due yet."""
    if criterion.id in assumptions.suppose:
        return Reading.settled(assumptions.suppose[criterion.id], "supposed")
    if criterion.phase and criterion.phase not in phases:
        return Reading.not_yet_due(criterion.phase)
    return None
