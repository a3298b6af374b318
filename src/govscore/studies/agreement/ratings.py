"""The ratings of a collection, from its records and from second assessments, unit by unit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from govscore.result.agreement import Voice

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from govscore.practice.assessment import Rating, SecondAssessment
    from govscore.result.run import Result

    Unit = tuple[str, str]
    """A practice and a criterion."""
    Voices = dict[Unit, list[Voice]]


def voices(
    result: Result, second: Iterable[SecondAssessment], sealed: Iterable[str] = ()
) -> Voices:
    """Gather every level given under the rubric, in the order of practices and criteria.

    Of an evaluator whose rating is in the record already, only that counts; of practices that are
    `sealed` there is none.
    """
    known = [each.id for each in result.rubric.criteria]
    practices = {each.id for each in result.practices} - set(sealed)
    given: Voices = {}
    joined: set[tuple[str, str]] = set()
    for practice in (each for each in result.practices if each.id in practices):
        for assessment in practice.record.get("assessments") or ():
            if _under(assessment["rubric"], result):
                joined.add((practice.id, assessment["assessor"]))
                for criterion, rating in assessment["ratings"].items():
                    _add(given, (practice.id, criterion), assessment["assessor"], rating)
    for each in second:
        counts = each.practice in practices and _under(each.rubric, result)
        if counts and (each.practice, each.assessor) not in joined:
            for criterion, rating in each.ratings.items():
                _add(given, (each.practice, criterion), each.assessor, _written(rating))
    order = {criterion: place for place, criterion in enumerate(known)}
    return {
        unit: sorted(given[unit], key=lambda voice: (voice.level, voice.assessor))
        for unit in sorted(_known(given, order), key=lambda unit: (unit[0], order[unit[1]]))
    }


def under_way(
    result: Result, second: Iterable[SecondAssessment], judged: Iterable[str]
) -> list[str]:
    """List the practices of which a second rating lacks one of the `judged` criteria."""
    due = set(judged)
    open_ = {
        each.practice for each in second if _under(each.rubric, result) and due - {*each.ratings}
    }
    return [each.id for each in result.practices if each.id in open_]


def _known(given: Voices, order: dict[str, int]) -> Iterator[Unit]:
    return (unit for unit in given if unit[1] in order)


def _under(rubric: str, result: Result) -> bool:
    return rubric.partition("@")[0] == result.rubric.id


def _written(rating: Rating) -> dict[str, Any]:
    return rating.model_dump(mode="json", exclude_none=True)


def _add(given: Voices, unit: Unit, assessor: str, rating: dict[str, Any]) -> None:
    if rating.get("level") is None:
        return
    voice = Voice(
        assessor=assessor,
        level=rating["level"],
        rationale=rating.get("rationale"),
        evidence=rating.get("evidence") or [],
    )
    given.setdefault(unit, []).append(voice)
