"""The weighted means of `govscore.means`, member by member over arrays.

A member of weight 0 is not there; a value that is not known is NaN, and makes the mean NaN.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Floats: TypeAlias = NDArray[np.float64]


def average(kind: str, values: Sequence[Floats], weights: Sequence[Floats]) -> Floats:
    """Give the weighted mean of a kind; where no member is there, it means nothing."""
    shape = np.broadcast_shapes(*(each.shape for each in (*values, *weights)))
    stacked = np.stack([np.broadcast_to(each, shape) for each in values])
    heavy = np.stack([np.broadcast_to(each, shape) for each in weights])
    return _KINDS[kind](stacked, heavy)


def ratio(above: Floats, below: Floats) -> Floats:
    """Divide, with NaN where there is nothing to divide by."""
    with np.errstate(divide="ignore", invalid="ignore"):
        found: Floats = np.where(below > 0, above / below, np.nan)
    return found


def _arithmetic(values: Floats, weights: Floats) -> Floats:
    there = np.where(weights > 0, values, 0.0)
    return ratio((there * weights).sum(axis=0), weights.sum(axis=0))


def _geometric(values: Floats, weights: Floats) -> Floats:
    logs = _arithmetic(np.log(np.where(values <= 0, 1.0, values)), weights)
    return np.where(_minimum(values, weights) <= 0, 0.0, np.exp(logs))


def _harmonic(values: Floats, weights: Floats) -> Floats:
    inverse = _arithmetic(1 / np.where(values <= 0, 1.0, values), weights)
    return np.where(_minimum(values, weights) <= 0, 0.0, 1 / inverse)


def _minimum(values: Floats, weights: Floats) -> Floats:
    found: Floats = np.where(weights > 0, values, np.inf).min(axis=0)
    return found


_KINDS: dict[str, Callable[[Floats, Floats], Floats]] = {
    "arithmetic": _arithmetic,
    "geometric": _geometric,
    "harmonic": _harmonic,
    "minimum": _minimum,
}
