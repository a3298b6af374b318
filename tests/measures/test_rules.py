"""Levels by rule: the highest level whose condition holds."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from govscore.measures._measure import Reading

Read = Callable[..., Reading]

FACTS = {
    "named": {"of": "p.policies", "says": "policies named"},
    "fitting": {"of": "named", "where": "it.earns", "says": "of these, fitting ones"},
}
MONEY = {
    1: {"says": "named", "when": "size(named) >= 1"},
    2: {"says": "two fit", "when": "size(fitting) >= 2"},
    3: {"says": "with a mechanism", "when": "size(fitting) >= 1 && p.coordination.formal == 'yes'"},
}


def _rules(levels: dict[int, Any] | None = None, **more: str) -> dict[str, Any]:
    return {"kind": "rules", "levels": {0: {"says": "none"}, **(levels or MONEY)}, **more}


def _policies(*alignments: str, evidence: tuple[str, ...] = ("minutes",)) -> dict[str, Any]:
    return {
        "policies": [
            {"title": f"Policy {number}", "alignment": each, "evidence": list(evidence)}
            for number, each in enumerate(alignments)
        ]
    }


FORMAL = {"coordination": {"formal": "yes", "evidence": ["minutes"]}}
AD_HOC = {"coordination": {"formal": "no", "evidence": ["minutes"]}}


@pytest.mark.parametrize(
    ("part", "level"),
    [
        ({**_policies(), **AD_HOC}, 0),
        ({**_policies("unclear"), **AD_HOC}, 1),
        ({**_policies("consistent", "partly"), **AD_HOC}, 2),
        ({**_policies("consistent"), **FORMAL}, 3),
    ],
)
def test_the_highest_rule_that_holds_gives_the_level(
    read: Read, part: dict[str, Any], level: int
) -> None:
    reading = read(_rules(), part, facts=FACTS)

    assert (reading.status, reading.claimed, reading.coverage) == ("scored", level, 1.0)
    assert (reading.low, reading.high) == (level, level)


def test_what_is_left_out_opens_the_high_end(read: Read) -> None:
    reading = read(_rules(), _policies("consistent"), facts=FACTS)

    assert (reading.status, reading.low, reading.high) == ("partial", 1, 3)
    assert reading.coverage == 0.5


def test_where_nothing_holds_and_something_is_unknown_it_is_unassessed(read: Read) -> None:
    reading = read(_rules(), AD_HOC, facts=FACTS)

    assert (reading.status, reading.claimed) == ("unassessed", None)
    assert (reading.low, reading.high, reading.coverage) == (0, 4, 0.0)


def test_where_nothing_holds_and_nothing_is_unknown_it_is_level_0(read: Read) -> None:
    reading = read(_rules(), {**_policies(), **AD_HOC}, facts=FACTS)

    assert (reading.status, reading.claimed, reading.because) == ("scored", 0, "none_held")


def test_false_absorbs_what_is_unknown(read: Read) -> None:
    levels = {1: {"says": "both", "when": "size(named) >= 1 && p.coordination.formal == 'yes'"}}

    assert read(_rules(levels), _policies(), facts=FACTS).claimed == 0


def test_true_absorbs_what_is_unknown(read: Read) -> None:
    levels = {4: {"says": "either", "when": "size(named) >= 1 || p.coordination.formal == 'yes'"}}

    assert read(_rules(levels), _policies("unclear"), facts=FACTS).claimed == 4


def test_a_condition_for_being_scored_that_fails_or_is_unknown_leaves_it_unassessed(
    read: Read,
) -> None:
    measure = _rules(assessed="p.coordination.formal == 'yes'")

    assert read(measure, _policies("unclear"), facts=FACTS).status == "unassessed"
    assert read(measure, {**_policies("unclear"), **AD_HOC}, facts=FACTS).status == "unassessed"
    assert read(measure, {**_policies("unclear"), **FORMAL}, facts=FACTS).status == "scored"


def test_it_does_not_apply_where_the_rubric_says_so(read: Read) -> None:
    measure = _rules(na_when="'media_discourse' in p.themes")

    reading = read(measure, _policies("unclear"), facts=FACTS, na="nothing to ask")

    assert (reading.status, reading.because) == ("not_applicable", "na_when")


def test_a_rule_that_fails_for_another_reason_is_an_error_with_that_reason(read: Read) -> None:
    levels = {4: {"says": "odd", "when": "p.policies[0].year > 'x'"}}
    part = {"policies": [{"title": "A policy", "alignment": "partly", "year": 2000}]}

    reading = read(_rules(levels), part)

    assert (reading.status, reading.claimed, reading.high) == ("error", None, 4)
    assert "overload" in reading.args["reason"]


def test_a_fact_that_fails_makes_its_rules_an_error(read: Read) -> None:
    facts = {"odd": {"is": "p.policies[0].year > 'x'"}}
    levels = {4: {"says": "odd", "when": "odd"}}
    part = {"policies": [{"title": "A policy", "alignment": "partly", "year": 2000}]}

    assert read(_rules(levels), part, facts=facts).status == "error"


def test_the_rule_that_held_is_traced_to_the_items_it_counted(read: Read) -> None:
    part = {**_policies("conflicting", "consistent", "partly"), **AD_HOC}

    reading = read(_rules(), part, facts=FACTS)

    assert (reading.because, reading.rule) == ("held", "size(fitting) >= 2")
    assert {"/policies/1", "/policies/2"} <= set(reading.pointers)
    assert set(reading.facts) == {"named", "fitting"}
    assert reading.evidence == ("minutes",)


def test_a_rule_that_reads_a_field_is_traced_to_it(read: Read) -> None:
    reading = read(_rules(), {**_policies("consistent"), **FORMAL}, facts=FACTS)

    assert reading.pointers == ("/coordination/formal", "/policies/0")


@pytest.mark.parametrize(
    ("evidence", "credited"), [((), 1), (("media_report",), 2), (("ngo_report",), 3)]
)
def test_evidence_caps_the_level_to_the_highest_that_still_holds(
    read: Read, evidence: tuple[str, ...], credited: int
) -> None:
    part = {**_policies("consistent", "partly", evidence=evidence), **FORMAL}

    reading = read(_rules(), part, facts=FACTS)

    assert (reading.claimed, reading.credited) == (3, credited)
    assert (reading.low, reading.high) == (credited, 3)
    assert (reading.status, reading.coverage) == ("scored", 1.0)


def test_evidence_counts_item_by_item(read: Read) -> None:
    strong = _policies("consistent", evidence=("minutes",))["policies"]
    weak = _policies("partly", evidence=())["policies"]

    reading = read(_rules(), {"policies": [*strong, *weak], **AD_HOC}, facts=FACTS)

    assert (reading.claimed, reading.credited) == (2, 1)


def test_without_the_cap_every_claim_counts(read: Read) -> None:
    part = {**_policies("consistent", evidence=()), "coordination": {"formal": "yes"}}

    reading = read(_rules(), part, facts=FACTS, cap=False)

    assert (reading.claimed, reading.credited) == (3, 3)


def test_what_counts_against_a_practice_stays_whatever_its_evidence(read: Read) -> None:
    facts = {
        "law": {"of": "p.legal_basis.national", "where": "it.earns"},
        "against": {"of": "p.legal_basis.national", "where": "it.standing_conflict"},
    }
    levels = {4: {"says": "clean", "when": "size(law) >= 1 && size(against) == 0"}}
    act = {"title": "An act", "alignment": "consistent", "evidence": ["minutes"]}
    breach = {
        "title": "Another",
        "alignment": "conflicting",
        "conflict": {"found_by": "court"},
        "evidence": ["media_report"],
    }

    reading = read(_rules(levels), {"legal_basis": {"national": [act, breach]}}, facts=facts)

    assert (reading.claimed, reading.credited) == (0, 0)


def test_a_conflict_without_weight_still_bars_the_level_that_evidence_falls_back_to(
    read: Read,
) -> None:
    facts = {
        "law": {"of": "p.legal_basis.national", "where": "it.earns"},
        "against": {"of": "p.legal_basis.national", "where": "it.standing_conflict"},
    }
    levels = {
        2: {"says": "clean", "when": "size(law) >= 1 && size(against) == 0"},
        3: {"says": "two", "when": "size(law) >= 2"},
    }
    strong = {"title": "An act", "alignment": "consistent", "evidence": ["minutes"]}
    weak = {"title": "A decree", "alignment": "consistent", "evidence": ["media_report"]}
    breach = {
        "title": "Another",
        "alignment": "conflicting",
        "conflict": {"found_by": "court"},
        "evidence": ["interview"],
    }

    reading = read(
        _rules(levels), {"legal_basis": {"national": [strong, weak, breach]}}, facts=facts
    )

    assert (reading.claimed, reading.credited) == (3, 0)
