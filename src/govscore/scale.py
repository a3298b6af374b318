"""The scale: levels 0-4, points 0-100, shares 0-1; how exact they are, and how they are rounded.

Figures in messages are rounded down, so that none looks better than it is.
"""

from __future__ import annotations

from decimal import ROUND_DOWN, Decimal

TOP = 4
"""The highest level. Levels run from 0 to 4; a level is worth 25 points."""

POINTS = 100 / TOP
"""What one level is worth in points."""

PRECISION = 9
"""Decimals to which points and shares are rounded before they are compared or kept."""


def level(value: float | None) -> str:
    """Show a level; whole levels without decimals; `–` for what is not known."""
    if value is None:
        return "–"
    return str(int(value)) if float(value).is_integer() else f"{value:.2f}"


def percent(share: float) -> str:
    """Show a share (0-1) as whole per cent."""
    return f"{_down(share * 100, 0)}%"


def points(value: float, decimals: int) -> str:
    """Show points with so many decimals."""
    return str(_down(value, decimals))


def apart(first: float, second: float, decimals: int) -> tuple[str, str]:
    """Show two figures that differ, with as many decimals as it takes to see it."""
    for places in range(decimals, PRECISION + 1):
        shown = points(first, places), points(second, places)
        if shown[0] != shown[1]:
            return shown
    return points(first, decimals), points(second, decimals)


def _down(value: float, decimals: int) -> Decimal:
    exact = Decimal(repr(round(value, PRECISION)))
    return exact.quantize(Decimal(1).scaleb(-decimals), ROUND_DOWN)
