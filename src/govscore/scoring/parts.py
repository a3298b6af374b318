"""From readings and totals to the parts of the result, rounded in this one place.

Parts are plain mappings here; the result validates them all at once.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from govscore.result.scored import Criterion
from govscore.scale import POINTS
from govscore.scoring.certainty import certainty
from govscore.scoring.labels import rank
from govscore.scoring.next_step import next_step
from govscore.scoring.open_fields import UNSETTLED, open_fields

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govscore.measures._lack import Lack
    from govscore.measures._measure import Reading
    from govscore.result.scored import Label, Override, Place
    from govscore.rubric.compiled import Rubric
    from govscore.rubric.model import CriterionSpec, NodeSpec
    from govscore.scoring.case import PracticeCase
    from govscore.scoring.conclusion import Conclusion
    from govscore.scoring.read import Readings


def overall(came_to: Conclusion) -> dict[str, Any]:
    """Give the overall of the result."""
    root = came_to.tree.rubric.root
    total = came_to.stated[root.id]
    return {
        "point": total.point,
        "low": total.low,
        "high": total.high,
        "coverage": total.coverage,
        "method": root.mean,
    }


def label(came_to: Conclusion) -> dict[str, Any]:
    """Give the label of the result."""
    found = came_to.label
    return {**dict(found), "limits": [dict(each) for each in found.limits]}


def node(spec: NodeSpec, came_to: Conclusion, case: PracticeCase, as_of: str) -> dict[str, Any]:
    """Give a node of the result."""
    tree = came_to.tree
    total = came_to.stated.get(spec.id)
    point = total.point if total else None
    top = spec.under == tree.rubric.root.id
    return {
        "id": spec.id,
        "parent": spec.under,
        "kind": spec.kind,
        "title": spec.title,
        "weight": spec.weight,
        "aggregate": spec.mean,
        "share": tree.stated.get(spec.id, 0.0),
        "point": point,
        "low": total.low if total else None,
        "high": total.high if total else None,
        "coverage": total.coverage if total else None,
        "certainty": certainty(spec.id, tree, case, as_of) if top and total else None,
        "band": None if point is None else tree.rubric.bands[rank(tree.rubric, point)].id,
    }


class _Frame(NamedTuple):
    """What a rubric alone says of a criterion: all keys of its part, and what the rest is asked by.

    `part` has every key in its place, most of them without a value yet: to copy it and set them
    takes half as long as to write the part key by key.
    """

    part: dict[str, Any]
    spec: CriterionSpec
    indicator: str


@lru_cache(64)
def _frames(rubric: Rubric) -> list[_Frame]:
    return [
        _Frame(_unread(each), each, rubric.indicator[each.under]) for each in rubric.spec.criteria
    ]


def _unread(spec: CriterionSpec) -> dict[str, Any]:
    known = {
        "id": spec.id,
        "under": spec.under,
        "phase": spec.phase,
        "weight": spec.weight,
        "measure": spec.measure.kind,
    }
    return {**dict.fromkeys(Criterion.model_fields), **known}


def criteria(taken: Readings, came_to: Conclusion, where: Where) -> list[dict[str, Any]]:
    """Give the criteria of the result."""
    frames = _frames(came_to.tree.rubric)
    return [_criterion(each, taken, came_to, where) for each in frames]


def _criterion(frame: _Frame, taken: Readings, came_to: Conclusion, where: Where) -> dict[str, Any]:
    frame_part, spec, indicator = frame
    case, name = taken.case, spec.id
    reading = taken.readings[name]
    status, claimed, credited, low, high, coverage, because, args, rule, places, facts, used = (
        reading
    )
    strengths = case.strengths[spec.claim]
    part = frame_part.copy()
    part["share"] = came_to.tree.stated.get(name, 0.0)
    part["status"] = status
    part["claimed"] = claimed
    part["credited"] = credited
    part["low"] = low
    part["high"] = high
    part["points"] = POINTS * (credited or 0)
    part["points_max"] = 100 * coverage
    part["coverage"] = coverage
    part["rule"] = rule
    part["because"] = {"code": because, "args": dict(args) if args else {}}
    part["override"] = _override(taken.overrides.get(name))
    part["facts"] = [where.fact(each) for each in places]
    part["selections"] = _selections(facts, case) if facts else []
    part["evidence"] = [{"id": each, "strength": strengths.get(each, 0)} for each in used]
    part["open"] = _open(spec, reading, case) if status in UNSETTLED else []
    part["next"] = next_step(name, indicator, came_to)
    return part


def breach(
    at: dict[str, Any], taken: Readings, without: Readings, remedied: Label
) -> dict[str, Any]:
    """Give a conflict of the result, from what was read with it and without it."""
    costs = [
        {"criterion": name, "level": before.credited, "remedied": after.credited}
        for name, before in taken.readings.items()
        if (after := without.readings[name]).credited != before.credited
    ]
    return {**at, "costs": costs, "range": remedied.range}


class Where:
    """The places of a practice's facts: its file, and what finds a pointer in it."""

    def __init__(self, path: str, place: Place | None) -> None:
        """Name the file; without `place` facts stay without lines."""
        self._path = path
        self._place = place
        self._known: dict[str, dict[str, Any]] = {}

    def fact(self, pointer: str) -> dict[str, Any]:
        """Give the fact at a pointer."""
        if pointer not in self._known:
            line, column = self._place(pointer) if self._place else (None, None)
            self._known[pointer] = {
                "pointer": pointer,
                "path": self._path,
                "line": line,
                "column": column,
            }
        return self._known[pointer]


def _override(rating: Override | None) -> dict[str, Any] | None:
    return None if rating is None else rating.model_dump()


def _open(spec: CriterionSpec, reading: Reading, case: PracticeCase) -> list[dict[str, Any]]:
    return [_lack(each, spec.question) for each in open_fields(spec, reading, case)]


@lru_cache(4096)  # most of them name a field that stands once in a file, whatever the file
def _lack(lack: Lack, question: str) -> dict[str, Any]:
    return {
        "question": lack.question or question,
        "field": lack.field,
        "lacks": lack.kind,
        "wanted": lack.wanted,
        "at": lack.at,
    }


def _selections(facts: Sequence[str], case: PracticeCase) -> list[dict[str, Any]]:
    """List the facts with words that the rules of a criterion read, and how many each found."""
    found = case.found.pointers
    said = _said(case.rubric)
    return [
        {"name": name, "says": said[name], "count": len(found[name]), "pointers": found[name]}
        for name in facts
        if name in said and name in found
    ]


@lru_cache(64)
def _said(rubric: Rubric) -> dict[str, str]:
    """Lay out the words of the facts that have some."""
    return {name: each.says for name, each in rubric.facts.by_name.items() if each.says}
