"""The shape of a practice: GS101-GS106. The plain cases are files in tests/cases."""

from __future__ import annotations

from collections.abc import Callable

from govscore.checks.shape import practice
from govscore.rules import rule
from govscore.yamlio import Document, parse

Read = Callable[..., Document]


def _found(document: Document) -> list[tuple[str, str, object]]:
    _, problems = practice(document)
    return [(each.code, each.pointer, each.args["variant"]) for each in problems]


def test_a_valid_file_is_a_practice(document: Read) -> None:
    made, problems = practice(document())

    assert made is not None
    assert made.lead_body is not None
    assert made.lead_body[0].name == "City of Porto"
    assert problems == []


def test_all_faults_of_a_file_are_told_at_once(document: Read) -> None:
    broken = document(
        "colour: red\npolicies: [{title: Plan, alignment: perhaps}]\n",
        kind="thing",
        period="{start: 2015-13}",
        summary="1",
    )

    assert sorted(_found(broken)) == [
        ("GS102", "/colour", "unknown"),
        ("GS103", "/summary", "type"),
        ("GS104", "/kind", "many"),
        ("GS104", "/policies/0/alignment", "word"),
        ("GS105", "/period/start", "value"),
    ]


def test_a_file_that_cannot_be_read_has_no_shape() -> None:
    assert practice(parse(b"- 1\n", "a.yaml")) == (None, [])


def test_a_required_key_with_nothing_behind_it_is_said_to_be_empty(document: Read) -> None:
    assert _found(document(status="")) == [("GS101", "/status", "nothing")]


def test_an_optional_key_with_nothing_behind_it_is_left_out(document: Read) -> None:
    made, problems = practice(document("policies:\nlegal_basis: {national: }\n"))

    assert problems == []
    assert made is not None
    assert made.policies is None


def test_two_fields_that_owe_one_another_are_checked_in_a_valid_file(document: Read) -> None:
    text = """\
legal_basis:
  international: [{alignment: partly}, {title: A treaty, alignment: partly}]
  regional: [{instrument: achpr-1981, alignment: partly}]
assessments:
- {assessor: x, date: 2026, rubric: gmpa@1.0.0, ratings: {'a/b': {rationale: None}}}
"""

    assert _found(document(text, countries="[]")) == [
        ("GS101", "", "countries"),
        ("GS101", "/legal_basis/international/0", "instrument"),
        ("GS101", "/legal_basis/international/1", "category"),
        ("GS101", "/assessments/0/ratings/a~1b", "level"),
    ]


def test_a_long_list_of_words_is_named_and_a_short_one_told(document: Read) -> None:
    _, problems = practice(
        document("policies: [{title: Plan, alignment: perhaps}]\n", kind="servise")
    )

    kind, alignment = (rule(each.code).message(each.args) for each in problems)
    assert kind == "'servise' is not in the vocabulary; govscore catalogue show kind lists 16"
    assert alignment == (
        "'perhaps' is not in the vocabulary: consistent, partly, contested, conflicting, unclear"
    )
    assert problems[0].suggestions == ("service",)
