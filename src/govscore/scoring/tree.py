"""The rubric's tree over one practice: who is in it, and with what share of the whole (0-1).

What is not due or not applicable leaves the tree, and
the weights of its neighbours take up its share.
"""

from __future__ import annotations

from functools import lru_cache
from math import fsum
from typing import TYPE_CHECKING, NamedTuple

from govscore.result.scored import LIVE
from govscore.scale import PRECISION

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from govscore.measures._measure import Reading
    from govscore.rubric.compiled import Rubric
    from govscore.rubric.model import CriterionSpec, NodeSpec


class Tree:
    """A rubric's tree over the readings of one practice."""

    def __init__(self, rubric: Rubric, readings: Mapping[str, Reading]) -> None:
        """Lay the tree out."""
        self.rubric = rubric
        self.readings = readings
        alive = frozenset(name for name, each in readings.items() if each.status in LIVE)
        self._shape = _shape(rubric, alive)

    @property
    def members(self) -> Mapping[str, Sequence[NodeSpec | CriterionSpec]]:
        """The nodes and criteria right under each node that are in the tree."""
        return self._shape.members

    @property
    def shares(self) -> Mapping[str, float]:
        """The share of the whole of every node and criterion that is in the tree."""
        return self._shape.shares

    @property
    def stated(self) -> Mapping[str, float]:
        """The same shares as the result states them, rounded."""
        return self._shape.stated

    def below(self, node: str) -> Sequence[str]:
        """List the criteria of the tree below a node, in the order of its branches."""
        return self._shape.below.get(node, [])


class _Shape(NamedTuple):
    members: Mapping[str, Sequence[NodeSpec | CriterionSpec]]
    shares: Mapping[str, float]
    stated: Mapping[str, float]
    below: Mapping[str, Sequence[str]]


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
    return _Shape(members, shares, stated, below)


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
