"""What a reader should know: GS309, GS310, GS312 and GS313."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from govscore import rules
from govscore.errors import Problem
from govscore.rules._inspection import Inspection

Build = Callable[..., Inspection]


def _problems(inspection: Inspection) -> list[Problem]:
    return list(rules.problems(inspection, ("GS309", "GS310", "GS312", "GS313")))


EVIDENCE = """\
evidence:
- {id: e-page, type: web_page_of_lead}
- {id: e-outside, type: web_page_of_lead, independent: true}
- {id: e-inside, type: audit_report, independent: false}
- {id: e-union, type: community_or_union_statement}
"""


def _codes(context: Inspection) -> list[str]:
    return [problem.code for problem in _problems(context)]


def test_security_drift_is_placed_at_the_body_behind_it(context: Build) -> None:
    lead = "[{name: City, type: local_authority}, {name: Police, type: government, sector: police}]"

    (problem,) = _problems(context("coordination: {sectors: [police]}\n", lead_body=lead))

    assert (problem.code, problem.pointer) == ("GS309", "/lead_body/1/sector")
    assert problem.args["name"] == "Police"


def test_with_a_labour_body_there_is_no_security_drift(context: Build) -> None:
    lead = "{name: Police, type: government, sector: police}"

    built = context("coordination: {sectors: [police, labour_employment]}\n", lead_body=lead)

    assert _codes(built) == []


@pytest.mark.parametrize(
    ("row", "findings"),
    [
        ("participation: consult, mode: invited, evidence: [e-page]", 1),
        ("participation: consult, mode: lead, evidence: [e-page, e-inside]", 1),
        ("participation: consult, mode: own_initiative, answered: yes, evidence: [e-page]", 1),
        ("participation: consult, mode: own_initiative, evidence: [e-page]", 0),
        ("participation: consult, mode: adversarial, evidence: [e-page]", 0),
        ("participation: none, mode: invited, evidence: [e-page]", 0),
        ("participation: unknown, mode: invited, evidence: [e-page]", 0),
        ("participation: consult, mode: invited, evidence: [e-outside]", 0),
        ("participation: consult, mode: invited, evidence: [e-page, e-union]", 0),
        ("participation: consult, mode: invited", 0),
        ("participation: consult, mode: invited, evidence: [e-nowhere]", 0),
    ],
)
def test_participation_that_earns_on_the_lead_bodys_word_alone_is_told(
    context: Build, row: str, findings: int
) -> None:
    rows = (
        f"stakeholders: {{formulation: [{{who: Council, groups: [migrant_community], {row}}}]}}\n"
    )

    assert _codes(context(rows + EVIDENCE)) == ["GS310"] * findings


@pytest.mark.parametrize(
    ("practice", "policy", "same"),
    [
        ("City card", "City Card", True),
        ("The city card of Porto", "City card", True),
        ("City card", "The City Card for Porto", True),
        ("São Paulo's Municipal Policy", "Sao Paulo municipal policies", True),
        ("City card", "Card", False),
        ("City card", "National plan for integration", False),
        ("City card of Porto", "City plan of Porto", False),
    ],
)
def test_a_policy_with_the_title_of_the_practice_is_told(
    context: Build, practice: str, policy: str, *, same: bool
) -> None:
    built = context(f'policies: [{{title: "{policy}", alignment: unclear}}]\n', title=practice)

    assert _codes(built) == (["GS312"] if same else [])


def test_a_framework_is_never_the_practice_itself(context: Build) -> None:
    policy = "{title: Global Compact, framework: gcm-2018, alignment: unclear}"

    built = context(f"policies: [{policy}]\n", title="Global Compact", period="{start: 2019}")

    assert _codes(built) == []


@pytest.mark.parametrize(
    ("policy", "places"),
    [
        ("year: 2016", ["/policies/0/year"]),
        ("year: 2015", []),
        ("framework: gcm-2018", ["/policies/0/framework"]),
        ("framework: gcm-2018, year: 2014", []),
        ("framework: vienna-1993", []),
        ("level: local", []),
    ],
)
def test_a_policy_younger_than_the_practice_is_told(
    context: Build, policy: str, places: list[str]
) -> None:
    built = context(f"policies: [{{title: Plan of another kind, alignment: unclear, {policy}}}]\n")

    problems = _problems(built)

    assert [problem.pointer for problem in problems] == places
    assert {problem.code for problem in problems} <= {"GS313"}
