"""Ratings and assessors: GS307, GS308 and GS311."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from govscore.checks.consistency import judgement
from govscore.checks.context import Inspection
from govscore.errors import Problem
from govscore.rubric.compiled import Rubric

Build = Callable[..., Inspection]
Told = Callable[[Problem], str]


def _assessment(rubric: str, ratings: str, more: str = "") -> str:
    return f"""\
assessments:
- {{assessor: evaluator, date: 2026-11-01, rubric: {rubric}, ratings: {ratings}{more}}}
"""


@pytest.fixture
def revised(gmpa: Rubric) -> Rubric:
    """The rubric in its version 1.10.0; 1.2.0 changed one criterion, and 1.10.0 another."""
    changelog = [
        {"version": "1.10.0", "changes": ["delivery: level 3 asks for targets."]},
        {"version": "1.2.0", "changes": ["Typing errors.", "Level 2 of evidence-base is clearer"]},
        {"version": "1.0.0", "changes": ["First version, with public-response and others."]},
    ]
    data = gmpa.spec.model_dump(by_alias=True)
    entries = type(gmpa.spec).model_validate({**data, "changelog": changelog}).changelog
    spec = gmpa.spec.model_copy(update={"version": "1.10.0", "changelog": entries})
    return replace(gmpa, spec=spec)


@pytest.mark.parametrize(
    ("rubric", "changed"),
    [
        ("gmpa@1.0.0", {"delivery": "1.10.0", "evidence-base": "1.2.0"}),
        ("gmpa@1.2.0", {"delivery": "1.10.0"}),
        ("gmpa@1.10.0", {}),
        ("gmpa@0.9", {}),
        ("other@1.0.0", {}),
    ],
)
def test_a_rating_under_descriptors_that_a_later_version_changed_is_found(
    context: Build, revised: Rubric, rubric: str, changed: dict[str, str]
) -> None:
    ratings = "{evidence-base: {level: 1}, delivery: {level: 1}, public-response: {level: 1}}"

    problems = list(judgement.problems(context(_assessment(rubric, ratings), under=revised)))

    assert {str(each.args["name"]): each.args["version"] for each in problems} == changed
    assert {each.code for each in problems} <= {"GS308"}


def test_a_rating_under_changed_descriptors_says_which_version_changed_them(
    context: Build, revised: Rubric, told: Told
) -> None:
    built = context(_assessment("gmpa@1.2.0", "{delivery: {level: 1}}"), under=revised)

    (problem,) = judgement.problems(built)

    assert told(problem) == (
        "13:73 GS308 'delivery' is rated under gmpa@1.2.0, and version 1.10.0 changed it"
    )


@pytest.mark.parametrize(
    ("period", "rating", "findings"),
    [
        ("{start: 2026}", "{level: 0}", 1),
        ("{start: 2026}", "{state: unassessed, rationale: Too early}", 0),
        ("{start: 2015}", "{level: 0}", 0),
    ],
)
def test_a_level_before_its_phase_is_found(
    context: Build, period: str, rating: str, findings: int
) -> None:
    text = _assessment("gmpa@2.0.0", f"{{results-and-learning: {rating}}}")

    problems = list(judgement.problems(context(text, period=period)))

    assert [problem.code for problem in problems] == ["GS307"] * findings


@pytest.mark.parametrize(
    ("affiliation", "findings"),
    [
        ("City of Porto", 1),
        ("city of  porto", 1),
        ("CMP", 1),
        ("Porto Social Agency", 1),
        ("University of Porto", 0),
        ("Porto", 0),
    ],
)
def test_an_assessor_from_the_lead_body_is_told_by_any_of_its_names(
    context: Build, affiliation: str, findings: int
) -> None:
    lead = "{name: City of Porto (CMP), type: local_authority, formerly: [Porto Social Agency]}"
    text = _assessment("gmpa@1.0.0", "{}", f", affiliation: {affiliation}")

    problems = list(judgement.problems(context(text, lead_body=lead)))

    assert [problem.code for problem in problems] == ["GS311"] * findings
