"""Reading one practice under one rubric: every criterion's level, before any arithmetic."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from govscore.measures import TOP, Case, Reading
from govscore.practice.phases import due
from govscore.practice.view import view
from govscore.scoring.overrides import override

if TYPE_CHECKING:
    from collections.abc import Mapping

    from govscore.practice.record import Practice
    from govscore.result.scored import Override
    from govscore.rubric.compiled import Rubric
    from govscore.rubric.model import CriterionSpec


@dataclass(frozen=True)
class Assumptions:
    """How to score: the day that dates everything, the evidence cap, what-if levels."""

    as_of: str
    evidence_cap: bool = True
    suppose: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Readings:
    """A practice that was read: the case, every criterion's reading, the overrides."""

    case: Case
    readings: dict[str, Reading]
    overrides: dict[str, Override]


def take(practice: Practice, rubric: Rubric, options: Assumptions) -> Readings:
    """Read every criterion of a practice."""
    case = _case(practice, rubric, options)
    phases = due(practice, options.as_of)
    readings: dict[str, Reading] = {}
    overrides: dict[str, Override] = {}
    for criterion in rubric.spec.criteria:
        reading, overriding = _one(criterion, case, rubric, options, phases)
        readings[criterion.id] = reading
        if overriding:
            overrides[criterion.id] = overriding
    return Readings(case, readings, overrides)


def _case(practice: Practice, rubric: Rubric, options: Assumptions) -> Case:
    seen = view(practice, options.as_of, rubric.programs.keys)
    table = rubric.spec.evidence.strengths
    strengths = {
        claim: {
            each.id: getattr(table[each.type], claim) if each.type in table else 0
            for each in practice.evidence or ()
        }
        for claim in ("norm", "process", "effect")
    }
    return Case(
        practice=practice,
        view=seen,
        found=rubric.facts.find(seen),
        facts=rubric.facts,
        strengths=strengths,
        needs=rubric.spec.evidence.needs if options.evidence_cap else {},
        assessments=tuple(
            each
            for each in practice.assessments or ()
            if each.rubric.split("@")[0] == rubric.spec.rubric
        ),
    )


def _one(
    criterion: CriterionSpec,
    case: Case,
    rubric: Rubric,
    options: Assumptions,
    phases: frozenset[str],
) -> tuple[Reading, Override | None]:
    if criterion.id in options.suppose:
        level = options.suppose[criterion.id]
        return Reading("scored", level, level, level, level, 1.0, "supposed"), None
    if criterion.phase and criterion.phase not in phases:
        args = {"phase": criterion.phase}
        return Reading("not_yet_due", None, None, 0, TOP, 0.0, "not_yet_due", args), None
    spot = rubric.spot(criterion)
    reading = criterion.measure.read(spot, case, rubric.rules[criterion.id])
    return (reading, None) if criterion.measure.kind == "judged" else override(spot, case, reading)
