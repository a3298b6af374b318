"""`govscore catalogue`."""

from __future__ import annotations

import json
from typing import Any

import pytest
from typer.testing import CliRunner

from govscore.catalogue import vocabularies
from govscore.cli.catalogue import app, panel
from govscore.errors import SetupError


def _run(*args: str) -> str:
    result = CliRunner().invoke(app, args)

    assert result.exit_code == 0, result.output
    return result.stdout


def _data(*args: str) -> Any:
    return json.loads(_run(*args, "--format", "json"))


def _refused(*args: str) -> str:
    result = CliRunner().invoke(app, args)

    assert isinstance(result.exception, SetupError)
    assert result.stdout == ""
    return str(result.exception)


def test_it_is_among_the_commands_to_look_things_up() -> None:
    assert panel == "Look up"


def test_without_a_kind_the_instruments_are_listed_with_their_parties() -> None:
    lines = _run("list").splitlines()

    assert lines[0] == "122 instruments"
    assert [line.split() for line in lines if line.startswith("icrmw ")] == [
        ["icrmw", "ICRMW", "human", "rights", "1990", "59"]
    ]


def test_instruments_are_listed_by_category() -> None:
    found = _data("list", "--category", "consular_relations")

    assert [each["id"] for each in found] == ["vccr-1963"]
    assert found[0]["parties"] == 177


@pytest.mark.parametrize(
    ("kind", "title"),
    [
        ("instruments", "122 instruments"),
        ("frameworks", "22 frameworks"),
        ("countries", "249 countries and territories"),
        ("communities", "21 regional communities"),
        ("sdg", "36 SDG targets"),
        ("gcm", "Global Compact for Migration"),
        ("migof", "Migration Governance Framework (IOM)"),
        ("vocabularies", f"{len(vocabularies.vocabularies())} vocabularies"),
    ],
)
def test_every_kind_is_listed(kind: str, title: str) -> None:
    assert _run("list", kind).splitlines()[0] == title
    assert _data("list", kind)


def test_the_global_compact_is_listed_with_objectives_and_principles() -> None:
    text = _run("list", "gcm")

    assert "23 objectives\n" in text
    assert "10 principles\n" in text


def test_an_instrument_is_shown_with_count_and_list_of_parties() -> None:
    text = _run("show", "icrmw")

    assert "parties   59 parties, 11 signatories\n" in text
    assert "complete  as of 2023-06\n" in text
    assert "BEN   Benin                             party      2018-07-06  ratification" in text
    assert "untc-icrmw  UN Treaty Collection, page of ICRMW: parties from A to E" in text


def test_an_alias_shows_its_instrument_and_what_its_list_lacks() -> None:
    text = _run("show", "ilo-c97")

    assert "\ngap       48 of 54 parties (November 2023)." in text
    assert "MYS   Malaysia" in text
    assert "ratification; Sabah only" in text
    assert "in force 2010-04-21" in text


def test_what_was_not_covered_is_not_called_empty() -> None:
    assert "parties   not covered: no list of parties was read\n" in _run("show", "ilo-c129")
    assert "parties   States do not become parties\n" in _run("show", "ilo-r151")
    assert "members      not covered: no list was read\n" in _run("show", "nordic")


def test_the_shared_unit_of_the_refugee_instruments_is_told() -> None:
    assert "counts as  refugee-regime\n" in _run("show", "refugee-protocol-1967")


def test_an_instrument_in_json_carries_its_parties() -> None:
    found = _data("show", "ilo-c189")

    assert found["adopted"] == "2011-06-16"
    assert len(found["parties"]) == 30
    assert found["parties"][0] == {
        "iso3": "ARG",
        "status": "party",
        "action": "ratification",
        "date": "2014-03-24",
        "source": "fedlex-c189",
        "confidence": "exact",
        "note": "",
    }


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("gcm-2018", "named in  the GMPA context note"),
        ("ecowas", "former       Mauritania"),
        ("10.7", "Orderly, safe, regular and responsible migration"),
        ("sector", "border_security           border security               security"),
        ("framework", "gmg-2006"),
    ],
)
def test_other_entries_are_shown_too(name: str, line: str) -> None:
    assert line in _run("show", name)
    assert _data("show", name)["id"] == name


@pytest.mark.parametrize("name", ["NOR", "NO", "norway"])
def test_a_country_lists_what_it_is_party_to_with_dates_and_sources(name: str) -> None:
    text = _run("country", name)

    rows = [line.split() for line in text.splitlines()]
    assert ["icerd", "ICERD", "1970-08-06", "ratification", "untc-2015"] in rows
    assert ["ilo-c143", "ILO", "C143", "1979", "ratification", "wiki-c143"] in rows
    absent = [line for line in text.splitlines() if line.startswith("icrmw ")]
    assert [line.split(maxsplit=2)[2] for line in absent] == [
        "not in the list, whole as of 2023-06"
    ]


def test_a_country_says_what_is_not_covered() -> None:
    text = _run("country", "NOR")

    covered, silent = text.split("\nNot covered\n")
    assert "\nParty to\n" in covered
    assert "ilo-c129" not in covered
    assert "no list of parties was read" in silent
    assert "ilo-c129" in silent


@pytest.mark.parametrize(
    ("name", "date", "source"),
    [
        ("echr-1950", "1952-01-15", "fedlex-emrk"),
        ("ilo-c029", "1932-07-01", "crba-normlex"),
        ("ilo-c087", "1949-07-04", "crba-normlex"),
        ("ilo-c098", "1955-02-17", "crba-normlex"),
        ("ilo-c100", "1959-09-24", "crba-normlex"),
        ("ilo-c105", "1958-04-14", "crba-normlex"),
        ("ilo-c111", "1959-09-24", "crba-normlex"),
        ("ilo-c138", "1980-07-08", "crba-normlex"),
        ("ilo-c182", "2000-12-21", "crba-normlex"),
    ],
)
def test_norway_stands_with_date_and_source_under_what_binds_it_most(
    name: str, date: str, source: str
) -> None:
    bound = _run("country", "NOR").split("\nNot party to\n")[0]

    (row,) = [line.split() for line in bound.splitlines() if line.startswith(f"{name} ")]

    assert date in row
    assert row[-1] == source


def test_fewer_than_25_instruments_are_not_covered_for_norway() -> None:
    silent = _run("country", "NOR").split("\nNot covered\n")[1].split("\nNobody's to join\n")[0]

    counts = [int(line.split()[0]) for line in silent.splitlines() if line[:1].isdigit()]

    assert 0 < sum(counts) < 25


def test_what_nobody_joins_is_told_apart_from_what_is_not_covered() -> None:
    silent, closed = _run("country", "NOR").split("\nNobody's to join\n")

    assert "ilo-r151" not in silent
    assert "States do not become parties: recommendations, declarations" in closed
    assert "ilo-r151" in closed


def test_a_law_of_the_eu_shows_whom_it_binds_and_who_has_an_opt_out() -> None:
    text = _run("show", "eu-2003-86")

    assert "parties   binds 25 States, the parties to eu-tfeu\n" in text
    assert "apart     Denmark, Ireland, United Kingdom\n" in text
    assert "have an opt-out from the area of freedom, security and justice" in text
    assert "FRA   France       party" in text
    assert "\nDNK " not in text


def test_a_law_of_the_eu_without_opt_outs_binds_all_its_members() -> None:
    text = _run("show", "eu-2000-43")

    assert "parties   binds 27 States, the parties to eu-tfeu\n" in text
    assert "\nDNK   Denmark " in text
    assert "apart" not in text


def test_a_country_in_json_has_all_its_standings() -> None:
    found = _data("country", "KEN")

    assert found["communities"] == ["aec", "comesa", "eac", "igad"]
    assert len(found["standings"]) == 122
    assert {each["state"] for each in found["standings"]} <= {
        "party",
        "signatory",
        "denounced",
        "not_party",
        "not_covered",
    }


def test_a_denunciation_is_told() -> None:
    assert "\nNo longer party to\n" in _run("country", "SGP")


def test_a_search_takes_several_words() -> None:
    text = _run("search", "domestic", "workers")

    assert text.startswith("3 entries have all of: domestic workers\n")
    assert "ilo-c189" in text


@pytest.mark.parametrize(
    ("words", "name"), [(["C97"], "ilo-c097"), (["ILO", "97"], "ilo-c097"), (["C87"], "ilo-c087")]
)
def test_a_search_takes_the_number_of_an_ilo_convention(words: list[str], name: str) -> None:
    assert _data("search", *words)[0]["id"] == name


def test_a_search_may_find_nothing() -> None:
    assert _run("search", "xyzzy") == "0 entries have all of: xyzzy\n"
    assert _data("search", "xyzzy") == []


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (
            ("show", "icrm"),
            "the catalogue has no entry 'icrm'; did you mean icrmw, icerd or iccpr?",
        ),
        (("show", "KOR"), "'KOR' is a country: see govscore catalogue country KOR"),
        (("show", "norway"), "'norway' is a country: see govscore catalogue country NOR"),
        (("show", "zzzzzz"), "the catalogue has no entry 'zzzzzz'"),
        (("show", "\x1b[31m"), "the catalogue has no entry '\\x1b[31m'"),
        (
            ("list", "instrument"),
            "the catalogue has no list 'instrument'; did you mean instruments?",
        ),
        (("country", "Norwy"), "the catalogue has no country 'Norwy'; did you mean Norway?"),
        (
            ("list", "--category", "human-rights"),
            "the catalogue has no category of law 'human-rights'; did you mean human_rights?",
        ),
        (
            ("list", "gcm", "--category", "human_rights"),
            "--category goes with instruments, not with gcm",
        ),
    ],
)
def test_what_the_catalogue_lacks_is_refused_with_a_suggestion(
    args: tuple[str, ...], message: str
) -> None:
    assert _refused(*args) == message


def test_an_unknown_format_is_a_usage_error() -> None:
    assert CliRunner().invoke(app, ["list", "--format", "xml"]).exit_code == 2
