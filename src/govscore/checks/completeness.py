"""GS401-GS405: what is known of a practice, and what stands against it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govscore.checks.context import Context
    from govscore.errors import Problem


def problems(context: Context) -> Iterator[Problem]:
    """Check one practice."""
    del context
    yield from ()
