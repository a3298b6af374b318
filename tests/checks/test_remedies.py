"""What would close a gap: which steps, in which order, what each adds, and how many are enough."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from govscore.checks.remedies import Remedies
from govscore.result.scored import ScoredPractice

Make = Callable[..., ScoredPractice]


def test_a_step_of_an_indicator_adds_its_own_gain(practice: Make) -> None:
    remedies = Remedies(practice(law=1, remedy=3), 1)
    [standards, _] = remedies.practice.indicators

    ways = remedies.indicator(standards, 60)

    assert (standards.low, ways.ids) == (50.0, ["law", "remedy"])
    assert ways.words == "law (+12.5), remedy (+12.5); the first is enough"


@pytest.mark.parametrize(
    ("expected", "enough"),
    [(62.5, "; the first is enough"), (62.6, "; the first two are enough"), (76, "")],
)
def test_enough_is_what_reaches_the_bar_itself(
    practice: Make, expected: float, enough: str
) -> None:
    remedies = Remedies(practice(law=2, remedy=2), 1)

    ways = remedies.indicator(remedies.practice.indicators[0], expected)

    assert ways.words == f"law (+12.5), remedy (+12.5){enough}"


def test_what_is_known_grows_by_what_a_criterion_leaves_open(practice: Make) -> None:
    remedies = Remedies(practice(law=None, remedy=3), 1)

    ways = remedies.coverage(remedies.practice.indicators[0])

    assert (ways.ids, ways.words) == (["law"], "law (+50%)")


def test_no_step_adds_more_than_all_points_to_an_indicator(practice: Make) -> None:
    remedies = Remedies(practice(law=3, remedy=3, plan=4, money=4), 1)

    ways = remedies.overall(100)

    assert ways.ids == ["law", "remedy"]
    assert ways.words == "law (+6.9), remedy (+6.9); the first two are enough"
