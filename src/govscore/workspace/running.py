"""From paths to a result: every file read, validated, scored, checked and scored."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import govscore
from govscore import checks, result, rubric, scoring, yamlio
from govscore.errors import SetupError
from govscore.scoring.info import catalogue_info, rubric_info
from govscore.workspace.discovery import Found, discover, shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from govscore.rubric import Rubric


@dataclass(frozen=True)
class Plan:
    """How to evaluate each file, in a form that can be handed to another process.

    `thorough` adds the checks that a scored file may still fail or that merely observe; `bars`
    holds it against gates and an earlier result; `pack` is what to make of a scored practice in its
    own process.
    """

    reference: str | Path
    as_of: str
    folders: tuple[Path, ...] = ()
    evidence_cap: bool = True
    suppose: Mapping[str, int] = field(default_factory=dict)
    thorough: bool = False
    bars: checks.Bars | None = None
    pack: Callable[[result.Practice], bytes] | None = None


@dataclass(frozen=True)
class Job:
    """A plan with its rubric loaded."""

    plan: Plan
    rubric: Rubric

    @cached_property
    def head(self) -> result.Result:
        """The result without its files: who made it, with what, on which day."""
        return result.Result(
            tool=result.Tool(version=govscore.__version__),
            engine_version=govscore.ENGINE_VERSION,
            as_of=self.plan.as_of,
            rubric=rubric_info(self.rubric),
            catalogue=catalogue_info(),
            practices=[],
            inputs=[],
        )

    @cached_property
    def known_rubrics(self) -> frozenset[str]:
        """The ids under which an assessment may rate."""
        return frozenset([self.rubric.spec.rubric, *rubric.shipped()])


@dataclass(frozen=True)
class Evaluated:
    """What one file came to; the practice as it is, or packed."""

    input: result.Input
    practice: result.Practice | None = None
    packed: bytes | None = None
    id: str | None = None
    findings: tuple[result.Finding, ...] = ()
    gates: tuple[result.Gate, ...] = ()


def today() -> str:
    """Give the current day in UTC, the only clock there is."""
    return datetime.now(tz=UTC).date().isoformat()


def score(
    path: str | Path, *, rubric: str | Path = "gmpa", as_of: str | None = None
) -> result.Result:
    """Score a file or folder with defaults; the body of `govscore.score`."""
    return run(discover([Path(path)]), prepare(Plan(rubric, as_of or today())))


def prepare(plan: Plan) -> Job:
    """Load the rubric of a plan.

    Raises:
        SetupError: The rubric is unusable, or what is supposed names no criterion of it.
    """
    job = Job(plan, rubric.load(plan.reference, plan.folders))
    for name in plan.suppose:
        if name not in job.rubric.leaves:
            raise SetupError(f"there is no criterion '{name}' in {job.rubric.spec.rubric}")
    return job


def run(found: Found, job: Job) -> result.Result:
    """Evaluate every file in this process and gather the result."""
    return gather(job, (evaluate(path, job) for path in found.paths), found)


def gather(job: Job, evaluated: Iterable[Evaluated], found: Found) -> result.Result:
    """Put the outcomes of files together, with what only all of them show."""
    practices: list[result.Practice] = []
    inputs: list[result.Input] = []
    findings: list[result.Finding] = []
    gates: list[result.Gate] = []
    ids: list[tuple[str, str]] = []
    for one in evaluated:
        inputs.append(one.input)
        findings += one.findings
        gates += one.gates
        if one.practice is not None:
            practices.append(one.practice)
        if one.id is not None:
            ids.append((one.id, one.input.path))
    findings += checks.across(found.notes, ids)
    return job.head.model_copy(
        update={"practices": practices, "inputs": inputs, "findings": findings, "gates": gates}
    )


def unpacked(one: Evaluated) -> Evaluated:
    """Give an outcome without the practice that was packed, once it has been written."""
    return replace(one, packed=None)


def evaluate(path: Path, job: Job) -> Evaluated:
    """Evaluate one file."""
    return evaluate_document(yamlio.read(path, shown(path)), job)


def evaluate_document(document: yamlio.Document, job: Job) -> Evaluated:
    """Evaluate a document: first reading and model, then references and, if asked, more."""
    plan = job.plan
    read = result.Input(path=document.path, sha256=document.sha256)
    practice, problems = checks.practice(document)
    first = [*document.problems, *problems]
    if practice is None or first:
        return Evaluated(read, findings=tuple(checks.findings(first, document)))
    options = scoring.Options(plan.as_of, evidence_cap=plan.evidence_cap, suppose=plan.suppose)
    scored = scoring.score(practice, job.rubric, options, path=document.path, place=document.place)
    context = checks.Context(document, practice, scored, job.rubric, plan.as_of, job.known_rubrics)
    findings = checks.findings(_second(context, plan), document)
    gates: list[result.Gate] = []
    if plan.bars is not None:
        gates, fallen = plan.bars.hold(job.head, scored)
        findings += fallen
    return Evaluated(
        input=read,
        practice=scored if plan.pack is None else None,
        packed=plan.pack(scored) if plan.pack is not None else None,
        id=scored.id,
        findings=tuple(findings),
        gates=tuple(gates),
    )


def _second(context: checks.Context, plan: Plan) -> Iterator[checks.Problem]:
    yield from checks.references(context)
    if plan.thorough:
        yield from checks.observations(context)
