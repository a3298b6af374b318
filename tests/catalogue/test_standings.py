"""Who stood how to what, and when."""

from __future__ import annotations

import pytest

from govscore.catalogue import countries, files, instruments, references, standings, vocabularies
from govscore.catalogue.standings import Party


@pytest.mark.parametrize(
    ("name", "parties", "signatories"),
    [
        ("icerd", 182, 3),
        ("iccpr", 173, 6),
        ("icescr", 171, 4),
        ("cedaw", 189, 2),
        ("cat", 173, 4),
        ("crc", 196, 1),
        ("icrmw", 58, 11),
        ("crpd", 185, 8),
        ("cped", 68, 44),
        ("refugee-convention-1951", 146, 0),
        ("refugee-protocol-1967", 147, 0),
        ("ilo-c097", 48, 0),
        ("ilo-c143", 21, 0),
        ("ilo-c189", 30, 0),
        ("palermo-trafficking", 172, 6),
    ],
)
def test_parties_and_signatories_are_as_counted(name: str, parties: int, signatories: int) -> None:
    statuses = [row.status for row in standings.parties(name)]

    assert statuses.count("party") == parties
    assert statuses.count("signatory") == signatories


def test_4585_rows_are_held_in_all() -> None:
    assert sum(len(standings.parties(name)) for name in instruments.instrument_ids()) == 4585


def test_every_list_belongs_to_an_instrument() -> None:
    lists = {path.stem for path in (files.DATA / "parties").glob("*.csv")}

    assert lists <= set(instruments.instrument_ids())


def test_every_row_keeps_to_closed_words_and_a_date_that_fits_its_confidence() -> None:
    rows = [row for name in instruments.instrument_ids() for row in standings.parties(name)]
    lengths = {"exact": 10, "in_force": 10, "month": 7, "year": 4, "status": 0, "derived": 0}

    assert {row.status for row in rows} == {"party", "signatory", "denounced"}
    assert {row.action for row in rows} == set(vocabularies.words("treaty_action"))
    assert [row for row in rows if len(row.date) != lengths[row.confidence]] == []
    assert {row.iso3 for row in rows} - set(countries.countries()) == {"EU"}


@pytest.mark.parametrize(
    ("name", "since", "precision", "source"),
    [
        ("icerd", "1970-08-06", "day", "untc-2015"),
        ("cped", "2019", "year", "untc-2022"),
        ("ilo-c097", "1955", "year", "ceacr"),
        ("ilo-c143", "1979", "year", "wiki-c143"),
        ("cets-197", "2008-01-17", "day", "coe-norway"),
        ("ilo-c100", None, None, "wiki-c100"),
    ],
)
def test_norway_is_a_party_with_date_and_source(
    name: str, since: str | None, precision: str | None, source: str
) -> None:
    found = standings.standing(name, "NOR", "2026-11-24")

    assert (found.state, found.since, found.precision) == ("party", since, precision)
    assert found.source == source
    assert source in references.sources()


def test_a_standing_carries_the_state_of_its_source() -> None:
    found = standings.standing("icerd", "NOR")

    assert (found.reason, found.action) == ("dated", "ratification")
    assert (found.as_of, found.confidence) == ("2015-03", "exact")


@pytest.mark.parametrize(
    ("on", "state", "reason"),
    [
        (None, "not_party", "not_listed"),
        ("2022-06-30", "not_party", "not_listed"),
        ("2022-06", "not_party", "not_listed"),
        ("2022", "not_party", "not_listed"),
        ("1995-01-01", "not_party", "not_listed"),
        ("1990-12-17", "not_party", "not_adopted"),
        ("2022-07-01", "not_covered", "after_list"),
        ("2026-11-24", "not_covered", "after_list"),
    ],
)
def test_germany_and_icrmw_is_known_only_while_the_list_is_whole(
    on: str | None, state: str, reason: str
) -> None:
    found = standings.standing("icrmw", "DEU", on)

    assert (found.state, found.reason) == (state, reason)
    assert found.as_of == (None if reason == "not_adopted" else "2022-06")


@pytest.mark.parametrize(
    ("name", "iso3", "reason"),
    [
        ("ilo-c143", "DEU", "incomplete"),
        ("ilo-c190", "NOR", "no_list"),
        ("ilo-r151", "NOR", "not_open"),
        ("eu-2003-86", "FRA", "not_open"),
        ("icrmw", "VAT", "outside_list"),
        ("icrmw", "EU", "outside_list"),
        ("ilo-c182", "LIE", "outside_list"),
        ("icrmw", "XXX", "outside_list"),
        ("no-such-text", "NOR", "unknown_instrument"),
    ],
)
def test_a_missing_row_says_nothing_where_the_list_does_not_speak_for_the_state(
    name: str, iso3: str, reason: str
) -> None:
    found = standings.standing(name, iso3, "2012-01-01" if name == "icrmw" else None)

    assert (found.state, found.reason) == ("not_covered", reason)


def test_membership_of_the_ilo_decides_for_its_conventions() -> None:
    cook_islands = standings.standing("ilo-c189", "COK", "2020-10-01")
    andorra = standings.standing("ilo-c189", "AND", "2020-10-01")

    assert (cook_islands.state, cook_islands.reason) == ("not_party", "not_listed")
    assert (andorra.state, andorra.reason) == ("not_covered", "outside_list")


@pytest.mark.parametrize(
    ("on", "state", "reason"),
    [
        ("2018-07-05", "not_party", "later"),
        ("2018-07-06", "party", "dated"),
        ("2018-07", "party", "dated"),
        ("2018", "party", "dated"),
        ("2017-12-31", "not_party", "later"),
    ],
)
def test_a_state_is_a_party_from_the_date_of_its_act(on: str, state: str, reason: str) -> None:
    benin = standings.standing("icrmw", "BEN", on)

    assert (benin.state, benin.reason, benin.since) == (state, reason, "2018-07-06")


def test_a_year_counts_from_its_first_day() -> None:
    assert standings.standing("ilo-c143", "NOR", "1979-01-01").state == "party"
    assert standings.standing("ilo-c143", "NOR", "1978-12-31").state == "not_party"


def test_before_a_date_of_entry_into_force_nothing_is_known() -> None:
    before = standings.standing("ilo-c097", "PHL", "2009-12-01")
    after = standings.standing("ilo-c097", "PHL", "2010-04-21")

    assert (before.state, before.reason) == ("not_covered", "in_force_only")
    assert (after.state, after.confidence) == ("party", "in_force")


def test_an_undated_party_counts_since_the_adoption() -> None:
    assert standings.standing("ilo-c182", "DEU", "2001-01-01").reason == "undated"
    assert standings.standing("ilo-c182", "DEU", "1999-06-16").reason == "not_adopted"


def test_a_signatory_is_not_a_party() -> None:
    liberia = standings.standing("icrmw", "LBR", "2020-01-01")

    assert (liberia.state, liberia.action, liberia.since) == (
        "signatory",
        "signature",
        "2004-09-22",
    )
    assert standings.standing("icrmw", "LBR", "2004-09-21").state == "not_party"


def test_an_undated_denunciation_stands() -> None:
    assert standings.standing("ilo-c105", "SGP").state == "denounced"


def test_before_a_dated_denunciation_the_state_was_a_party(monkeypatch: pytest.MonkeyPatch) -> None:
    left = Party("SGP", "denounced", "denunciation", "1979-04-19", "wiki-c105", "exact", "")
    monkeypatch.setattr(standings, "_listed", lambda _: {"SGP": left})

    assert standings.standing("ilo-c105", "SGP", "1979-04-18").state == "party"
    assert standings.standing("ilo-c105", "SGP", "1979-04-19").state == "denounced"


def test_the_european_union_can_be_a_party() -> None:
    assert standings.standing("crpd", "EU").since == "2010-12-23"


def test_limits_on_a_ratification_are_told() -> None:
    assert standings.standing("ilo-c097", "MYS").note == "Sabah only"


def test_a_country_has_a_standing_under_every_instrument() -> None:
    found = standings.country_standings("NOR")

    assert [each.instrument for each in found] == list(instruments.instrument_ids())
    assert sum(each.state == "party" for each in found) == 30
    assert {each.instrument for each in found if each.state == "not_party"} == {
        "icrmw",
        "ilo-c189",
    }


def test_an_unknown_instrument_has_no_parties() -> None:
    assert standings.parties("no-such-text") == ()
