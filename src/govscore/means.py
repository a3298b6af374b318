"""Weighted means of points, and medians: plain numbers in, a plain number out.

Weights need not add up to 1. A mean of nothing, or with no weight, is an error of the caller.
"""

from __future__ import annotations

import math
from functools import cache, partial
from itertools import accumulate
from operator import mul
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


def arithmetic(values: Sequence[float], weights: Sequence[float]) -> float:
    """Give the weighted arithmetic mean: strengths make up for weaknesses in full."""
    [mean] = arithmetics((values,), weights)
    return mean


def arithmetics(series: Sequence[Sequence[float]], weights: Sequence[float]) -> list[float]:
    """Give the weighted arithmetic mean of each of several series with the same weights."""
    if [*map(len, series)] != [len(weights)] * len(series):  # once, and not with every series
        raise ValueError("argument 2 is longer or shorter than a series of argument 1")
    whole = math.fsum(weights)
    return [math.fsum(map(mul, each, weights)) / whole for each in series]


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


TIE = 1e-12
"""The share of the whole weight within which half of it counts as half: weights are rounded."""


def median(values: Sequence[float], weights: Sequence[float]) -> float:
    """Give the weighted median: as much weight lies above it as below.

    It is the middle between the least value that half of the weight reaches up to, and the greatest
    that half of it lies at or above. These differ only where the weight parts in two equal halves.
    """
    ordered = sorted(zip(values, weights, strict=True))
    passed = list(accumulate(weight for _, weight in ordered))
    half, slack = passed[-1] / 2, passed[-1] * TIE
    least = next(v for (v, _), sum_ in zip(ordered, passed, strict=True) if sum_ >= half - slack)
    most = next(v for (v, _), sum_ in zip(ordered, passed, strict=True) if sum_ > half + slack)
    return (least + most) / 2


def power(values: Sequence[float], weights: Sequence[float], *, exponent: float) -> float:
    """Give the weighted power mean, (Σ w·x^p / Σ w)^(1/p); at p = 0 it is the geometric mean.

    At -1 it is the harmonic mean, at 1 the arithmetic one. Below 0 a zero gives zero.
    """
    if exponent == 0:
        return geometric(values, weights)
    # Taken out of the sum, this keeps every power within 0 and 1.
    unit = max(values) if exponent > 0 else min(values)
    if unit <= 0:
        return 0.0
    shares = [(v / unit) ** exponent for v in values]
    return float(unit * arithmetic(shares, weights) ** (1 / exponent))


KINDS: dict[str, Callable[[Sequence[float], Sequence[float]], float]] = {
    "arithmetic": arithmetic,
    "geometric": geometric,
    "harmonic": harmonic,
    "minimum": minimum,
    "median": median,
}
"""The means that a node of a rubric may name, beside the power means."""

_POWER = "power "


def powered(exponent: float) -> str:
    """Name the power mean of an exponent, such as `power -1`."""
    return f"{_POWER}{int(exponent) if exponent == int(exponent) else exponent!r}"


def exponent(kind: str) -> float | None:
    """Give the exponent of a power mean by its name; `None` for the other means."""
    return float(kind.removeprefix(_POWER)) if kind.startswith(_POWER) else None


@cache
def of(kind: str) -> Callable[[Sequence[float], Sequence[float]], float]:
    """Give the mean of a name: one of `KINDS`, or what `powered` names."""
    found = exponent(kind)
    return KINDS[kind] if found is None else partial(power, exponent=found)


def lower_median(values: Sequence[float]) -> float:
    """Give the middle value, or the lower of the two in the middle."""
    return sorted(values)[(len(values) - 1) // 2]
