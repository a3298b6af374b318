"""The problems of a file, collected while it is read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NoReturn, TypeAlias

from govscore.errors import Problem
from govscore.yamlio.limits import MAX_PROBLEMS
from govscore.yamlio.positions import Position

if TYPE_CHECKING:
    from collections.abc import Mapping

    from yaml import MarkedYAMLError

    from govscore.yamlio.positions import Mark


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


_VARIANTS = {  # by libyaml's own words; the parser in Python words some of them otherwise
    "block sequence entries are not allowed in this context": "dash",
    "could not find expected ':'": "no-colon",
    "did not find expected ',' or ']'": "open-list",
    "did not find expected ',' or '}'": "open-mapping",
    "did not find expected '-' indicator": "no-item",
    "did not find expected <document start>": "after-end",
    "did not find expected alphabetic or numeric character": "name",
    "did not find expected hexdecimal number": "escape",
    "did not find expected key": "no-key",
    "did not find expected node content": "no-value",
    "found a tab character that violates indentation": "tab",
    "found a tab character where an indentation space is expected": "tab",
    "found character that cannot start any token": "start",
    "found invalid Unicode character escape code": "escape",
    "found undefined tag handle": "handle",
    "found unexpected document indicator": "open-quote",
    "found unexpected end of stream": "open-quote",
    "found unknown escape character": "escape",
    "mapping values are not allowed in this context": "colon",
}
_TOO_DEEP = "exceeded maximum nesting depth"  # libyaml's own limit, since 0.2.6
_LATE = {"no-colon", "open-quote"}  # noticed so far down that only the beginning helps


def too_deep_from(error: MarkedYAMLError) -> int | None:
    """Give the character before which the text must end lest the parser, looking far ahead, balk.

    `None` if it stumbled over something other than depth.
    """
    mark = error.problem_mark
    return mark.index if mark and error.problem == _TOO_DEEP else None


def refuse(error: MarkedYAMLError, text: str, notes: Problems) -> NoReturn:
    """Note what the parser stumbled over; `since` is the line where the matter began.

    Raises:
        Refused: always.
    """
    found = error.problem_mark or START
    began = error.context_mark or found
    variant = _VARIANTS.get(error.problem or "", "other")
    character = text[found.index : found.index + 1]
    if variant == "start" and character == "\t":
        variant = "tab"
    if variant == "tab" and not _line(text, found.index).strip():
        variant = "blank"
    if variant == "open-mapping" and _line(text, found.index).lstrip().startswith(":"):
        variant = "split"
    if space := _no_break(text, began, found):
        mark, character = space
        notes.end("GS003", mark, "", {"variant": "space", "character": f"U+{ord(character):04X}"})
    args = {
        "variant": variant,
        "reason": error.problem or "",
        "character": character,
        "since": began.line + 1,
    }
    notes.end("GS003", began if variant in _LATE else found, "", args)


def _line(text: str, index: int) -> str:
    """Give the line in which a character stands."""
    start = max(text.rfind("\n", 0, index), text.rfind("\r", 0, index)) + 1
    return re.split("[\r\n]", text[start:], maxsplit=1)[0]


_NO_BREAK = r"^[ \t]*(?:- )*([\u00a0\u2007\u202f])|(?<=[:,-])([\u00a0\u2007\u202f])"
_FAR = 20  # lines; what the parser stumbled over is seldom further up


def _no_break(text: str, began: Mark, found: Mark) -> tuple[Position, str] | None:
    """Find a no-break space where YAML wants a plain one, between two marks; it looks like one."""
    lines = text.splitlines()
    for number in range(max(began.line, found.line - _FAR), min(found.line + 1, len(lines))):
        if match := re.search(_NO_BREAK, lines[number]):
            column = match.start(match.lastindex or 0)
            return Position(0, number, column), lines[number][column]
    return None
