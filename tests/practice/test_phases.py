"""Which phases of a practice can be asked about yet."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from govscore.practice.phases import due, inferred
from govscore.practice.record import Practice

Made = Callable[..., Practice]

AS_OF = "2026-11-24"
ROW: dict[str, Any] = {
    "who": "A union",
    "groups": ["workers"],
    "participation": "none",
    "mode": "adversarial",
}
REVIEW = {"title": "A review", "independence": "self"}
NEW = {"start": "2026-01-01"}


def _initials(phases: frozenset[str]) -> str:
    return "".join(sorted(phase[0] for phase in phases))


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        ("planned", "f"),
        ("pilot", "af"),
        ("running", "af"),
        ("completed", "aef"),
        ("scaled", "aef"),
        ("discontinued", "aef"),
    ],
)
def test_the_status_of_a_new_practice_decides(made: Made, status: str, expected: str) -> None:
    assert _initials(due(made(status=status, period=NEW), AS_OF)) == expected


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        ("2023-11-24", "aef"),
        ("2023-11-25", "af"),
        ("2023-11", "aef"),
        ("2023-12", "af"),
        ("2023", "aef"),
        ("2024", "af"),
    ],
)
def test_evaluation_is_due_three_years_after_the_first_day(
    made: Made, start: str, expected: str
) -> None:
    assert _initials(due(made(period={"start": start}), AS_OF)) == expected


def test_a_practice_begun_on_a_leap_day_is_three_years_old_after_its_last_february(
    made: Made,
) -> None:
    practice = made(period={"start": "2024-02-29"})

    assert _initials(due(practice, "2027-02-28")) == "af"
    assert _initials(due(practice, "2027-03-01")) == "aef"


def test_age_alone_makes_nothing_due_of_what_is_only_planned(made: Made) -> None:
    assert _initials(due(made(status="planned", period={"start": "2010"}), AS_OF)) == "f"


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"delivery": {"reach": 3}}, "af"),
        ({"stakeholders": {"application": [ROW]}}, "af"),
        ({"social_dialogue": {"body": "none"}}, "af"),
        ({"evaluations": [REVIEW]}, "ef"),
        ({"stakeholders": {"evaluation": [ROW]}}, "ef"),
        ({"results": [{"outcome": "More work"}]}, "ef"),
        ({"stakeholders": {"formulation": [ROW]}}, "f"),
        ({"stakeholders": {"application": [], "evaluation": []}}, "f"),
        ({"evaluations": [], "results": []}, "f"),
        ({"resources": {"funding": []}}, "f"),
        ({"concerns": [{"text": "Too dear"}]}, "f"),
    ],
)
def test_facts_make_their_phase_due_and_empty_lists_do_not(
    made: Made, fields: dict[str, object], expected: str
) -> None:
    assert _initials(due(made(status="planned", **fields), AS_OF)) == expected


@pytest.mark.parametrize(
    ("reached", "expected"), [("formulation", "f"), ("application", "af"), ("evaluation", "aef")]
)
def test_the_phase_reached_makes_due_what_facts_and_dates_do_not(
    made: Made, reached: str, expected: str
) -> None:
    practice = made(status="planned", phase_reached=reached)

    assert _initials(due(practice, AS_OF)) == expected
    assert _initials(inferred(practice, AS_OF)) == "f"


def test_the_phase_reached_takes_nothing_back(made: Made) -> None:
    practice = made(status="completed", phase_reached="formulation")

    assert _initials(due(practice, AS_OF)) == "aef"
