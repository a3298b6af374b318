"""The next step for a criterion, and what it would add to its indicator's low end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from govscore.result.scored import LIVE
from govscore.scale import PRECISION, TOP
from govscore.scoring.totals import of_readings

if TYPE_CHECKING:
    from govscore.measures._measure import Reading
    from govscore.scoring.conclusion import Conclusion


def next_step(criterion: str, indicator: str, came_to: Conclusion) -> dict[str, Any] | None:
    """Give the next step: better evidence, an answer to what is open, or one level more."""
    tree = came_to.tree
    reading = tree.readings[criterion]
    if reading.status not in LIVE:
        return None
    kind, level = _aim(reading, tree.rubric.described[criterion])
    if level <= (reading.credited or 0):
        return None
    worth = tree.worth.get(criterion)
    if worth is None:
        gain = _tried(criterion, indicator, came_to, level)
    else:
        gain = worth * (level - reading.low)
    return {"kind": kind, "level": int(level), "gain": round(gain, PRECISION)}


def _aim(
    reading: Reading, described: tuple[int, ...]
) -> tuple[Literal["level", "evidence", "answer"], float]:
    if reading.claimed is None:
        return "answer", TOP
    if reading.credited is not None and reading.credited < reading.claimed:
        return "evidence", reading.claimed
    if reading.status == "partial":
        return "answer", reading.high
    above = (level for level in described if level > (reading.credited or 0))
    return "level", next(above, TOP)


def _tried(criterion: str, indicator: str, came_to: Conclusion, level: float) -> float:
    """Give the change of the indicator's low end, in points, by trying it."""
    tree = came_to.tree
    reading = tree.readings[criterion]
    better = reading._replace(low=level, high=max(level, reading.high))
    raised = of_readings(tree.rubric, {**tree.readings, criterion: better})
    return raised[indicator].low - came_to.totals[indicator].low
