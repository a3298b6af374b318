"""Figures in messages."""

from __future__ import annotations

import pytest

from govscore.scale import apart, percent, points


@pytest.mark.parametrize(
    ("value", "decimals", "shown"),
    [(49.96, 1, "49.9"), (50.0, 1, "50.0"), (49.9999999999, 1, "50.0"), (8.25, 0, "8")],
)
def test_points_are_rounded_down(value: float, decimals: int, shown: str) -> None:
    assert points(value, decimals) == shown


@pytest.mark.parametrize(("share", "shown"), [(2 / 3, "66%"), (1.0, "100%"), (0.29, "29%")])
def test_shares_are_whole_per_cent(share: float, shown: str) -> None:
    assert percent(share) == shown


def test_a_rubric_may_have_its_points_and_shares_rounded_half_up() -> None:
    assert points(49.95, 1, "half-up") == "50.0"
    assert percent(0.0625, 1, "half-up") == "6.3%"
    assert percent(0.0625, 1) == "6.2%"


@pytest.mark.parametrize(
    ("first", "second", "shown"),
    [
        (41.6, 38.2, ("41.6", "38.2")),
        (41.62, 41.61, ("41.62", "41.61")),
        (41.6, 41.6, ("41.6", "41.6")),
    ],
)
def test_figures_that_differ_are_shown_apart(
    first: float, second: float, shown: tuple[str, str]
) -> None:
    assert apart(first, second, 1) == shown
