"""The families of findings on one practice, in the order of their codes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govscore.checks import consistency

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govscore.errors import Problem
    from govscore.rules._inspection import Inspection


def observations(context: Inspection) -> Iterator[Problem]:
    """Find what does not fit together (GS3xx)."""
    yield from consistency.problems(context)
