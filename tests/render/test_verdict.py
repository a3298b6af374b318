"""What counts, what fails, and how it is said."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import pytest

from govscore.render import Options, _verdict
from govscore.result import Finding, Gate, Practice, Result, Waiver


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
    fails: bool,  # noqa: FBT001 - a column of the table
) -> None:
    options = Options(fail_level=fail_level)

    assert _verdict.fails(make_finding(level=level), options) is fails


def test_a_waived_finding_neither_fails_nor_counts(
    make_result: Callable[..., Result], make_finding: Callable[..., Finding]
) -> None:
    result = make_result(findings=[make_finding(waived_by="GS104 *")])

    assert _verdict.passed(result, Options())
    assert _verdict.counted(result) == []
    assert _verdict.summary(result, Options()) == (
        "Passed: 0 errors, 0 warnings, 0 notes in 2 files; 1 more waived."
    )


def test_a_missed_gate_fails_without_a_finding(
    make_result: Callable[..., Result], make_gate: Callable[..., Gate]
) -> None:
    result = make_result(gates=[make_gate()])

    assert not _verdict.passed(result, Options())
    assert _verdict.summary(result, Options()).endswith("1 of 1 gate failed.")


def test_findings_stand_in_the_order_of_their_places(make_finding: Callable[..., Finding]) -> None:
    last = make_finding(path="b.yaml", line=None, column=None)
    third = make_finding(path="a.yaml", line=10)
    second = make_finding(path="a.yaml", line=9, column=2)
    first = make_finding(path="a.yaml", line=9, column=1, level="note")

    assert _verdict.ordered([last, third, second, first]) == [first, second, third, last]
    assert _verdict.gravest([last, third, second, first]) == [second, third, last, first]


def test_a_place_says_what_is_known(make_finding: Callable[..., Finding]) -> None:
    assert _verdict.place(make_finding(path="./a.yaml")) == "a.yaml:33:16"
    assert _verdict.place(make_finding(path="a.yaml", column=None)) == "a.yaml:33"
    assert _verdict.place(make_finding(path="a.yaml", line=None, column=None)) == "a.yaml"


def test_a_bar_missed_by_a_hair_does_not_seem_met(
    make_result: Callable[..., Result], make_gate: Callable[..., Gate]
) -> None:
    rubric = make_result().rubric

    assert rubric.rounding == "half-up"
    assert _verdict.gate_figures(make_gate(expected=25.0, found=24.99), rubric) == ("25.0", "24.9")


def test_shares_labels_and_gaps_are_shown_as_such(
    make_result: Callable[..., Result], make_gate: Callable[..., Gate]
) -> None:
    rubric = make_result().rubric
    coverage = make_gate(id="coverage", expected=0.75, found=0.5)
    label = make_gate(id="label", expected="high", found="low")
    silent = make_gate(found=None)

    assert _verdict.gate_figures(coverage, rubric) == ("75%", "50%")
    assert _verdict.gate_figures(label, rubric) == ("high practice", "low practice")
    assert _verdict.gate_figures(silent, rubric) == ("25.0", "\N{EN DASH}")


def test_ways_up_say_what_they_bring(
    make_result: Callable[..., Result],
    make_gate: Callable[..., Gate],
    make_practice: Callable[..., Practice],
) -> None:
    result = make_result(practices=[make_practice()])
    gate = make_gate(cheapest=["law", "remedy", "gone"])

    assert _verdict.ways_up(gate, result) == [
        "Anchored in law (law): +12.6: level 4: Level 4 of law.",
        "Complaint and remedy (remedy)",
        "gone",
    ]
    assert _verdict.ways_up(gate.model_copy(update={"scope": "harbour"}), result)[0].endswith(
        "law."
    )
    assert _verdict.ways_up(gate, make_result())[0] == "Anchored in law (law)"


def test_an_excuse_names_the_waiver_by_code_path_and_pointer(
    make_result: Callable[..., Result],
    make_finding: Callable[..., Finding],
    make_waiver: Callable[..., Waiver],
) -> None:
    waivers = [make_waiver(), make_waiver(pointer="/a", reason="agreed")]
    result = make_result(waivers=waivers)

    named = make_finding(waived_by="GS309 practices/*.yaml /a")
    lost = make_finding(waived_by="GS1")

    assert _verdict.excuse(named, result) == "waived until 2027-02-01: agreed (migration desk)"
    assert _verdict.excuse(lost, result) == "waived by GS1"
    assert _verdict.waiver_line(waivers[1]) == (
        "active: GS309 practices/*.yaml /a: agreed (until 2027-02-01, migration desk)"
    )
