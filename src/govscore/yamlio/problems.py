"""The problems of a file, collected while it is read."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn, TypeAlias

from govscore.errors import Problem
from govscore.yamlio.events import Position
from govscore.yamlio.limits import MAX_PROBLEMS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from govscore.yamlio.events import Mark

Args: TypeAlias = "Mapping[str, object]"
START = Position(0, 0, 0)


class Refused(Exception):  # noqa: N818 - no error of ours: the last problem says why
    """The file, or the rest of it, is not read."""


class Problems:
    """What is wrong with a file, each fault at its place."""

    def __init__(self, shown: str) -> None:
        """Begin without a problem; `shown` is the path that all of them name."""
        self._shown = shown
        self._problems: list[Problem] = []

    def add(self, code: str, mark: Mark, pointer: str, args: Args, *, on_key: bool = False) -> None:
        """Note a fault.

        Raises:
            Refused: there are so many that nobody would read more.
        """
        line, column = mark.line + 1, mark.column + 1
        problem = Problem(code, self._shown, pointer, line, column, args, on_key=on_key)
        self._problems.append(problem)
        if len(self._problems) == MAX_PROBLEMS:
            self.end("GS006", mark, "", {"variant": "problems", "limit": MAX_PROBLEMS})

    def end(self, code: str, mark: Mark, pointer: str, args: Args) -> NoReturn:
        """Note a fault that ends the reading.

        Raises:
            Refused: always.
        """
        self.add(code, mark, pointer, args)
        raise Refused

    def forget(self) -> None:
        """Drop what was noted, for the text is read again from its beginning."""
        self._problems.clear()

    def in_order(self) -> tuple[Problem, ...]:
        """Return the problems in the order of their places."""
        return tuple(sorted(self._problems, key=lambda p: (p.line or 0, p.column or 0, p.code)))
