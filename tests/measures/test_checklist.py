"""Levels by a list of yes/no facts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from govscore.measures._measure import Reading
from govscore.measures.checklist import level

Read = Callable[..., Reading]

NAMES = ("a", "b", "c", "d", "e")
LIST = {
    "kind": "checklist",
    "items": {name: f"item {name}" for name in NAMES},
    "levels": {0: {"says": "none"}},
}
shared = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


def _answered(*answers: str, **section: Any) -> dict[str, Any]:
    """Answer the items in turn, with strong evidence unless the section says otherwise."""
    answered = dict(zip(NAMES, answers, strict=False))
    return {"checks": {"it": {"evidence": ["minutes"], **answered, **section}}}


@pytest.mark.parametrize(
    ("total", "levels"),
    [
        (1, [0, 4]),
        (2, [0, 2, 4]),
        (3, [0, 1, 3, 4]),
        (4, [0, 1, 2, 3, 4]),
        (5, [0, 1, 1, 2, 3, 4]),
        (6, [0, 1, 1, 1, 2, 3, 4]),
    ],
)
def test_the_level_follows_from_how_many_of_how_many(total: int, levels: list[int]) -> None:
    assert [level(total, yes) for yes in range(total + 1)] == levels


@given(st.integers(1, 30).flatmap(lambda n: st.tuples(st.just(n), st.integers(0, n - 1))))
def test_one_yes_more_never_lowers_the_level(counts: tuple[int, int]) -> None:
    total, yes = counts

    assert level(total, yes) <= level(total, yes + 1)


def test_all_answered_is_scored(read: Read) -> None:
    reading = read(LIST, _answered("yes", "yes", "yes", "no", "no"))

    assert (reading.status, reading.claimed, reading.credited) == ("scored", 2, 2)
    assert (reading.low, reading.high, reading.coverage) == (2, 2, 1.0)
    assert (reading.because, reading.args["of"]) == ("checklist", 5)
    assert (reading.args["yes"], reading.args["no"]) == (["a", "b", "c"], ["d", "e"])


def test_what_is_open_widens_the_interval(read: Read) -> None:
    reading = read(LIST, _answered("yes", "yes", "yes", "unknown"))

    assert (reading.status, reading.low, reading.high) == ("partial", 2, 4)
    assert reading.coverage == 0.5
    assert reading.args["unknown"] == ["d", "e"]


def test_partly_counts_as_no_and_is_shown(read: Read) -> None:
    reading = read(LIST, _answered("partly", "partly", "partly", "partly", "yes"))

    assert (reading.claimed, reading.args["partly"]) == (1, ["a", "b", "c", "d"])


def test_what_does_not_apply_is_not_counted(read: Read) -> None:
    reading = read(LIST, _answered("yes", "yes", *["not_applicable"] * 3))

    assert (reading.status, reading.claimed, reading.args["of"]) == ("scored", 4, 2)


@pytest.mark.parametrize("answers", [["unknown"] * 5, ["not_applicable"] * 5, []])
def test_all_unknown_none_applicable_and_left_out_are_all_unassessed(
    read: Read, answers: list[str]
) -> None:
    assert read(LIST, _answered(*answers)).status == "unassessed"
    assert read(LIST, {}).status == "unassessed"


def test_unknown_beside_not_applicable_is_unassessed(read: Read) -> None:
    reading = read(LIST, _answered("unknown", "unknown", "not_applicable", "not_applicable"))

    assert reading.status == "unassessed"


def test_an_answer_counts_with_its_own_evidence_before_the_sections(read: Read) -> None:
    weak = {"answer": "yes", "evidence": ["media_report"]}
    reading = read(LIST, _answered("yes", "yes", "yes", "yes", e=weak))

    assert (reading.claimed, reading.credited) == (4, 3)
    assert reading.evidence == ("minutes", "media_report")


@pytest.mark.parametrize(
    ("evidence", "credited"),
    [([], 1), (["media_report"], 2), (["ngo_report"], 3), (["minutes"], 4)],
)
def test_evidence_caps_the_level(read: Read, evidence: list[str], credited: int) -> None:
    reading = read(LIST, _answered(*["yes"] * 5, evidence=evidence))

    assert (reading.claimed, reading.credited, reading.high) == (4, credited, 4)
    assert (reading.status, reading.coverage) == ("scored", 1.0)


def test_without_the_cap_every_claim_counts(read: Read) -> None:
    reading = read(LIST, _answered(*["yes"] * 5, evidence=[]), cap=False)

    assert reading.credited == 4


def test_every_answer_but_the_unknown_is_pointed_at(read: Read) -> None:
    reading = read(LIST, _answered("yes", "unknown", "no", "not_applicable", "partly"))

    assert reading.pointers == tuple(f"/checks/it/{name}" for name in ("a", "c", "d", "e"))


answers = st.lists(
    st.sampled_from(["yes", "no", "partly", "unknown", "not_applicable"]), min_size=5, max_size=5
)
strengths = st.lists(
    st.sampled_from([[], ["media_report"], ["ngo_report"], ["minutes"]]), min_size=5, max_size=5
)


@shared
@given(answers, strengths, st.integers(0, 4), st.sampled_from(["unknown", "no", "partly"]))
def test_another_yes_never_lowers_what_is_proven(
    read: Read, given_: list[str], evidence: list[list[str]], place: int, before: str
) -> None:
    given_[place] = before
    first = read(LIST, _backed(given_, evidence))
    given_[place] = "yes"
    second = read(LIST, _backed(given_, evidence))

    assert second.low >= first.low
    assert second.status != "unassessed"


@shared
@given(answers, strengths, st.integers(0, 4), st.sampled_from(["yes", "no", "partly"]))
def test_an_answer_to_what_was_open_stays_within_the_interval(
    read: Read, given_: list[str], evidence: list[list[str]], place: int, answer: str
) -> None:
    given_[place] = "unknown"
    first = read(LIST, _backed(given_, evidence))
    given_[place] = answer
    second = read(LIST, _backed(given_, evidence))

    assert first.low <= second.low <= second.high <= first.high


def _backed(given_: list[str], evidence: list[list[str]]) -> dict[str, Any]:
    pairs = zip(NAMES, given_, evidence, strict=True)
    return {"checks": {"it": {n: {"answer": a, "evidence": e} for n, a, e in pairs}}}
