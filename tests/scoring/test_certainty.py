"""How sure one may be of an indicator."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from govscore.result.scored import ScoredPractice
from govscore.rubric.compiled import Rubric

Scored = Callable[..., ScoredPractice]

STRENGTHS = {
    "court_decision": {"norm": 4, "process": 4, "effect": 4},
    "minutes": {"norm": 3, "process": 3, "effect": 3},
    "ngo_report": {"norm": 2, "process": 2, "effect": 2},
    "media_report": {"norm": 1, "process": 1, "effect": 1},
    "self_declaration": {"norm": 4, "process": 4, "effect": 4},
}
NAMES = ("one", "two", "three")


@pytest.fixture
def sure(built: Callable[..., Rubric], scored: Scored) -> Callable[..., str | None]:
    """Grade an indicator of three criteria, the first of which weighs two."""
    rubric = built(
        [{"id": "whole"}, {"id": "all", "under": "whole"}],
        [{"id": name, "under": "all", "weight": 1 + (name == "one")} for name in NAMES],
        evidence={"strengths": STRENGTHS},
    )

    def grade(*ratings: dict[str, tuple[int, str | None]], **part: Any) -> str | None:
        assessments = [
            {
                "ratings": {
                    name: {"level": n, "evidence": [e] if e else []}
                    for name, (n, e) in each.items()
                }
            }
            for each in ratings
        ]
        return scored({**part, "assessments": assessments}, rubric).nodes[0].certainty

    return grade


def _all(kind: str | None, level: int = 3) -> dict[str, tuple[int, str | None]]:
    return dict.fromkeys(NAMES, (level, kind))


@pytest.mark.parametrize(
    ("kind", "grade"),
    [
        ("court_decision", "high"),
        ("minutes", "moderate"),
        ("ngo_report", "low"),
        ("media_report", "very low"),
        (None, "very low"),
    ],
)
def test_a_grade_begins_with_the_strength_of_the_evidence(
    sure: Callable[..., str | None], kind: str | None, grade: str
) -> None:
    assert sure(_all(kind)) == grade


@pytest.mark.parametrize(
    ("kinds", "grade"),
    [
        (("court_decision", "media_report", "media_report"), "very low"),
        (("media_report", "court_decision", "court_decision"), "very low"),
        (("court_decision", "court_decision", "media_report"), "high"),
        (("minutes", "media_report", "court_decision"), "moderate"),
    ],
)
def test_half_of_the_weight_has_evidence_as_strong(
    sure: Callable[..., str | None], kinds: tuple[str, ...], grade: str
) -> None:
    ratings = {name: (3, kind) for name, kind in zip(NAMES, kinds, strict=True)}

    assert sure(ratings) == grade


def test_criteria_at_level_0_do_not_count(sure: Callable[..., str | None]) -> None:
    ratings = {"one": (0, "media_report"), "two": (2, "court_decision"), "three": (0, None)}

    assert sure(ratings) == "high"


def test_there_is_no_grade_while_nothing_is_above_level_0(sure: Callable[..., str | None]) -> None:
    assert sure(_all("court_decision", level=0)) is None
    assert sure({}) is None


def test_all_evidence_from_the_lead_body_takes_one_grade(sure: Callable[..., str | None]) -> None:
    mixed = {**_all("self_declaration"), "three": (3, "court_decision")}

    assert sure(_all("self_declaration")) == "moderate"
    assert sure(mixed) == "high"


@pytest.mark.parametrize(
    ("status", "date", "grade"),
    [
        ("running", "2021-11-23", "moderate"),
        ("running", "2021-11-24", "high"),
        ("running", "2021-11", "moderate"),
        ("running", "2021-12", "high"),
        ("running", "2021", "moderate"),
        ("running", 2022, "high"),
        ("pilot", "2019", "moderate"),
        ("completed", "2019", "high"),
        ("discontinued", "2019", "high"),
        ("running", None, "high"),
    ],
)
def test_old_evidence_on_a_running_practice_takes_one_grade(
    sure: Callable[..., str | None], status: str, date: object, grade: str
) -> None:
    evidence = [{"id": "court_decision", "type": "court_decision", "date": date}]

    assert sure(_all("court_decision"), status=status, evidence=evidence) == grade


def test_the_newest_evidence_that_is_used_decides(sure: Callable[..., str | None]) -> None:
    old = {"id": "court_decision", "type": "court_decision", "date": 2015}
    new = {"id": "minutes", "type": "minutes", "date": 2026}
    used = {**_all("court_decision"), "three": (3, "minutes")}

    assert sure(used, evidence=[old, new]) == "high"
    assert sure(_all("court_decision"), evidence=[old, new]) == "moderate"


@pytest.mark.parametrize(
    ("other", "grade"),
    [
        ({}, "high"),
        ({"two": (2, None)}, "high"),
        ({"two": (1, None)}, "moderate"),
        ({"one": (1, None), "two": (1, None), "three": (1, None)}, "moderate"),
    ],
)
def test_evaluators_far_apart_on_a_third_of_the_criteria_take_one_grade(
    sure: Callable[..., str | None], other: dict[str, tuple[int, str | None]], grade: str
) -> None:
    assert sure(_all("court_decision"), other) == grade


@pytest.mark.parametrize(("apart", "grade"), [(1, "high"), (2, "moderate")])
def test_one_in_four_is_no_third(
    built: Callable[..., Rubric], scored: Scored, apart: int, grade: str
) -> None:
    names = ("one", "two", "three", "four")
    rubric = built(
        [{"id": "whole"}, {"id": "all", "under": "whole"}],
        [{"id": name, "under": "all"} for name in names],
        evidence={"strengths": STRENGTHS},
    )
    proven = {name: {"level": 3, "evidence": ["court_decision"]} for name in names}
    doubted = {name: {"level": 1} for name in names[:apart]}

    found = scored({"assessments": [{"ratings": proven}, {"ratings": doubted}]}, rubric)

    assert found.nodes[0].certainty == grade


def test_doubts_add_up_and_end_at_very_low(sure: Callable[..., str | None]) -> None:
    evidence = [
        {"id": "minutes", "type": "minutes", "date": 2015, "independent": False},
        {"id": "court_decision", "type": "court_decision", "date": 2015, "independent": False},
    ]
    apart = _all(None, level=1)

    assert sure(_all("court_decision"), evidence=evidence) == "low"
    assert sure(_all("court_decision"), apart, evidence=evidence) == "very low"
    assert sure(_all("minutes"), apart, evidence=evidence) == "very low"


def test_only_indicators_have_a_grade(scored: Scored, rated: Callable[..., dict[str, Any]]) -> None:
    nodes = scored(rated("four-principles", 3)).nodes

    assert {node.id: node.certainty for node in nodes if node.certainty} == {"standards": "high"}
