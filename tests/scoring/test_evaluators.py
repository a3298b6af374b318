"""Several evaluators: the lower median earns, differences widen the interval."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from govscore.result.scored import Criterion

ReadCriterion = Callable[..., Criterion]
Rated = Callable[..., dict[str, Any]]

NAME = "four-principles"


@pytest.mark.parametrize(
    ("ratings", "claimed", "low", "high"),
    [
        ((3,), 3, 3, 3),
        ((2, 3), 2, 2, 3),
        ((3, 2), 2, 2, 3),
        ((0, 4), 0, 0, 4),
        ((1, 2, 4), 2, 1, 4),
        ((1, 2, 3, 4), 2, 1, 4),
        ((4, 4, 4), 4, 4, 4),
    ],
)
def test_the_lower_median_earns_and_the_extremes_bound(
    criterion: ReadCriterion,
    rated: Rated,
    ratings: tuple[int, ...],
    claimed: int,
    low: int,
    high: int,
) -> None:
    found = criterion(NAME, rated(NAME, *ratings))

    assert (found.claimed, found.credited, found.low, found.high) == (claimed, claimed, low, high)
    assert (found.status, found.coverage, found.points_max) == ("scored", 1, 100)
    assert found.points == 25 * claimed
    assert found.because.args["levels"] == sorted(ratings)


def test_the_order_of_evaluators_does_not_matter(criterion: ReadCriterion, rated: Rated) -> None:
    one, other = (criterion(NAME, rated(NAME, *each)) for each in ((1, 4, 2), (4, 2, 1)))

    levels = [(each.claimed, each.credited, each.low, each.high) for each in (one, other)]
    assert levels[0] == levels[1]


def test_a_level_is_carried_by_the_best_evidence_of_the_ratings_at_or_above_it(
    criterion: ReadCriterion, rated: Rated
) -> None:
    weak = {"level": 4, "evidence": ["media_report"]}
    strong = {"level": 3, "evidence": ["court_decision"]}

    assert criterion(NAME, rated(NAME, weak, strong)).credited == 3
    assert criterion(NAME, rated(NAME, weak, {**weak, "level": 3})).credited == 2
    assert criterion(NAME, rated(NAME, {**strong, "level": 2}, weak, weak)).credited == 2


def test_the_lowest_rating_bounds_as_far_as_evidence_carries_it(
    criterion: ReadCriterion, rated: Rated
) -> None:
    bare = {"level": 3}

    found = criterion(NAME, rated(NAME, bare, {"level": 4}))

    assert (found.claimed, found.credited, found.low, found.high) == (3, 1, 1, 4)


def test_one_who_scores_beside_one_who_says_it_does_not_apply_leaves_it_unresolved(
    criterion: ReadCriterion, rated: Rated, built: Callable[..., Any]
) -> None:
    rubric = built(
        [{"id": "whole"}, {"id": "all", "under": "whole"}],
        [{"id": "it", "under": "all", "na": "there is no such thing here"}],
    )
    outside = {"state": "not_applicable", "rationale": "no such thing"}

    unresolved = criterion("it", rated("it", {"level": 3}, outside), under=rubric)
    agreed = criterion("it", rated("it", outside, outside), under=rubric)

    assert (unresolved.status, unresolved.because.code) == ("unassessed", "unresolved")
    assert unresolved.because.args["assessors"] == ["evaluator 2"]
    assert (unresolved.low, unresolved.high, unresolved.coverage) == (0, 4, 0)
    assert (agreed.status, agreed.because.args["rationale"]) == ("not_applicable", "no such thing")


def test_what_applies_to_every_practice_cannot_be_said_not_to_apply(
    criterion: ReadCriterion, rated: Rated
) -> None:
    outside = {"state": "not_applicable"}

    assert criterion(NAME, rated(NAME, outside)).status == "unassessed"
    assert criterion(NAME, rated(NAME, outside, 3)).claimed == 3


def test_one_who_leaves_it_open_does_not_count(criterion: ReadCriterion, rated: Rated) -> None:
    open_ = {"state": "unassessed", "rationale": "not in the sources"}

    alone = criterion(NAME, rated(NAME, open_))
    beside = criterion(NAME, rated(NAME, open_, 3))

    assert (alone.status, alone.because.args["rationale"]) == ("unassessed", "not in the sources")
    assert (beside.status, beside.claimed, beside.high) == ("scored", 3, 3)


def test_judgements_under_another_rubric_do_not_count(
    criterion: ReadCriterion, rated: Rated
) -> None:
    part = rated(NAME, 3)
    elsewhere = [{**each, "rubric": "other@1.0.0"} for each in part["assessments"]]

    assert criterion(NAME, {"assessments": elsewhere}).status == "unassessed"


def test_an_older_version_of_the_rubric_counts(criterion: ReadCriterion, rated: Rated) -> None:
    older = [{**each, "rubric": "gmpa@0.9"} for each in rated(NAME, 3)["assessments"]]

    assert criterion(NAME, {"assessments": older}).claimed == 3


def test_a_judgement_is_found_where_it_stands(criterion: ReadCriterion, rated: Rated) -> None:
    found = criterion(NAME, rated(NAME, {"state": "unassessed"}, 2, 3))

    assert [fact.pointer for fact in found.facts] == [
        "/assessments/1/ratings/four-principles",
        "/assessments/2/ratings/four-principles",
    ]
