"""Running the cases of a rubric."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from govscore.rubric.compiled import Rubric
from govscore.rubric.files import load
from govscore.rubric_testing.case_files import CaseSpec, Given, RubricCase
from govscore.rubric_testing.cases import Mismatch, part, run

RUBRIC = """
rubric: mine
version: 1.0.0
title: Mine
scale: {levels: {0: none, 4: all}}
facts:
  named: {of: p.policies, where: it.earns, says: policies}
  against: {of: 'p.?legal_basis.?national', where: it.standing_conflict, says: conflicts}
nodes:
- {id: overall, kind: overall, title: Overall}
- {id: one, under: overall, kind: part, title: One}
- {id: two, under: overall, kind: part, title: Two, weight: 3}
criteria:
- id: policy
  under: one
  claim: norm
  essential: true
  title: Policy
  question: Is there one?
  measure:
    kind: rules
    levels:
      0: {says: none}
      1: {says: one of any kind, when: size(p.policies) >= 1}
      2: {says: one, when: size(named) >= 1}
      4: {says: two, when: size(named) >= 2}
- id: figure
  under: two
  title: Figure
  question: How much?
  measure: {kind: linear, value: figure, worst: 0, best: 10}
bands:
- {id: high, title: high, from: 50}
- {id: low, title: low, from: 0}
limits:
- {id: breach, at_most: low, when: size(against) > 0, says: a conflict stands}
notes:
  marked: {when: "p.status == 'planned'", says: It is only planned.}
evidence:
  needs: {2: 1, 3: 2, 4: 3}
  strengths: {official_policy_text: {norm: 4, process: 3, effect: 1}}
"""

POLICY = {"title": "A policy", "alignment": "consistent", "evidence": ["official_policy_text"]}
LEVELS = {"policy": 2, "figure": 4}


@pytest.fixture
def found(rubric: Callable[..., Rubric]) -> Callable[..., list[Mismatch]]:
    """Run a case under the rubric above; give what came out otherwise."""
    mine = rubric(RUBRIC)

    def mismatches(expect: dict[str, Any], **given: Any) -> list[Mismatch]:
        spec = CaseSpec.model_validate({"expect": expect, **given})
        shared = Given(**{name: getattr(spec, name) for name in Given.model_fields})
        return run(RubricCase("it", shared, spec.expect, "some.yaml", 1), mine)

    return mismatches


Found = Callable[..., list[Mismatch]]


def test_facts_go_through_the_measures(found: Found) -> None:
    expect = {"levels": {"policy": 2, "figure": "unassessed"}, "points": {"one": {"point": 50}}}

    assert found(expect, practice={"policies": [POLICY]}) == []


def test_figures_go_through_the_measures(found: Found) -> None:
    expect = {"levels": {"figure": 2}, "points": {"two": {"point": 50, "low": 50}}}

    assert found(expect, values={"figure": 5}) == []


def test_levels_stand_for_readings(found: Found) -> None:
    expect = {
        "points": {"one": {"point": 50, "coverage": 1}, "two": {"point": 100}},
        "shares": {"one": 0.25, "figure": 0.75},
        "overall": {"point": "175/2", "low": 87.5, "high": 87.5, "coverage": 1},
        "label": {"id": "high", "firm": True, "range": ["high", "high"], "so_far": "high"},
    }

    assert found(expect, levels=LEVELS) == []


def test_a_level_left_out_is_unassessed_and_an_interval_is_partial(found: Found) -> None:
    expect = {
        "levels": {"policy": {"status": "partial", "low": 1, "high": 3}, "figure": "unassessed"},
        "points": {"one": {"point": 50, "low": 25, "high": 75, "coverage": 0.5}},
        "overall": {"point": None},
    }

    assert found(expect, levels={"policy": [1, 3]}) == []


@pytest.mark.parametrize("state", ["not_applicable", "not_yet_due"])
def test_what_does_not_apply_leaves_the_tree(found: Found, state: str) -> None:
    expect = {"levels": {"policy": state}, "shares": {"figure": 1}, "overall": {"point": 100}}

    assert found(expect, levels={"policy": state, "figure": 4}) == []


def test_other_means_may_be_asked_for(found: Found) -> None:
    given = {"levels": LEVELS, "aggregate": {"overall": "minimum"}}

    assert found({"overall": {"point": 50}}, **given) == []


def test_conditions_of_limits_read_the_facts_beside_the_levels(found: Found) -> None:
    conflict = {
        "title": "An act",
        "alignment": "conflicting",
        "conflict": {"found_by": "court"},
        "evidence": ["court_decision"],
    }
    expect = {"label": {"id": "low", "limits": {"low": ["breach"], "high": ["breach"]}}}

    assert found(expect, levels=LEVELS, practice={"legal_basis": {"national": [conflict]}}) == []


def test_the_evidence_cap_is_on_unless_the_case_says_otherwise(found: Found) -> None:
    bare = {**POLICY, "evidence": []}
    capped = {"levels": {"policy": {"claimed": 4, "credited": 1, "low": 1, "high": 4}}}

    assert found(capped, practice={"policies": [bare, bare]}) == []
    assert (
        found({"levels": {"policy": 4}}, practice={"policies": [bare] * 2}, evidence_cap=False)
        == []
    )


def test_notes_are_compared(found: Found) -> None:
    assert found({"notes": {"marked": True}}, practice={"status": "planned"}) == []
    assert found({"notes": {"marked": True}}) == [
        Mismatch("notes/marked", expected=True, found=False)
    ]


@pytest.mark.parametrize(
    ("expect", "mismatch"),
    [
        ({"levels": {"policy": 3}}, Mismatch("levels/policy/claimed", 3.0, 2.0)),
        ({"levels": {"policy": "partial"}}, Mismatch("levels/policy/status", "partial", "scored")),
        ({"levels": {"policy": [1, 2]}}, Mismatch("levels/policy/low", 1.0, 2.0)),
        ({"points": {"one": {"point": 50.001}}}, Mismatch("points/one/point", 50.001, 50.0)),
        ({"points": {"one": {"point": None}}}, Mismatch("points/one/point", None, 50.0)),
        ({"points": {"three": {"low": 0}}}, Mismatch("points/three/low", 0.0, None)),
        ({"shares": {"one": 0.5}}, Mismatch("shares/one", 0.5, 0.25)),
        ({"overall": {"low": 0}}, Mismatch("overall/low", 0.0, 87.5)),
        ({"label": {"id": None}}, Mismatch("label/id", None, "high")),
        ({"label": {"firm": False}}, Mismatch("label/firm", expected=False, found=True)),
        (
            {"label": {"limits": {"high": ["breach"]}}},
            Mismatch("label/limits/high", ["breach"], []),
        ),
    ],
)
def test_what_came_out_otherwise_is_named_with_both_values(
    found: Found, expect: dict[str, Any], mismatch: Mismatch
) -> None:
    assert mismatch in found(expect, levels=LEVELS)


def test_numbers_may_miss_by_a_billionth_and_no_more(found: Found) -> None:
    assert found({"overall": {"point": 87.5 + 9e-10}}, levels=LEVELS) == []
    assert found({"overall": {"point": 87.5 + 2e-9}}, levels=LEVELS)


def test_names_that_the_rubric_lacks_do_not_pass_unseen(found: Found) -> None:
    strangers = found({}, levels={**LEVELS, "polcy": 4}, aggregate={"overal": "minimum"})

    assert [each.what for each in strangers] == ["polcy", "overal"]
    assert found({"levels": {"polcy": 4}}, levels=LEVELS)


def test_facts_that_are_no_part_of_a_practice_fail_the_case(found: Found) -> None:
    (mismatch,) = found({}, practice={"policies": [{"alignment": "partly"}]})

    assert mismatch.what == "practice/policies/0/title"
    assert mismatch.found == "Field required"


def test_figures_join_those_among_the_facts() -> None:
    given = Given(practice={"indicator_values": {"a": 1, "b": 2}, "themes": []}, values={"b": 3})

    assert part(given) == {"indicator_values": {"a": 1, "b": 3}, "themes": []}


def test_evaluators_of_a_case_need_no_name_and_no_rubric() -> None:
    spec = CaseSpec.model_validate(
        {
            "practice": {
                "assessments": [
                    {"ratings": {"delivery": {"level": 3, "evidence": ["audit_report"]}}}
                ]
            },
            "expect": {"levels": {"delivery": 3}},
        }
    )
    case = RubricCase("it", Given(practice=spec.practice), spec.expect, "some.yaml", 1)

    assert run(case, load("gmpa")) == []
