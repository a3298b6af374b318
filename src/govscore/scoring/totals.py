"""What the nodes of a rubric come to, written once for plain numbers and for arrays of them.

Points are 0-100, coverages 0-1. A member of weight 0 is not there; what is not known is NaN.
"""

from __future__ import annotations

import math
from typing import (
    TYPE_CHECKING,
    Any,
    Generic,
    Literal,
    NamedTuple,
    Protocol,
    TypeAlias,
    TypeVar,
)

from govscore import means
from govscore.result.scored import LIVE
from govscore.scale import POINTS, PRECISION

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from govscore.measures._measure import Reading
    from govscore.rubric.compiled import Rubric


class Numeric(Protocol):
    """A number, or an array of numbers."""

    def __mul__(self, other: Any, /) -> Any:  # noqa: ANN401 - numpy says no more
        """Multiply."""

    def __rmul__(self, other: Any, /) -> Any:  # noqa: ANN401 - numpy says no more
        """Multiply."""

    def __gt__(self, other: Any, /) -> Any:  # noqa: ANN401 - numpy says no more
        """Compare."""

    def __ge__(self, other: Any, /) -> Any:  # noqa: ANN401 - numpy says no more
        """Compare."""


N = TypeVar("N", bound=Numeric)
Way: TypeAlias = Literal["summed", "whole", "nested"]
"""How the point of a node comes of its members."""


class Total(NamedTuple, Generic[N]):
    """What a node or a criterion comes to; `weight` is 0 where it is not in the tree.

    `low`, `high` and `point` are the proven, possible and earned points, `coverage` is the settled
    share. `earned` and `settled` are what the point divides where the mean is arithmetic all the
    way down; elsewhere they mean nothing. Where points are nested, `earned` is the point that there
    would be if no least share had to be known.
    """

    weight: N
    low: N
    high: N
    point: N
    coverage: N
    earned: N
    settled: N


class Arithmetic(Protocol[N]):
    """The four verbs that totals are worked out with."""

    def means(self, kind: str, series: Sequence[Sequence[N]], weights: Sequence[N]) -> list[N]:
        """Give the weighted mean of each series; of something unknown, or of nothing, it is NaN."""

    def ratio(self, above: N, below: N) -> N:
        """Divide, with NaN where there is nothing to divide by."""

    def choose(self, condition: Any, yes: N | float, no: N | float) -> N:  # noqa: ANN401 - one truth, or an array of them
        """Take the one where a condition holds, and the other where it does not."""

    def rounded(self, value: N | float) -> Any:  # noqa: ANN401 - a number to compare, or an array of them
        """Round as everything is rounded before it is compared or kept."""


class Leaf(NamedTuple, Generic[N]):
    """What was read of a criterion, in levels; `weight` is 1 in the tree, and 0 out of it."""

    weight: N
    low: N
    high: N
    credited: N
    coverage: N

    def total(self, rubric: Rubric, how: Arithmetic[N]) -> Total[N]:
        """Give what the criterion comes to."""
        earned = POINTS * self.credited
        settled = how.choose(rubric.spec.missing == "zero", 1.0, self.coverage)
        point = how.ratio(earned, settled)
        return Total(
            weight=self.weight,
            low=POINTS * self.low,
            high=POINTS * self.high,
            point=point,
            coverage=self.coverage,
            earned=point if rubric.spec.missing == "nest" else earned,
            settled=settled,
        )


def totals(
    rubric: Rubric, leaves: Mapping[str, Total[N]], weights: Mapping[str, N], how: Arithmetic[N]
) -> dict[str, Total[N]]:
    """Work out what every node comes to, from the totals of the criteria, from below to the root.

    `weights` are those of the nodes and criteria within the node that each is under.
    """
    found = dict(leaves)
    # Of what is left out as zero, everything is known.
    least = 0.0 if rubric.spec.missing == "zero" else how.rounded(rubric.spec.coverage.overall)
    for node, kind, names in rubric.branches:
        members = [name for name in names if name in found]
        if members:
            heavy = [weights[name] * found[name].weight for name in members]
            below = [found[name] for name in members]
            found[node] = _node(kind, below, heavy, how, way=_way(rubric, node), least=least)
    nodes = {node: found[node] for node in rubric.top_down if node in found}
    return {**nodes, rubric.root.id: _overall(rubric, nodes, how)}


def _way(rubric: Rubric, node: str) -> Way:
    """Tell how the point of a node comes of what is right below it."""
    if rubric.spec.missing == "nest":
        return "nested"
    return "summed" if node in rubric.plain and node != rubric.root.id else "whole"


def _node(
    kind: str,
    members: Sequence[Total[N]],
    weights: Sequence[N],
    how: Arithmetic[N],
    *,
    way: Way,
    least: float,
) -> Total[N]:
    """Average what is right below.

    The point is earned over settled where shares are `summed`; the mean of all members where the
    node is taken as a `whole`, none if one of them has none; and `nested` that of those which have.
    There is no point where less than `least` of the node is known.
    """
    _, lows, highs, points, coverages, all_earned, all_settled = zip(*members, strict=True)
    sums = (coverages, all_earned, all_settled)
    coverage, earned, settled = how.means("arithmetic", sums, weights)
    low, high = how.means(kind, (lows, highs), weights)
    if way == "nested":  # what is not known is NaN, and no number is at or above it
        there = [
            how.choose(each >= 0, weight, 0.0)
            for each, weight in zip(all_earned, weights, strict=True)
        ]
        [point] = [earned] = how.means(kind, (all_earned,), there)
    elif way == "summed":
        point = how.ratio(earned, settled)
    else:
        [point] = how.means(kind, (points,), weights)
    return Total(
        weight=how.choose(coverage >= 0, 1.0, 0.0),  # of nothing, a mean is NaN
        low=low,
        high=high,
        point=how.choose(how.rounded(coverage) >= least, point, math.nan),
        coverage=coverage,
        earned=earned,
        settled=settled,
    )


def _overall(rubric: Rubric, nodes: Mapping[str, Total[N]], how: Arithmetic[N]) -> Total[N]:
    """Give the root: all is possible, and nothing known, where every criterion is out of it."""
    root = nodes[rubric.root.id]
    there = root.weight > 0
    return Total(
        weight=how.choose(there, 1.0, 1.0),
        low=how.choose(there, root.low, 0.0),
        high=how.choose(there, root.high, 100.0),
        point=how.choose(there, root.point, math.nan),
        coverage=how.choose(there, root.coverage, 0.0),
        earned=root.earned,
        settled=root.settled,
    )


class _Plain:
    """The four verbs over plain numbers."""

    def means(
        self, kind: str, series: Sequence[Sequence[float]], weights: Sequence[float]
    ) -> list[float]:
        if not all(weights):
            series = [[v for v, w in zip(each, weights, strict=True) if w] for each in series]
            weights = [weight for weight in weights if weight]
        if not weights:
            return [math.nan] * len(series)
        if kind == "arithmetic":  # it carries NaN by itself
            return means.arithmetics(series, weights)
        mean = means.of(kind)
        return [math.nan if any(map(math.isnan, v)) else mean(v, weights) for v in series]

    def ratio(self, above: float, below: float) -> float:
        return above / below if below else math.nan

    def choose(self, condition: bool, yes: float, no: float) -> float:  # noqa: FBT001 - as arrays do
        return yes if condition else no

    def rounded(self, value: float) -> float:
        return round(value, PRECISION)


PLAIN = _Plain()


def of_readings(rubric: Rubric, readings: Mapping[str, Reading]) -> dict[str, Total[float]]:
    """Work out what the nodes in the tree, and always the root, come to on one practice."""
    leaves = {
        name: Leaf(
            weight=float(reading.status in LIVE),
            low=reading.low,
            high=reading.high,
            credited=reading.credited or 0,
            coverage=reading.coverage,
        ).total(rubric, PLAIN)
        for name, reading in readings.items()
    }
    found = totals(rubric, leaves, rubric.weights, PLAIN)
    return {name: total for name, total in found.items() if total.weight}


def coverage(rubric: Rubric, readings: Mapping[str, Reading]) -> dict[str, float]:
    """Work out the coverage alone of the nodes in the tree, which takes much less."""
    found = {name: each.coverage for name, each in readings.items() if each.status in LIVE}
    for node in reversed(rubric.top_down):
        members = [each.id for each in rubric.members[node] if each.id in found]
        if members:
            weights = [rubric.weights[name] for name in members]
            shares = [found[name] for name in members]
            [found[node]] = PLAIN.means("arithmetic", (shares,), weights)
    return {node: found[node] for node in rubric.top_down if node in found}


class Stated(NamedTuple):
    """What a node comes to as it is stated, and compared: rounded, without a point `None`."""

    low: float
    high: float
    point: float | None
    coverage: float


def stated(total: Total[float]) -> Stated:
    """Round what a node in the tree comes to."""
    return Stated(
        round(total.low, PRECISION),
        round(total.high, PRECISION),
        known(total.point),
        round(total.coverage, PRECISION),
    )


def known(value: float | None) -> float | None:
    """Give a number as the result states it: rounded, and `None` where it is not known."""
    return None if value is None or math.isnan(value) else round(value, PRECISION)
