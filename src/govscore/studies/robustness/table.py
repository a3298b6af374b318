"""Every practice in every scenario: points, bands and whether the label holds, as arrays.

Rows are practices in the order of the result; columns are scenarios, the rubric as it is first.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from govscore.scale import PRECISION
from govscore.studies.robustness.answers import Conditions
from govscore.studies.robustness.bands import NO_BAND, bands
from govscore.studies.robustness.orders import places
from govscore.studies.robustness.respondent import Respondent
from govscore.studies.robustness.sums import leaves, values

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govscore.result.run import Result
    from govscore.result.scored import ScoredPractice
    from govscore.rubric.compiled import Rubric
    from govscore.scoring.labels import End
    from govscore.studies.robustness.arrays import Floats
    from govscore.studies.robustness.scenarios import Batch
    from govscore.studies.robustness.sums import Bools, Ints

_CELLS = 1 << 16
"""How many practices times scenarios are worked out at once, so that memory stays small."""

_ENDS: tuple[End, ...] = ("low", "point", "high")


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
        points={end: np.concatenate([each.points[end] for each in parts]) for end in _ENDS},
        bands={end: np.concatenate([each.bands[end] for each in parts]) for end in _ENDS},
    )


def _chunks(practices: Sequence[ScoredPractice], size: int) -> Iterator[Sequence[ScoredPractice]]:
    """Cut into chunks; of no practice, one empty chunk."""
    for start in range(0, max(len(practices), 1), size):
        yield practices[start : start + size]


def _part(
    practices: Sequence[ScoredPractice], rubric: Rubric, batches: Sequence[Batch], as_of: str
) -> Table:
    read = leaves(practices, rubric)
    conditions = Conditions([Respondent(each, rubric, as_of) for each in practices])
    points: dict[End, list[Floats]] = {end: [] for end in _ENDS}
    ranks: dict[End, list[Ints]] = {end: [] for end in _ENDS}
    for batch in batches:
        came_to = values(batch, read)
        for end in _ENDS:
            points[end].append(np.round(getattr(came_to.overall, end), PRECISION))
            ranks[end].append(bands(came_to, conditions, end))
    return Table(
        points={end: np.concatenate(each, axis=1) for end, each in points.items()},
        bands={end: np.concatenate(each, axis=1) for end, each in ranks.items()},
    )
