"""Spearman's rank correlation, over what is known on both sides."""

from __future__ import annotations

from itertools import combinations
from math import sqrt
from statistics import correlation
from typing import TYPE_CHECKING

from method import tables

if TYPE_CHECKING:
    from collections.abc import Sequence

    Column = list[float | None]

_TWO_SIDED = 1.96
"""The normal deviate that chance exceeds, in either direction, once in twenty times."""


def spearman(left: Sequence[float | None], right: Sequence[float | None]) -> tuple[float, int]:
    """Give rho and the number of pairs; rho is 0 where one side does not vary."""
    both = [(a, b) for a, b in zip(left, right, strict=True) if a is not None and b is not None]
    a, b = [x for x, _ in both], [y for _, y in both]
    varied = len(set(a)) > 1 and len(set(b)) > 1
    return (correlation(_ranks(a), _ranks(b)) if varied else 0.0), len(both)


def chance(pairs: int) -> float:
    """Give the size that rho exceeds by chance once in twenty times (normal approximation)."""
    return _TWO_SIDED / sqrt(pairs - 1)


def row(*names: str, found: tuple[float, int]) -> list[str]:
    """Give a row of a table: the names, rho, the number of pairs, and what chance gives."""
    rho, pairs = found
    return [*names, tables.rho(rho), str(pairs), f"{chance(pairs):.2f}"]


def pairs(columns: dict[str, Column]) -> list[tuple[str, str, tuple[float, int]]]:
    """Correlate each column with each later one."""
    return [(a, b, spearman(columns[a], columns[b])) for a, b in combinations(columns, 2)]


def _ranks(values: Sequence[float]) -> list[float]:
    """Give each value's rank; equal values share the mean of theirs."""
    return [sum(v < x for v in values) + (values.count(x) + 1) / 2 for x in values]
