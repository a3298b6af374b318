"""What readings come to: the tree, its totals and the label.

A rubric's cases give levels and no practice; a practice gives readings. Both end here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from govscore.scoring import totals
from govscore.scoring.labels import label
from govscore.scoring.tree import Tree

if TYPE_CHECKING:
    from collections.abc import Mapping

    from govscore.measures._measure import Reading
    from govscore.result.scored import Label
    from govscore.rubric.compiled import Rubric
    from govscore.scoring.conditions import Conditions
    from govscore.scoring.totals import Stated, Total


class Conclusion(NamedTuple):
    """The tree, the totals of the nodes that are in it, and the label."""

    tree: Tree
    totals: Mapping[str, Total[float]]
    stated: Mapping[str, Stated]
    label: Label

    @property
    def overall(self) -> Total[float]:
        """The total of the root."""
        return self.totals[self.tree.rubric.root.id]


def add_up(
    rubric: Rubric, readings: Mapping[str, Reading]
) -> tuple[Tree, Mapping[str, Total[float]], Mapping[str, Stated]]:
    """Give the tree of what was read, the totals of its nodes, and these as they are stated."""
    tree = Tree(rubric, readings)
    found = totals.of_tree(tree)
    return tree, found, {name: totals.stated(each) for name, each in found.items()}


def conclude(rubric: Rubric, readings: Mapping[str, Reading], conditions: Conditions) -> Conclusion:
    """Work out what readings come to; the conditions are those of the practice."""
    sums = add_up(rubric, readings)
    return Conclusion(*sums, label(*sums, conditions))
