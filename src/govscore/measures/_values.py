"""Figures and answers that a practice gives under `indicator_values`, by the key a rubric names.

Evidence behind such a value is shown, and weighs in how sure one may be. It does not cap the value,
which is credited in full: a figure is a claim of its source, not of the practice.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, TypeAlias

from pydantic import Field

from govscore.measures._measure import Case, Figure, Reading, Reason
from govscore.pointers import pointer
from govscore.scale import POINTS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

Points: TypeAlias = "Callable[[Figure], float | None]"

Excused = Annotated[
    list[Figure],
    Field(description="values that say that it does not apply, beside `not_applicable`"),
]

_LONGEST = 40
_NOT_APPLICABLE = "not_applicable"


def read_figure(
    case: Case,
    key: str,
    points_of: Points,
    *,
    because: str,
    expected: str,
    excused: Sequence[Figure],
    more: Mapping[str, object] | None = None,
) -> Reading:
    """Read the value of a key; one that is left out, or `unknown`, leaves the criterion unassessed.

    `points_of` gives the points (0-100) of a value, or `None` for a value it cannot place; the
    reading is then an error that says what was `expected`. A value among the `excused` says that
    the criterion does not apply. `more` goes with the reason.
    """
    found = case.value(key)
    if found is None:
        return Reading.unassessed()
    points = points_of(found)
    if (points is None and found == _NOT_APPLICABLE) or shown(found) in map(shown, excused):
        reading = Reading.not_applicable("figure_not_applicable", found=shown(found))
    elif points is None:
        reading = Reading.unfit(f"{key} is {shown(found)}; {expected}")
    else:
        args = {"found": shown(found), "points": points, **(more or {})}
        reading = Reading.settled(points / POINTS, because, **args)
    place = pointer(["indicator_values", key])
    return reading._replace(pointers=(place,), evidence=tuple(case.behind(key)))


def shown(value: Figure) -> str:
    """Write a value as a file would: `true`, `3`, `0.5`; a long text is cut."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return str(int(value)) if float(value).is_integer() else repr(value)
    return value if len(value) <= _LONGEST else f"{value[:_LONGEST]}…"


REASONS = {
    "unfit": Reason(lambda found, _: f"{found.because.args['reason']}."),
    "figure_not_applicable": Reason(
        lambda found, words: f"Not applicable: {words.na or found.because.args['found']}."
    ),
}
"""The reasons of every measure that reads a figure or an answer."""
