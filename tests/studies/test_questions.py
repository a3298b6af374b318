"""Which questions are open on a practice, and do their answers give what they are said to give?"""

from __future__ import annotations

from pathlib import Path

import pytest

from govscore import yamlio
from govscore.practice import layout
from govscore.practice.record import Practice
from govscore.result.questions import Question, Write
from govscore.rubric.compiled import Rubric
from govscore.scoring.open_fields import UNSETTLED
from govscore.scoring.read import Assumptions, read
from govscore.studies.questions import Study, operations
from govscore.yamlio.editing import edit

AS_OF = "2026-11-24"
PRACTICES = sorted(Path("practices").glob("*.yaml"))


def _asked(path: Path, rubric: Rubric) -> tuple[yamlio.Document, list[Question]]:
    document = yamlio.read(path, path.as_posix())
    practice = Practice.model_validate(document.value)
    study = Study(practice, document, rubric, AS_OF)
    assert study.unasked == []
    return document, study.all()


def _marks(value: object, rubric: Rubric) -> dict[str, tuple[object, ...]]:
    uncapped = Assumptions(AS_OF, evidence_cap=False)
    readings = read(Practice.model_validate(value), rubric, uncapped).readings
    return {name: (each.status, each.low, each.high) for name, each in readings.items()}


def _best_for(criterion: str, question: Question) -> list[Write]:
    if not question.singly:
        return question.best
    ends = [
        (give.low, answer.moves, answer.gain, place, answer)
        for place in question.places
        for answer in place.answers
        for give in answer.gives
        if give.criterion == criterion
    ]
    *_, place, answer = max(ends, key=lambda end: end[:3])
    return [Write(pointer=place.pointer, value=answer.value, append=place.append)]


@pytest.mark.parametrize("path", PRACTICES, ids=lambda path: path.stem)
def test_the_best_answer_to_a_question_on_an_open_criterion_moves_it_in_the_file(
    path: Path, gmpa: Rubric
) -> None:
    document, found = _asked(path, gmpa)
    before = _marks(document.value, gmpa)
    idle = []

    for name, mark in before.items():
        own = [each for each in found if name in each.criteria]
        if mark[0] in UNSETTLED:
            writes = [_best_for(name, each) for each in own]
            after = [edit(document, operations(each), layout).document for each in writes]
            if not any(_marks(each.value, gmpa)[name] != mark for each in after):
                idle.append(name)

    assert idle == []


def test_questions_come_by_what_their_best_answer_adds(gmpa: Rubric) -> None:
    _, found = _asked(Path("practices/portugal-cnaim.yaml"), gmpa)

    assert [each.gain for each in found] == sorted((each.gain for each in found), reverse=True)


def test_every_word_for_how_far_a_row_took_part_is_told_with_the_level_it_gives(
    gmpa: Rubric,
) -> None:
    """One row, of all communities: the level of the criterion is the rank of its participation."""
    _, found = _asked(Path("practices/portugal-cnaim.yaml"), gmpa)
    [question] = [e for e in found if e.field == "stakeholders.formulation[].participation"]
    [place] = question.places

    levels = {
        answer.value: give.low
        for answer in place.answers
        for give in answer.gives
        if give.criterion == "communities-in-design" and give.status == "scored"
    }

    assert (place.pointer, place.line, place.found) == (
        "/stakeholders/formulation/0/participation",
        118,
        "unknown",
    )
    assert levels == {
        "none": 0,
        "inform": 1,
        "consult": 2,
        "involve": 3,
        "collaborate": 4,
        "empower": 4,
    }


def test_an_entry_that_must_name_an_instrument_is_tried_with_the_one_that_matters(
    gmpa: Rubric,
) -> None:
    """The rubric's specimen names C143, which concerns no practice for refugees alone."""
    _, found = _asked(Path("practices/jordan-compact.yaml"), gmpa)
    [question] = [each for each in found if each.field == "legal_basis.international"]

    assert question.criteria[0] == "core-instruments"
    assert question.singly
    assert question.best[0].value["instrument"] == "refugee-convention-1951"
