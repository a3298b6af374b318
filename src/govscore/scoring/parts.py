"""From readings and values to the parts of the result, rounded in this one place.

Parts are plain mappings here; the result validates them all at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from govscore.scale import POINTS, PRECISION
from govscore.scoring.certainty import certainty
from govscore.scoring.labels import plain_band
from govscore.scoring.next_step import next_step

if TYPE_CHECKING:
    from govscore.measures._measure import Reading
    from govscore.result.scored import Place
    from govscore.rubric.compiled import Rubric
    from govscore.rubric.model import CriterionSpec, NodeSpec
    from govscore.scoring.case import PracticeCase
    from govscore.scoring.conclusion import Conclusion
    from govscore.scoring.read import Readings

Part = dict[str, Any]


def overall(came_to: Conclusion, rubric: Rubric) -> Part:
    """Give the overall of the result."""
    value = came_to.overall
    return {
        "point": _rounded(value.point),
        "low": round(value.low, PRECISION),
        "high": round(value.high, PRECISION),
        "coverage": round(value.coverage, PRECISION),
        "method": rubric.root.aggregate,
    }


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, PRECISION)


def node(spec: NodeSpec, came_to: Conclusion, case: PracticeCase, as_of: str) -> Part:
    """Give a node of the result."""
    tree = came_to.tree
    value = tree.values.get(spec.id)
    point = value.point if value else None
    top = spec.under == tree.rubric.root.id
    return {
        "id": spec.id,
        "parent": spec.under,
        "kind": spec.kind,
        "title": spec.title,
        "weight": spec.weight,
        "aggregate": spec.aggregate,
        "share": round(tree.shares.get(spec.id, 0.0), PRECISION),
        "point": _rounded(point),
        "low": _rounded(value.low) if value else None,
        "high": _rounded(value.high) if value else None,
        "coverage": _rounded(value.coverage) if value else None,
        "certainty": certainty(spec.id, tree, case, as_of) if top and value else None,
        "band": None if point is None else tree.rubric.bands[plain_band(tree.rubric, point)].id,
    }


def criterion(spec: CriterionSpec, taken: Readings, came_to: Conclusion, where: Where) -> Part:
    """Give a criterion of the result."""
    case = taken.case
    reading = taken.readings[spec.id]
    strengths = case.strengths[spec.claim]
    tree = came_to.tree
    return {
        "id": spec.id,
        "under": spec.under,
        "phase": spec.phase,
        "weight": spec.weight,
        "share": round(tree.shares.get(spec.id, 0.0), PRECISION),
        "status": reading.status,
        "claimed": reading.claimed,
        "credited": reading.credited,
        "low": reading.low,
        "high": reading.high,
        "points": POINTS * (reading.credited or 0),
        "points_max": 100 * reading.coverage,
        "coverage": reading.coverage,
        "measure": spec.measure.kind,
        "rule": reading.rule,
        "because": {"code": reading.because, "args": dict(reading.args)},
        "override": taken.overrides.get(spec.id),
        "facts": [where.fact(each) for each in reading.pointers],
        "selections": _selections(reading, case),
        "evidence": [{"id": e, "strength": strengths.get(e, 0)} for e in reading.evidence],
        "next": next_step(spec.id, tree.rubric.indicator[spec.under], tree),
    }


class Where:
    """The places of a practice's facts: its file, and what finds a pointer in it."""

    def __init__(self, path: str, place: Place | None) -> None:
        """Name the file; without `place` facts stay without lines."""
        self._path = path
        self._place = place
        self._known: dict[str, Part] = {}

    def fact(self, pointer: str) -> Part:
        """Give the fact at a pointer."""
        if pointer not in self._known:
            line, column = self._place(pointer) if self._place else (None, None)
            place = {"path": self._path, "line": line, "column": column}
            self._known[pointer] = {"pointer": pointer, **place}
        return self._known[pointer]


def _selections(reading: Reading, case: PracticeCase) -> list[Part]:
    """List the facts with words that the rules of a criterion read, and how many each found."""
    found = case.found.pointers
    return [
        {"name": name, "says": says, "count": len(found[name]), "pointers": found[name]}
        for name in reading.facts
        if name in found and (says := case.facts.by_name[name].says)
    ]
