"""Dates and phases: GS304 and GS305."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from govscore import rules
from govscore.errors import Problem
from govscore.rules._inspection import Inspection

Build = Callable[..., Inspection]


def _problems(inspection: Inspection) -> list[Problem]:
    return list(rules.problems(inspection, ("GS304", "GS305")))


def test_every_span_of_a_file_is_looked_at(context: Build) -> None:
    text = """\
resources: {funding: [{source: own_budget, from: 2018}, {source: foundation, from: 2018, to: 2017}]}
delivery: {outputs: [{name: Cards, by: 2018/2017}, {name: Desks, by: 2017/2018}]}
results: [{outcome: Trust, when: 2019-02/2019-01}, {outcome: Use, when: 2019}]
"""

    problems = _problems(context(text, period="{start: 2019, end: 2018}"))

    assert [(problem.code, problem.pointer) for problem in problems] == [
        ("GS304", "/period/end"),
        ("GS304", "/resources/funding/1/to"),
        ("GS304", "/delivery/outputs/0/by"),
        ("GS304", "/results/0/when"),
    ]


@pytest.mark.parametrize(
    ("reached", "fields", "due"),
    [
        ("formulation", {}, "evaluation"),
        ("application", {}, "evaluation"),
        ("evaluation", {}, None),
        ("formulation", {"period": "{start: 2026}"}, "application"),
        ("application", {"period": "{start: 2026}"}, None),
        ("formulation", {"period": "{start: 2026}", "status": "planned"}, None),
        ("application", {"period": "{start: 2026}", "status": "completed"}, "evaluation"),
    ],
)
def test_a_phase_reached_may_not_be_behind_what_is_due(
    context: Build, reached: str, fields: dict[str, str], due: str | None
) -> None:
    problems = _problems(context(f"phase_reached: {reached}\n", **fields))

    assert [(problem.code, problem.args["due"]) for problem in problems] == (
        [("GS305", due)] if due else []
    )


def test_three_years_make_the_evaluation_due_on_their_day(context: Build) -> None:
    fields = {"more": "phase_reached: application\n", "period": "{start: 2023-11-25}"}

    before = context(as_of="2026-11-24", **fields)
    on = context(as_of="2026-11-25", **fields)

    assert (_problems(before)) == []
    assert [problem.code for problem in _problems(on)] == ["GS305"]
