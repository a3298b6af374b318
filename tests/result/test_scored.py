"""The tree of a scored practice, as those ask for it who read the result."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from govscore.result.scored import Criterion, ScoredPractice


def test_indicators_are_the_nodes_right_under_the_overall(
    make_practice: Callable[..., ScoredPractice],
) -> None:
    assert [each.id for each in make_practice().indicators] == ["standards"]


def test_each_criterion_belongs_to_the_indicator_above_it(
    make_practice: Callable[..., ScoredPractice], make_criterion: Callable[..., Criterion]
) -> None:
    apart = make_criterion("apart", "gone", under="of another rubric")
    practice = make_practice(criteria=[*make_practice().criteria, apart])

    assert practice.indicator_of == {
        "law": "standards",
        "remedy": "standards",
        "apart": "of another rubric",
    }


def test_nodes_that_lead_round_in_a_circle_end_somewhere(
    make_practice: Callable[..., ScoredPractice],
) -> None:
    first, second = make_practice().nodes
    circle = [first.model_copy(update={"parent": second.id}), second]

    assert set(make_practice(nodes=circle).indicator_of) == {"law", "remedy"}


@pytest.mark.parametrize(
    ("status", "claimed", "credited", "high", "expected"),
    [
        ("scored", 3, 2, 3, ("full", "full", "claimed", "none")),
        ("partial", 1, 1, 3, ("full", "open", "open", "none")),
        ("unassessed", None, None, 4, ("open",) * 4),
        ("scored", 0, 0, 0, ("none",) * 4),
        ("not_applicable", None, None, 4, ("aside",) * 4),
        ("not_yet_due", None, None, 4, ("aside",) * 4),
    ],
)
def test_the_boxes_of_a_level_tell_credited_claimed_and_open_apart(
    make_criterion: Callable[..., Criterion],
    status: str,
    claimed: int | None,
    credited: int | None,
    high: int,
    expected: tuple[str, ...],
) -> None:
    criterion = make_criterion(
        "law", "design", status=status, claimed=claimed, credited=credited, high=high
    )

    assert criterion.boxes == expected
