"""The instruments, their aliases and units."""

from __future__ import annotations

from collections import Counter

import pytest

from govscore.catalogue import instruments, standings, vocabularies


def test_there_are_122_instruments_by_category() -> None:
    found = Counter(each.category for each in instruments.instruments().values())

    assert found == {
        "labour_standards": 78,
        "human_rights": 28,
        "refugee_law": 9,
        "trafficking_smuggling": 6,
        "consular_relations": 1,
    }


def test_icrmw_holds_what_is_known_of_it() -> None:
    icrmw = instruments.instrument("icrmw")

    assert icrmw is not None
    assert icrmw.short == "ICRMW"
    assert icrmw.title.startswith("International Convention on the Protection of the Rights of All")
    assert (icrmw.category, icrmw.scope) == ("human_rights", "universal")
    assert (icrmw.adopted, icrmw.in_force) == ("1990-12-18", "2003-07-01")
    assert (icrmw.articles, icrmw.complete_as_of, icrmw.core) == (93, "2023-06", True)
    assert icrmw.verified == ("adopted", "in_force")


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("ilo-c097", "ilo-c097"),
        ("ilo-c97", "ilo-c097"),
        ("c97", "ilo-c097"),
        ("ILO C97", "ilo-c097"),
        ("ILO_C143", "ilo-c143"),
        ("p29", "ilo-p029"),
        ("ILO 97", "ilo-c097"),
        ("ilo-087", "ilo-c087"),
        ("ICRMW", "icrmw"),
        ("ICPPED", "cped"),
        ("vccr", "vccr-1963"),
        ("refugee-convention-1951", "refugee-convention-1951"),
    ],
)
def test_an_instrument_is_found_by_its_usual_names(name: str, id_: str) -> None:
    found = instruments.instrument(name)

    assert found is not None
    assert found.id == id_


@pytest.mark.parametrize("name", ["", "c999", "c0", "icrm", "refugee-regime", "ilo-", "c97x"])
def test_what_is_no_instrument_is_not_found(name: str) -> None:
    assert instruments.instrument(name) is None


def test_aliases_are_unambiguous() -> None:
    aliases = [alias for each in instruments.instruments().values() for alias in each.aliases]

    assert len(aliases) == len(set(aliases))
    assert not set(aliases) & set(instruments.instrument_ids())


def test_the_refugee_instruments_are_one_unit() -> None:
    members = [
        each.id for each in instruments.instruments().values() if each.unit == "refugee-regime"
    ]

    assert members == ["refugee-convention-1951", "refugee-protocol-1967"]
    assert len(instruments.units()) == 121
    assert set(instruments.units()) - set(instruments.instrument_ids()) == {"refugee-regime"}


def test_a_rule_may_quote_instruments_and_units() -> None:
    assert {"icrmw", "refugee-regime", "refugee-protocol-1967"} <= instruments.quotable()
    assert len(instruments.quotable()) == 123


def test_the_core_is_the_five_of_the_note() -> None:
    core = [each.id for each in instruments.instruments().values() if each.core]

    assert core == [
        "icrmw",
        "ilo-c097",
        "ilo-c143",
        "refugee-convention-1951",
        "refugee-protocol-1967",
    ]


def test_every_record_keeps_to_closed_words() -> None:
    every = instruments.instruments().values()

    assert {each.category for each in every} <= set(vocabularies.words("law_category"))
    assert {each.scope for each in every} == {"universal", "regional", "community"}
    assert {each.numbering for each in every} == {"arabic", "roman"}
    assert {name for each in every for name in each.verified} == {
        "adopted",
        "adopted_year",
        "articles",
        "in_force",
    }


def test_a_list_of_parties_that_is_not_whole_says_what_it_lacks() -> None:
    silent = [
        each.id
        for each in instruments.instruments().values()
        if standings.parties(each.id) and not each.complete_as_of and not each.gap
    ]

    assert silent == []


def test_a_whole_list_says_as_of_when() -> None:
    whole = {
        each.id: each.complete_as_of
        for each in instruments.instruments().values()
        if each.complete_as_of
    }

    assert len(whole) == 74
    assert whole["ilo-c087"] == "2023-06"
    assert whole["echr-1950"] == "2022-09"
    assert whole["oecs-revised-treaty-2010"] == "2014"
    assert all(standings.parties(name) for name in whole)


def test_the_law_of_the_eu_shares_the_list_of_its_treaty() -> None:
    shared = [each for each in instruments.instruments().values() if each.parties_of]

    assert len(shared) == 14
    assert {each.parties_of for each in shared} == {"eu-tfeu"}
    assert all(each.gap for each in shared if each.apart)


def test_a_text_that_states_do_not_join_has_no_parties() -> None:
    closed = [each.id for each in instruments.instruments().values() if not each.open]

    assert {"cartagena-1984", "ilo-r151", "ilo-uptodate"} <= set(closed)
    assert not any(standings.parties(name) for name in closed)
