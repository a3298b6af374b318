"""GS511: a saved result, read back: what it names is in it, and every figure is on its scale.

Everybody who reads one comes through here, so that those who draw or compare may rely on it.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from pydantic import TypeAdapter, ValidationError

from govscore import means
from govscore.errors import Problem, SetupError
from govscore.measures import REASONS
from govscore.pointers import pointer
from govscore.practice.assessment import Assessment
from govscore.practice.evaluation import Frameworks
from govscore.result.run import SCHEMA_VERSION, Result
from govscore.scale import TOP

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from pydantic import BaseModel

    from govscore.result.run import CriterionWords, Gate
    from govscore.result.scored import Criterion, ScoredPractice

_SHARES = ("share", "coverage", "firm_coverage", "overall_coverage")
_POINTS = ("point", "low", "high", "points", "points_max", "start")
_LEVELS = ("claimed", "credited", "low", "high", "level", "derived", "remedied", "strength")
_DECIMALS = 9
_WAYS = 3
"""The most criteria that a gate names as its cheapest."""

_ASSESSMENTS = TypeAdapter(list[Assessment] | None)

_At = tuple[str | int, ...]
"""The steps down to a part of the result."""


def result_of(data: bytes, path: str) -> Result:
    """Read a saved result.

    Args:
        data: The bytes of the file.
        path: The file's name for people.

    Raises:
        SetupError: It is no JSON, no result of this schema version, or one that does not hold
            together.
    """
    try:
        value = json.loads(data)
    except (ValueError, RecursionError) as error:
        line = getattr(error, "lineno", 1)
        raise _unusable(path, "json", "", line, getattr(error, "colno", 1)) from None
    version = value.get("schema_version") if isinstance(value, dict) else None
    if version != SCHEMA_VERSION:
        raise _unusable(path, "version" if version else "shape")
    try:
        result = Result.model_validate_json(data)
    except ValidationError as error:
        place = pointer(error.errors(include_url=False)[0]["loc"])
        raise _unusable(path, "shape", place) from None
    for at in _misfits(result):
        raise _unusable(path, "shape", pointer(at))
    return result


def _unusable(
    path: str, variant: str, place: str = "", line: int = 1, column: int = 1
) -> SetupError:
    args = {"variant": variant, "place": place or "/", "version": SCHEMA_VERSION}
    problem = Problem("GS511", path, place, line, column, args)
    return SetupError(f"{path}: the baseline cannot be used", [problem])


def _misfits(result: Result) -> Iterator[_At]:
    """List the places that are not as they should be."""
    rubric = result.rubric
    if not 0 <= rubric.decimals <= _DECIMALS:
        yield ("rubric", "decimals")
    yield from _off(rubric, ("rubric",), _SHARES, 1)
    bands = [each.id for each in rubric.bands]
    if len(bands) != len(set(bands)) or not bands:
        yield ("rubric", "bands")
    for number, band in enumerate(rubric.bands):
        yield from _off(band, ("rubric", "bands", number), _POINTS, 100)
    for number, practice in enumerate(result.practices):
        yield from _Checked(practice, result, ("practices", number)).misfits()
    for number, gate in enumerate(result.gates):
        yield from _of_gate(gate, ("gates", number))


def _of_gate(gate: Gate, at: _At) -> Iterator[_At]:
    for name, values in (
        ("expected", [gate.expected]),
        ("found", [gate.found]),
        ("gains", gate.gains),
    ):
        if not all(isinstance(each, str) or _within(each, -100, 100) for each in values):
            yield (*at, name)
    if gate.enough is not None and not 1 <= gate.enough <= _WAYS:
        yield (*at, "enough")


@dataclass(frozen=True)
class _Checked:
    """A practice of a result, and the steps down to it."""

    practice: ScoredPractice
    result: Result
    at: _At

    def misfits(self) -> Iterator[_At]:
        yield from _off(self.practice.overall, (*self.at, "overall"), _POINTS, 100)
        yield from _off(self.practice.overall, (*self.at, "overall"), _SHARES, 1)
        if not _is_mean(self.practice.overall.method):
            yield (*self.at, "overall", "method")
        yield from self._label()
        yield from self._nodes()
        yield from self._criteria()
        yield from self._lenses()
        yield from self._breaches()
        if not _are_documents(self.practice.record.get("evidence")):
            yield (*self.at, "record", "evidence")
        if not _are_assessments(self.practice.record.get("assessments")):
            yield (*self.at, "record", "assessments")

    @cached_property
    def _bands(self) -> frozenset[str | None]:
        return frozenset(each.id for each in self.result.rubric.bands)

    def _label(self) -> Iterator[_At]:
        label = self.practice.label
        ends = {"id": [label.id], "so_far": [label.so_far], "range": label.range}
        for name, named in ends.items():
            if not self._bands.issuperset(each for each in named if each is not None):
                yield (*self.at, "label", name)

    def _nodes(self) -> Iterator[_At]:
        """Hold the tree together: one top, of which nothing is said, and no circle below it."""
        parents = {node.id: node.parent for node in self.practice.nodes}
        ends = Counter(_climbed(each, parents) for each in parents)
        top = ends.most_common(1)[0][0] if ends else None
        for number, node in enumerate(self.practice.nodes):
            at = (*self.at, "nodes", number)
            if _climbed(node.id, parents) != top:
                yield (*at, "parent")
            if node.band is not None and node.band not in self._bands:
                yield (*at, "band")
            yield from _off(node, at, _POINTS, 100)
            yield from _off(node, at, _SHARES, 1)
            if not _is_mean(node.aggregate):
                yield (*at, "aggregate")
            if not _within(node.weight, 0, float("inf")):
                yield (*at, "weight")

    def _criteria(self) -> Iterator[_At]:
        nodes = {node.id for node in self.practice.nodes}
        tops = {node.parent for node in self.practice.nodes} - nodes
        words = {each.id: each for each in self.result.rubric.criteria}
        for number, each in enumerate(self.practice.criteria):
            at = (*self.at, "criteria", number)
            if each.id not in words:
                yield (*at, "id")
            elif not _can_be_said(each, words[each.id]):
                yield (*at, "because")
            if each.under not in (nodes | tops if nodes else {each.under}):
                yield (*at, "under")
            yield from _figures(each, at)

    def _lenses(self) -> Iterator[_At]:
        """Hold lenses against the rubric's; global goals are the record's own, and no rubric's."""
        known = {each.id: each.items for each in self.result.rubric.lenses}
        own = Frameworks.model_fields.keys() - known.keys()
        for name, marks in self.practice.lenses.items():
            if name not in own and not known.get(name, {}).keys() >= marks.keys():
                yield (*self.at, "lenses", name)

    def _breaches(self) -> Iterator[_At]:
        words = {each.id for each in self.result.rubric.criteria}
        for number, each in enumerate(self.practice.breaches):
            at = (*self.at, "breaches", number)
            if not self._bands.issuperset(each.range):
                yield (*at, "range")
            for row, cost in enumerate(each.costs):
                if cost.criterion not in words:
                    yield (*at, "costs", row, "criterion")
                yield from _off(cost, (*at, "costs", row), _LEVELS, TOP)


def _figures(criterion: Criterion, at: _At) -> Iterator[_At]:
    yield from _off(criterion, at, _LEVELS, TOP)
    yield from _off(criterion, at, _SHARES, 1)
    yield from _off(criterion, at, ("points", "points_max"), 100)
    if not _within(criterion.weight, 0, float("inf")):
        yield (*at, "weight")
    for name, part in (("override", criterion.override), ("next", criterion.next)):
        if part is not None:
            yield from _off(part, (*at, name), _LEVELS, TOP)
    if criterion.next is not None and not _within(criterion.next.gain, -100, 100):
        yield (*at, "next", "gain")
    for number, each in enumerate(criterion.evidence):
        yield from _off(each, (*at, "evidence", number), _LEVELS, TOP)


def _off(part: BaseModel, at: _At, names: Iterable[str], most: float) -> Iterator[_At]:
    """List the figures of a part, of these names, that are not between 0 and the most."""
    known: Collection[str] = type(part).model_fields
    for name in names:
        if name in known and not _within(getattr(part, name), 0, most):
            yield (*at, name)


def _within(value: float | None, least: float, most: float) -> bool:
    """Tell whether a figure is in its range; one that is unknown is, and what is no number not."""
    return value is None or (least <= value <= most and value != float("inf"))


def _climbed(node: str, parents: dict[str, str | None]) -> str | None:
    """Climb to what has no place in the tree itself; nothing, if the way leads in a circle."""
    here: str | None = node
    for _ in range(len(parents) + 1):
        if here not in parents:
            return here
        here = parents[here]
    return node


def _is_mean(name: str) -> bool:
    """Tell whether a mean may be named; of one that is not known here the name is shown."""
    try:
        means.exponent(name)
    except ValueError:
        return False
    return True


def _are_documents(evidence: object) -> bool:
    """Tell whether the evidence of a record can be told apart; of all else, readers expect little.

    Args:
        evidence: What stands in the record, left out or a list of mappings.
    """
    if evidence is None:
        return True
    return isinstance(evidence, list) and all(
        isinstance(each, dict)
        and isinstance(each.get("id"), str)
        and all(isinstance(each.get(name, ""), str) for name in ("url", "title"))
        for each in evidence
    )


def _are_assessments(found: object) -> bool:
    """Tell whether the assessments of a record can be compared: left out, or as a file has them."""
    try:
        _ASSESSMENTS.validate_python(found)
    except ValidationError:
        return False
    return True


def _can_be_said(criterion: Criterion, words: CriterionWords) -> bool:
    """Tell whether the reason of a criterion is a known one, and has what its sentence needs."""
    reason = REASONS.get(criterion.because.code)
    if reason is None:
        return False
    try:
        reason.say(criterion, words)
    except Exception:  # noqa: BLE001 - arguments of any type, in any of the sentences
        return False
    return True
