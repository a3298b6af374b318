"""GS301-GS313: what a practice file says against the catalogue, the calendar, and itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govscore.checks.consistency import calendar, judgement, law, observation, searches

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govscore.errors import Problem
    from govscore.rules._inspection import Inspection


def problems(context: Inspection) -> Iterator[Problem]:
    """Check one practice."""
    for each in (law, calendar, searches, judgement, observation):
        yield from each.problems(context)
