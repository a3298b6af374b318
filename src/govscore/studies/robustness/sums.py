"""What the nodes come to, over arrays of practices (rows) and scenarios (columns)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from govscore.result.scored import LIVE
from govscore.scoring.totals import NOTHING, Total, leaf, totals
from govscore.studies.robustness.arrays import ARRAYS, Floats

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

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
        known = total.coverage >= 0  # of nothing, a mean is NaN
        found = ARRAYS.choose(known, ARRAYS.rounded(value), np.nan)
        return np.broadcast_to(found, self.shape)


class Leaves(NamedTuple):
    """What was read of every criterion in every practice (rows), and where it is in the tree."""

    there: dict[str, Floats]
    totals: dict[str, Total[Floats]]


def leaves(practices: Sequence[ScoredPractice], rubric: Rubric) -> Leaves:
    """Take over what was read of every criterion in every practice."""
    read = [{each.id: each for each in practice.criteria} for practice in practices]
    columns = {name: [each[name] for each in read] for name in rubric.leaves}
    return Leaves(
        {name: _column([e.status in LIVE for e in each]) for name, each in columns.items()},
        {name: _leaf(each, rubric) for name, each in columns.items()},
    )


def _leaf(criteria: Sequence[Criterion], rubric: Rubric) -> Total[Floats]:
    return leaf(
        rubric.spec.missing,
        ARRAYS,
        levels=(
            _column([each.low for each in criteria]),
            _column([each.high for each in criteria]),
            _column([each.credited or 0 for each in criteria]),
        ),
        coverage=_column([each.coverage for each in criteria]),
    )


def _column(numbers: list[float]) -> Floats:
    return np.array(numbers, dtype=np.float64).reshape(-1, 1)


def sums(batch: Batch, read: Leaves) -> Sums:
    """Work out what the nodes come to in each scenario; `read` is what `leaves` gives."""
    root = batch.rubric.root.id
    rows = len(next(iter(read.there.values())))
    columns = len(next(iter(batch.weights.values())))
    found = totals(batch.rubric, read.totals, _branches(batch, read.there), ARRAYS)
    known = found[root].coverage >= 0
    pairs = zip(found[root], NOTHING, strict=True)
    found[root] = Total(*[ARRAYS.choose(known, each, nothing) for each, nothing in pairs])
    return Sums(batch, found, (rows, columns))


def _branches(
    batch: Batch, leaves: Mapping[str, Floats]
) -> Iterator[tuple[str, Sequence[str], Sequence[Floats]]]:
    """Lay out the nodes from below, where members are in the tree of some practices only."""
    there = dict(leaves)
    for node, _, under in batch.rubric.branches:
        names = [name for name in under if name in there]
        if names:
            weights = [batch.weights[name] * there[name] for name in names]
            there[node] = (np.sum(weights, axis=0) > 0).astype(np.float64)
            yield node, names, weights
