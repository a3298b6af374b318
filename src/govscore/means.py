"""Weighted means of points, and the lower median: plain numbers in, a plain number out.

Weights need not add up to 1. A mean of nothing, or with no weight, is an error of the caller.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


def arithmetic(values: Sequence[float], weights: Sequence[float]) -> float:
    """Give the weighted arithmetic mean: strengths make up for weaknesses in full."""
    return math.fsum(w * v for v, w in zip(values, weights, strict=True)) / math.fsum(weights)


def geometric(values: Sequence[float], weights: Sequence[float]) -> float:
    """Give the weighted geometric mean: strengths make up in part; a zero gives zero."""
    if min(values) <= 0:
        return 0.0
    if min(values) == max(values):
        return float(values[0])
    logs = math.fsum(w * math.log(v) for v, w in zip(values, weights, strict=True))
    return math.exp(logs / math.fsum(weights))


def harmonic(values: Sequence[float], weights: Sequence[float]) -> float:
    """Give the weighted harmonic mean, nearer to the weakest still; a zero gives zero."""
    if min(values) <= 0:
        return 0.0
    return math.fsum(weights) / math.fsum(w / v for v, w in zip(values, weights, strict=True))


def minimum(values: Sequence[float], weights: Sequence[float]) -> float:
    """Give the weakest value, whatever its weight: nothing makes up for it."""
    del weights
    return min(values)


KINDS: dict[str, Callable[[Sequence[float], Sequence[float]], float]] = {
    "arithmetic": arithmetic,
    "geometric": geometric,
    "harmonic": harmonic,
    "minimum": minimum,
}
"""The means that a node of a rubric may name."""


def lower_median(values: Sequence[float]) -> float:
    """Give the middle value, or the lower of the two in the middle."""
    return sorted(values)[(len(values) - 1) // 2]
