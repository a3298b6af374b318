"""How far a practice is from a firm label, counted in answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govscore.scale import PRECISION

if TYPE_CHECKING:
    from collections.abc import Mapping

    from govscore.scoring.totals import Total
    from govscore.scoring.tree import Tree

OPEN = frozenset({"unassessed", "partial", "error"})
"""The statuses of a criterion that is asked for and not settled."""


def shortfall(tree: Tree, totals: Mapping[str, Total[float]]) -> int:
    """Count the criteria that must be settled before the label is firm, at the fewest.

    All essential criteria must be, and in each indicator as many more as reach the share that the
    rubric asks for; those of most weight are counted first.
    """
    return sum(
        _in_indicator(node.id, tree, totals[node.id].coverage)
        for node in tree.rubric.top
        if node.id in totals
    )


def _in_indicator(node: str, tree: Tree, known: float) -> int:
    essential, whole = tree.rubric.essential, tree.shares[node]
    gains: dict[bool, list[float]] = {True: [], False: []}
    for name in tree.below(node):
        reading = tree.readings[name]
        if reading.status in OPEN:
            gain = tree.shares[name] / whole * (1 - reading.coverage)
            gains[name in essential].append(gain)
    known += sum(gains[True])
    count = len(gains[True])
    least = round(tree.rubric.spec.coverage.firm, PRECISION)
    for gain in sorted(gains[False], reverse=True):
        if round(known, PRECISION) >= least:
            break
        known += gain
        count += 1
    return count
