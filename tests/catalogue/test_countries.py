"""Countries and communities."""

from __future__ import annotations

import pytest

from govscore.catalogue import countries, instruments


def test_every_code_of_iso_3166_1_is_there() -> None:
    every = countries.countries().values()

    assert len(every) == 249
    assert len({each.iso2 for each in every}) == 249
    assert sum(each.un_member for each in every) == 193
    assert sum(each.ilo_member for each in every) == 187


@pytest.mark.parametrize(
    "text",
    ["CIV", "CI", "civ", "Côte d'Ivoire", "cote d'ivoire", "Ivory Coast", " CIV "],
)
def test_a_country_is_found_by_code_or_name(text: str) -> None:
    found = countries.country(text)

    assert found is not None
    assert found.iso3 == "CIV"


@pytest.mark.parametrize(
    ("text", "iso3"),
    [
        ("NO", "NOR"),
        ("Turkey", "TUR"),
        ("Türkiye", "TUR"),
        ("Swaziland", "SWZ"),
        ("Cape Verde", "CPV"),
        ("Holy See", "VAT"),
        ("Russian Federation", "RUS"),
        ("Congo", "COG"),
        ("DR Congo", "COD"),
        ("South Korea", "KOR"),
        ("Hong Kong", "HKG"),
    ],
)
def test_former_and_formal_names_are_known(text: str, iso3: str) -> None:
    found = countries.country(text)

    assert found is not None
    assert found.iso3 == iso3


@pytest.mark.parametrize("text", ["", "EU", "XKX", "Atlantis", "NORW"])
def test_what_is_no_country_is_not_found(text: str) -> None:
    assert countries.country(text) is None


def test_no_two_countries_share_a_name() -> None:
    names = [
        countries.folded(name)
        for each in countries.countries().values()
        for name in (each.name, *each.aliases)
    ]

    assert [name for name in set(names) if names.count(name) > 1] == []


def test_parties_have_names() -> None:
    assert countries.party_name("NOR") == "Norway"
    assert countries.party_name("EU") == "European Union"


def test_members_of_communities_are_countries() -> None:
    named = {
        code
        for each in countries.communities().values()
        for code in (*(each.members or ()), *each.former)
    }

    assert named <= set(countries.countries())


def test_communities_name_their_instruments() -> None:
    named = {name for each in countries.communities().values() for name in each.instruments}
    free_movement = {
        each.id for each in instruments.instruments().values() if each.scope == "community"
    }

    assert named <= set(instruments.instrument_ids())
    assert free_movement <= named


def test_ecowas_has_fifteen_members_and_a_former_one() -> None:
    ecowas = countries.communities()["ecowas"]

    assert ecowas.members is not None
    assert len(ecowas.members) == 15
    assert ecowas.former == ("MRT",)


def test_members_that_were_not_read_are_not_an_empty_list() -> None:
    unread = [each.id for each in countries.communities().values() if each.members is None]

    assert unread == ["cen-sad", "nordic"]
