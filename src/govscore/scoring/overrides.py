"""Ratings that stand over a derived level.

An evaluator may lower a level freely; to raise it, or to give one where the facts are silent, takes
evidence and an evaluator who does not belong to the lead body.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from govscore.means import lower_median
from govscore.measures.judged import rated
from govscore.result import Override

if TYPE_CHECKING:
    from govscore.measures import Case, Reading, Spot
    from govscore.practice.assessment import Assessment, Rating

    Ratings = list[tuple[Assessment, Rating]]


def override(spot: Spot, case: Case, derived: Reading) -> tuple[Reading, Override | None]:
    """Give the reading that stands, and the override if it is one."""
    ratings = case.ratings(spot.criterion)
    if not ratings or derived.status == "not_applicable":
        return derived, None
    levels = [rating.level for _, rating in ratings if rating.level is not None]
    if not levels:
        outside = rated(spot, case, ratings)
        return (outside if outside.status == "not_applicable" else derived), None
    median = int(lower_median(levels))
    if derived.claimed is not None and median <= derived.claimed:
        return _lowered(derived, median, ratings)
    return _raised(spot, case, derived, ratings)


def _lowered(derived: Reading, level: int, ratings: Ratings) -> tuple[Reading, Override | None]:
    if level == derived.claimed and derived.status == "scored":
        return derived, None
    credited = min(level, derived.credited or 0)
    reading = replace(
        derived,
        status="scored",
        claimed=level,
        credited=credited,
        low=credited,
        high=level,
        coverage=1.0,
    )
    return reading, _noted(level, derived, ratings)


def _raised(
    spot: Spot, case: Case, derived: Reading, ratings: Ratings
) -> tuple[Reading, Override | None]:
    lead = {body.name.casefold() for body in case.practice.lead_body}
    backed = [
        (assessment, rating)
        for assessment, rating in ratings
        if rating.evidence and (assessment.affiliation or "").casefold() not in lead
    ]
    reading = rated(spot, case, backed) if backed else derived
    if reading.claimed is None or reading.claimed <= (derived.claimed or -1):
        return derived, None
    return reading, _noted(int(reading.claimed), derived, backed)


def _noted(level: int, derived: Reading, ratings: Ratings) -> Override:
    before = None if derived.claimed is None else int(derived.claimed)
    return Override(level=level, derived=before, assessors=[a.assessor for a, _ in ratings])
