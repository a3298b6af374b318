"""Ratings that stand over a derived level.

An evaluator may lower a level freely; to raise it, or to give one where the facts are silent, takes
evidence and an evaluator who does not belong to the lead body.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from govscore.means import lower_median
from govscore.measures.judged import capped, rated
from govscore.result.scored import Override

if TYPE_CHECKING:
    from govscore.measures import Case, Reading, Spot
    from govscore.practice.assessment import Assessment, Rating

    Ratings = list[tuple[Assessment, Rating]]


def override(spot: Spot, case: Case, derived: Reading) -> tuple[Reading, Override | None]:
    """Give the reading that stands, and the override if it is one."""
    ratings = case.ratings(spot.criterion)
    if not ratings or derived.status == "not_applicable":
        return derived, None
    given = [(assessment, rating) for assessment, rating in ratings if rating.level is not None]
    if not given:
        outside = rated(spot, case, ratings)
        return (outside if outside.status == "not_applicable" else derived), None
    backed = _backed(case, given)
    if derived.claimed is not None and _median(given) <= derived.claimed:
        return _lowered(spot, case, derived, given, backed)
    if not backed:
        return derived, None
    return _raised(spot, case, derived, given, backed)


def _lowered(
    spot: Spot, case: Case, derived: Reading, ratings: Ratings, backed: Ratings
) -> tuple[Reading, Override | None]:
    level = _median(ratings)
    credited = _credited(spot, case, derived, backed, level)
    if (derived.status, derived.claimed, derived.credited) == ("scored", level, credited):
        return derived, None
    reading = replace(
        derived,
        status="scored",
        claimed=level,
        credited=credited,
        low=credited,
        high=level,
        coverage=1.0,
        evidence=_joined(derived, backed),
    )
    return reading, _noted(level, derived, ratings)


def _raised(
    spot: Spot, case: Case, derived: Reading, ratings: Ratings, backed: Ratings
) -> tuple[Reading, Override | None]:
    # Those who may not raise a level still count against it, as they do in `_lowered`.
    level = min(_median(backed), _median(ratings))
    if derived.claimed is not None and level <= derived.claimed:
        return derived, None
    lowest = min(level, *(rating.level or 0 for _, rating in backed))
    reading = replace(
        rated(spot, case, backed),
        claimed=level,
        credited=_credited(spot, case, derived, backed, level),
        low=_credited(spot, case, derived, backed, lowest),
        evidence=_joined(derived, backed),
    )
    return reading, _noted(level, derived, backed)


def _backed(case: Case, ratings: Ratings) -> Ratings:
    """Keep the ratings that may raise a level: with evidence, and not from the lead body."""
    lead = {body.name.casefold() for body in case.practice.lead_body}
    return [
        (assessment, rating)
        for assessment, rating in ratings
        if rating.evidence and (assessment.affiliation or "").casefold() not in lead
    ]


def _median(ratings: Ratings) -> int:
    return int(lower_median([rating.level or 0 for _, rating in ratings]))


def _credited(spot: Spot, case: Case, derived: Reading, backed: Ratings, level: int) -> float:
    """Give the highest level up to `level` that the facts, or the ratings, have evidence for."""
    return max(min(level, derived.credited or 0), capped(spot, case, backed, level))


def _joined(derived: Reading, backed: Ratings) -> tuple[str, ...]:
    own = (each for _, rating in backed for each in rating.evidence or ())
    return tuple(dict.fromkeys([*derived.evidence, *own]))


def _noted(level: int, derived: Reading, ratings: Ratings) -> Override:
    before = None if derived.claimed is None else int(derived.claimed)
    return Override(level=level, derived=before, assessors=[a.assessor for a, _ in ratings])
