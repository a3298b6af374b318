"""How the checks of one practice say where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govscore.rules._inspection import Hit, Inspection

if TYPE_CHECKING:
    from govscore.errors import Problem


def at(
    context: Inspection,
    code: str,
    place: str,
    suggestions: tuple[str, ...] = (),
    *,
    on_key: bool = False,
    **args: object,
) -> Problem:
    """Make a problem at the place (a JSON pointer) of the practice's file."""
    return context.problem(code, Hit(place, args, suggestions, on_key))
