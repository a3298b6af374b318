"""What a finding's one answer is made of; a rule whose finding has one says so in its `mend`."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from govscore.pointers import ABSENT, at, steps
from govscore.spelling import alike

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govscore.errors import Problem
    from govscore.yamlio import Document
    from govscore.yamlio.operations import Operation

_SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_LONGEST = 80


def respelt(document: Document, problem: Problem) -> Iterator[Operation]:
    """Write a word as the list has it, if it differs from one of the list in case alone."""
    from govscore.yamlio.operations import Set  # noqa: PLC0415 - a score mends nothing

    value = at(problem.pointer, document.value)
    key = steps(problem.pointer)[-1]
    if isinstance(value, str) and problem.args["found"] == f"'{value}'":
        word = alike(value, problem.suggestions)
        yield from [Set(problem.pointer, word)] if word else []
    elif problem.args["found"] == f"'{key}'":
        yield from renamed(document, problem)


def renamed(document: Document, problem: Problem) -> Iterator[Operation]:
    """Write a key as it is known, if it differs from a known one in case and separators alone."""
    from govscore.yamlio.operations import Rename  # noqa: PLC0415 - a score mends nothing

    above, _, _ = problem.pointer.rpartition("/")
    name = alike(steps(problem.pointer)[-1], problem.suggestions)
    if name and at(f"{above}/{name}", document.value) is ABSENT:
        yield Rename(problem.pointer, name)


def named_after_file(document: Document) -> Iterator[Operation]:
    """Take the id from the name of the file, if that can be one."""
    from govscore.yamlio.operations import Set  # noqa: PLC0415 - a score mends nothing

    stem = PurePosixPath(document.path).stem
    if re.fullmatch(_SLUG, stem) and len(stem) <= _LONGEST:
        yield Set("/id", stem)
