"""The four verbs of `govscore.scoring.totals` over arrays."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import numpy as np
from numpy.typing import NDArray

from govscore import means
from govscore.scale import PRECISION

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Floats: TypeAlias = NDArray[np.float64]
Bools: TypeAlias = NDArray[np.bool_]
Ints: TypeAlias = NDArray[np.int64]


class Arrays:
    """Arithmetic member by member; where no member is there, a mean means nothing."""

    def means(
        self, kind: str, series: Sequence[Sequence[Floats]], weights: Sequence[Floats]
    ) -> list[Floats]:
        """Give the weighted mean of each series; of something unknown it is NaN."""
        return [_mean(kind, values, weights) for values in series]

    def ratio(self, above: Floats, below: Floats) -> Floats:
        """Divide, with NaN where there is nothing to divide by."""
        with np.errstate(divide="ignore", invalid="ignore"):
            found: Floats = np.where(below > 0, above / below, np.nan)
        return found

    def choose(self, condition: Bools, yes: Floats | float, no: Floats | float) -> Floats:
        """Take the one where a condition holds, and the other where it does not."""
        found: Floats = np.where(condition, yes, no)
        return found

    def rounded(self, value: Floats | float) -> Floats:
        """Round as everything is rounded before it is compared or kept."""
        found: Floats = np.round(value, PRECISION)
        return found


ARRAYS = Arrays()


def _mean(kind: str, values: Sequence[Floats], weights: Sequence[Floats]) -> Floats:
    shape = np.broadcast_shapes(*(np.shape(each) for each in (*values, *weights)))
    stacked = np.stack([np.broadcast_to(each, shape) for each in values])
    heavy = np.stack([np.broadcast_to(each, shape) for each in weights])
    found = means.exponent(kind)
    if found is not None:
        return _power(stacked, heavy, found)
    return _KINDS[kind](stacked, heavy)


def _arithmetic(values: Floats, weights: Floats) -> Floats:
    there = np.where(weights > 0, values, 0.0)
    return ARRAYS.ratio((there * weights).sum(axis=0), weights.sum(axis=0))


def _geometric(values: Floats, weights: Floats) -> Floats:
    logs = _arithmetic(np.log(np.where(values <= 0, 1.0, values)), weights)
    return np.where(_minimum(values, weights) <= 0, 0.0, np.exp(logs))


def _harmonic(values: Floats, weights: Floats) -> Floats:
    inverse = _arithmetic(1 / np.where(values <= 0, 1.0, values), weights)
    return np.where(_minimum(values, weights) <= 0, 0.0, 1 / inverse)


def _minimum(values: Floats, weights: Floats) -> Floats:
    found: Floats = np.where(weights > 0, values, np.inf).min(axis=0)
    return np.where(np.isinf(found), np.nan, found)


def _median(values: Floats, weights: Floats) -> Floats:
    """Give what `means.median` says: between the first value at half of the weight and beyond."""
    there = np.where(weights > 0, values, np.inf)
    order = np.argsort(there, axis=0, kind="stable")
    ordered = np.take_along_axis(there, order, axis=0)
    passed = np.take_along_axis(weights, order, axis=0).cumsum(axis=0)
    half, slack = passed[-1] / 2, passed[-1] * means.TIE
    ends = [(passed >= half - slack).argmax(axis=0), (passed > half + slack).argmax(axis=0)]
    least, most = (np.take_along_axis(ordered, end[np.newaxis], axis=0)[0] for end in ends)
    unknown = np.isnan(there).any(axis=0) | (passed[-1] <= 0)
    return np.where(unknown, np.nan, (least + most) / 2)


def _power(values: Floats, weights: Floats, exponent: float) -> Floats:
    """Give what `means.power` says, with the same unit taken out of the sum."""
    if exponent == 0:
        return _geometric(values, weights)
    away = -np.inf if exponent > 0 else np.inf
    there = np.where(weights > 0, values, away)
    unit = there.max(axis=0) if exponent > 0 else there.min(axis=0)
    known = np.isfinite(unit) & (unit > 0)
    shares = np.where(known & (weights > 0), there / np.where(known, unit, 1.0), 1.0)
    found = unit * _arithmetic(shares**exponent, weights) ** (1 / exponent)
    return np.where(known, found, np.where(np.isfinite(unit) & (unit <= 0), 0.0, np.nan))


_KINDS: dict[str, Callable[[Floats, Floats], Floats]] = {
    "arithmetic": _arithmetic,
    "geometric": _geometric,
    "harmonic": _harmonic,
    "minimum": _minimum,
    "median": _median,
}
