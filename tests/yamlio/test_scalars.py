from __future__ import annotations

import pytest

from govscore import yamlio


def read(scalar: str) -> object:
    document = yamlio.parse(f"key: {scalar}\n".encode(), "p.yaml")
    assert document.problems == ()
    return document.value["key"]


@pytest.mark.parametrize("scalar", ["", "~", "null", "Null", "NULL"])
def test_only_the_spellings_of_the_core_schema_are_null(scalar: str) -> None:
    assert read(scalar) is None


@pytest.mark.parametrize(
    ("scalar", "value"),
    [
        ("true", True),
        ("True", True),
        ("TRUE", True),
        ("false", False),
        ("False", False),
        ("FALSE", False),
    ],
)
def test_only_true_and_false_are_booleans(scalar: str, value: object) -> None:
    assert read(scalar) is value


@pytest.mark.parametrize(
    ("scalar", "value"),
    [
        ("0", 0),
        ("2014", 2014),
        ("-7", -7),
        ("+7", 7),
        ("007", 7),
        ("0o17", 15),
        ("0xfF", 255),
        ("9223372036854775807", 2**63 - 1),
        ("-9223372036854775808", -(2**63)),
        ("0" * 5000 + "1", 1),
    ],
)
def test_whole_numbers_are_decimal_octal_or_hexadecimal(scalar: str, value: int) -> None:
    found = read(scalar)

    assert found == value
    assert type(found) is int


@pytest.mark.parametrize(
    ("scalar", "value"),
    [
        ("13.10", 13.1),
        ("1.", 1.0),
        (".5", 0.5),
        ("-.5", -0.5),
        ("1e3", 1000.0),
        ("+1.5E-2", 0.015),
        ("1e-400", 0.0),
        ("0." + "1" * 5000, 0.1111111111111111),
    ],
)
def test_numbers_with_a_point_or_an_exponent_are_floats(scalar: str, value: float) -> None:
    found = read(scalar)

    assert found == value
    assert type(found) is float


@pytest.mark.parametrize(
    "scalar",
    [
        "NO",
        "yes",
        "No",
        "on",
        "off",
        "y",
        "tRUE",
        "nULL",
        "None",
        "12:30",
        "1:30:00",
        "2014-03-01",
        "2014-03",
        "2014-03-01T10:00:00Z",
        "1_000",
        "0b101",
        "0o8",
        "0xG",
        "-0x1F",
        "1.2.3",
        "1e",
        ".",
        "..inf",
        "+",
        "-",
        "inf",
        "nan",
        "(a)",
        "/path",
        "<<",
        "=",
        "١٢",
        "12 months",
        "São Paulo",
    ],
)
def test_every_other_plain_scalar_is_text(scalar: str) -> None:
    assert read(f"[{scalar}]" if scalar in {"-", "<<"} else scalar) in (scalar, [scalar])


@pytest.mark.parametrize("scalar", ["null", "true", "13", "1.5", "", "~", "<<", ".nan", "9" * 30])
def test_quoted_scalars_are_text_whatever_they_look_like(scalar: str) -> None:
    assert read(f"'{scalar}'") == scalar
    assert read(f'"{scalar}"') == scalar


def test_block_scalars_are_text_whatever_they_look_like() -> None:
    assert read("|\n  12") == "12\n"
    assert read(">-\n  true") == "true"


def test_a_country_code_is_a_key_without_quotes() -> None:
    document = yamlio.parse(b"status: {NO: party, ZWE: not_party}", "p.yaml")

    assert document.value == {"status": {"NO": "party", "ZWE": "not_party"}}
