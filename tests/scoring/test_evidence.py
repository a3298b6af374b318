"""What evidence can carry: claimed and credited, item by item."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from govscore.result.scored import Criterion

ReadCriterion = Callable[..., Criterion]
Rated = Callable[..., dict[str, Any]]

COMMITMENT = {"commitment": "Teach the language", "alignment": "consistent"}
POLICIES: list[dict[str, Any]] = [
    {"title": "A compact", "level": "global", "link": {"kind": "decree"}, **COMMITMENT},
    {"title": "A plan", "level": "local", **COMMITMENT},
]
ITEMS = ("objectives", "activities", "responsible_bodies", "timetable", "indicators_with_targets")


def _policies(*evidence: list[str]) -> dict[str, Any]:
    return {
        "policies": [
            {**policy, "evidence": ids} for policy, ids in zip(POLICIES, evidence, strict=True)
        ]
    }


def _levels(found: Criterion) -> tuple[object, ...]:
    return found.claimed, found.credited, found.low, found.high


@pytest.mark.parametrize(
    ("evidence", "credited"),
    [
        ((["official_policy_text"], ["official_policy_text"]), 4),
        ((["official_policy_text"], ["budget_document"]), 4),
        ((["official_policy_text"], ["ngo_report"]), 3),
        ((["ngo_report"], ["ngo_report"]), 3),
        ((["official_policy_text"], ["media_report"]), 2),
        ((["media_report"], ["media_report"]), 2),
        (([], ["media_report"]), 2),
        (([], []), 1),
        ((["no-such-evidence"], []), 1),
        ((["media_report", "official_policy_text"], ["minutes", "budget_document"]), 4),
    ],
)
def test_a_rule_is_credited_with_items_that_have_evidence_enough(
    criterion: ReadCriterion, evidence: tuple[list[str], list[str]], credited: int
) -> None:
    found = criterion("policy-commitment", _policies(*evidence))

    assert _levels(found) == (4, credited, credited, 4)
    assert (found.status, found.coverage, found.points) == ("scored", 1, 25 * credited)


def test_without_the_cap_what_is_claimed_is_credited(criterion: ReadCriterion) -> None:
    found = criterion("policy-commitment", _policies([], []), evidence_cap=False)

    assert _levels(found) == (4, 4, 4, 4)


def test_an_item_without_evidence_takes_that_of_its_section(criterion: ReadCriterion) -> None:
    resources: dict[str, Any] = {
        "funding": [{"source": "own_budget", "recurring": True}],
        "trained_staff": "yes",
    }

    alone = criterion("resources", {"resources": resources})
    within = criterion("resources", {"resources": {**resources, "evidence": ["budget_document"]}})

    assert _levels(alone) == (4, 1, 1, 4)
    assert _levels(within) == (4, 4, 4, 4)


def test_evidence_of_an_item_stands_over_that_of_its_section(criterion: ReadCriterion) -> None:
    line = {"source": "own_budget", "recurring": True, "evidence": ["media_report"]}

    found = criterion(
        "resources", {"resources": {"funding": [line], "evidence": ["budget_document"]}}
    )

    assert _levels(found) == (3, 2, 2, 4)


def test_strength_goes_by_the_kind_of_claim(criterion: ReadCriterion, rated: Rated) -> None:
    told = {"level": 4, "evidence": ["official_legal_text"]}

    norm = criterion("four-principles", rated("four-principles", told))
    process = criterion("delivery", rated("delivery", told))
    effect = criterion("results-and-learning", rated("results-and-learning", told))

    assert [each.credited for each in (norm, process, effect)] == [4, 4, 2]
    assert [each.evidence[0].strength for each in (norm, process, effect)] == [4, 3, 1]


@pytest.mark.parametrize(
    ("answers", "section", "expected"),
    [
        (["minutes"] * 5, None, (4, 4)),
        ([None] * 5, ["minutes"], (4, 4)),
        ([None] * 5, None, (4, 1)),
        (["minutes"] * 4 + ["ngo_report"], None, (4, 3)),
        (["minutes"] * 3 + [None, None], None, (4, 2)),
        (["media_report"] * 5, None, (4, 2)),
        (["minutes"] * 3 + ["media_report"] * 2, ["minutes"], (4, 2)),
    ],
)
def test_a_yes_counts_with_its_own_evidence_or_else_the_sections(
    criterion: ReadCriterion,
    answers: list[str | None],
    section: list[str] | None,
    expected: tuple[int, int],
) -> None:
    checks: dict[str, Any] = {
        name: {"answer": "yes", "evidence": [own]} if own else "yes"
        for name, own in zip(ITEMS, answers, strict=True)
    }
    told = {**checks, **({"evidence": section} if section else {})}

    found = criterion("implementation-plan", {"checks": {"implementation-plan": told}})

    assert (found.claimed, found.credited) == expected


@pytest.mark.parametrize(
    ("evidence", "credited"),
    [(["court_decision"], 4), (["minutes"], 3), (["media_report"], 2), ([], 1), (None, 1)],
)
def test_a_judgement_is_credited_as_far_as_its_evidence_goes(
    criterion: ReadCriterion, rated: Rated, evidence: list[str] | None, credited: int
) -> None:
    found = criterion(
        "four-principles", rated("four-principles", {"level": 4, "evidence": evidence})
    )

    assert _levels(found) == (4, credited, credited, 4)


def test_levels_0_and_1_need_no_evidence(criterion: ReadCriterion, rated: Rated) -> None:
    levels = [criterion("delivery", rated("delivery", {"level": n})).credited for n in (0, 1, 2)]

    assert levels == [0, 1, 1]


def test_lack_of_proof_does_not_undo_a_conflict(criterion: ReadCriterion) -> None:
    act = {"title": "An act", "year": 2010, "alignment": "consistent"}
    breach = {
        "title": "Another",
        "alignment": "conflicting",
        "conflict": {"found_by": "court"},
        "evidence": ["media_report"],
    }

    found = criterion(
        "national-law",
        {"legal_basis": {"national": [{**act, "evidence": ["official_legal_text"]}, breach]}},
    )

    assert _levels(found) == (0, 0, 0, 0)


def test_being_led_by_migrants_is_a_claim_that_wants_proof(criterion: ReadCriterion) -> None:
    body: dict[str, Any] = {"name": "A union", "type": "workers", "is_migrant_led": True}

    bare = criterion("communities-in-design", {"lead_body": body})
    proven = criterion("communities-in-design", {"lead_body": {**body, "evidence": ["minutes"]}})

    assert _levels(bare) == (4, 1, 1, 4)
    assert _levels(proven) == (4, 4, 4, 4)


def test_the_step_up_from_weak_proof_is_better_evidence(criterion: ReadCriterion) -> None:
    found = criterion("policy-commitment", _policies([], ["media_report"]))

    assert found.next is not None
    assert (found.next.kind, found.next.level) == ("evidence", 4)
