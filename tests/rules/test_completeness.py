"""What is known, and what stands against a practice: GS401-GS405."""

from __future__ import annotations

from collections.abc import Callable
from copy import copy
from types import SimpleNamespace

import pytest

from govscore import rules
from govscore.errors import Problem
from govscore.rules._inspection import Inspection

Build = Callable[..., Inspection]


def _of(context: Inspection, code: str) -> list[Problem]:
    return list(rules.problems(context, (code,)))


def _with_coverage(context: Inspection, *shares: float | None) -> Inspection:
    """Give the same with the coverage of its three indicators changed."""
    came_to = context.came_to
    tops = [node.id for node in context.rubric.top]
    coverage = {**came_to.coverage, **dict(zip(tops, shares, strict=True))}
    changed = SimpleNamespace(
        readings=came_to.readings,
        coverage=coverage,
        notes=came_to.notes,
        conflicts=came_to.conflicts,
    )
    built = copy(context)
    built.came_to = changed
    return built


def test_each_indicator_is_held_against_what_the_rubric_asks_for(context: Build) -> None:
    built = _with_coverage(context(), 0.33, 1 / 3, 2 / 3)

    found = _of(built, "GS401")

    assert [(each.args["subject"], each.args["variant"]) for each in found] == [
        ("standards", "overall"),
        ("policy", "firm"),
    ]
    assert [(each.args["found"], each.args["least"]) for each in found] == [
        ("33%", "33%"),
        ("33%", "66%"),
    ]


def test_an_indicator_that_does_not_apply_is_not_short_of_coverage(context: Build) -> None:
    assert _of(_with_coverage(context(), None, 1.0, 0.666666667), "GS401") == []


@pytest.mark.parametrize(
    ("text", "silent"),
    [
        ("", {"formulation", "application", "evaluation"}),
        ("policies: []\n", {"application", "evaluation"}),
        ("context: {problem: Few people come}\n", {"application", "evaluation"}),
        ("delivery: {reach: 1200}\n", {"formulation", "evaluation"}),
        ("social_dialogue: {body: none}\n", {"formulation", "evaluation"}),
        ("stakeholders: {evaluation: []}\n", {"formulation", "application"}),
        ("stakeholders: {}\n", {"formulation", "application", "evaluation"}),
        (
            "checks: {standing-consultation: {standing_body: yes}}\n",
            {"formulation", "evaluation"},
        ),
        (
            "checks: {standing-consultation: {standing_body: unknown}}\n",
            {"formulation", "application", "evaluation"},
        ),
    ],
)
def test_a_due_phase_without_facts_is_told(context: Build, text: str, silent: set[str]) -> None:
    assert {each.args["subject"] for each in _of(context(text), "GS402")} == silent


def test_a_phase_that_is_not_due_needs_no_facts(context: Build) -> None:
    found = _of(context(period="{start: 2026}", status="planned"), "GS402")

    assert [each.args["subject"] for each in found] == ["formulation"]


def test_national_law_without_a_provision_is_told_at_the_law(context: Build) -> None:
    text = """\
legal_basis:
  national:
  - {title: Constitution, provisions: ['15'], alignment: consistent}
  - {title: Aliens Act, year: 2007, alignment: partly}
  - {title: Housing Act, provisions: [], alignment: partly}
"""

    found = _of(context(text), "GS403")

    assert [(each.line, each.column, each.args["name"]) for each in found] == [
        (15, 5, "Aliens Act"),
        (16, 5, "Housing Act"),
    ]


@pytest.mark.parametrize(
    ("conflict", "found_by", "state"),
    [
        ("{found_by: court}", "a court", "standing"),
        ("{found_by: nhri, state: standing}", "a national human-rights institution", "standing"),
        ("{found_by: audit, state: being_remedied}", "an audit", "being_remedied"),
    ],
)
def test_a_conflict_that_limits_the_label_is_told(
    context: Build, conflict: str, found_by: str, state: str
) -> None:
    text = f"""\
legal_basis:
  international:
  - {{instrument: iccpr, alignment: conflicting, conflict: {conflict}, evidence: [e-a]}}
evidence: [{{id: e-a, type: court_decision}}]
"""

    (found,) = _of(context(text), "GS404")

    assert found.pointer == "/legal_basis/international/0/conflict"
    assert (found.args["found_by"], found.args["variant"]) == (found_by, state)
    assert found.args["name"] == "ICCPR"


@pytest.mark.parametrize("conflict", ["{found_by: ngo}", "{found_by: court, state: remedied}"])
def test_an_allegation_and_a_remedied_conflict_limit_nothing(context: Build, conflict: str) -> None:
    text = f"""\
legal_basis:
  national:
  - {{title: Housing Act, alignment: conflicting, conflict: {conflict}, evidence: [e-a]}}
evidence: [{{id: e-a, type: court_decision}}]
"""

    assert _of(context(text), "GS404") == []


def test_a_conflict_without_evidence_is_told_wherever_there_is_an_alignment(
    context: Build,
) -> None:
    text = """\
legal_basis:
  international: [{instrument: crc, alignment: conflicting}]
  regional: [{title: A treaty, category: other, alignment: conflicting, evidence: []}]
  national: [{title: Housing Act, alignment: conflicting}, {title: Act, alignment: partly}]
  agreements: [{title: Memorandum, alignment: conflicting}]
policies: [{title: Plan, alignment: conflicting}, {title: B, alignment: conflicting, evidence: [e]}]
"""

    found = _of(context(text), "GS405")

    assert [each.args["name"] for each in found] == [
        "CRC",
        "A treaty",
        "Housing Act",
        "Memorandum",
        "Plan",
    ]
    assert found[0].pointer == "/legal_basis/international/0/alignment"
