"""Bars that were cleared or missed, and how it is said."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from govscore.render import _gates, outcomes
from govscore.render.style import Style
from govscore.result.run import Finding, Gate, Result
from govscore.result.scored import ScoredPractice


def test_a_missed_gate_whose_finding_is_waived_does_not_fail(
    make_result: Callable[..., Result],
    make_gate: Callable[..., Gate],
    make_finding: Callable[..., Finding],
    excuse: str,
) -> None:
    indicator = make_gate(id="indicator:standards")
    finding = make_finding(code="GS902", path=indicator.scope, waived_by=excuse)

    one = make_result(gates=[indicator], findings=[finding])
    two = make_result(gates=[indicator, make_gate()], findings=[finding])

    assert outcomes.passed(one, Style())
    assert _gates.failed(two) == [make_gate()]


def test_findings_that_repeat_a_gate_can_be_left_out(
    make_result: Callable[..., Result],
    make_gate: Callable[..., Gate],
    make_finding: Callable[..., Finding],
) -> None:
    gate = make_gate(id="label")
    repeating = make_finding(code="GS904", path=gate.scope)
    others = [make_finding(code="GS904", path="other.yaml"), make_finding(path=gate.scope)]

    result = make_result(gates=[gate])

    assert _gates.beside([repeating, *others], result) == others


@pytest.mark.parametrize(
    ("found", "shown"),
    [(9.5, "9.5"), (24.94, "24.9"), (24.99, "24.99"), (24.999999999, "24.999999999")],
)
def test_a_bar_missed_by_a_hair_does_not_seem_met(
    make_result: Callable[..., Result], make_gate: Callable[..., Gate], found: float, shown: str
) -> None:
    rubric = make_result().rubric

    assert rubric.rounding == "half-up"
    assert _gates.figures(make_gate(found=found), rubric) == ("25", shown)


def test_a_bar_is_told_with_its_code_and_end(
    make_result: Callable[..., Result], make_gate: Callable[..., Gate]
) -> None:
    rubric = make_result().rubric
    coverage = make_gate(id="coverage:standards", scope="./a.yaml", expected=0.755, found=0.7549)
    point = make_gate(on="point", found=None)

    assert _gates.line(coverage, rubric) == (
        "a.yaml: GS903 coverage:standards: expected at least 75.5%, found 75%"
    )
    assert _gates.line(point, rubric) == (
        "practices/harbour.yaml: GS901 overall, as it stands: expected at least 25, "
        "found \N{EN DASH}"
    )


def test_labels_are_shown_by_their_titles(
    make_result: Callable[..., Result], make_gate: Callable[..., Gate]
) -> None:
    label = make_gate(id="label", expected="high", found="low")

    figures = _gates.figures(label, make_result().rubric)

    assert figures == ("high practice", "low practice")


def test_ways_up_say_what_they_bring(
    make_result: Callable[..., Result],
    make_gate: Callable[..., Gate],
    make_practice: Callable[..., ScoredPractice],
) -> None:
    result = make_result(practices=[make_practice()])
    gate = make_gate(cheapest=["law", "remedy", "gone"])

    assert _gates.ways_up(result)(gate) == [
        "Anchored in law (law): +12.6: level 4: Level 4 of law.",
        "Complaint and remedy (remedy)",
        "gone",
    ]
    assert _gates.ways_up(make_result())(gate)[0] == "Anchored in law (law)"
