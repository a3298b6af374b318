"""Value that its measure cannot place.

A value of `indicator_values` is no option of the measure that reads it, no number where one is due, or a
number out of the range of its goalposts. The criterion is in error, and scores nothing.

Correct the value. Where it stands for "does not apply", write `not_applicable`, or name it in the rubric under
the measure's `not_applicable`; where numbers beyond a goalpost are to count as the goalpost, the rubric says
`clamp: true`.

    indicator_values: {life_expectancy: 843}     # wrong
    indicator_values: {life_expectancy: 84.3}    # right
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govscore.pointers import pointer
from govscore.rules._inspection import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govscore.rules._inspection import Inspection

level = "error"
message = "the measure cannot place this value: {reason}"
scope = "practice"


def find(inspection: Inspection) -> Iterator[Hit]:
    """List the values that the measures of the rubric could not place, each once."""
    given = inspection.practice.indicator_values or {}
    seen: set[tuple[str, str]] = set()
    for _, reason, measure in inspection.failed:
        key = measure.key()
        if key in given and (key, reason) not in seen:
            seen.add((key, reason))
            near = inspection.near(given[key], measure.choices())
            yield Hit(pointer(["indicator_values", key]), {"reason": reason}, near)
