"""The difference between two editions of a rubric, and why practices moved."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from govscore.practice.record import Practice
from govscore.result.editions import Changed, Difference, Move, Revision
from govscore.result.scored import ScoredPractice
from govscore.rubric.compiled import Rubric
from govscore.rubric.files import load
from govscore.rubric_testing.specimens import complete
from govscore.scoring import score
from govscore.scoring.read import Assumptions
from govscore.studies.editions import difference, moves

OLD, NEW = "gmpa@1.0.0", "gmpa"
SECTION = {"resources": {"trained_staff": "yes", "funding": [{"source": "own_budget"}]}}

Score = Callable[..., ScoredPractice]


@pytest.fixture(scope="module")
def found() -> Difference:
    return difference(load(OLD), load(NEW))


@pytest.fixture
def scored() -> Score:
    rubrics: dict[str, Rubric] = {name: load(name) for name in (OLD, NEW)}

    def made(name: str, part: dict[str, Any]) -> ScoredPractice:
        practice: Practice = complete(part, rubrics[name])
        return score.score(practice, rubrics[name], Assumptions("2026-11-24"), path="p.yaml")

    return made


def _revision(found: Difference, name: str) -> Revision:
    return next(each for each in found.criteria if each.id == name)


def _move(*sides: ScoredPractice) -> Move:
    (move,) = moves(*([side] for side in sides))
    return move


def test_a_rubric_differs_in_nothing_from_itself() -> None:
    same = difference(load(NEW), load(NEW))

    lists = (same.changes, same.added, same.removed, same.criteria, same.limits, same.settings)
    assert not any(lists)


def test_levels_whose_words_or_rules_changed_are_named(found: Difference) -> None:
    assert _revision(found, "evidence-base").descriptors == ["0", "1", "2", "3"]
    assert _revision(found, "evidence-base").rules == []
    assert _revision(found, "resources").descriptors == ["1", "2", "3", "4"]
    assert _revision(found, "whole-of-government") == Revision(
        id="whole-of-government",
        descriptors=[],
        reach=["1", "2", "3", "4"],
        rules=[],
        also=[],
    )


def test_a_rule_is_changed_where_only_a_fact_that_it_rests_on_is(found: Difference) -> None:
    before, after = (
        next(c for c in load(name).spec.criteria if c.id == "evaluation").measure.sources()
        for name in (OLD, NEW)
    )

    assert before == after
    assert _revision(found, "evaluation").rules == ["assessed", "1", "2", "3", "4"]


def test_limits_and_settings_are_told_before_and_after(found: Difference) -> None:
    assert found.settings == [Changed(name="coverage overall", before=1 / 4, after=1 / 3)]
    assert found.weights == []
    concern = next(each for each in found.limits if each.name == "concern")
    assert concern.before is None
    assert str(concern.after).startswith("at most promising: ")


def test_the_change_log_since_the_earlier_edition_is_quoted(found: Difference) -> None:
    assert [each.version for each in found.changes] == ["2.0.0"]


def test_criteria_of_another_rubric_are_added_and_removed() -> None:
    other = difference(load(NEW), load("mipex-2014"))

    assert "health-policy" in other.added
    assert "resources" in other.removed
    assert other.changes == []


def test_what_the_rubric_alone_moves_is_put_down_to_it(scored: Score) -> None:
    move = _move(scored(OLD, SECTION), scored(NEW, SECTION), scored(NEW, SECTION))

    assert move.why == ["rubric"]
    assert "resources" in [each.id for each in move.criteria]


def test_what_the_record_alone_moves_is_put_down_to_it(scored: Score) -> None:
    move = _move(scored(NEW, {}), scored(NEW, {}), scored(NEW, SECTION))

    assert move.why == ["record"]
    assert [each.id for each in move.criteria] == ["resources"]
    shift = move.criteria[0]
    assert shift.before is not None
    assert shift.after is not None
    assert (shift.before.status, shift.after.status) == ("unassessed", "partial")


def test_both_may_move_a_practice_and_neither(scored: Score) -> None:
    both = _move(scored(OLD, SECTION), scored(NEW, SECTION), scored(NEW, {}))
    neither = _move(*(scored(NEW, SECTION) for _ in range(3)))

    assert both.why == ["rubric", "record"]
    assert (neither.why, neither.criteria) == ([], [])


def test_a_practice_that_only_the_newer_records_have_is_new(scored: Score) -> None:
    (move,) = moves([], [], [scored(NEW, SECTION)])

    assert (move.before, move.why, move.criteria) == (None, ["record"], [])
    assert move.after is not None
