"""The band at an end of the label, by the rules of `govscore.scoring.labels`, over arrays."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from govscore.rubric.compiled import Rubric
    from govscore.scoring.labels import End
    from govscore.studies.robustness.answers import Conditions
    from govscore.studies.robustness.arrays import Floats
    from govscore.studies.robustness.sums import Bools, Ints, Values

NO_BAND = -1
"""Stands where there is no point, hence no band at it."""


def bands(values: Values, conditions: Conditions, end: End) -> Ints:
    """Give the rank of the band at an end, 0 for the lowest, under limits and needs."""
    rubric = values.batch.rubric
    points = values.points(end)
    overall = points[rubric.root.id]
    known = ~np.isnan(overall)
    ceiling = _ceiling(values, points, conditions, end)
    reached = plain(rubric, np.nan_to_num(overall))
    for rank in range(len(rubric.bands) - 1, 0, -1):
        program = rubric.needs[rubric.spec.bands.index(rubric.bands[rank])]
        if program is not None:
            asked = known & (reached == rank) & ((ceiling >= rank) | _needs_below(rubric, rank))
            met = conditions.hold(program, end, values, asked)
            reached = np.where(asked & ~met, rank - 1, reached)
    return np.where(known, np.minimum(reached, ceiling), NO_BAND)


def plain(rubric: Rubric, points: Floats) -> Ints:
    """Give the rank of the band that the points alone reach."""
    starts = [band.start for band in rubric.bands]
    return np.maximum(np.searchsorted(starts, points, side="right") - 1, 0)


def _needs_below(rubric: Rubric, rank: int) -> bool:
    """Tell whether a lower band has needs, so that falling through this one may not end at once."""
    below = rubric.bands[1:rank]
    return any(rubric.needs[rubric.spec.bands.index(band)] is not None for band in below)


def _ceiling(values: Values, points: dict[str, Floats], conditions: Conditions, end: End) -> Ints:
    """Give the highest band that the limits allow; the first of an id that holds decides."""
    rubric = values.batch.rubric
    ranks = {band.id: rank for rank, band in enumerate(rubric.bands)}
    top = len(ranks) - 1
    known = ~np.isnan(points[rubric.root.id])
    ceiling = np.full(known.shape, top)
    decided: dict[str, Bools] = {}
    for limit, program in zip(rubric.spec.limits, rubric.limits, strict=True):
        asked = known & ~decided.get(limit.id, np.zeros_like(known))
        holds = asked if program is None else conditions.hold(program, end, values, asked)
        decided[limit.id] = ~asked | holds
        at_most = ranks.get(limit.at_most)
        allowed = np.minimum(_lowest(rubric, points) + 1, top) if at_most is None else at_most
        ceiling = np.where(holds, np.minimum(ceiling, allowed), ceiling)
    return ceiling


def _lowest(rubric: Rubric, points: dict[str, Floats]) -> Ints:
    """Give the lowest band of the indicators that have points; 0 if none has."""
    none = len(rubric.bands)
    lowest = np.full(points[rubric.root.id].shape, none)
    for each in (points[node.id] for node in rubric.top if node.id in points):
        there = ~np.isnan(each)
        lowest = np.where(there, np.minimum(lowest, plain(rubric, np.nan_to_num(each))), lowest)
    return np.where(lowest == none, 0, lowest)
