"""From readings and values to the parts of the result, rounded in this one place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govscore import result
from govscore.scoring.certainty import certainty
from govscore.scoring.labels import plain_band
from govscore.scoring.steps import next_step
from govscore.scoring.tree import POINTS

if TYPE_CHECKING:
    from govscore.measures import Case, Reading
    from govscore.rubric import CriterionSpec, NodeSpec, Rubric
    from govscore.scoring.outcome import Outcome
    from govscore.scoring.reading import Taken

_PRECISION = 9


def overall(came_to: Outcome, rubric: Rubric) -> result.Overall:
    """Give the overall of the result."""
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


def node(spec: NodeSpec, came_to: Outcome, case: Case, as_of: str) -> result.Node:
    """Give a node of the result."""
    tree = came_to.tree
    value = tree.values.get(spec.id)
    point = value.point if value else None
    top = spec.under == tree.rubric.root.id
    bands = sorted(tree.rubric.spec.bands, key=lambda band: band.start)
    return result.Node(
        id=spec.id,
        parent=spec.under,
        kind=spec.kind,
        title=spec.title,
        weight=spec.weight,
        aggregate=spec.aggregate,
        share=round(tree.shares.get(spec.id, 0.0), _PRECISION),
        point=_rounded(point),
        low=_rounded(value.low) if value else None,
        high=_rounded(value.high) if value else None,
        coverage=_rounded(value.coverage) if value else None,
        certainty=certainty(spec.id, tree, case, as_of) if top and value else None,
        band=None if point is None else bands[plain_band(tree.rubric, point)].id,
    )


def criterion(
    spec: CriterionSpec, taken: Taken, came_to: Outcome, path: str
) -> result.Criterion:
    """Give a criterion of the result; its facts have no lines yet."""
    case = taken.case
    reading = taken.readings[spec.id]
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
        override=taken.overrides.get(spec.id),
        facts=[result.Fact(pointer=each, path=path) for each in reading.pointers],
        selections=_selections(reading, case),
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


def _selections(reading: Reading, case: Case) -> list[result.Selection]:
    """List the facts with words that the rules of a criterion read, and how many each found."""
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
