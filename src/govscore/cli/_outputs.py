"""Writing documents: to standard output or to files, at once or as practices come."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from govscore.cli import _session
from govscore.errors import SetupError
from govscore.render import formats
from govscore.render.formats import json as json_format
from govscore.render.style import Style
from govscore.runs import evaluate
from govscore.workspace import writing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from govscore.cli._session import Flags
    from govscore.result.run import Result
    from govscore.runs.evaluate import Evaluated
    from govscore.runs.plan import Job
    from govscore.workspace.discovery import Found


def split(outputs: Sequence[str]) -> list[tuple[str, str]]:
    """Split `FORMAT[=FILE]`; a format without a file goes to standard output.

    Raises:
        SetupError: Two formats ask for standard output.
    """
    asked = [(name, target) for name, _, target in (each.partition("=") for each in outputs)]
    if sum(not target for _, target in asked) > 1:
        raise SetupError("only one format can go to standard output; give the others =FILE")
    return asked


def streamed(
    found: Found, job: Job, flags: Flags, target: str, finish: Callable[[Result], Result]
) -> Result:
    """Write practices to JSON as they come, without holding them; the job must be packed."""
    kept: list[Result] = []
    seen: list[Evaluated] = []

    def pieces() -> Iterator[bytes]:
        for one in _session.evaluated(found, job, flags):
            if one.packed is not None:
                yield one.packed
            seen.append(evaluate.unpacked(one))

    def end() -> Result:
        kept.append(finish(evaluate.gather(job, seen, found)))
        return kept[0]

    document = json_format.stream(job.head, pieces(), end)
    if target:
        writing.write(Path(target), document)
    else:
        for piece in document:
            put(piece)
    return kept[0]


def each(documents: Mapping[str, Callable[[], bytes]], outputs: Sequence[tuple[str, str]]) -> None:
    """Write documents that are made whole, by the name of their format; the files first."""
    for name, target in sorted(outputs, key=lambda output: not output[1]):
        document = documents[name]()
        if target:
            writing.write(Path(target), [document])
        else:
            put(document)


def emit(result: Result, outputs: Sequence[tuple[str, str]], how: Style) -> None:
    """Write the result in every format asked for; the files first, whole or not at all."""
    for name, target in sorted(outputs, key=lambda output: not output[1]):
        pieces = [piece for _, piece in formats.render(result, name, how)]
        if target:
            writing.write(Path(target), pieces)
        else:
            for piece in pieces:
                put(piece)


def put(piece: bytes) -> None:
    """Write bytes to standard output; a reader that has left is no error."""
    try:
        sys.stdout.buffer.write(piece)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
