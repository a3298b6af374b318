"""What the nodes come to, over arrays of practices (rows) and scenarios (columns)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from govscore.result.scored import LIVE
from govscore.scoring.totals import Total, leaf, totals
from govscore.studies.robustness.arrays import ARRAYS, Floats

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from govscore.result.scored import Criterion, ScoredPractice
    from govscore.rubric.compiled import Rubric
    from govscore.scoring.conditions import End
    from govscore.studies.robustness.scenarios import Batch


@dataclass(frozen=True, slots=True)
class Sums:
    """What every node comes to; `shape` is practices by scenarios."""

    batch: Batch
    nodes: dict[str, Total[Floats]]
    shape: tuple[int, int]

    @property
    def overall(self) -> Total[Floats]:
        """The root."""
        return self.nodes[self.batch.rubric.root.id]

    def points(self, end: End) -> dict[str, Floats]:
        """Give every node's points at an end; NaN where it has none, or is not in the tree."""
        return {name: self._there(each, getattr(each, end)) for name, each in self.nodes.items()}

    def coverage(self, end: End) -> dict[str, Floats]:
        """Give every node's coverage at an end; at the high end everything counts as settled."""
        return {
            name: self._there(each, 1.0 if end == "high" else each.coverage)
            for name, each in self.nodes.items()
        }

    def _there(self, total: Total[Floats], value: Floats | float) -> Floats:
        found = ARRAYS.choose(total.weight > 0, ARRAYS.rounded(value), np.nan)
        return np.broadcast_to(found, self.shape)


def leaves(practices: Sequence[ScoredPractice], rubric: Rubric) -> dict[str, Total[Floats]]:
    """Take over what was read of every criterion in every practice."""
    read = [{each.id: each for each in practice.criteria} for practice in practices]
    return {name: _leaf([each[name] for each in read], rubric) for name in rubric.leaves}


def _leaf(criteria: Sequence[Criterion], rubric: Rubric) -> Total[Floats]:
    def column(numbers: list[float]) -> Floats:
        return np.array(numbers, dtype=np.float64).reshape(-1, 1)

    return leaf(
        rubric,
        ARRAYS,
        weight=column([each.status in LIVE for each in criteria]),
        levels=(
            column([each.low for each in criteria]),
            column([each.high for each in criteria]),
            column([each.credited or 0 for each in criteria]),
        ),
        coverage=column([each.coverage for each in criteria]),
    )


def sums(batch: Batch, read: Mapping[str, Total[Floats]]) -> Sums:
    """Work out what the nodes come to in each scenario; `read` is what `leaves` gives."""
    rows = len(next(iter(read.values())).weight)
    columns = len(next(iter(batch.weights.values())))
    return Sums(batch, totals(batch.rubric, read, batch.weights, ARRAYS), (rows, columns))
