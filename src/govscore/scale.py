"""The scale: levels 0-4, points 0-100, shares 0-1; how exact they are, and how they are rounded.

Figures are rounded down, so that none looks better than it is, unless a rubric says otherwise.
"""

from __future__ import annotations

from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import Literal

TOP = 4
"""The highest level. Levels run from 0 to 4; a level is worth 25 points."""

POINTS = 100 / TOP
"""What one level is worth in points."""

PRECISION = 9
"""Decimals to which points and shares are rounded before they are compared or kept."""

Rounding = Literal["down", "half-up"]

_ROUNDINGS = {"down": ROUND_DOWN, "half-up": ROUND_HALF_UP}


def level(value: float | None) -> str:
    """Show a level; whole levels without decimals; `–` for what is not known."""
    if value is None:
        return "–"
    return str(int(value)) if float(value).is_integer() else f"{value:.2f}"


@lru_cache(1024)  # shares are fractions of a few criteria, and the least that is asked for is fixed
def percent(share: float, decimals: int = 0, rounding: Rounding = "down") -> str:
    """Show a share (0-1) in per cent, with so many decimals."""
    return f"{_rounded(_exact(share) * 100, decimals, rounding)}%"


def points(value: float, decimals: int, rounding: Rounding = "down") -> str:
    """Show points with so many decimals."""
    return str(_rounded(_exact(value), decimals, rounding))


def apart(first: float, second: float, decimals: int) -> tuple[str, str]:
    """Show two figures that differ, with as many decimals as it takes to see it."""
    for places in range(decimals, PRECISION + 1):
        shown = points(first, places), points(second, places)
        if shown[0] != shown[1]:
            return shown
    return points(first, decimals), points(second, decimals)


def _exact(value: float) -> Decimal:
    return Decimal(repr(round(value, PRECISION)))


def _rounded(value: Decimal, decimals: int, rounding: Rounding) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-decimals), _ROUNDINGS[rounding])
