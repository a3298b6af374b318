"""The rubric's tree over one practice: who is in it, and with what share of the whole (0-1).

What is not due or not applicable leaves the tree, and
the weights of its neighbours take up its share.
"""

from __future__ import annotations

from functools import lru_cache
from math import fsum
from typing import TYPE_CHECKING, NamedTuple

from govscore.result.scored import LIVE
from govscore.scale import POINTS, PRECISION

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from govscore.measures._measure import Reading
    from govscore.rubric.compiled import Rubric
    from govscore.rubric.model import CriterionSpec, NodeSpec


class Tree:
    """A rubric's tree over the readings of one practice.

    `members` are the nodes and criteria right under each node that are in the tree. `shares` has
    the share of the whole of each node and criterion, `stated` the same as the result states it,
    rounded. `worth` is what a level of a criterion adds to its indicator, in points, where that is
    the same for every level. `branches` are the nodes from below, each with the ids right under it
    and their weights.
    """

    def __init__(self, rubric: Rubric, readings: Mapping[str, Reading]) -> None:
        """Lay the tree out."""
        self.rubric = rubric
        self.readings = readings
        alive = frozenset([name for name, each in readings.items() if each.status in LIVE])
        self.members, self.shares, self.stated, self.worth, self._below, self.branches = _shape(
            rubric, alive
        )

    def below(self, node: str) -> Sequence[str]:
        """List the criteria of the tree below a node, in the order of its branches."""
        return self._below.get(node, [])


class _Shape(NamedTuple):
    members: Mapping[str, Sequence[NodeSpec | CriterionSpec]]
    shares: Mapping[str, float]
    stated: Mapping[str, float]
    worth: Mapping[str, float]
    below: Mapping[str, Sequence[str]]
    branches: Sequence[tuple[str, Sequence[str], Sequence[float]]]


@lru_cache(64)  # practices differ in what is due and applies, and that in a few ways only
def _shape(rubric: Rubric, alive: frozenset[str]) -> _Shape:
    members: dict[str, list[NodeSpec | CriterionSpec]] = {}
    below: dict[str, list[str]] = {}
    for node in reversed(rubric.top_down):
        found = [each for each in rubric.members[node] if each.id in alive or each.id in members]
        if found:
            members[node] = found
            leaves = ([each.id] if each.id in alive else below[each.id] for each in found)
            below[node] = [name for names in leaves for name in names]
    shares = _shares(rubric, members)
    stated = {name: round(each, PRECISION) for name, each in shares.items()}
    worth = {
        each.id: shares[each.id] / shares[indicator] * POINTS
        for each in rubric.spec.criteria
        if each.id in alive
        if (indicator := rubric.indicator[each.under]) in rubric.plain
    }
    branches = [
        (node, [each.id for each in found], [each.weight for each in found])
        for node, found in members.items()
    ]
    return _Shape(members, shares, stated, worth, below, branches)


def _shares(
    rubric: Rubric, members: Mapping[str, Sequence[NodeSpec | CriterionSpec]]
) -> dict[str, float]:
    shares = {rubric.root.id: 1.0} if members else {}
    for node in rubric.top_down:
        found = members.get(node, [])
        total = fsum(member.weight for member in found)
        for member in found:
            shares[member.id] = shares[node] * member.weight / total
    return shares
