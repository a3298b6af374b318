"""The order of practices in every scenario: places, and pairs that keep their order."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from govscore.analysis.robustness.averages import Floats
    from govscore.analysis.robustness.values import Ints


def places(points: Floats) -> Ints:
    """Give the place of each practice (row) in each scenario (column), from 1 at the top.

    Those that are level share the higher place. One without points (NaN) comes behind all that have some.
    """
    falling = -np.nan_to_num(points, nan=-1.0)
    order = np.argsort(falling, axis=0, kind="stable")
    ordered = np.take_along_axis(falling, order, axis=0)
    rows = np.arange(len(points))[:, np.newaxis]
    behind = np.ones_like(ordered, dtype=bool)
    behind[1:] = ordered[1:] > ordered[:-1]
    first = np.maximum.accumulate(np.where(behind, rows, 0), axis=0)
    found = np.empty_like(order)
    np.put_along_axis(found, order, first + 1, axis=0)
    return found


def pairs_kept(found: Ints) -> tuple[Ints, int]:
    """Count, in each scenario, the pairs of practices that keep the order of the first column.

    Returns:
        The counts by scenario, and the number of pairs that have an order in the first column.
    """
    ordered = found[np.argsort(found[:, 0], kind="stable")]
    kept = np.zeros(found.shape[1], dtype=np.int64)
    pairs = 0
    for row in ordered:
        behind = ordered[np.searchsorted(ordered[:, 0], row[0], side="right") :]
        kept += np.count_nonzero(behind > row, axis=0)
        pairs += len(behind)
    return kept, pairs
