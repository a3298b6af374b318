"""The problems of a file, collected while it is read."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

from govscore.errors import Problem
from govscore.yamlio.limits import MAX_PROBLEMS

if TYPE_CHECKING:
    from govscore.yamlio.places import Mark

_SHOWN = 60


class Refused(Exception):  # noqa: N818 - no error of ours: the last problem says why
    """The rest of the file is not read."""


class Notes:
    """What is wrong with a file, each fault at its place."""

    def __init__(self, shown: str) -> None:
        """Begin without a problem; `shown` is the path that all of them name."""
        self.problems: list[Problem] = []
        self._shown = shown

    def add(
        self, code: str, mark: Mark, pointer: str, *, on_key: bool = False, **args: object
    ) -> None:
        """Note a fault.

        Raises:
            Refused: there are so many that nobody would read more.
        """
        line, column = mark.line + 1, mark.column + 1
        self.problems.append(
            Problem(code, self._shown, pointer, line, column, args, on_key=on_key)
        )
        if len(self.problems) == MAX_PROBLEMS:
            self.refuse("problems", mark, limit=MAX_PROBLEMS)

    def refuse(self, variant: str, mark: Mark, pointer: str = "", **args: object) -> NoReturn:
        """Note that a limit is passed, and end the reading.

        Raises:
            Refused: always.
        """
        self.add("GS006", mark, pointer, variant=variant, **args)
        raise Refused


def short(text: str) -> str:
    """Cut what a message repeats of the file's own words."""
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"
