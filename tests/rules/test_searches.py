"""Empty lists and where one looked: GS306."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from govscore import rules
from govscore.errors import Problem
from govscore.rules._inspection import Inspection

Build = Callable[..., Inspection]


def _problems(inspection: Inspection) -> list[Problem]:
    return list(rules.problems(inspection, ("GS306",)))


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
    problems = _problems(context(text))

    assert [problem.code for problem in problems] == ["GS306"] * findings
