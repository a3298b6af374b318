"""GS304 and GS305: dates, and the phases that they make due. Only what cannot be is reported."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govscore.checks.context import Inspection, at
from govscore.practice.phases import PHASES, inferred
from govscore.titles import title

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govscore.errors import Problem


def problems(context: Inspection) -> Iterator[Problem]:
    """Check the dates and the phase of one practice."""
    for place, start, end in _spans(context):
        if start and end and earlier(end, start):
            yield at(context, "GS304", place, start=start, end=end)
    yield from _phase(context)


def earlier(first: str, second: str) -> bool:
    """Tell whether a date lies before another at the precision that both share.

    Dates are written as YYYY, YYYY-MM or YYYY-MM-DD; 2016 is not before 2016-03.
    """
    shared = min(len(first), len(second))
    return first[:shared] < second[:shared]


def _spans(context: Inspection) -> Iterator[tuple[str, str | None, str | None]]:
    """List what has a start and an end, with the place of the end."""
    practice = context.practice
    yield "/period/end", practice.period.start, practice.period.end
    for index, line in enumerate((practice.resources and practice.resources.funding) or ()):
        yield f"/resources/funding/{index}/to", line.start, line.end
    for index, output in enumerate((practice.delivery and practice.delivery.outputs) or ()):
        yield f"/delivery/outputs/{index}/by", *_ends(output.by)
    for index, result in enumerate(practice.results or ()):
        yield f"/results/{index}/when", *_ends(result.when)


def _ends(moment: str | None) -> tuple[str | None, str | None]:
    start, _, end = (moment or "").partition("/")
    return start or None, end or None


def _phase(context: Inspection) -> Iterator[Problem]:
    given = context.practice.phase_reached
    furthest = max(inferred(context.practice, context.as_of), key=PHASES.index)
    if given is not None and PHASES.index(given) < PHASES.index(furthest):
        phase = title("phase", furthest)
        yield at(context, "GS305", "/phase_reached", given=given, due=phase)
