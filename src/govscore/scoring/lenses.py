"""Lenses: readings of a practice that earn no points.

What the file says of an item stands; where it is silent, the best criterion that echoes the item
speaks: evidenced from level 3, targeted at 2, mentioned at 1, none at 0.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from govscore.measures._measure import Reading
    from govscore.practice.record import Practice
    from govscore.result.scored import Mark
    from govscore.rubric.compiled import Rubric

_MARKS: tuple[Mark, ...] = ("none", "mentioned", "targeted", "evidenced", "evidenced")


def lenses(
    practice: Practice, rubric: Rubric, readings: Mapping[str, Reading]
) -> dict[str, dict[str, Mark]]:
    """Read the practice through every lens; an item about which nothing is known is left out."""
    found: dict[str, dict[str, Mark]] = {}
    for name, lens in rubric.spec.lenses.items():
        given = getattr(practice, name, None) or {}
        marks = {
            item: given.get(item) or _echo(each.echoes, readings)
            for item, each in lens.items.items()
        }
        found[name] = {item: mark for item, mark in marks.items() if mark}
    return found | _frameworks(practice)


def _echo(criteria: list[str], readings: Mapping[str, Reading]) -> Mark | None:
    levels = [
        reading.credited
        for name in criteria
        if (reading := readings.get(name)) and reading.credited is not None
    ]
    return _MARKS[int(max(levels))] if levels else None


def _frameworks(practice: Practice) -> dict[str, dict[str, Mark]]:
    """List the global goals that the file names; naming is all that is known of them."""
    if practice.frameworks is None:
        return {}
    named = practice.frameworks.model_dump(exclude_none=True)
    return {name: {str(item): "mentioned" for item in items} for name, items in named.items()}
