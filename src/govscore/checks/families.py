"""The families of findings on one practice, in the order of their codes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govscore.checks import completeness, consistency

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govscore.errors import Problem
    from govscore.rules._inspection import Inspection


def observations(context: Inspection) -> Iterator[Problem]:
    """Find what does not fit together (GS3xx) and what is true of the record (GS4xx)."""
    yield from consistency.problems(context)
    yield from completeness.problems(context)
