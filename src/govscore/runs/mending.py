"""What of a file's faults has one answer, put right; the rest of the file stays as it is."""

from __future__ import annotations

import difflib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from govscore import rules, yamlio
from govscore.checks import shape
from govscore.checks.reporting import reported
from govscore.errors import EditError
from govscore.pointers import at, steps
from govscore.practice import layout
from govscore.rules._inspection import Inspection
from govscore.scoring.read import Assumptions
from govscore.scoring.score import Weighed
from govscore.workspace import writing
from govscore.workspace.naming import shown
from govscore.yamlio import editing
from govscore.yamlio.editing.words import scalar
from govscore.yamlio.operations import Drop, Rename

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from govscore.checks.requirements import Requirements
    from govscore.errors import Problem
    from govscore.runs.plan import Job
    from govscore.yamlio.operations import Operation

_ROUNDS = 5
"""A file whose shape is mended can be searched further; one round more than there are stages."""


class Mend(NamedTuple):
    """One fault put right, at a line counted from 1, with what stood there and what does now."""

    code: str
    line: int
    old: str
    new: str


@dataclass
class Mended:
    """A file before and after; `done` in the order of lines, `refused` in sentences."""

    path: Path
    before: yamlio.Document
    after: yamlio.Document
    done: list[Mend] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)

    def save(self) -> None:
        """Write the file, if it is still what was read.

        Raises:
            SetupError: It cannot be written.
        """
        if self.done and writing.exchange(self.path, self.before.data, self.after.data) is not None:
            self.refused.append(f"{self.before.path} was changed meanwhile and is not mended")
            self.done = []

    def difference(self) -> bytes:
        """Write what would change as a patch; nothing if nothing would."""
        name = self.before.path
        old, new = (each.data.splitlines(keepends=True) for each in (self.before, self.after))
        heads = (f"a/{name}".encode(), f"b/{name}".encode())
        lines = difflib.diff_bytes(difflib.unified_diff, old, new, *heads)
        return b"".join(line if line.endswith(b"\n") else line + _NO_NEWLINE for line in lines)


_NO_NEWLINE = b"\n\\ No newline at end of file\n"


def mended(paths: Iterable[Path], requirements: Requirements, job: Job) -> Iterator[Mended]:
    """Mend files in memory, of the findings that are reported."""
    for path in paths:
        document = yamlio.read(path, shown(path, job.plan.home))
        one = Mended(path, document, document)
        for _ in range(_ROUNDS):
            if not _round(one, requirements, job):
                break
        one.done.sort(key=lambda mend: mend.line)
        yield one


def _round(one: Mended, requirements: Requirements, job: Job) -> bool:
    """Mend what is seen of a file now, from its end to its beginning; tell whether anything was."""
    document, before = one.after, one.done
    one.done, one.refused = [], []
    settings, root = requirements.settings, requirements.root
    problems = [
        each
        for each in _problems(document, job)
        if reported(each.code, document.path, settings, root)
    ]
    for problem in sorted(problems, key=lambda each: (each.line, each.column), reverse=True):
        mend = rules.rule(problem.code).mend
        for operation in mend(document, problem) if mend else ():
            _apply(one, operation, problem)
    fresh = one.done[::-1]
    one.done = [*before, *fresh]
    return bool(fresh)


def _apply(one: Mended, operation: Operation, problem: Problem) -> None:
    before = one.after
    try:
        one.after = editing.edit(before, [operation], layout).document
    except EditError as error:
        one.refused.append(f"{error.path}:{error.line}: {problem.code} not mended: {error.reason}")
        return
    one.done.append(Mend(problem.code, problem.line or 1, *_told(operation, before)))


def _problems(document: yamlio.Document, job: Job) -> list[Problem]:
    """List the faults of a file that can be edited: of its shape, or then of references."""
    if document.problems:
        return []
    practice, problems = shape.practice(document, job.rubric.required)
    if practice is None or problems:
        return problems
    day, rubric = job.plan.as_of, job.rubric
    came_to = Weighed(practice, rubric, Assumptions(day))
    inspection = Inspection(
        document, practice, came_to, rubric, day, job.known_rubrics, job.elsewhere
    )
    return [*rules.problems(inspection, rules.due("score"))]


def _told(operation: Operation, document: yamlio.Document) -> tuple[str, str]:
    """Say what stood at a pointer, and what does now; nothing of what was taken out."""
    place = operation.pointer
    if isinstance(operation, Rename):
        return steps(place)[-1], operation.name
    old = document.source(place) or _spelt(at(place, document.value))
    return old, "" if isinstance(operation, Drop) else _spelt(operation.value)


def _spelt(value: Any) -> str:  # noqa: ANN401 - a value of any kind
    return scalar(value.get("id") if isinstance(value, dict) else value)
