"""What the nodes of a rubric come to, written once for plain numbers and for arrays of them.

Points are 0-100, coverages 0-1. A member of weight 0 is not there; what is not known is NaN.
Which members there are is settled before: for plain numbers once for all practices alike.
"""

from __future__ import annotations

import math
from functools import lru_cache
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
from govscore.scale import POINTS, PRECISION
from govscore.scoring.tree import Tree

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

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
Way: TypeAlias = Literal["earned", "summed", "whole", "nested"]
"""How the point of a node comes of its members."""


class Total(NamedTuple, Generic[N]):
    """What a node or a criterion comes to.

    `low`, `high` and `point` are the proven, possible and earned points, `coverage` is the settled
    share. `earned` is what the point divides by what is settled where the mean is arithmetic all
    the way down; elsewhere it means nothing. Where points are nested, `earned` is the point that
    there would be if no least share had to be known.
    """

    low: N
    high: N
    point: N
    coverage: N
    earned: N


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


def leaf(missing: str, how: Arithmetic[N], levels: tuple[N, N, N], coverage: N) -> Total[N]:
    """Give what a criterion comes to that was read.

    `missing` is what the rubric makes of what is left out; `levels` are the proven, the possible
    and the credited one.
    """
    low, high, credited = levels
    earned = POINTS * credited
    point = earned if missing == "zero" else how.ratio(earned, coverage)
    counted = point if missing == "nest" else earned
    return Total(POINTS * low, POINTS * high, point, coverage, counted)


def totals(
    rubric: Rubric,
    leaves: Mapping[str, Total[N]],
    branches: Iterable[tuple[str, Sequence[str], Sequence[N]]],
    how: Arithmetic[N],
) -> dict[str, Total[N]]:
    """Work out what every node comes to, from the totals of the criteria, from below to the root.

    `branches` are the nodes from below, each with the ids right under it and their weights. A
    practice has those of its tree; where a member is in the tree of some practices only, its
    weight is 0 in the others.
    """
    found = dict(leaves)
    # Of what is left out as zero, everything is known.
    least = 0.0 if rubric.spec.missing == "zero" else how.rounded(rubric.spec.coverage.overall)
    ways = _ways(rubric)
    for node, names, weights in branches:
        found[node] = _node(*ways[node], [found[name] for name in names], weights, how, least)
    return {node: found[node] for node in rubric.top_down if node in found}


@lru_cache(64)
def _ways(rubric: Rubric) -> dict[str, tuple[str, Way]]:
    """Lay out the mean of each node, and its way."""
    return {each.id: (each.mean, _way(rubric, each.id)) for each in rubric.spec.nodes}


def _way(rubric: Rubric, node: str) -> Way:
    """Tell how the point of a node comes of what is right below it."""
    missing = rubric.spec.missing
    if missing == "nest":
        return "nested"
    if node not in rubric.plain or node == rubric.root.id:
        return "whole"
    return "earned" if missing == "zero" else "summed"


def _node(
    kind: str,
    way: Way,
    members: Sequence[Total[N]],
    weights: Sequence[N],
    how: Arithmetic[N],
    least: float,
) -> Total[N]:
    """Average what is right below.

    The point is what is `earned`, all of which counts as settled; that over what is settled, where
    shares are `summed`; the mean of all members where the node is taken as a `whole`, none if one
    of them has none; and `nested` that of those which have.
    There is no point where less than `least` of the node is known.
    """
    lows, highs, points, coverages, all_earned = zip(*members, strict=True)
    if way in _ARITHMETIC:
        series = (lows, highs, coverages, all_earned)
        low, high, coverage, earned = how.means("arithmetic", series, weights)
        point = how.ratio(earned, coverage) if way == "summed" else earned
    else:
        [coverage] = how.means("arithmetic", (coverages,), weights)
        low, high = how.means(kind, (lows, highs), weights)
        counted = weights if way == "whole" else _with_points(all_earned, weights, how)
        [point] = [earned] = how.means(kind, (points if way == "whole" else all_earned,), counted)
    known = how.choose(how.rounded(coverage) >= least, point, math.nan)
    return Total(low, high, known, coverage, earned)


_ARITHMETIC = frozenset({"earned", "summed"})
"""The ways of nodes that are, with all below them, arithmetic means."""


def _with_points(points: Sequence[N], weights: Sequence[N], how: Arithmetic[N]) -> list[N]:
    """Give the weights of the members that have a point; the others have none."""
    pairs = zip(points, weights, strict=True)  # what is not known is NaN: nothing is at or above 0
    return [how.choose(point >= 0, weight, 0.0) for point, weight in pairs]


NOTHING = Total(0.0, 100.0, math.nan, 0.0, math.nan)
"""What a root comes to of which every criterion is out of the tree: all is possible."""


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
    return of_tree(Tree(rubric, readings))


def of_tree(tree: Tree) -> dict[str, Total[float]]:
    """Work out the same of a tree that is laid out."""
    rubric, missing = tree.rubric, tree.rubric.spec.missing
    leaves = {
        name: leaf(missing, PLAIN, (each.low, each.high, each.credited or 0), each.coverage)
        for name, each in tree.readings.items()
    }
    return totals(rubric, leaves, tree.branches, PLAIN) or {rubric.root.id: NOTHING}


def coverage(rubric: Rubric, readings: Mapping[str, Reading]) -> dict[str, float]:
    """Work out the coverage alone of the nodes in the tree, which takes much less."""
    found = {name: each.coverage for name, each in readings.items()}
    branches = Tree(rubric, readings).branches
    for node, names, weights in branches:
        found[node] = means.arithmetic([found[name] for name in names], weights)
    return {node: found[node] for node, _, _ in reversed(branches)}


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
