"""Points as readers are shown them: whole, unless a tenth decides which label they reach."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from govscore import scale
from govscore.render import sentences

if TYPE_CHECKING:
    from govscore.result.run import RubricInfo
    from govscore.result.scored import Node, Overall
    from govscore.scale import Rounding

_NEAR = 1.0
"""Points from a threshold within which decimals decide."""


def points(value: float | None, rubric: RubricInfo) -> str:
    """Show points (0-100) rounded one way, with the rubric's decimals only close to a threshold."""
    if value is None:
        return sentences.UNKNOWN
    starts = tuple([band.start for band in rubric.bands])
    return _points(value, starts, rubric.decimals, rubric.rounding)


@lru_cache(maxsize=16384)
def _points(value: float, starts: tuple[float, ...], decimals: int, rounding: Rounding) -> str:
    """Show points; the same few hundred values come thousands of times."""
    if any(abs(value - start) < _NEAR for start in starts if start):
        shown = scale.points(value, decimals, rounding)
        return shown.rstrip("0").rstrip(".") if "." in shown else shown
    return scale.points(value, 0, rounding)


def span(made: Node | Overall, rubric: RubricInfo) -> str:
    """Show what is proven and what is possible; one figure where they are the same."""
    low, high = points(made.low, rubric), points(made.high, rubric)
    return low if made.low == made.high else f"{low}–{high}"


def proven_first(made: Node | Overall) -> str:
    """Give a number that sorts by what is proven, then by what is possible."""
    return f"{round(10 * (made.low or 0.0)) * 10_000 + round(10 * (made.high or 0.0))}"
