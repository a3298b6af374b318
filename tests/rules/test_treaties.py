"""Treaties against the catalogue: GS301-GS303. The plain cases are files in tests/cases."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from govscore import rules
from govscore.errors import Problem
from govscore.rules._inspection import Inspection

Build = Callable[..., Inspection]


def _problems(inspection: Inspection) -> list[Problem]:
    return list(rules.problems(inspection, ("GS301", "GS302", "GS303")))


Told = Callable[[Problem], str]


def _treaty(rest: str) -> str:
    return f"legal_basis:\n  international:\n  - {{alignment: partly, {rest}}}\n"


def _said(context: Inspection, told: Told) -> list[str]:
    return [told(problem).split(" ", 1)[1] for problem in _problems(context)]


@pytest.mark.parametrize(
    ("status", "message"),
    [
        ("party", None),
        ("signatory", "Senegal is not 'signatory' under ICRMW: by the catalogue it is 'party' "),
        ("denounced", "Senegal is not 'denounced' under ICRMW: by the catalogue it is 'party' "),
        ("not_party", "Senegal is not 'not_party' under ICRMW: by the catalogue it is 'party' "),
    ],
)
def test_a_party_is_a_party(context: Build, told: Told, status: str, message: str | None) -> None:
    text = _treaty(f"instrument: icrmw, status: {status}")

    said = _said(context(text, countries="[SEN]"), told)

    assert said == ([f"GS301 {message}since 1999-06-09"] if message else [])


@pytest.mark.parametrize(
    ("status", "findings"), [("signatory", 0), ("not_party", 0), ("party", 1), ("denounced", 1)]
)
def test_a_signatory_is_truly_called_not_party(
    context: Build, told: Told, status: str, findings: int
) -> None:
    text = _treaty(f"instrument: icrmw, status: {status}")

    assert len(_said(context(text, countries="[LBR]"), told)) == findings


def test_the_status_is_that_of_the_day(context: Build, told: Told) -> None:
    text = _treaty("instrument: icrmw, status: party")

    said = _said(context(text, as_of="1999-06-08", countries="[SEN]"), told)

    assert said == [
        "GS301 Senegal was not 'party' under ICRMW on 1999-06-08: it acted only on 1999-06-09"
    ]


def test_whether_a_later_party_had_signed_before_is_not_known(context: Build, told: Told) -> None:
    text = _treaty("instrument: icrmw, status: signatory")

    assert _said(context(text, as_of="1999-06-08", countries="[SEN]"), told) == []


def test_nobody_was_bound_before_the_text_was_adopted(context: Build, told: Told) -> None:
    text = _treaty("instrument: icrmw, status: party")

    said = _said(context(text, as_of="1990-12-17"), told)

    (message,) = said
    assert message.endswith(
        "'party' under ICRMW on 1990-12-17: the text was adopted only on 1990-12-18"
    )


def test_a_list_older_than_the_day_is_taken_as_it_was_in_its_own_month(
    context: Build, told: Told
) -> None:
    text = _treaty("instrument: icrmw, status: party")

    said = _said(context(text, countries="[DEU]"), told)

    (message,) = said
    assert message.endswith(
        "Germany is not 'party' under ICRMW: a list that was whole in 2023-06 does not have it"
    )


def test_each_country_of_a_map_is_compared_at_its_line(context: Build) -> None:
    text = """\
legal_basis:
  international:
  - instrument: icrmw
    alignment: partly
    status:
      SEN: party
      LBR: party
      DEU: not_party
"""

    (problem,) = _problems(context(text, countries="[SEN, LBR, DEU]"))

    assert (problem.line, problem.column) == (18, 12)
    assert problem.pointer == "/legal_basis/international/0/status/LBR"


def test_one_status_for_several_countries_is_compared_for_each(context: Build) -> None:
    text = _treaty("instrument: icrmw, status: party")

    problems = _problems(context(text, countries="[SEN, LBR, DEU]"))

    assert [problem.args["country"] for problem in problems] == ["Liberia", "Germany"]


def test_an_instrument_that_the_catalogue_lacks_is_left_alone(context: Build, told: Told) -> None:
    text = _treaty("title: A treaty, category: other, status: party, provisions: ['999']")

    assert _said(context(text), told) == []


@pytest.mark.parametrize(
    ("use", "status", "findings"),
    [
        ("obligation", "", 1),
        ("obligation", ", status: denounced", 1),
        ("reference", "", 0),
        ("reference", ", status: denounced", 0),
        ("reference", ", status: not_party", 0),
    ],
)
def test_a_denounced_treaty_is_no_obligation(
    context: Build, told: Told, use: str, status: str, findings: int
) -> None:
    text = _treaty(f"instrument: ilo-c105, use: {use}{status}")

    said = _said(context(text, countries="[SGP]"), told)

    assert (
        said
        == ["GS301 ILO C105 is used as an obligation, and Singapore denounced it since 1979-04-19"]
        * findings
    )


def test_where_the_catalogue_is_silent_the_files_own_word_is_taken(context: Build) -> None:
    text = _treaty("instrument: ilo-c129, use: obligation, status: denounced")

    problems = _problems(context(text))

    assert [problem.args["variant"] for problem in problems] == ["obligation"]


def test_a_status_that_is_wrong_is_not_reported_twice(context: Build) -> None:
    text = _treaty("instrument: ilo-c105, use: obligation, status: party")

    problems = _problems(context(text, countries="[SGP]"))

    assert [problem.args["variant"] for problem in problems] == ["listed"]


@pytest.mark.parametrize(
    ("end", "use", "findings"),
    [
        ("1988", "reference", 1),
        ("1988", "obligation", 1),
        ("1988", "not_cited", 0),
        ("1990", "reference", 0),
        ("1990-12", "reference", 0),
        ("1990-11", "reference", 1),
        ("null", "reference", 0),
    ],
)
def test_an_ended_practice_cannot_have_cited_what_came_after_it(
    context: Build, end: str, use: str, findings: int
) -> None:
    text = _treaty(f"instrument: icrmw, use: {use}")

    built = context(text, period=f"{{start: 1975, end: {end}}}")

    assert [problem.code for problem in _problems(built)] == ["GS302"] * findings


@pytest.mark.parametrize(("year", "findings"), [("1989", 1), ("1990", 0), ("2007", 0)])
def test_an_act_cannot_carry_out_what_came_after_it(
    context: Build, year: str, findings: int
) -> None:
    text = f"""\
legal_basis:
  national:
  - {{title: Aliens Act, year: {year}, alignment: partly, implements: [crc, icrmw]}}
"""

    problems = _problems(context(text))

    assert [problem.pointer for problem in problems] == [
        "/legal_basis/national/0/implements/1"
    ] * findings


@pytest.mark.parametrize(
    ("provision", "findings"),
    [
        ("'93'", 0),
        ("'94'", 1),
        ("0", 1),
        ("13(2)", 0),
        ("5(e)", 0),
        ("90-95", 1),
        ("Art. 95", 1),
        ("26bis", 0),
        ("Annex I", 0),
        ("section 94", 0),
    ],
)
def test_a_provision_that_can_be_read_must_exist(
    context: Build, provision: str, findings: int
) -> None:
    text = _treaty(f"instrument: icrmw, provisions: ['{provision.strip(chr(39))}']")

    assert [problem.code for problem in _problems(context(text))] == ["GS303"] * findings
