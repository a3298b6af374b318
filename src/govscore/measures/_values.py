"""Figures and answers that a practice gives under `indicator_values`, by the key a rubric names.

Such a value carries no evidence of its own, so evidence does not cap it: it is credited in full.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from govscore.measures._measure import Case, Figure, Reading
from govscore.pointers import pointer
from govscore.scale import POINTS

if TYPE_CHECKING:
    from collections.abc import Callable

Points: TypeAlias = "Callable[[Figure], float | None]"

_LONGEST = 40


def read_figure(case: Case, key: str, points_of: Points, *, because: str, expected: str) -> Reading:
    """Read the value of a key; one that is left out, or `unknown`, leaves the criterion unassessed.

    `points_of` gives the points (0-100) of a value, or `None` for a value it does not know; the
    reading is then an error that says what was `expected`.
    """
    found = case.value(key)
    if found is None:
        return Reading.unassessed()
    points = points_of(found)
    if points is None:
        return Reading.failed(f"{key} is {shown(found)}; {expected}")
    reading = Reading.settled(points / POINTS, because, found=shown(found), points=points)
    return replace(reading, pointers=(pointer(["indicator_values", key]),))


def shown(value: Figure) -> str:
    """Write a value as a file would: `true`, `3`, `0.5`; a long text is cut."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return str(int(value)) if float(value).is_integer() else repr(value)
    return value if len(value) <= _LONGEST else f"{value[:_LONGEST]}…"
