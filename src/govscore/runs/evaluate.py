"""One document: read as a practice, scored, checked, and held against what is required of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from govscore import rules
from govscore.checks import shape
from govscore.checks.findings import bare
from govscore.checks.findings import findings as findings_of
from govscore.checks.held import NOTHING
from govscore.result.run import Finding, Gate, Input
from govscore.rules._inspection import Inspection
from govscore.runs.plan import nothing
from govscore.scoring.read import Assumptions
from govscore.scoring.score import Weighed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from govscore.errors import Problem
    from govscore.result.scored import Scored, ScoredPractice
    from govscore.runs.plan import Job, Plan
    from govscore.yamlio import Document


class Evaluated(NamedTuple):
    """What one document came to; the practice as it is, or the piece that is kept of it.

    Beside a piece, `practice` holds only the criteria that would clear its missed gates.
    `gates_over` and `was` are as of `Held`.
    """

    input: Input
    practice: ScoredPractice | None = None
    piece: bytes | None = None
    id: str | None = None
    id_at: tuple[int, int] = (1, 1)
    findings: tuple[Finding, ...] = ()
    gates: tuple[Gate, ...] = ()
    gates_over: frozenset[int] = frozenset()
    was: str | None = None


def evaluate(document: Document, job: Job) -> Evaluated:
    """Evaluate a document: first reading and model, then references and, if asked, more."""
    plan = job.plan
    read = Input.model_construct(path=document.path, sha256=document.sha256)
    practice, problems = shape.practice(document, job.rubric.required)
    first = shape.grouped([*document.problems, *_own(problems, document)])
    if practice is None or first:
        return _unscored(read, findings_of(first, document), plan)
    options = Assumptions(plan.as_of, evidence_cap=plan.evidence_cap, suppose=plan.suppose)
    weighed = Weighed(practice, job.rubric, options)
    inspection = Inspection(
        document, practice, weighed, job.rubric, plan.as_of, job.known_rubrics, job.elsewhere
    )
    found = _found(inspection, plan)
    one = Evaluated(read, id=practice.id, id_at=document.place("/id"), findings=tuple(found))
    required = plan.requirements if plan.requirements and plan.requirements.ask else None
    if plan.keep is nothing and required is None:
        return one
    scored = weighed.scored(document.path, document.place)
    held = required.hold(job.head, scored.practice, document) if required else NOTHING
    return one._replace(
        practice=scored.practice if plan.keep is None else _way_up(scored, held.gates),
        piece=plan.keep(scored) if plan.keep is not None else None,
        findings=(*found, *held.findings),
        gates=tuple(held.gates),
        gates_over=held.gates_over,
        was=held.was,
    )


def _found(inspection: Inspection, plan: Plan) -> list[Finding]:
    """Find what breaks the rules that a plan asks; what is only counted stands behind the rest."""
    document = inspection.document
    asked = rules.due("check" if plan.thorough else "score")
    told = [code for code in asked if code not in plan.counted]
    counted = rules.counted(inspection, [code for code in asked if code in plan.counted])
    return [
        *findings_of(rules.problems(inspection, told), document),
        *(each for code, count in counted for each in [bare(code, document.path)] * count),
    ]


def _unscored(read: Input, findings: Iterable[Finding], plan: Plan) -> Evaluated:
    """Give the outcome of a document that could not be read, or is no practice."""
    held = plan.requirements.touch(read.path) if plan.requirements is not None else NOTHING
    unscored = read.model_copy(update={"scored": False})
    return Evaluated(unscored, findings=tuple(findings), gates_over=held.gates_over, was=held.was)


def _own(problems: Iterable[Problem], document: Document) -> list[Problem]:
    """Leave out the faults of values that could not be read: one line says what is wrong."""
    unread = {each.pointer for each in document.problems if each.pointer and not each.on_key}
    return [
        each
        for each in problems
        if each.pointer not in unread or (each.on_key and each.args.get("variant") != "nothing")
    ]


def _way_up(scored: Scored, gates: Iterable[Gate]) -> ScoredPractice | None:
    """Keep of a practice the criteria that clear its missed gates, if there are any."""
    named = {name for gate in gates if not gate.passed for name in gate.cheapest}
    aside: dict[str, list[object]] = {"facts": [], "selections": [], "evidence": []}
    if not named:
        return None
    whole = scored.practice
    kept = [each.model_copy(update=aside) for each in whole.criteria if each.id in named]
    less = {"record": {}, "lenses": {}, "nodes": [], "breaches": [], "criteria": kept}
    return whole.model_copy(update=less) if kept else None
