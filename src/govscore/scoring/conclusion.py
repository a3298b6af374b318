"""What readings come to: the tree, the overall and the label, from levels alone.

A rubric's cases give levels and no practice; a practice gives readings. Both end here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from govscore.scoring.labels import Ends, label
from govscore.scoring.tree import Total, Tree

if TYPE_CHECKING:
    from collections.abc import Mapping

    from govscore.measures import Reading
    from govscore.result.scored import Label
    from govscore.rubric.compiled import Rubric
    from govscore.scoring.read import Readings


@dataclass(frozen=True)
class Conclusion:
    """The tree with its values, the overall, and the label."""

    tree: Tree
    overall: Total
    label: Label


def outcome(rubric: Rubric, taken: Readings) -> Conclusion:
    """Work out what the readings of a practice come to."""
    return settle(rubric, taken.readings, {"p": taken.case.view, **taken.case.found.values})


def settle(rubric: Rubric, readings: Mapping[str, Reading], data: Mapping[str, Any]) -> Conclusion:
    """Work out what readings come to.

    `data` is what the conditions of limits and bands may read beside levels, points and coverage.
    """
    tree = Tree(rubric, readings)
    overall = tree.values.get(rubric.root.id, Total(0.0, 100.0, None, 0.0))
    return Conclusion(tree, overall, label(rubric, Ends(tree, overall, data)))
