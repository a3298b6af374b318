"""The arithmetic of the rubric's tree: shares, and what its nodes come to.

Points are 0-100, shares and coverages 0-1. What is not due or not applicable leaves the tree, and
the weights of its neighbours take up its share.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from math import fsum
from typing import TYPE_CHECKING

from govscore import means
from govscore.scale import POINTS, PRECISION

if TYPE_CHECKING:
    from collections.abc import Mapping

    from govscore.measures import Reading
    from govscore.rubric.compiled import Rubric
    from govscore.rubric.model import CriterionSpec, NodeSpec


LIVE = frozenset({"scored", "partial", "unassessed", "error"})
"""The statuses that keep a criterion in the tree."""


@dataclass(frozen=True, slots=True)
class Total:
    """What a node comes to: proven, possible and earned points, and the settled share."""

    low: float
    high: float
    point: float | None
    coverage: float


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

    @cached_property
    def values(self) -> dict[str, Total]:
        """The value of every node that is in the tree."""
        found: dict[str, Total] = {}
        specs = {node.id: node for node in self.rubric.spec.nodes}
        for node in reversed(self.rubric.top_down):
            if node in self.members:
                found[node] = self._shown(self._value(specs[node], found))
        return found

    def _shown(self, total: Total) -> Total:
        """Take the point away where less is known than the rubric's minimum."""
        least = round(self.rubric.spec.coverage.overall, PRECISION)
        if self.rubric.spec.missing == "zero" or round(total.coverage, PRECISION) >= least:
            return total
        return replace(total, point=None)

    def _value(self, node: NodeSpec, found: Mapping[str, Total]) -> Total:
        if node.under is not None and node.id in self.rubric.plain:
            return self._summed(node)
        members = self.members[node.id]
        values = [found.get(m.id) or self._single(m.id) for m in members]
        weights = [member.weight for member in members]
        mean = means.KINDS[node.aggregate]
        points = [value.point for value in values if value.point is not None]
        return Total(
            low=mean([value.low for value in values], weights),
            high=mean([value.high for value in values], weights),
            point=mean(points, weights) if len(points) == len(values) else None,
            coverage=means.arithmetic([value.coverage for value in values], weights),
        )

    def _summed(self, node: NodeSpec) -> Total:
        """Sum over all criteria below; the point is what is earned over what is settled."""
        whole = self.shares[node.id]
        parts = [(self.shares[each] / whole, self.readings[each]) for each in self.below(node.id)]
        earned = fsum(s * POINTS * (r.credited or 0) for s, r in parts)
        settled = fsum(s * self._weight(r) for s, r in parts)
        return Total(
            low=fsum(s * POINTS * r.low for s, r in parts),
            high=fsum(s * POINTS * r.high for s, r in parts),
            point=earned / settled if settled else None,
            coverage=fsum(s * r.coverage for s, r in parts),
        )

    def _single(self, criterion: str) -> Total:
        reading = self.readings[criterion]
        weight = self._weight(reading)
        return Total(
            low=POINTS * reading.low,
            high=POINTS * reading.high,
            point=POINTS * (reading.credited or 0) / weight if weight else None,
            coverage=reading.coverage,
        )

    def _weight(self, reading: Reading) -> float:
        """Give the share of a criterion that the point divides by."""
        return 1.0 if self.rubric.spec.missing == "zero" else reading.coverage

    def below(self, node: str) -> list[str]:
        """List the criteria of the tree below a node, in the order of its branches."""
        found: list[str] = []
        for member in self.members.get(node, []):
            found += [member.id] if member.id in self.rubric.leaves else self.below(member.id)
        return found
