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
        ("icrmw", 59, 11),
        ("crpd", 185, 8),
        ("cped", 68, 44),
        ("refugee-convention-1951", 146, 0),
        ("refugee-protocol-1967", 147, 0),
        ("ilo-c097", 48, 0),
        ("ilo-c143", 21, 0),
        ("ilo-c189", 30, 0),
        ("ilo-c087", 158, 0),
        ("echr-1950", 46, 0),
        ("palermo-trafficking", 181, 2),
    ],
)
def test_parties_and_signatories_are_as_counted(name: str, parties: int, signatories: int) -> None:
    statuses = [row.status for row in standings.parties(name)]

    assert statuses.count("party") == parties
    assert statuses.count("signatory") == signatories


def test_6736_rows_are_held_in_all() -> None:
    lists = (files.DATA / "parties").glob("*.csv")

    assert sum(len(files.rows(f"parties/{path.name}")) for path in lists) == 6736


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
        ("ilo-c100", "1959-09-24", "day", "crba-normlex"),
        ("ilo-c188", None, None, "ilo-c188-2022"),
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
        ("2023-06-30", "not_party", "not_listed"),
        ("2023-06", "not_party", "not_listed"),
        ("2023", "not_party", "not_listed"),
        ("1995-01-01", "not_party", "not_listed"),
        ("1990-12-17", "not_party", "not_adopted"),
        ("2023-07-01", "not_covered", "after_list"),
        ("2026-11-24", "not_covered", "after_list"),
    ],
)
def test_germany_and_icrmw_is_known_only_while_the_list_is_whole(
    on: str | None, state: str, reason: str
) -> None:
    found = standings.standing("icrmw", "DEU", on)

    assert (found.state, found.reason) == (state, reason)
    assert found.as_of == (None if reason == "not_adopted" else "2023-06")


@pytest.mark.parametrize(
    ("name", "iso3", "reason"),
    [
        ("ilo-c143", "DEU", "incomplete"),
        ("ilo-c129", "NOR", "no_list"),
        ("ilo-c190", "SWE", "incomplete"),
        ("ilo-r151", "NOR", "not_open"),
        ("eu-2003-86", "DNK", "apart"),
        ("eu-2004-38", "NOR", "apart"),
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
    assert standings.standing("ilo-c188", "NOR", "2010-01-01").reason == "undated"
    assert standings.standing("ilo-c188", "NOR", "2007-06-13").reason == "not_adopted"


def test_a_signatory_is_not_a_party() -> None:
    liberia = standings.standing("icrmw", "LBR", "2020-01-01")

    assert (liberia.state, liberia.action, liberia.since) == (
        "signatory",
        "signature",
        "2004-09-22",
    )
    assert standings.standing("icrmw", "LBR", "2004-09-21").state == "not_party"


def test_an_undated_denunciation_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    left = Party("SGP", "denounced", "denunciation", "", "crba-normlex", "status", "")
    monkeypatch.setattr(standings, "_listed", lambda _: {"SGP": left})

    assert standings.standing("ilo-c105", "SGP", "1960-01-01").state == "denounced"


def test_before_a_dated_denunciation_the_state_was_a_party() -> None:
    assert standings.standing("ilo-c105", "SGP", "1979-04-18").state == "party"
    assert standings.standing("ilo-c105", "SGP", "1979-04-19").state == "denounced"


def test_the_european_union_can_be_a_party() -> None:
    assert standings.standing("crpd", "EU").since == "2010-12-23"


def test_a_charter_that_a_later_one_replaced_binds_until_then() -> None:
    before = standings.standing("esc-1961", "DEU", "2021-03-28")
    after = standings.standing("esc-1961", "DEU", "2021-03-29")

    assert before.state == "party"
    assert (after.state, after.action) == ("denounced", "replacement")


def test_membership_of_a_community_is_told_as_such() -> None:
    burundi = standings.standing("eac-treaty-1999", "BDI")

    assert (burundi.state, burundi.action, burundi.since) == ("party", "membership", "2007")


def test_a_member_that_the_list_of_its_community_lacks_is_not_held_to_be_outside() -> None:
    assert standings.standing("eac-treaty-1999", "SOM", "2025-01-01").reason == "apart"
    assert standings.standing("eac-treaty-1999", "NOR", "2025-01-01").reason == "not_listed"


@pytest.mark.parametrize(
    ("name", "iso3", "on", "state"),
    [
        ("eu-2003-86", "FRA", "2024-01-01", "party"),
        ("eu-2003-86", "FRA", "2003-01-01", "not_party"),
        ("eu-2003-86", "HRV", "2012-01-01", "not_party"),
        ("eu-2003-86", "HRV", "2013-07-01", "party"),
        ("eu-2003-86", "IRL", None, "not_covered"),
        ("eu-2000-43", "IRL", None, "party"),
        ("eu-2000-43", "GBR", "2019-12-31", "party"),
        ("eu-2000-43", "GBR", "2020-02-01", "denounced"),
        ("eu-2000-43", "NOR", None, "not_party"),
        ("eu-2008-115", "NOR", None, "not_covered"),
    ],
)
def test_the_law_of_the_eu_binds_its_members_and_is_silent_on_opt_outs(
    name: str, iso3: str, on: str | None, state: str
) -> None:
    assert standings.standing(name, iso3, on).state == state


def test_limits_on_a_ratification_are_told() -> None:
    assert standings.standing("ilo-c097", "MYS").note == "Sabah only"


def test_a_country_has_a_standing_under_every_instrument() -> None:
    found = standings.country_standings("NOR")

    assert [each.instrument for each in found] == list(instruments.instrument_ids())
    assert sum(each.state == "party" for each in found) == 48
    assert {"icrmw", "ilo-c189", "op-crc-ic"} <= {
        each.instrument for each in found if each.state == "not_party"
    }


def test_an_unknown_instrument_has_no_parties() -> None:
    assert standings.parties("no-such-text") == ()
