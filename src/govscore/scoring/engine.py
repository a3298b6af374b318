"""One practice under one rubric, from its facts to its place in the result."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from govscore import result
from govscore.measures import TOP, Case, Measure, Reading
from govscore.practice.due import due
from govscore.practice.view import view
from govscore.practice.vocab import vocab
from govscore.scoring.certainty import certainty
from govscore.scoring.labels import plain_band
from govscore.scoring.lenses import lenses
from govscore.scoring.outcome import Outcome, outcome
from govscore.scoring.overrides import override
from govscore.scoring.steps import next_step
from govscore.scoring.tree import POINTS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from govscore.practice import Practice
    from govscore.rubric import CriterionSpec, NodeSpec, Rubric

_PRECISION = 9


@dataclass(frozen=True)
class Options:
    """How to score: the day that dates everything (YYYY-MM-DD), the evidence cap, and what-if levels."""

    as_of: str
    evidence_cap: bool = True
    suppose: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class _Read:
    reading: Reading
    override: result.Override | None = None


def score(practice: Practice, rubric: Rubric, options: Options, *, path: str) -> result.Practice:
    """Score a practice; its facts carry pointers, and lines once the result is placed."""
    case = _case(practice, rubric, options)
    reads = _read(case, rubric, options)
    readings = {name: read.reading for name, read in reads.items()}
    came_to = outcome(rubric, readings, {**case.data, **case.found.values})
    nodes = [_node(node, came_to, case, options) for node in rubric.spec.nodes if node.under]
    return result.Practice(
        id=practice.id,
        title=practice.title,
        path=path,
        record=practice.model_dump(mode="json", exclude_none=True, by_alias=True),
        overall=_overall(came_to, rubric),
        label=came_to.label,
        nodes=nodes,
        criteria=[
            _criterion(each, reads[each.id], came_to, case, path) for each in rubric.spec.criteria
        ],
        lenses=lenses(practice, rubric, readings),
        notes=_notes(case, rubric, readings),
        breaches=_breaches(case, path),
    )


def _case(practice: Practice, rubric: Rubric, options: Options) -> Case:
    data = {"p": view(practice, options.as_of), "vocab": vocab()}
    table = rubric.spec.evidence.strengths
    strengths = {
        claim: {
            each.id: getattr(table[each.type], claim) if each.type in table else 0
            for each in practice.evidence or ()
        }
        for claim in ("norm", "process", "effect")
    }
    return Case(
        practice=practice,
        data=data,
        found=rubric.facts.find(data),
        facts=rubric.facts,
        programs=rubric.programs,
        strengths=strengths,
        needs=rubric.spec.evidence.needs if options.evidence_cap else {},
        assessments=tuple(
            each
            for each in practice.assessments or ()
            if each.rubric.split("@")[0] == rubric.spec.rubric
        ),
    )


def _read(case: Case, rubric: Rubric, options: Options) -> dict[str, _Read]:
    phases = due(case.practice, options.as_of)
    return {each.id: _one(each, case, rubric, options, phases) for each in rubric.spec.criteria}


def _one(
    criterion: CriterionSpec,
    case: Case,
    rubric: Rubric,
    options: Options,
    phases: frozenset[str],
) -> _Read:
    if criterion.id in options.suppose:
        level = options.suppose[criterion.id]
        return _Read(Reading("scored", level, level, level, level, 1.0, "supposed"))
    if criterion.phase and criterion.phase not in phases:
        args = {"phase": criterion.phase}
        return _Read(Reading("not_yet_due", None, None, 0, TOP, 0.0, "not_yet_due", args))
    spot = rubric.spot(criterion)
    reading = criterion.measure.read(spot, case, rubric.rules[criterion.id])
    if criterion.measure.kind == "judged":
        return _Read(reading)
    return _Read(*override(spot, case, reading))


def _overall(came_to: Outcome, rubric: Rubric) -> result.Overall:
    value = came_to.overall
    return result.Overall(
        point=_rounded(value.point),
        low=round(value.low, _PRECISION),
        high=round(value.high, _PRECISION),
        coverage=round(value.coverage, _PRECISION),
        method=rubric.root.aggregate,
    )


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, _PRECISION)


def _node(node: NodeSpec, came_to: Outcome, case: Case, options: Options) -> result.Node:
    tree = came_to.tree
    value = tree.values.get(node.id)
    point = value.point if value else None
    top = node.under == tree.rubric.root.id
    bands = sorted(tree.rubric.spec.bands, key=lambda band: band.start)
    return result.Node(
        id=node.id,
        parent=node.under,
        kind=node.kind,
        title=node.title,
        weight=node.weight,
        aggregate=node.aggregate,
        share=round(tree.shares.get(node.id, 0.0), _PRECISION),
        point=_rounded(point),
        low=_rounded(value.low) if value else None,
        high=_rounded(value.high) if value else None,
        coverage=_rounded(value.coverage) if value else None,
        certainty=certainty(node.id, tree, case, options.as_of) if top and value else None,
        band=None if point is None else bands[plain_band(tree.rubric, point)].id,
    )


def _criterion(
    spec: CriterionSpec, read: _Read, came_to: Outcome, case: Case, path: str
) -> result.Criterion:
    reading = read.reading
    return result.Criterion(
        id=spec.id,
        under=spec.under,
        phase=spec.phase,
        weight=spec.weight,
        share=round(came_to.tree.shares.get(spec.id, 0.0), _PRECISION),
        status=reading.status,
        claimed=reading.claimed,
        credited=reading.credited,
        low=reading.low,
        high=reading.high,
        points=POINTS * (reading.credited or 0),
        points_max=100 * reading.coverage,
        coverage=reading.coverage,
        measure=spec.measure.kind,
        rule=reading.rule,
        because=result.Because(code=reading.because, args=dict(reading.args)),
        override=read.override,
        facts=[result.Fact(pointer=each, path=path) for each in reading.pointers],
        selections=_selections(spec.measure, reading, case),
        evidence=[
            result.EvidenceUse(id=each, strength=case.strength(spec.claim, [each]))
            for each in reading.evidence
        ],
        next=next_step(spec.id, _indicator(spec.under, came_to), came_to.tree),
    )


def _indicator(node: str, came_to: Outcome) -> str:
    """Give the node right under the overall to which a node belongs."""
    rubric = came_to.tree.rubric
    parents = {each.id: each.under for each in rubric.spec.nodes}
    while (parent := parents[node]) not in (None, rubric.root.id):
        node = str(parent)
    return node


def _selections(measure: Measure, reading: Reading, case: Case) -> list[result.Selection]:
    """List the facts with words that the rules of a criterion read, and how many each found."""
    del measure
    return [
        result.Selection(
            name=name,
            says=fact.says,
            count=len(case.found.pointers[name]),
            pointers=case.found.pointers[name],
        )
        for name in reading.facts
        if (fact := case.facts.by_name[name]).says and name in case.found.pointers
    ]


def _notes(case: Case, rubric: Rubric, readings: Mapping[str, Reading]) -> list[str]:
    notes = [name for name, program in rubric.notes.items() if program.ask(case.activation)]
    if any(reading.status == "not_yet_due" for reading in readings.values()):
        notes.append("evaluation_not_due")
    return notes


def _breaches(case: Case, path: str) -> list[result.Fact]:
    """List the legal items against which a standing conflict counts."""
    legal = case.data["p"].get("legal_basis", {})
    return [
        result.Fact(pointer=f"/legal_basis/{kind}/{index}", path=path)
        for kind in ("international", "regional", "national")
        for index, item in enumerate(legal.get(kind, ()))
        if item["standing_conflict"]
    ]
