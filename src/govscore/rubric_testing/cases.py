"""Running the cases of a rubric: does what goes in come out as it must?"""

from __future__ import annotations

from dataclasses import replace
from math import isnan
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from govscore.measures._measure import Reading
from govscore.result.examination import Mismatch
from govscore.rubric_testing.case_files import ExpectedReading
from govscore.rubric_testing.specimens import complete
from govscore.scale import TOP
from govscore.scoring.conclusion import conclude
from govscore.scoring.conditions import Conditions
from govscore.scoring.read import Assumptions, read
from govscore.scoring.score import score

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from govscore.practice.record import Practice
    from govscore.result.scored import Label
    from govscore.rubric.compiled import Rubric
    from govscore.rubric.model import Aggregate, Spec
    from govscore.rubric_testing.case_files import Expected, Given, LabelWords, RubricCase, State
    from govscore.scoring.conclusion import Conclusion

TOLERANCE = 1e-9
"""By how much a number may miss what a case expects."""


def run(case: RubricCase, rubric: Rubric) -> list[Mismatch]:
    """Run a case; an empty list says that all is as expected."""
    try:
        practice = complete(part(case.given), rubric)
    except ValidationError as error:
        return [
            Mismatch("practice/" + "/".join(map(str, each["loc"])), "a practice", each["msg"])
            for each in error.errors(include_url=False)
        ]
    came_to = come_to(case.given, practice, rubric)
    found = [*_strangers(case.given, rubric), *_mismatches(case.expect, came_to)]
    if case.expect.notes:
        notes = score(practice, rubric, _options(case.given), path="").notes
        found += _notes(case.expect, notes)
    return found


def come_to(given: Given, practice: Practice, rubric: Rubric) -> Conclusion:
    """Score what a case gives; `practice` is the part of a practice it gives, made whole.

    Levels that a case gives stand for those of its facts; conditions still read the facts.
    """
    used = _with_means(rubric, given.aggregate)
    taken = read(practice, used, _options(given))
    if given.levels:
        taken = taken._replace(readings=_given(given.levels, rubric))
    return conclude(used, taken.readings, Conditions.of(taken.case))


def _options(given: Given) -> Assumptions:
    return Assumptions(given.as_of, evidence_cap=given.evidence_cap)


def _given(levels: Mapping[str, Any], rubric: Rubric) -> dict[str, Reading]:
    return {each.id: _reading(levels.get(each.id, "unassessed")) for each in rubric.spec.criteria}


def part(given: Given) -> dict[str, Any]:
    """Give the part of a practice that a case states, its figures among them."""
    if not given.values:
        return dict(given.practice)
    figures = {**given.practice.get("indicator_values", {}), **given.values}
    return {**given.practice, "indicator_values": figures}


def _with_means(rubric: Rubric, aggregate: Mapping[str, Aggregate]) -> Rubric:
    """Give the rubric with other means for some of its nodes."""
    if not aggregate:
        return rubric
    nodes = [
        node.model_copy(update={"aggregate": aggregate.get(node.id, node.aggregate)})
        for node in rubric.spec.nodes
    ]
    return replace(rubric, spec=rubric.spec.model_copy(update={"nodes": nodes}))


def _reading(level: float | State | tuple[float, float]) -> Reading:
    if level == "unassessed":
        return Reading.unassessed()
    if isinstance(level, str):
        return Reading.not_applicable("given")._replace(status=level)
    low, high = level if isinstance(level, tuple) else (level, level)
    settled = Reading("scored", low, low, low, high, 1 - (high - low) / TOP, "given")
    return settled if low == high else settled._replace(status="partial")


def _strangers(given: Given, rubric: Rubric) -> Iterator[Mismatch]:
    """Find names that the rubric does not have, which would otherwise do nothing."""
    criteria = {each.id for each in rubric.spec.criteria}
    nodes = {each.id for each in rubric.spec.nodes}
    for name in [*(given.levels.keys() - criteria), *(given.aggregate.keys() - nodes)]:
        yield Mismatch(name, "an id of the rubric", None)


def _mismatches(expect: Expected, came_to: Conclusion) -> Iterator[Mismatch]:
    tree = came_to.tree
    for name, level in expect.levels.items():
        yield from _differing(f"levels/{name}", _level(level), tree.readings.get(name))
    for name, points in expect.points.items():
        yield from _differing(f"points/{name}", points, came_to.totals.get(name))
    for name, share in expect.shares.items():
        if not _alike(share, tree.shares.get(name)):
            yield Mismatch(f"shares/{name}", share, tree.shares.get(name))
    yield from _differing("overall", expect.overall, came_to.overall)
    yield from _label(expect.label, came_to.label)


def _notes(expect: Expected, made: list[str]) -> Iterator[Mismatch]:
    for name, expected in expect.notes.items():
        if expected != (name in made):
            yield Mismatch(f"notes/{name}", expected, not expected)


def _level(stated: float | str | tuple[float, float] | ExpectedReading) -> ExpectedReading:
    """Spell out what a level stands for: a number is scored, with nothing open or capped."""
    if isinstance(stated, ExpectedReading):
        return stated
    if isinstance(stated, str):
        return ExpectedReading.model_validate({"status": stated})
    if isinstance(stated, tuple):
        return ExpectedReading(low=stated[0], high=stated[1])
    return ExpectedReading(status="scored", claimed=stated, low=stated, high=stated)


def _label(expect: LabelWords, found: Label) -> Iterator[Mismatch]:
    words = expect.model_dump(include=expect.model_fields_set - {"limits"})
    for key, value in words.items():
        if value != getattr(found, key):
            yield Mismatch(f"label/{key}", value, getattr(found, key))
    for end in ("low", "point", "high"):
        ids = getattr(expect.limits, end)
        binding = [limit.id for limit in found.limits if limit.at == end]
        if ids is not None and sorted(ids) != sorted(binding):
            yield Mismatch(f"label/limits/{end}", ids, binding)


def _differing(place: str, expect: Spec, found: object) -> Iterator[Mismatch]:
    """Compare what is expected of a thing, field by field; a thing that is not there has none."""
    for key in sorted(expect.model_fields_set):
        value = getattr(expect, key)
        is_ = getattr(found, key, None)
        if isinstance(is_, float) and isnan(is_):  # a total that is not known
            is_ = None
        if not hasattr(found, key) or not _alike(value, is_):
            yield Mismatch(f"{place}/{key}", value, is_)


def _alike(expected: object, found: object) -> bool:
    if isinstance(expected, int | float) and isinstance(found, int | float):
        return abs(expected - found) <= TOLERANCE
    return expected == found
