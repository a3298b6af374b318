"""Records to hold a rubric against."""

from __future__ import annotations

from copy import deepcopy
from random import Random
from typing import Any

import pytest

from govscore.catalogue import vocabularies
from govscore.practice.phases import due
from govscore.practice.record import REQUIRED, Practice
from govscore.rubric.files import load
from govscore.rubric_testing.specimens import (
    bare,
    changed,
    complete,
    deletions,
    filled,
    joined,
    neutral,
)

FULL: dict[str, Any] = {
    "legal_basis": {
        "international": [{"instrument": "cat", "alignment": "conflicting"}],
        "national": [{"title": "An act", "alignment": "consistent"}],
    },
    "policies": [{"title": "A policy", "alignment": "partly", "level": "national"}],
    "resources": {"trained_staff": "yes"},
    "stakeholders": {"formulation": [], "evaluation": []},
    "evaluations": [{"title": "A review", "independence": "self", "published": "no"}],
}


def _dice() -> Random:
    return Random(7)  # noqa: S311 - chance for test records


def _left_out(as_of: str = "2026-01-01", **fields: Any) -> dict[str, dict[str, Any]]:
    record = {**neutral(), **FULL, **fields}
    return dict(deletions(record, Practice.model_validate(record), as_of))


def test_a_part_is_filled_in_to_a_practice_that_says_nothing_else() -> None:
    practice = complete({"themes": ["health"]}, load("gmpa"))

    assert practice.themes == ["health"]
    assert practice.policies is None
    assert [each.id for each in practice.evidence or ()] == list(
        vocabularies.words("evidence_type")
    )


def test_filling_in_keeps_what_is_there_and_changes_nothing_of_it() -> None:
    part = {"evidence": [], "assessments": [{"assessor": "me", "ratings": {}}]}
    before = deepcopy(part)

    record = filled(part, load("gmpa"))

    assert part == before
    assert record["evidence"] == []
    assert record["assessments"] == [
        {"assessor": "me", "date": "2025", "rubric": "gmpa@2.0.0", "ratings": {}}
    ]


def test_bare_records_hold_the_required_fields_and_every_word_these_may_hold() -> None:
    records = list(bare(_dice()))

    required = {"id", "title", *REQUIRED}
    assert all(each.keys() == required for each in records)
    assert {word for each in records for word in each["themes"]} == set(vocabularies.words("theme"))
    assert {each["lead_body"]["type"] for each in records} == set(vocabularies.words("group"))
    assert all(Practice.model_validate(each) for each in records)


def test_joined_records_hold_the_sections_and_items_of_both() -> None:
    below = {"policies": [1], "resources": {"a": 1, "b": 1}, "status": "pilot"}
    above = {"policies": [2], "resources": {"b": 2}, "status": "running"}

    assert joined(below, above) == {
        "policies": [1, 2],
        "resources": {"a": 1, "b": 2},
        "status": "running",
    }


def test_a_changed_record_differs_and_leaves_the_first_as_it_was() -> None:
    before = deepcopy(FULL)
    dice = _dice()

    others = [changed(FULL, dice) for _ in range(30)]

    assert before == FULL
    assert sum(each != FULL for each in others) >= 25


def test_chance_is_that_of_the_dice() -> None:
    assert changed(FULL, _dice()) == changed(FULL, _dice())


def test_there_is_nothing_to_change_in_an_empty_record() -> None:
    assert changed({}, _dice()) == {}


def test_each_scored_section_is_left_out_in_turn() -> None:
    left = _left_out()

    assert list(left) == [
        "legal_basis/national",
        "policies",
        "resources",
        "stakeholders/formulation",
        "stakeholders/evaluation",
        "evaluations",
    ]
    assert "policies" not in left["policies"]
    assert left["policies"]["resources"] == FULL["resources"]
    assert left["stakeholders/formulation"]["stakeholders"] == {"evaluation": []}


def test_a_section_with_a_conflict_stays() -> None:
    assert "legal_basis/international" not in _left_out()


@pytest.mark.parametrize("status", ["running", "planned"])
def test_the_phases_due_are_held(status: str) -> None:
    record = {**neutral(), **FULL, "period": {"start": "2025"}, "status": status}
    before = due(Practice.model_validate(record), "2026-01-01")

    for shorter in _left_out(period={"start": "2025"}, status=status).values():
        assert before <= due(Practice.model_validate(shorter), "2026-01-01")
