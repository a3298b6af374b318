"""What the view works out about law: conflicts, categories, and the State's position."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from govscore.practice.record import Practice
from govscore.practice.view import View, view

Made = Callable[..., Practice]
See = Callable[..., View]

AS_OF = "2026-11-24"
FOUND = {"found_by": "court", "year": 2019}


@pytest.fixture
def treaty(made: Made) -> See:
    """View one instrument of international law in a practice of some countries."""

    def see(as_of: str = AS_OF, countries: list[str] | None = None, **fields: object) -> View:
        item = {"instrument": "icrmw", "alignment": "consistent", **fields}
        law = {"international": [{key: each for key, each in item.items() if each is not None}]}
        practice = made(countries=countries, organisations=["EU"], legal_basis=law)
        found: View = view(practice, as_of)["legal_basis"]["international"][0]
        return found

    return see


@pytest.fixture
def act(made: Made) -> See:
    """View one national act."""

    def see(**fields: object) -> View:
        item = {"title": "An act", "alignment": "consistent", **fields}
        found: View = view(made(legal_basis={"national": [item]}), AS_OF)["legal_basis"]
        result: View = found["national"][0]
        return result

    return see


@pytest.mark.parametrize("body", ["court", "supervisory_body", "nhri", "audit", "self"])
def test_a_conflict_found_by_a_competent_body_stands(act: See, body: str) -> None:
    item = act(alignment="conflicting", evidence=["e"], conflict={"found_by": body})

    assert (item["standing_conflict"], item["found_by"]) == (True, body)


@pytest.mark.parametrize(
    "fields",
    [
        {"alignment": "unclear"},
        {"alignment": "partly"},
        {"evidence": None},
        {"evidence": []},
        {"conflict": None},
        {"conflict": {**FOUND, "found_by": "ngo"}},
        {"conflict": {**FOUND, "state": "remedied"}},
    ],
)
def test_each_condition_of_a_standing_conflict_is_needed(
    act: See, fields: dict[str, object]
) -> None:
    standing: dict[str, Any] = {"alignment": "conflicting", "evidence": ["e"], "conflict": FOUND}

    assert act(**standing)["standing_conflict"] is True
    assert act(**{**standing, **fields})["standing_conflict"] is False


@pytest.mark.parametrize(
    ("conflict", "state"),
    [
        (FOUND, "standing"),
        ({**FOUND, "state": "standing"}, "standing"),
        ({**FOUND, "state": "being_remedied"}, "being_remedied"),
        ({**FOUND, "state": "remedied"}, "remedied"),
        (None, None),
    ],
)
def test_a_conflict_stands_until_something_else_is_said(
    act: See, conflict: dict[str, object] | None, state: str | None
) -> None:
    item = act(alignment="conflicting", evidence=["e"], conflict=conflict)

    assert item["conflict_state"] == state


def test_treaties_may_be_contradicted_too(treaty: See) -> None:
    item = treaty(alignment="conflicting", evidence=["e"], conflict=FOUND, countries=["PRT"])

    assert item["standing_conflict"] is True
    assert item["earns"] is False


def test_category_and_unit_come_from_the_catalogue(treaty: See) -> None:
    item = treaty(instrument="1951-convention", category="human_rights")

    assert (item["category"], item["unit"]) == ("refugee_law", "refugee-regime")


def test_what_the_catalogue_lacks_has_the_category_that_the_file_gives(treaty: See) -> None:
    item = treaty(instrument=None, title="A pact", category="labour_standards")

    assert (item["category"], item["unit"]) == ("labour_standards", "A pact")


def test_a_national_act_carries_out_the_instruments_it_names(act: See) -> None:
    item = act(implements=["ilo-c97", "refugee-protocol-1967", "no-such-treaty"])

    assert item["implements"] == ["ilo-c097", "refugee-protocol-1967", "no-such-treaty"]
    assert item["implemented_units"] == ["ilo-c097", "refugee-regime"]
    assert item["implemented_categories"] == ["labour_standards", "refugee_law"]


@pytest.mark.parametrize(
    ("countries", "known", "everywhere"),
    [
        (["URY"], True, True),
        (["URY", "ECU"], True, True),
        (["URY", "DEU"], True, False),
        ([], False, False),
        (None, False, False),
    ],
)
def test_the_catalogue_knows_who_is_party(
    treaty: See, countries: list[str] | None, *, known: bool, everywhere: bool
) -> None:
    item = treaty(countries=countries)

    assert (item["status_known"], item["party_everywhere"]) == (known, everywhere)


def test_a_state_joins_on_its_day(treaty: See) -> None:
    assert treaty("2001-02-14", ["URY"])["party_everywhere"] is False
    assert treaty("2001-02-15", ["URY"])["party_everywhere"] is True


def test_who_is_not_on_a_list_that_was_whole_a_while_ago_is_not_party(treaty: See) -> None:
    item = treaty("2026-11-24", ["DEU"])

    assert (item["status_known"], item["party_everywhere"]) == (True, False)


def test_who_is_not_on_a_list_that_is_not_whole_is_not_known(treaty: See) -> None:
    item = treaty(instrument="ilo-c143", countries=["ESP"])

    assert (item["status_known"], item["party_everywhere"]) == (False, False)


@pytest.mark.parametrize(
    ("status", "known", "everywhere"),
    [
        ("party", True, True),
        ("signatory", True, False),
        ("denounced", True, False),
        ("not_party", True, False),
        ({"ESP": "party"}, True, True),
        ({"ES": "not_party"}, True, False),
        ({"FRA": "party"}, False, False),
    ],
)
def test_a_status_in_the_file_stands_over_the_catalogue(
    treaty: See, status: object, *, known: bool, everywhere: bool
) -> None:
    item = treaty(instrument="ilo-c143", countries=["PRT", "ESP"], status=status)

    assert (item["status_known"], item["party_everywhere"]) == (known, everywhere)


def test_the_status_of_a_treaty_without_an_id_is_what_the_file_says(treaty: See) -> None:
    pact = {"instrument": None, "title": "A pact", "category": "human_rights"}

    silent = treaty(countries=["PRT"], **pact)
    told = treaty(countries=["PRT"], status="party", **pact)

    assert (silent["status_known"], silent["party_everywhere"]) == (False, False)
    assert (told["status_known"], told["party_everywhere"]) == (True, True)


def test_regional_law_has_a_status_too(made: Made) -> None:
    item = {"instrument": "echr-1950", "alignment": "consistent", "status": "party"}

    law = view(made(legal_basis={"regional": [item]}), AS_OF)["legal_basis"]

    assert law["regional"][0]["party_everywhere"] is True


@pytest.mark.parametrize(
    ("conflict", "now"),
    [
        ({"year": 2026}, "standing"),
        ({"year": 2022, "state": "being_remedied"}, "standing"),
        ({"year": 2023, "state": "being_remedied"}, "being_remedied"),
        ({"year": 2022, "state": "being_remedied", "until": "2027"}, "being_remedied"),
        ({"year": 2022, "state": "being_remedied", "until": "2026-11-23"}, "standing"),
        ({"year": 2022, "state": "being_remedied", "until": "2026-11-24"}, "being_remedied"),
        ({"year": 2020, "state": "being_remedied", "until": "2040"}, "standing"),
        ({"state": "being_remedied"}, "being_remedied"),
        ({"state": "being_remedied", "until": "2025"}, "standing"),
        ({"year": 2010, "state": "remedied"}, "remedied"),
        ({"year": 2010, "state": "overruled"}, "overruled"),
    ],
)
def test_a_remedy_ends_and_what_is_overdue_stands(
    act: See, conflict: dict[str, object], now: str
) -> None:
    seen = act(alignment="conflicting", conflict={"found_by": "court", **conflict})

    assert seen["conflict_now"] == now
    assert seen["conflict_state"] == conflict.get("state", "standing")


@pytest.mark.parametrize(
    ("fields", "concern", "conflict"),
    [
        ({"alignment": "contested", "found_by": "special_procedure"}, True, False),
        ({"alignment": "contested", "found_by": "court"}, True, False),
        ({"alignment": "conflicting", "found_by": "special_procedure"}, True, False),
        ({"alignment": "conflicting", "found_by": "court"}, True, True),
        ({"alignment": "contested", "found_by": "ngo"}, False, False),
        ({"alignment": "contested", "found_by": "public_body"}, False, False),
        ({"alignment": "conflicting", "found_by": "international_organization"}, False, False),
        ({"alignment": "contested", "found_by": "court", "state": "overruled"}, False, False),
        ({"alignment": "conflicting", "found_by": "court", "state": "overruled"}, False, False),
        ({"alignment": "unclear", "found_by": "court"}, False, False),
    ],
)
def test_who_contests_a_law_and_whether_that_is_settled_makes_a_concern(
    act: See, fields: dict[str, str], concern: bool, conflict: bool
) -> None:
    found = {key: fields[key] for key in fields.keys() - {"alignment"}}

    seen = act(alignment=fields["alignment"], conflict=found, evidence=["e"])

    assert (seen["standing_concern"], seen["standing_conflict"]) == (concern, conflict)


def test_an_alignment_that_is_left_out_earns_nothing(made: Made) -> None:
    practice = made(legal_basis={"national": [{"title": "An act"}]}, policies=[{"title": "A plan"}])

    record = view(practice, AS_OF)

    assert record["legal_basis"]["national"][0]["alignment"] is None
    assert not record["legal_basis"]["national"][0]["earns"]
    assert not record["policies"][0]["earns"]
