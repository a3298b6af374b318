"""The next step for a criterion, and what it would add to its indicator's low end."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Literal

from govscore.scale import POINTS, PRECISION, TOP
from govscore.scoring.tree import LIVE, Tree

if TYPE_CHECKING:
    from govscore.measures._measure import Reading


def next_step(criterion: str, indicator: str, tree: Tree) -> dict[str, Any] | None:
    """Give the next step: better evidence, an answer to what is open, or one level more."""
    reading = tree.readings[criterion]
    if reading.status not in LIVE:
        return None
    kind, level = _aim(reading, tree.rubric.described[criterion])
    if level <= (reading.credited or 0):
        return None
    gain = _gain(criterion, indicator, tree, level)
    return {"kind": kind, "level": int(level), "gain": round(gain, PRECISION)}


def _aim(
    reading: Reading, described: tuple[int, ...]
) -> tuple[Literal["level", "evidence", "assessment"], float]:
    if reading.claimed is None:
        return "assessment", TOP
    if reading.credited is not None and reading.credited < reading.claimed:
        return "evidence", reading.claimed
    if reading.status == "partial":
        return "assessment", reading.high
    above = (level for level in described if level > (reading.credited or 0))
    return "level", next(above, TOP)


def _gain(criterion: str, indicator: str, tree: Tree, level: float) -> float:
    """Give the change of the indicator's low end, in points."""
    reading = tree.readings[criterion]
    if indicator in tree.rubric.plain:
        share = tree.shares[criterion] / tree.shares[indicator]
        return share * POINTS * (level - reading.low)
    better = replace(reading, low=level, high=max(level, reading.high))
    raised = Tree(tree.rubric, {**tree.readings, criterion: better})
    return raised.values[indicator].low - tree.values[indicator].low
