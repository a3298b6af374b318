"""The order of practices in every scenario: places, and pairs that keep their order."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from govscore.studies.robustness.arrays import Floats
    from govscore.studies.robustness.sums import Ints


def places(points: Floats) -> Ints:
    """Give the place of each practice (row) in each scenario (column), from 1 at the top.

    Those that are level share the higher place. One without points (NaN) comes behind all others.
    """
    falling = -np.nan_to_num(points, nan=-1.0)
    order = np.argsort(falling, axis=0, kind="stable")
    ordered = np.take_along_axis(falling, order, axis=0)
    rows = np.arange(len(points))[:, np.newaxis]
    behind = np.ones_like(ordered, dtype=np.bool_)
    behind[1:] = ordered[1:] > ordered[:-1]
    first = np.maximum.accumulate(np.where(behind, rows, 0), axis=0)
    found = np.empty_like(order)
    np.put_along_axis(found, order, first + 1, axis=0)
    return found


def pairs_kept(points: Floats) -> tuple[Ints, Ints]:
    """Count the pairs of practices that keep the order of the first column, in each scenario.

    Returns:
        The pairs that keep it, and the pairs that have an order in the first column and points in
        the scenario. Where the two are level in a scenario, they do not keep their order.
    """
    ordered = points[np.argsort(-points[:, 0], kind="stable")]
    known = ~np.isnan(ordered)
    # How many with points there are from each row down, and none below the last.
    left = np.vstack([known[::-1].cumsum(axis=0)[::-1], np.zeros_like(points[:1], dtype=np.int64)])
    kept = np.zeros(points.shape[1], dtype=np.int64)
    pairs = np.zeros_like(kept)
    for row, first in enumerate(-ordered[:, 0]):
        behind = int(np.searchsorted(-ordered[:, 0], first, side="right"))
        kept += np.count_nonzero(ordered[behind:] < ordered[row], axis=0)
        pairs += known[row] * left[behind]
    return kept, pairs
