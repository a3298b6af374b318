"""Figures and answers that a practice gives under `indicator_values`, by the key a rubric names.

Such a value carries no evidence of its own, so evidence does not cap it: it is credited in full.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from govscore.measures._measure import Case, Figure, Reading
from govscore.pointers import pointer
from govscore.scale import TOP

if TYPE_CHECKING:
    from collections.abc import Callable

Points: TypeAlias = "Callable[[Figure], float | None]"

_PER_LEVEL = 100 / TOP
_LONGEST = 40


def read_figure(case: Case, key: str, points_of: Points, *, because: str, expected: str) -> Reading:
    """Read the value of a key; one that is left out, or `unknown`, leaves the criterion unassessed.

    `points_of` gives the points (0-100) of a value, or `None` for a value it does not know; the
    reading is then an error that says what was `expected`.
    """
    found = (case.practice.indicator_values or {}).get(key)
    if found is None or found == "unknown":
        return Reading.unassessed()
    points = points_of(found)
    if points is None:
        reason = f"{key} is {shown(found)}; {expected}"
        return Reading("error", None, None, 0, TOP, 0.0, "error", {"reason": reason})
    level = points / _PER_LEVEL
    return Reading(
        status="scored",
        claimed=level,
        credited=level,
        low=level,
        high=level,
        coverage=1.0,
        because=because,
        args={"found": shown(found), "points": points},
        pointers=(pointer(["indicator_values", key]),),
    )


def shown(value: Figure) -> str:
    """Write a value as a file would: `true`, `3`, `0.5`; a long text is cut."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return str(int(value)) if float(value).is_integer() else repr(value)
    return value if len(value) <= _LONGEST else f"{value[:_LONGEST]}…"
