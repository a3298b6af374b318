"""The questions on a practice with the lines to write, and what a collection lacks most often."""

from __future__ import annotations

from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from govscore import yamlio
from govscore.checks import shape
from govscore.checks.findings import findings
from govscore.errors import EditError
from govscore.result.questions import Asks, Gap, Gaps, Required, Todo
from govscore.result.run import Input
from govscore.runs import forked
from govscore.scale import PRECISION
from govscore.studies.questions import Study
from govscore.studies.questions.lines import bare, lined
from govscore.workspace.naming import shown

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from govscore.errors import Problem
    from govscore.practice.record import Practice
    from govscore.result.questions import Question
    from govscore.result.run import Finding
    from govscore.runs.plan import Job

_LACKING = "GS101"

_POOL_FROM = 10
"""Files from which all processors are asked: trying every answer takes a tenth of a second each."""


class Asked(NamedTuple):
    """What there is to say, and what else is wrong with the files that cannot be scored."""

    study: Todo
    findings: list[Finding]


class Lacking(NamedTuple):
    """The same of a collection."""

    study: Gaps
    findings: list[Finding]


def todo(path: Path, job: Job, criterion: str | None = None) -> Asked:
    """Ask what is open on a practice, or of one criterion only; or for what it lacks to be scored.

    Args:
        path: Its file.
        job: The rubric and the day.
        criterion: The id of a criterion that the rubric has.
    """
    document = yamlio.read(path, shown(path, job.plan.home))
    practice, problems = _read(document, job)
    value = document.value if isinstance(document.value, dict) else {}
    told: dict[str, Any] = {
        **job.head.head,
        "practice": str(value.get("id") or path.stem),
        "title": str(value.get("title") or ""),
        "path": document.path,
        "inputs": [_input(document, practice)],
    }
    if practice is None:
        return _unscored(told, problems, document)
    asked, silent = _open(practice, document, job, criterion)
    refused, written = "", []
    for each in map(bare, asked):
        try:
            written.append(lined(each, document))
        except EditError as error:
            refused = refused or str(error)
            written.append(each)
    names = {name for each in asked for name in each.criteria} | set(silent)
    study = Todo(
        **told,
        open=len(names if criterion is None else names & {criterion}),
        questions=written,
        unasked=silent,
        refused=refused,
        required=[],
    )
    return Asked(study, [])


def _unscored(told: dict[str, Any], problems: list[Problem], document: yamlio.Document) -> Asked:
    """Name the required fields that are not there; the rest are findings like any other."""
    required = [each for each in problems if each.code == _LACKING]
    others = [each for each in problems if each.code != _LACKING]
    lacks = [
        Required(pointer=each.pointer, line=each.line or 1, message=each.message)
        for each in findings(required, document)
    ]
    study = Todo(**told, open=0, questions=[], unasked=[], refused="", required=lacks)
    return Asked(study, findings(others, document))


def gaps(
    paths: Sequence[Path], job: Job, tick: Callable[[], object], criterion: str | None = None
) -> Lacking:
    """Count over a collection which questions are open, those of most practices first."""
    found: dict[str, list[tuple[str, Question]]] = {}
    inputs, wrong = [], []
    work = partial(_one, job=job, criterion=criterion)
    with closing(forked.each(work, paths, least=_POOL_FROM)) as done:
        for each in done:
            inputs.append(each.input)
            wrong += each.findings
            for question in each.questions:
                found.setdefault(question.field, []).append((each.id, question))
            tick()
    made = [_gap(field, asked) for field, asked in found.items()]
    made.sort(key=lambda each: (-len(each.practices), -each.gain, each.field))
    scored = sum(each.scored for each in inputs)
    return Lacking(Gaps(**job.head.head, practices=scored, gaps=made, inputs=inputs), wrong)


class _One(NamedTuple):
    """What one file of a collection came to."""

    input: Input
    id: str
    questions: list[Question]
    findings: list[Finding]


def _one(path: Path, job: Job, criterion: str | None) -> _One:
    document = yamlio.read(path, shown(path, job.plan.home))
    practice, problems = _read(document, job)
    read = _input(document, practice)
    if practice is None:
        return _One(read, "", [], findings(problems, document))
    return _One(read, practice.id, _open(practice, document, job, criterion)[0], [])


def _gap(field: str, asked: list[tuple[str, Question]]) -> Gap:
    texts = {each.criterion: each.text for _, question in asked for each in question.asks}
    gains = [question.gain for _, question in asked]
    return Gap(
        field=field,
        asks=[Asks(criterion=name, text=text) for name, text in texts.items()],
        practices=[name for name, _ in asked],
        gain=max(gains),
        total=round(sum(gains), PRECISION),
    )


def _input(document: yamlio.Document, practice: Practice | None) -> Input:
    return Input(path=document.path, sha256=document.sha256, scored=practice is not None)


def _read(document: yamlio.Document, job: Job) -> tuple[Practice | None, list[Problem]]:
    practice, problems = shape.practice(document, job.rubric.required)
    problems = [*document.problems, *problems]
    return (None if problems else practice), problems


def _open(
    practice: Practice, document: yamlio.Document, job: Job, criterion: str | None
) -> tuple[list[Question], list[str]]:
    study = Study(practice, document, job.rubric, job.plan.as_of)
    asked, silent = study.all(), study.unasked
    if criterion is None:
        return asked, silent
    of_it = [each for each in asked if criterion in each.criteria]
    return of_it, [name for name in silent if name == criterion]
