"""Ratings that stand over a derived level.

An evaluator may lower a level freely; to raise it, or to give one where the facts are silent, takes
evidence and an evaluator who does not belong to the lead body.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govscore.means import lower_median
from govscore.measures.judged import capped, judged
from govscore.result.scored import Override

if TYPE_CHECKING:
    from govscore.measures._measure import Case, Rated, Reading


def override(case: Case, derived: Reading) -> tuple[Reading, Override | None]:
    """Give the reading that stands, and the override if it is one."""
    ratings = case.ratings()
    if not ratings or derived.status == "not_applicable":
        return derived, None
    given = [each for each in ratings if each.level is not None]
    if not given:
        outside = judged(case, ratings)
        return (outside if outside.status == "not_applicable" else derived), None
    # Only with evidence, and not from the lead body, a rating may raise a level.
    backed = [each for each in given if each.evidence and each.independent]
    if derived.claimed is not None and _median(given) <= derived.claimed:
        return _lowered(case, derived, given, backed)
    if not backed:
        return derived, None
    return _raised(case, derived, given, backed)


def _lowered(
    case: Case, derived: Reading, ratings: list[Rated], backed: list[Rated]
) -> tuple[Reading, Override | None]:
    level = _median(ratings)
    credited = _credited(case, derived, backed, level)
    if (derived.status, derived.claimed, derived.credited) == ("scored", level, credited):
        return derived, None
    reading = derived._replace(
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
    case: Case, derived: Reading, ratings: list[Rated], backed: list[Rated]
) -> tuple[Reading, Override | None]:
    # Those who may not raise a level still count against it, as they do in `_lowered`.
    level = min(_median(backed), _median(ratings))
    lowest = min(level, *(each.level or 0 for each in backed))
    if derived.claimed is not None and level <= derived.claimed:
        return _carried(case, derived, backed, lowest), None
    reading = judged(case, backed)._replace(
        claimed=level,
        credited=_credited(case, derived, backed, level),
        low=_credited(case, derived, backed, lowest),
        evidence=_joined(derived, backed),
    )
    return reading, _noted(level, derived, backed)


def _carried(case: Case, derived: Reading, backed: list[Rated], lowest: int) -> Reading:
    """Give what the facts claim, carried by the evidence of the ratings where theirs is weaker."""
    credited = _credited(case, derived, backed, int(derived.claimed or 0))
    if credited <= (derived.credited or 0):
        return derived
    low = max(derived.low, _credited(case, derived, backed, lowest))
    return derived._replace(credited=credited, low=low, evidence=_joined(derived, backed))


def _median(ratings: list[Rated]) -> int:
    return int(lower_median([each.level or 0 for each in ratings]))


def _credited(case: Case, derived: Reading, backed: list[Rated], level: int) -> float:
    """Give the highest level up to `level` that the facts, or the ratings, have evidence for."""
    return max(min(level, derived.credited or 0), capped(case, backed, level))


def _joined(derived: Reading, backed: list[Rated]) -> tuple[str, ...]:
    own = (name for each in backed for name in each.evidence)
    return tuple(dict.fromkeys([*derived.evidence, *own]))


def _noted(level: int, derived: Reading, ratings: list[Rated]) -> Override:
    before = None if derived.claimed is None else int(derived.claimed)
    return Override(level=level, derived=before, assessors=[each.assessor for each in ratings])
