"""Moments and their order."""

from __future__ import annotations

import pytest

from govscore.practice.dates import earlier, first_day


@pytest.mark.parametrize(
    ("first", "second", "is_earlier"),
    [
        ("2016", "2017", True),
        ("2016", "2016", False),
        ("2016", "2016-03", False),
        ("2016-03", "2016", False),
        ("2016-02-29", "2016-03", True),
        ("2016-03", "2016-02-29", False),
    ],
)
def test_dates_are_compared_as_precisely_as_both_are_known(
    first: str, second: str, *, is_earlier: bool
) -> None:
    assert earlier(first, second) is is_earlier


@pytest.mark.parametrize(
    ("moment", "day"),
    [("2016", "2016-01-01"), ("2016-12", "2016-12-01"), ("2016-12-15", "2016-12-15")],
)
def test_a_moment_counts_from_its_first_day(moment: str, day: str) -> None:
    assert first_day(moment) == day
