"""The documents of one call: to standard output or to files, at once or as practices come."""

from __future__ import annotations

import os
import sys
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Self

from govscore.errors import SetupError
from govscore.render import formats
from govscore.runs.plan import nothing
from govscore.workspace.writing import writing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from types import TracebackType

    from govscore.render.formats import Flowing, Said, Writer
    from govscore.render.style import Style
    from govscore.result.run import Result
    from govscore.result.scored import Scored


class Outputs:
    """The documents that a command was asked for, and what of the practices they need.

    If no format shows practices, nothing of them is kept. If the only one that does can be written
    as they come, it is. Else they are held, as they are where the command itself needs them.
    """

    def __init__(self, command: str, asked: Sequence[str], *, hold: bool = False) -> None:
        """Read `FORMAT[=FILE]`; a format without a file goes to standard output.

        Raises:
            SetupError: Two formats ask for standard output, or for the same file.
        """
        given = asked or formats.serving(command)[:1]
        pairs = [(name, target) for name, _, target in (each.partition("=") for each in given)]
        _apart([target for _, target in pairs])
        self.to_files = all(target for _, target in pairs)
        """Whether nothing goes to standard output."""
        self.counts_rest = all(formats.counts_rest(name) for name, _ in pairs)
        """Whether findings that are not shown are only counted, in every document."""
        shows = [pair for pair in pairs if formats.enter(pair[0]).shows_practices]
        flowing = formats.flowing(shows[0][0]) if len(shows) == 1 and not hold else None
        self._rest = sorted(pairs, key=lambda pair: not pair[1])
        self._target = shows[0][1] if shows else ""
        self._flowing: Flowing | None = flowing
        self._writer: Writer | None = None
        self._open = ExitStack()
        self.keep: Callable[[Scored], bytes] | None = None
        """What the plan is to keep of a practice; `None` is all of it."""
        if flowing is not None:
            self._rest.remove(shows[0])
            self.keep = flowing.practice
        elif not shows and not hold:
            self.keep = nothing

    def __enter__(self) -> Self:
        """Leave at the end what was not finished as it was before."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Give up the document that was not finished."""
        self._open.__exit__(kind, error, trace)

    def begin(self, head: Result) -> None:
        """Begin the document that is written as practices come, if there is one."""
        if self._flowing is not None:
            put = self._open.enter_context(_to(self._target))
            self._writer = self._flowing.Writer(head, put)

    def take(self, piece: bytes) -> None:
        """Write what was kept of a practice."""
        if self._writer is not None:
            self._writer.add(piece)

    def end(self, result: Result, style: Style) -> None:
        """Finish what was begun, and write the rest."""
        if self._writer is not None:
            self._writer.end(result)
            self._open.close()
        self.write(result, style)

    def write(self, result: Result | Said, style: Style) -> None:
        """Write what was not begun; the files first, whole or not at all."""
        for name, target in self._rest:
            pieces = [piece for _, piece in formats.render(result, name, style)]
            with _to(target) as write:
                for piece in pieces:
                    write(piece)


def _apart(targets: Sequence[str]) -> None:
    """See that no two documents go to one place, where the later would take the earlier's."""
    if targets.count("") > 1:
        raise SetupError("only one format can go to standard output; give the others =FILE")
    seen: set[str] = set()
    for target in filter(None, targets):
        place = os.path.realpath(target)
        if place in seen and not _takes_all(target):
            raise SetupError(f"two formats cannot go to the same file {target}")
        seen.add(place)


def _takes_all(target: str) -> bool:
    """Tell whether a target is a device or a pipe, which takes one document after another."""
    path = Path(target)
    return path.exists() and not path.is_file()


@contextmanager
def _to(target: str) -> Iterator[Callable[[bytes], object]]:
    """Give what writes to a file, or to standard output."""
    if not target:
        yield put
        return
    with writing(Path(target)) as write:
        yield write


def put(piece: bytes) -> None:
    """Write bytes to standard output; a reader that has left is no error.

    Raises:
        SetupError: Standard output is full, or closed.
    """
    try:
        sys.stdout.buffer.write(piece)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:
        raise SetupError(
            f"cannot write to standard output: {error.strerror or 'it is closed'}"
        ) from None
