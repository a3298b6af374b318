"""Standing conflicts: what they cap, and what each of them costs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from govscore import yamlio
from govscore.checks import shape
from govscore.expressions.facts import Found
from govscore.expressions.unknown import Known
from govscore.result.scored import Breach, ScoredPractice
from govscore.rubric.compiled import Rubric
from govscore.scoring import conflicts
from govscore.scoring.read import Assumptions, read, reread

PRACTICES = Path(__file__).parents[2] / "practices"
Scored = Callable[..., ScoredPractice]

ACT = {
    "title": "An act",
    "year": 2010,
    "alignment": "consistent",
    "evidence": ["official_legal_text"],
}
CONFLICT = {"found_by": "court", "year": 2025}
BREACH: dict[str, Any] = {
    "title": "Another act",
    "alignment": "conflicting",
    "conflict": CONFLICT,
    "evidence": ["court_decision"],
}
TREATY = {
    "instrument": "cedaw",
    "use": "reference",
    "alignment": "consistent",
    "evidence": ["official_legal_text"],
}
WHOLE = {"searched": {"legal_basis.international": ["official_legal_text"]}}


def _law(**lists: list[Any]) -> dict[str, Any]:
    return {"legal_basis": lists}


def _costs(breach: Breach) -> dict[str, tuple[object, object]]:
    return {each.criterion: (each.level, each.remedied) for each in breach.costs}


def test_a_practice_without_a_conflict_has_no_breach(scored: Scored) -> None:
    assert scored(_law(national=[ACT])).breaches == []


def test_a_conflict_costs_the_levels_that_it_keeps_down(scored: Scored) -> None:
    (breach,) = scored(_law(national=[ACT, BREACH])).breaches

    assert breach.pointer == "/legal_basis/national/1"
    assert _costs(breach) == {"national-law": (0, 2)}


@pytest.mark.parametrize(
    ("state", "level", "highest"),
    [(None, 0, "emerging"), ("standing", 0, "emerging"), ("being_remedied", 1, "promising")],
)
def test_a_conflict_holds_the_label_down_until_it_is_remedied(
    scored: Scored, state: str | None, level: int, highest: str
) -> None:
    item = {**BREACH, "conflict": {**CONFLICT, "state": state}}

    found = scored(_law(national=[ACT, item]))

    assert _costs(found.breaches[0]) == {"national-law": (level, 2)}
    assert found.label.range == ("not-established", highest)
    told = [(each.id, each.at) for each in found.label.limits if each.id.startswith("breach")]
    assert told == [("breach-being-remedied" if level else "breach", "high")]
    assert found.breaches[0].range == ("not-established", "exemplary")


@pytest.mark.parametrize(
    "change",
    [
        {"conflict": {**CONFLICT, "state": "remedied"}},
        {"conflict": {**CONFLICT, "found_by": "ngo"}},
        {"evidence": []},
        {"alignment": "unclear"},
    ],
)
def test_what_does_not_stand_costs_nothing(scored: Scored, change: dict[str, Any]) -> None:
    found = scored(_law(national=[ACT, {**BREACH, **change}]))

    assert found.breaches == []
    assert next(each.credited for each in found.criteria if each.id == "national-law") == 2
    assert found.label.range[1] == "exemplary"


def test_each_conflict_is_costed_as_if_it_alone_were_remedied(scored: Scored) -> None:
    found = scored(_law(national=[ACT, BREACH, {**BREACH, "title": "A third"}]))

    assert [each.pointer for each in found.breaches] == [
        "/legal_basis/national/1",
        "/legal_basis/national/2",
    ]
    assert [_costs(each) for each in found.breaches] == [{}, {}]
    assert {each.range[1] for each in found.breaches} == {"emerging"}


def test_a_conflict_uncounts_its_category_of_law(scored: Scored) -> None:
    against = {**TREATY, "instrument": "cat", "alignment": "conflicting", "conflict": CONFLICT}

    (breach,) = scored({**_law(international=[TREATY, against]), **WHOLE}).breaches

    assert breach.pointer == "/legal_basis/international/1"
    assert _costs(breach)["law-breadth"] == (0, 2)


def test_a_conflict_with_a_core_instrument_caps_what_is_said_of_them(scored: Scored) -> None:
    core = {
        "instrument": "ilo-c097",
        "use": "reference",
        "alignment": "consistent",
        "status": "party",
        "evidence": ["official_legal_text"],
    }
    against = {
        "instrument": "icrmw",
        "alignment": "conflicting",
        "conflict": {"found_by": "supervisory_body"},
        "evidence": ["supervisory_finding"],
    }

    (breach,) = scored(_law(international=[core, against])).breaches

    assert _costs(breach)["core-instruments"] == (1, 2)


def test_a_conflict_with_regional_law_counts_too(scored: Scored) -> None:
    against = {
        "instrument": "echr-1950",
        "alignment": "conflicting",
        "conflict": CONFLICT,
        "evidence": ["court_decision"],
    }

    found = scored(_law(regional=[against]))

    assert [each.pointer for each in found.breaches] == ["/legal_basis/regional/0"]
    assert found.label.range[1] == "emerging"


def test_a_mere_agreement_is_no_law_to_be_broken(scored: Scored) -> None:
    agreement = {"title": "A memorandum", "alignment": "conflicting", "evidence": ["minutes"]}

    assert scored(_law(agreements=[agreement])).breaches == []


def test_of_many_conflicts_the_first_twenty_are_told(scored: Scored) -> None:
    many = [{**BREACH, "title": f"Act {number}"} for number in range(21)]

    found = scored(_law(national=many))

    assert [each.pointer for each in found.breaches] == [
        f"/legal_basis/national/{number}" for number in range(20)
    ]


def test_remedying_one_conflict_leaves_the_others_as_they_are(scored: Scored) -> None:
    slower = {**BREACH, "title": "A third", "conflict": {**CONFLICT, "state": "being_remedied"}}

    standing, mending = scored(_law(national=[ACT, BREACH, slower])).breaches

    assert (standing.range[1], _costs(standing)) == ("promising", {"national-law": (0, 1)})
    assert (mending.range[1], _costs(mending)) == ("emerging", {})


@pytest.mark.parametrize("cap", [True, False])
def test_a_practice_without_a_conflict_is_read_as_if_nothing_were_known_of_the_one_with_it(
    gmpa: Rubric, cap: bool
) -> None:
    options = Assumptions("2026-11-24", evidence_cap=cap)
    changed = []
    for path in sorted(PRACTICES.glob("*.yaml")):
        practice, _ = shape.practice(yamlio.read(path, path.name))
        assert practice is not None
        taken = read(practice, gmpa, options)
        for _, remedied in conflicts.remedied(practice):
            anew, again = (
                read(remedied, gmpa, options),
                reread(taken, remedied, options, conflicts.KEY),
            )
            assert (again.readings, again.overrides) == (anew.readings, anew.overrides)
            assert again.case.view == anew.case.view
            assert _parts(again.case.found) == _parts(anew.case.found)
            changed += [
                name for name in anew.readings if again.readings[name] is not taken.readings[name]
            ]

    assert "national-law" in changed
    assert set(changed) < gmpa.leaves


def _parts(found: Found) -> tuple[Known, dict[str, list[str]], dict[str, str]]:
    return found.values, found.pointers, found.errors
