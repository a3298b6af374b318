"""What can go wrong, and how it is said.

    GovscoreError
    ├── SetupError        nothing could be evaluated: usage, configuration, rubric, waiver, baseline
    │                     (exit 2)
    ├── ExpressionError   an expression that does not compile, or fails on a practice; told of the
    │                     rubric or the criterion
    └── EditError         a change that a file does not take; told of the file, which stays as it is

A broken practice file raises nothing: each fault is a `Problem`, collected with the others.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class Problem(NamedTuple):
    """One fault or observation, as a code and the arguments of its sentence.

    `pointer` is a JSON pointer (RFC 6901). Lines and columns count from 1, in code points, and are
    `None` until the reader, or whoever holds the document, has placed the pointer.
    `on_key` says that the fault lies in the key at the pointer's end, not in its value.
    """

    code: str
    path: str
    pointer: str = ""
    line: int | None = None
    column: int | None = None
    args: Mapping[str, object] = {}
    suggestions: tuple[str, ...] = ()
    on_key: bool = False


class GovscoreError(Exception):
    """Any error that govscore raises on purpose."""


class SetupError(GovscoreError):
    """Nothing could be evaluated, because what governs the evaluation is missing or broken.

    `problems` are placed in the file at fault; the message alone serves where there is no file.
    """

    def __init__(self, message: str, problems: Sequence[Problem] = ()) -> None:
        """Keep the sentence for people and the problems behind it."""
        super().__init__(message)
        self.problems = tuple(problems)


class ExpressionError(GovscoreError):
    """An expression that does not compile, or fails on a practice for another reason than silence.

    `row` and `column` count from 1 within the expression and are 0 when the place is not known.
    """

    def __init__(self, message: str, row: int = 0, column: int = 0) -> None:
        """Keep the reason and its place."""
        super().__init__(message)
        self.row = row
        self.column = column


class EditError(GovscoreError):
    """A change that a file does not take: the reason, and the line that stands in its way."""

    def __init__(self, path: str, line: int, reason: str) -> None:
        """Say it as `path:line: reason`."""
        super().__init__(f"{path}:{line}: {reason}")
        self.path = path
        self.line = line
        self.reason = reason


class TooLarge(ExpressionError):  # noqa: N818 - it says what an expression is, not what broke
    """An expression whose value could grow beyond all measure; `source` is the expression."""

    def __init__(self, message: str, source: str) -> None:
        """Keep the reason and the expression."""
        super().__init__(message)
        self.source = source
