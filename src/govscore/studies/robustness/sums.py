"""The arithmetic of `govscore.scoring.tree`, over arrays of practices (rows) and scenarios.

Points are 0-100, shares and coverages 0-1; what is not known is NaN.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import reduce
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
from numpy.typing import NDArray

from govscore.scale import POINTS, PRECISION
from govscore.scoring.tree import LIVE
from govscore.studies.robustness.arrays import Floats, average, ratio

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from govscore.result.scored import Criterion, ScoredPractice
    from govscore.rubric.compiled import Rubric
    from govscore.scoring.labels import End
    from govscore.studies.robustness.scenarios import Batch

Bools: TypeAlias = NDArray[np.bool_]
Ints: TypeAlias = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Part:
    """What a node or a criterion comes to; `weight` is 0 where it is not in the tree.

    `earned` and `settled` are what the point divides where the mean is arithmetic all the way down.
    """

    weight: Floats
    low: Floats
    high: Floats
    point: Floats
    coverage: Floats
    earned: Floats
    settled: Floats


@dataclass(frozen=True, slots=True)
class Values:
    """What every node comes to; the root's point is left out where too little is known."""

    batch: Batch
    nodes: dict[str, Part]

    @property
    def overall(self) -> Part:
        """The root."""
        return self.nodes[self.batch.rubric.root.id]

    def points(self, end: End) -> dict[str, Floats]:
        """Give every node's points at an end; NaN where it has none, or is not in the tree."""
        return {
            name: np.where(part.weight > 0, np.round(getattr(part, end), PRECISION), np.nan)
            for name, part in self.nodes.items()
        }

    def coverage(self, end: End) -> dict[str, Floats]:
        """Give every node's coverage at an end; at the high end everything counts as settled."""
        return {
            name: np.where(
                part.weight > 0,
                1.0 if end == "high" else np.round(part.coverage, PRECISION),
                np.nan,
            )
            for name, part in self.nodes.items()
        }


def leaves(practices: Sequence[ScoredPractice], rubric: Rubric) -> dict[str, Part]:
    """Take over what was read of every criterion in every practice; in the tree it has weight 1."""
    read = [{each.id: each for each in practice.criteria} for practice in practices]
    return {
        name: _leaf([each[name] for each in read], zero=rubric.spec.missing == "zero")
        for name in rubric.leaves
    }


def _leaf(criteria: Sequence[Criterion], *, zero: bool) -> Part:
    def column(numbers: list[float]) -> Floats:
        return np.array(numbers, dtype=np.float64).reshape(-1, 1)

    earned = POINTS * column([each.credited or 0 for each in criteria])
    coverage = column([each.coverage for each in criteria])
    settled = np.ones_like(coverage) if zero else coverage
    return Part(
        weight=column([each.status in LIVE for each in criteria]),
        low=POINTS * column([each.low for each in criteria]),
        high=POINTS * column([each.high for each in criteria]),
        point=ratio(earned, settled),
        coverage=coverage,
        earned=earned,
        settled=settled,
    )


def values(batch: Batch, read: Mapping[str, Part]) -> Values:
    """Work out what the nodes come to in each scenario; `read` is what `leaves` gives."""
    rubric = batch.rubric
    parts = {
        name: replace(part, weight=part.weight * batch.weights[name]) for name, part in read.items()
    }
    kinds = {node.id: node.aggregate for node in rubric.spec.nodes}
    for node in reversed(rubric.top_down):
        members = [parts[each.id] for each in rubric.members[node] if each.id in parts]
        if members:
            summed = node in rubric.plain and node != rubric.root.id
            part = _shown(rubric, _sum(members) if summed else _mean(kinds[node], members))
            parts[node] = replace(part, weight=part.weight * batch.weights.get(node, 1.0))
    parts[rubric.root.id] = _overall(rubric, parts)
    return Values(batch, {node: parts[node] for node in rubric.top_down if node in parts})


def _sum(members: Sequence[Part]) -> Part:
    """Sum shares of what is below; the point is what was earned over what is settled."""
    total = reduce(np.add, [each.weight for each in members])
    shares = [each.weight / np.where(total > 0, total, 1.0) for each in members]

    def over(parts: Sequence[Floats]) -> Floats:
        return reduce(np.add, [share * part for share, part in zip(shares, parts, strict=True)])

    earned = over([each.earned for each in members])
    settled = over([each.settled for each in members])
    return Part(
        weight=np.where(total > 0, 1.0, 0.0),
        low=over([each.low for each in members]),
        high=over([each.high for each in members]),
        point=ratio(earned, settled),
        coverage=over([each.coverage for each in members]),
        earned=earned,
        settled=settled,
    )


def _mean(kind: str, members: Sequence[Part]) -> Part:
    """Average what is right below; `earned` and `settled` end here."""
    weights = [each.weight for each in members]
    coverage = average("arithmetic", [each.coverage for each in members], weights)
    return Part(
        weight=np.where(reduce(np.add, weights) > 0, 1.0, 0.0),
        low=average(kind, [each.low for each in members], weights),
        high=average(kind, [each.high for each in members], weights),
        point=average(kind, [each.point for each in members], weights),
        coverage=coverage,
        earned=np.full_like(coverage, np.nan),
        settled=np.full_like(coverage, np.nan),
    )


def _shown(rubric: Rubric, part: Part) -> Part:
    """Take the point away where less is known than the rubric's minimum."""
    if rubric.spec.missing == "zero":
        return part
    least = np.round(rubric.spec.coverage.overall, PRECISION)
    known = np.round(part.coverage, PRECISION) >= least
    return replace(part, point=np.where(known, part.point, np.nan))


def _overall(rubric: Rubric, parts: Mapping[str, Part]) -> Part:
    """Give the root: no point and a value if all is out."""
    root = parts[rubric.root.id]
    there = root.weight > 0
    return replace(
        root,
        weight=np.ones_like(root.weight),
        low=np.where(there, root.low, 0.0),
        high=np.where(there, root.high, 100.0),
        point=np.where(there, root.point, np.nan),
        coverage=np.where(there, root.coverage, 0.0),
    )
