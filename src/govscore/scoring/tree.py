"""The rubric's tree over one practice: who is in it, and with what share of the whole (0-1).

What is not due or not applicable leaves the tree, and
the weights of its neighbours take up its share.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from math import fsum
from typing import TYPE_CHECKING

from govscore.result.scored import LIVE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from govscore.measures._measure import Reading
    from govscore.rubric.compiled import Rubric
    from govscore.rubric.model import CriterionSpec, NodeSpec


@dataclass
class Tree:
    """A rubric's tree over the readings of one practice."""

    rubric: Rubric
    readings: Mapping[str, Reading]

    @cached_property
    def members(self) -> dict[str, list[NodeSpec | CriterionSpec]]:
        """The nodes and criteria right under each node that are in the tree."""
        found: dict[str, list[NodeSpec | CriterionSpec]] = {}
        for node in reversed(self.rubric.top_down):
            alive = [
                each
                for each in self.rubric.members[node]
                if (
                    self.readings[each.id].status in LIVE
                    if each.id in self.rubric.leaves
                    else each.id in found
                )
            ]
            if alive:
                found[node] = alive
        return found

    @cached_property
    def shares(self) -> dict[str, float]:
        """The share of the whole of every node and criterion that is in the tree."""
        shares = {self.rubric.root.id: 1.0} if self.members else {}
        for node in self.rubric.top_down:
            alive = self.members.get(node, [])
            total = fsum(member.weight for member in alive)
            for member in alive:
                shares[member.id] = shares[node] * member.weight / total
        return shares

    def below(self, node: str) -> list[str]:
        """List the criteria of the tree below a node, in the order of its branches."""
        found: list[str] = []
        for member in self.members.get(node, []):
            found += [member.id] if member.id in self.rubric.leaves else self.below(member.id)
        return found
