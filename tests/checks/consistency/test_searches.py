"""Empty lists and where one looked: GS306."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from govscore.checks.consistency import searches
from govscore.rules._inspection import Inspection

Build = Callable[..., Inspection]


def test_the_section_lists_are_those_of_items_and_no_list_inside_an_item() -> None:
    assert {".".join(path) for path in searches.sections()} == {
        "concerns",
        "delivery.outputs",
        "evaluations",
        "lead_body",
        "legal_basis.agreements",
        "legal_basis.international",
        "legal_basis.national",
        "legal_basis.regional",
        "objectives",
        "policies",
        "resources.funding",
        "results",
        "stakeholders.application",
        "stakeholders.evaluation",
        "stakeholders.formulation",
    }


@pytest.mark.parametrize(
    ("text", "findings"),
    [
        ("stakeholders: {evaluation: []}\n", 1),
        ("stakeholders: {evaluation: []}\nsearched: {stakeholders.evaluation: [e]}\n", 0),
        ("stakeholders: {evaluation: []}\nsearched: {stakeholders.evaluation: []}\n", 1),
        ("stakeholders: {evaluation: []}\nsearched: {stakeholders: [e]}\n", 1),
        ("stakeholders: {evaluation: }\n", 0),
        ("policies: []\nevaluations: []\n", 2),
        (
            "legal_basis: {national: [{title: Act, provisions: [], alignment: partly}]}\n",
            0,
        ),
        ("coordination: {sectors: []}\n", 0),
    ],
)
def test_an_empty_section_list_owes_where_one_looked(
    context: Build, text: str, findings: int
) -> None:
    problems = list(searches.problems(context(text)))

    assert [problem.code for problem in problems] == ["GS306"] * findings
