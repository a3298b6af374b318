"""Levels by judgement: the lower median of the evaluators' ratings.

Evaluators who differ widen the interval, and so does one who says `up_to` which level what was seen
does not rule out; neither makes the matter unknown, so coverage stays 1.
Where one says that the criterion does not apply and another scores it, it stays unassessed until
they agree.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import Field

from govscore.means import lower_median
from govscore.measures._measure import Case, Measure, Reading, Spot
from govscore.measures.checklist import Descriptor
from govscore.pointers import pointer
from govscore.scale import TOP

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from govscore.expressions.program import Program
    from govscore.practice.assessment import Assessment, Rating


class Judged(Measure):
    """A criterion that evaluators rate."""

    kind: Literal["judged"]
    levels: dict[Annotated[int, Field(ge=0, le=TOP)], Descriptor]

    def descriptors(self) -> dict[int, str]:
        """List the words of the levels."""
        return {number: level.says for number, level in sorted(self.levels.items())}

    def advice(self) -> dict[int, str]:
        """List what to do to reach the levels."""
        return {n: level.reach for n, level in sorted(self.levels.items()) if level.reach}

    def extremes(self, criterion: str) -> list[dict[str, Any]]:
        """Give a rating of 0 and one of 4."""
        return [{"assessments": [{"ratings": {criterion: {"level": n}}}]} for n in (0, TOP)]

    def read(self, spot: Spot, case: Case, programs: Mapping[str, Program]) -> Reading:
        """Take the lower median, capped by the evidence of the ratings at or above it."""
        del programs
        return rated(spot, case, case.ratings(spot.criterion))


def rated(spot: Spot, case: Case, ratings: Sequence[tuple[Assessment, Rating]]) -> Reading:
    """Read the ratings of one criterion."""
    scored = [(a, r) for a, r in ratings if r.level is not None]
    outside = [(a, r) for a, r in ratings if r.state == "not_applicable" and spot.na]
    if outside:
        code = "unresolved" if scored else "rated_not_applicable"
        args = {"rationale": outside[0][1].rationale, "assessors": _assessors(outside)}
        return (Reading.unassessed if scored else Reading.not_applicable)(code, **args)
    if not scored:
        rationales = [r.rationale for _, r in ratings if r.rationale]
        return Reading.unassessed(
            "not_judged", **{"rationale": rationales[0]} if rationales else {}
        )
    return _reading(spot, case, scored)


def _reading(spot: Spot, case: Case, scored: list[tuple[Assessment, Rating]]) -> Reading:
    levels = sorted(rating.level for _, rating in scored if rating.level is not None)
    claimed = int(lower_median(levels))
    credited = capped(spot, case, scored, claimed)
    not_ruled_out = [rating.up_to for _, rating in scored if rating.up_to is not None]
    evidence = dict.fromkeys(each for _, rating in scored for each in rating.evidence or ())
    args: dict[str, Any] = {"levels": levels, "assessors": _assessors(scored)}
    if scored[0][1].rationale:
        args["rationale"] = scored[0][1].rationale
    return Reading(
        status="scored",
        claimed=claimed,
        credited=credited,
        low=min(credited, capped(spot, case, scored, levels[0])),
        high=max([*levels, *not_ruled_out]),
        coverage=1.0,
        because="judged",
        args=args,
        pointers=tuple(_places(spot, case, scored)),
        evidence=tuple(evidence),
    )


def capped(
    spot: Spot, case: Case, scored: Sequence[tuple[Assessment, Rating]], claimed: int
) -> int:
    """Give the highest level up to `claimed` that the evidence of the ratings can carry."""
    for level in range(claimed, 0, -1):
        behind = [r.evidence for _, r in scored if r.level is not None and r.level >= level]
        best = max((case.strength(spot.claim, ids) for ids in behind), default=0)
        if best >= case.needs.get(level, 0):
            return level
    return 0


def _assessors(ratings: Sequence[tuple[Assessment, Rating]]) -> list[str]:
    return [assessment.assessor for assessment, _ in ratings]


def _places(spot: Spot, case: Case, scored: Sequence[tuple[Assessment, Rating]]) -> list[str]:
    everyone = case.practice.assessments or []
    return [
        pointer(["assessments", everyone.index(assessment), "ratings", spot.criterion])
        for assessment, _ in scored
    ]
