"""From paths to a result: every file read, validated, scored, checked and placed."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timezone
from pathlib import Path
from typing import TYPE_CHECKING

import govscore
from govscore import checks, result, rubric, scoring, yamlio
from govscore.errors import SetupError
from govscore.scoring.info import catalogue_info, rubric_info
from govscore.workspace.discovery import Found, discover, shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from govscore.rubric import Rubric


@dataclass(frozen=True)
class Job:
    """How to evaluate each file: with which rubric, on which day, how strictly.

    `thorough` adds the checks that a scored file may still fail or that merely observe.
    """

    rubric: Rubric
    as_of: str
    evidence_cap: bool = True
    suppose: Mapping[str, int] = field(default_factory=dict)
    thorough: bool = False
    known_rubrics: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Evaluated:
    """What one file came to."""

    input: result.Input
    practice: result.Practice | None
    findings: tuple[result.Finding, ...]


def today() -> str:
    """Give the current day in UTC, the only clock there is."""
    return datetime.now(tz=timezone.utc).date().isoformat()


def score(
    path: str | Path, *, rubric: str | Path = "gmpa", as_of: str | None = None
) -> result.Result:
    """Score a file or folder with defaults; the body of `govscore.score`."""
    return run(discover([Path(path)]), job(rubric, as_of=as_of))


def job(
    reference: str | Path,
    *,
    as_of: str | None = None,
    folders: tuple[Path, ...] = (),
    evidence_cap: bool = True,
    suppose: Mapping[str, int] | None = None,
    thorough: bool = False,
) -> Job:
    """Load the rubric and fix the day.

    Raises:
        SetupError: The rubric is unusable, or what is supposed names no criterion of it.
    """
    loaded = rubric.load(reference, folders)
    known = {each.id for each in loaded.spec.criteria}
    for name in suppose or {}:
        if name not in known:
            raise SetupError(f"there is no criterion '{name}' in {loaded.spec.rubric}")
    return Job(
        rubric=loaded,
        as_of=as_of or today(),
        evidence_cap=evidence_cap,
        suppose=suppose or {},
        thorough=thorough,
        known_rubrics=frozenset([loaded.spec.rubric, *rubric.shipped()]),
    )


def run(found: Found, work: Job) -> result.Result:
    """Evaluate every file and gather the result."""
    return gather(work, (evaluate(path, work) for path in found.paths), found)


def gather(work: Job, evaluated: Iterable[Evaluated], found: Found) -> result.Result:
    """Put the outcomes of files together, with what only all of them show."""
    each = list(evaluated)
    findings = [finding for one in each for finding in one.findings]
    findings += checks.across(found.notes, [one.practice for one in each if one.practice])
    return result.Result(
        tool=result.Tool(version=govscore.__version__),
        engine_version=govscore.ENGINE_VERSION,
        as_of=work.as_of,
        rubric=rubric_info(work.rubric),
        catalogue=catalogue_info(),
        inputs=[one.input for one in each],
        practices=[one.practice for one in each if one.practice],
        findings=findings,
    )


def evaluate(path: Path, work: Job) -> Evaluated:
    """Evaluate one file."""
    return evaluate_document(yamlio.read(path, shown(path)), work)


def evaluate_document(document: yamlio.Document, work: Job) -> Evaluated:
    """Evaluate a document: stage one reading and model, stage two references and, if asked, the rest."""
    read = result.Input(path=document.path, sha256=document.sha256)
    practice, problems = checks.practice(document)
    first = [*document.problems, *problems]
    if practice is None or first:
        return Evaluated(read, None, tuple(checks.findings(first, document)))
    options = scoring.Options(work.as_of, evidence_cap=work.evidence_cap, suppose=work.suppose)
    scored = scoring.score(practice, work.rubric, options, path=document.path)
    context = checks.Context(
        document, practice, scored, work.rubric, work.as_of, work.known_rubrics
    )
    second = list(_second(context, work))
    placed = scored.placed(document.place)
    return Evaluated(read, placed, tuple(checks.findings(second, document)))


def _second(context: checks.Context, work: Job) -> Iterator[checks.Problem]:
    yield from checks.references(context)
    if work.thorough:
        yield from checks.observations(context)
