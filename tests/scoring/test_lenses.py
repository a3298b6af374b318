"""Lenses: readings of a practice that earn no points."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from govscore.result.scored import ScoredPractice

Scored = Callable[..., ScoredPractice]
Rated = Callable[..., dict[str, Any]]


@pytest.mark.parametrize(
    ("level", "mark"),
    [(0, "none"), (1, "mentioned"), (2, "targeted"), (3, "evidenced"), (4, "evidenced")],
)
def test_where_the_file_is_silent_a_criterion_speaks_for_the_item_it_echoes(
    scored: Scored, rated: Rated, level: int, mark: str
) -> None:
    assert scored(rated("evidence-base", level)).lenses["outcomes"]["o11"] == mark


def test_a_criterion_speaks_as_far_as_it_is_credited(scored: Scored, rated: Rated) -> None:
    found = scored(rated("evidence-base", {"level": 4, "evidence": ["media_report"]}))

    assert found.lenses["outcomes"]["o11"] == "targeted"


def test_what_the_file_says_stands(scored: Scored, rated: Rated) -> None:
    found = scored({"outcomes": {"o11": "none", "o3": "targeted"}, **rated("evidence-base", 4)})

    assert found.lenses["outcomes"]["o11"] == "none"
    assert found.lenses["outcomes"]["o3"] == "targeted"


def test_the_best_of_several_criteria_speaks(scored: Scored) -> None:
    rows = [
        {"who": "A union", "groups": ["workers"], "participation": "consult", "mode": "invited"}
    ]
    checks = {"standing-consultation": dict.fromkeys(("standing_body", "minutes_published"), "no")}

    alone = scored({"checks": checks})
    beside = scored({"checks": checks, "stakeholders": {"formulation": rows}})

    assert alone.lenses["considerations"]["c4"] == "none"
    assert beside.lenses["considerations"]["c4"] == "mentioned"


def test_what_is_not_known_is_left_out(scored: Scored) -> None:
    assert scored({}).lenses == {"considerations": {}, "outcomes": {}}


def test_the_goals_that_a_file_names_are_mentioned(scored: Scored) -> None:
    found = scored({"frameworks": {"sdg_targets": ["10.7"], "gcm_objectives": [6, 22]}})

    assert found.lenses["sdg_targets"] == {"10.7": "mentioned"}
    assert found.lenses["gcm_objectives"] == {"6": "mentioned", "22": "mentioned"}
    assert "migof" not in found.lenses


def test_lenses_earn_nothing(scored: Scored) -> None:
    told = {"outcomes": {f"o{n}": "evidenced" for n in range(1, 12)}}

    assert scored(told).criteria == scored({}).criteria
