"""Every practice in every scenario: points, bands and whether the label holds, as arrays.

Rows are practices in the order of the result; columns are scenarios, the rubric as it is first.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from govscore.scoring.conditions import ENDS
from govscore.studies.robustness.answers import Answers
from govscore.studies.robustness.bands import NO_BAND, bands
from govscore.studies.robustness.sums import leaves, sums

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govscore.result.run import Result
    from govscore.result.scored import ScoredPractice
    from govscore.rubric.compiled import Rubric
    from govscore.scoring.conditions import End
    from govscore.studies.robustness.arrays import Bools, Floats, Ints
    from govscore.studies.robustness.scenarios import Batch


_CELLS = 1 << 16
"""How many practices times scenarios are worked out at once, so that memory stays small."""


@dataclass(frozen=True)
class Table:
    """Points (NaN where there are none) and ranks of bands at each end."""

    points: dict[End, Floats]
    bands: dict[End, Ints]

    @cached_property
    def holds(self) -> Bools:
        """Where the label is as in the first column: its range, and its band at a point if any."""
        found = np.ones(self.bands["low"].shape, dtype=np.bool_)
        for ranks in self.bands.values():
            first = ranks[:, :1]
            found &= (ranks == first) | (first == NO_BAND)
        return found

    @cached_property
    def pointed(self) -> Ints:
        """The rows of the practices that have a point in the first column."""
        return np.flatnonzero(~np.isnan(self.points["point"][:, 0]))

    @cached_property
    def places_low(self) -> Ints:
        """The places by the low end."""
        return places(self.points["low"])

    @cached_property
    def places_point(self) -> Ints:
        """The places by the point, of the rows in `pointed`."""
        return places(self.points["point"][self.pointed])


def tabulate(result: Result, rubric: Rubric, batches: Sequence[Batch]) -> Table:
    """Work out every practice of a result in every scenario of the batches."""
    widest = max(len(next(iter(batch.weights.values()))) for batch in batches)
    parts = [
        _part(some, rubric, batches, result.as_of)
        for some in _chunks(result.practices, max(_CELLS // widest, 1))
    ]
    return Table(
        points={end: np.concatenate([each.points[end] for each in parts]) for end in ENDS},
        bands={end: np.concatenate([each.bands[end] for each in parts]) for end in ENDS},
    )


def _chunks(practices: Sequence[ScoredPractice], size: int) -> Iterator[Sequence[ScoredPractice]]:
    """Cut into chunks; of no practice, one empty chunk."""
    for start in range(0, max(len(practices), 1), size):
        yield practices[start : start + size]


def _part(
    practices: Sequence[ScoredPractice], rubric: Rubric, batches: Sequence[Batch], as_of: str
) -> Table:
    read = leaves(practices, rubric)
    answers = [Answers(each, rubric, as_of) for each in practices]
    points: dict[End, list[Floats]] = {end: [] for end in ENDS}
    ranks: dict[End, list[Ints]] = {end: [] for end in ENDS}
    for batch in batches:
        came_to = sums(batch, read)
        for end in ENDS:
            points[end].append(came_to.points(end)[rubric.root.id])
            ranks[end].append(bands(came_to, answers, end))
    return Table(
        points={end: np.concatenate(each, axis=1) for end, each in points.items()},
        bands={end: np.concatenate(each, axis=1) for end, each in ranks.items()},
    )


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
