"""From paths to a result: every file read, validated, scored and checked."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from govscore import rules, yamlio
from govscore.checks import shape
from govscore.checks.findings import across
from govscore.checks.findings import findings as findings_of
from govscore.result.run import Finding, Gate, Input, Result
from govscore.rules._inspection import Inspection
from govscore.runs.plan import Job, Plan, prepare, today
from govscore.scoring import score as scoring
from govscore.scoring.read import Assumptions
from govscore.workspace.discovery import Found, discover, shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from govscore.errors import Problem
    from govscore.result.scored import ScoredPractice


@dataclass(frozen=True)
class Evaluated:
    """What one file came to; the practice as it is, or packed.

    Beside a packed practice, `practice` holds only the criteria that would clear its missed gates.
    """

    input: Input
    practice: ScoredPractice | None = None
    packed: bytes | None = None
    id: str | None = None
    findings: tuple[Finding, ...] = ()
    gates: tuple[Gate, ...] = ()


def score(path: str | Path, *, rubric: str | Path = "gmpa", as_of: str | None = None) -> Result:
    """Score a file or folder with defaults; the body of `govscore.score`."""
    return run(discover([Path(path)]), prepare(Plan(rubric, as_of or today())))


def run(found: Found, job: Job) -> Result:
    """Evaluate every file in this process and gather the result."""
    return gather(job, evaluate_each(found.paths, job), found)


def gather(job: Job, evaluated: Iterable[Evaluated], found: Found) -> Result:
    """Put the outcomes of files together, with what only all of them show."""
    practices: list[ScoredPractice] = []
    inputs: list[Input] = []
    findings: list[Finding] = []
    gates: list[Gate] = []
    ids: list[tuple[str, str]] = []
    for one in evaluated:
        inputs.append(one.input)
        findings += one.findings
        gates += one.gates
        if one.practice is not None:
            practices.append(one.practice)
        if one.id is not None:
            ids.append((one.id, one.input.path))
    findings += across(found.notes, ids)
    return job.head.model_copy(
        update={"practices": practices, "inputs": inputs, "findings": findings, "gates": gates}
    )


def unpacked(one: Evaluated) -> Evaluated:
    """Give an outcome without the practice that was packed, once it has been written."""
    return replace(one, packed=None)


POOL_FROM = 300
"""Below this many files starting processes costs more than it saves."""


def evaluate_all(paths: Sequence[Path], job: Job) -> Iterator[Evaluated]:
    """Evaluate files in their order, in this process or, if they are many, on all processors."""
    if len(paths) < POOL_FROM:
        return evaluate_each(paths, job)
    from govscore.runs import executors  # noqa: PLC0415 - few files do without processes

    return executors.evaluate_all(paths, job)


def evaluate_each(paths: Iterable[Path], job: Job) -> Iterator[Evaluated]:
    """Evaluate files one by one in this process."""
    return (evaluate(path, job) for path in paths)


def evaluate(path: Path, job: Job) -> Evaluated:
    """Evaluate one file."""
    return evaluate_document(yamlio.read(path, shown(path)), job)


def evaluate_document(document: yamlio.Document, job: Job) -> Evaluated:
    """Evaluate a document: first reading and model, then references and, if asked, more."""
    plan = job.plan
    read = Input(path=document.path, sha256=document.sha256)
    practice, problems = shape.practice(document)
    first = [*document.problems, *_own(problems, document)]
    if practice is None or first:
        return Evaluated(read, findings=tuple(findings_of(first, document)))
    options = Assumptions(plan.as_of, evidence_cap=plan.evidence_cap, suppose=plan.suppose)
    scored = scoring.score(practice, job.rubric, options, path=document.path, place=document.place)
    inspection = Inspection(document, practice, scored, job.rubric, plan.as_of, job.known_rubrics)
    asked = rules.due("check" if plan.thorough else "score")
    findings = findings_of(rules.problems(inspection, asked), document)
    gates: list[Gate] = []
    if plan.bars is not None:
        gates, fallen = plan.bars.hold(job.head, scored)
        findings += fallen
    return Evaluated(
        input=read,
        practice=scored if plan.pack is None else _way_up(scored, gates),
        packed=plan.pack(scored) if plan.pack is not None else None,
        id=scored.id,
        findings=tuple(findings),
        gates=tuple(gates),
    )


def _own(problems: Iterable[Problem], document: yamlio.Document) -> list[Problem]:
    """Leave out the faults of values that could not be read: one line says what is wrong."""
    unread = {each.pointer for each in document.problems if each.pointer and not each.on_key}
    return [
        each
        for each in problems
        if each.pointer not in unread or (each.on_key and each.args.get("variant") != "nothing")
    ]


def _way_up(scored: ScoredPractice, gates: Iterable[Gate]) -> ScoredPractice | None:
    """Keep of a packed practice the criteria that clear its missed gates, if there are any."""
    named = {name for gate in gates if not gate.passed for name in gate.cheapest}
    aside: dict[str, list[object]] = {"facts": [], "selections": [], "evidence": []}
    kept = [each.model_copy(update=aside) for each in scored.criteria if each.id in named]
    less = {"record": {}, "lenses": {}, "nodes": [], "breaches": [], "criteria": kept}
    return scored.model_copy(update=less) if kept else None
