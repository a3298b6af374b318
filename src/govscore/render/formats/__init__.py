"""Output formats: one file per format, and the file name is what one writes after `-o`.

A renderer is a pure function of the result: it neither reads nor writes files, and knows no clock.
What the rest must know of a format, its file declares; so it imports what is heavy when it draws.
"""

from __future__ import annotations

import sys
from functools import cache
from typing import TYPE_CHECKING, Any, Protocol, cast

from govscore import rooms

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from govscore.render.style import Style
    from govscore.result.agreement import Agreement
    from govscore.result.comparison import Comparison
    from govscore.result.editions import Difference
    from govscore.result.questions import Gaps, Todo
    from govscore.result.robustness import Robustness
    from govscore.result.run import Result
    from govscore.result.scored import Scored

    Said = Agreement | Comparison | Difference | Gaps | Robustness | Todo
    """What a command says that is no result of scoring."""
    Put = Callable[[bytes], object]
    Keep = Callable[[Scored], bytes]


class Format(Protocol):
    """A file of this room.

    `serves` names the commands whose result it can show. `rank` is its place among the others; the
    first is the default. `shows_practices`: it needs the practices, not only what was found. One
    that only counts, by code, the findings that are not grave enough says `counts_rest`.
    """

    serves: frozenset[str]
    rank: int
    shows_practices: bool

    def render(self, result: Any, style: Style) -> Iterable[tuple[str, bytes]]:  # noqa: ANN401 - what its commands say
        """Draw the result as named documents; most formats yield one."""


class Writer(Protocol):
    """Writes a result as its practices come; it begins when it is made."""

    def __init__(self, head: Result, put: Put) -> None:
        """Write what stands before the practices."""

    def add(self, piece: bytes) -> None:
        """Write a practice, as the format's `practice` has made it."""

    def end(self, result: Result) -> None:
        """Write what stands behind the practices."""


class Flowing(Format, Protocol):
    """A format that can be written as practices come.

    `practice` is pure, and runs where the practice was scored.
    """

    practice: Keep
    Writer: type[Writer]


def serving(command: str) -> list[str]:
    """List the formats that can show what a command says, the default first."""
    ranks = [(each.rank, name) for name, each in _formats().items() if command in each.serves]
    return [name for _, name in sorted(ranks)]


@cache
def _formats() -> dict[str, Format]:
    """Give all formats by name."""
    return {name: enter(name) for name in rooms.names(sys.modules[__name__])}


def enter(name: str) -> Format:
    """Import the file of a format."""
    return cast("Format", rooms.enter(sys.modules[__name__], name))


def flowing(name: str) -> Flowing | None:
    """Give a format that can be written as practices come; `None` if it cannot."""
    found = enter(name)
    return cast("Flowing", found) if hasattr(found, "Writer") else None


def counts_rest(name: str) -> bool:
    """Tell whether a format only counts, by code, the findings that are not grave enough."""
    return getattr(enter(name), "counts_rest", False)


def render(result: Result | Said, fmt: str, style: Style) -> Iterable[tuple[str, bytes]]:
    """Draw the result in one format, as named documents."""
    return enter(fmt).render(result, style)
