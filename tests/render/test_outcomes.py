"""What counts, what fails, and how it is said."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import pytest

from govscore.render import outcomes
from govscore.render.style import Style
from govscore.result.run import Finding, Gate, Result, Waiver


@pytest.mark.parametrize(
    ("fail_level", "level", "fails"),
    [
        ("error", "error", True),
        ("error", "warning", False),
        ("warning", "warning", True),
        ("warning", "note", False),
        ("note", "note", True),
    ],
)
def test_a_finding_fails_at_its_level_and_above(
    make_finding: Callable[..., Finding],
    fail_level: Literal["error", "warning", "note"],
    level: str,
    fails: bool,
) -> None:
    options = Style(fail_level=fail_level)

    assert outcomes.fails(make_finding(level=level), options) is fails


def test_a_waived_finding_neither_fails_nor_counts(
    make_result: Callable[..., Result], make_finding: Callable[..., Finding]
) -> None:
    result = make_result(findings=[make_finding(waived_by="GS104 *")])

    assert outcomes.passed(result, Style())
    assert outcomes.counted(result) == []
    assert outcomes.summary(result, Style()) == (
        "Passed: 0 errors, 0 warnings, 0 notes in 2 files; 1 more waived."
    )


def test_a_missed_gate_fails_without_a_finding(
    make_result: Callable[..., Result], make_gate: Callable[..., Gate]
) -> None:
    result = make_result(gates=[make_gate()])

    assert not outcomes.passed(result, Style())
    assert outcomes.summary(result, Style()).endswith("1 of 1 gate failed.")


def test_findings_stand_in_the_order_of_their_places(make_finding: Callable[..., Finding]) -> None:
    last = make_finding(path="b.yaml", line=None, column=None)
    third = make_finding(path="a.yaml", line=10)
    second = make_finding(path="a.yaml", line=9, column=2)
    first = make_finding(path="a.yaml", line=9, column=1, level="note")

    assert outcomes.ordered([last, third, second, first]) == [first, second, third, last]
    assert outcomes.gravest([last, third, second, first]) == [second, third, last, first]


def test_a_place_says_what_is_known(make_finding: Callable[..., Finding]) -> None:
    assert outcomes.place(make_finding(path="./a.yaml")) == "a.yaml:33:16"
    assert outcomes.place(make_finding(path="a.yaml", column=None)) == "a.yaml:33"
    assert outcomes.place(make_finding(path="a.yaml", line=None, column=None)) == "a.yaml"


def test_a_waiver_tells_what_it_is_for_and_what_became_of_it(
    make_waiver: Callable[..., Waiver],
) -> None:
    waiver = make_waiver(pointer="/a", state="unused")

    assert outcomes.waiver_line(waiver) == (
        "unused: GS309 practices/*.yaml /a: under review (migration desk, until 2027-02-01)"
    )
