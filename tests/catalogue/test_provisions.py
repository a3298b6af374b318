"""Provisions: how they are written, and whether an instrument has them."""

from __future__ import annotations

import pytest

from govscore.catalogue import instruments
from govscore.catalogue.instruments import Provision


@pytest.mark.parametrize(
    ("text", "provision"),
    [
        ("13", Provision(13, 13)),
        ("13(2)", Provision(13, 13)),
        ("13(2)(a)", Provision(13, 13)),
        ("5(e)", Provision(5, 5)),
        ("5(e)(iv)", Provision(5, 5)),
        ("27.1", Provision(27, 27)),
        ("2-4", Provision(2, 4)),
        ("2\u20134", Provision(2, 4)),
        ("1(2)-(3)", Provision(1, 1)),
        ("26bis", Provision(26, 26, inserted=True)),
        ("7a", Provision(7, 7, inserted=True)),
        ("II.3", Provision(3, 3, part=2)),
        ("II", Provision(None, None, part=2)),
        ("IX(1)", Provision(None, None, part=9)),
        ("XIV", Provision(None, None, part=14)),
        ("Art. 13", Provision(13, 13)),
        ("article 13(2)", Provision(13, 13)),
        (" 13 ", Provision(13, 13)),
    ],
)
def test_a_provision_is_read(text: str, provision: Provision) -> None:
    assert instruments.parse(text) == provision


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Art.",
        "s. 149",
        "Part II",
        "Annex I",
        "4-2",
        "13 and 14",
        "-3",
        "(2)",
        "13(",
        "99999",
        "ii.3",
        "1" * 5000,
    ],
)
def test_what_is_outside_the_grammar_is_not_read(text: str) -> None:
    assert instruments.parse(text) is None


@pytest.mark.parametrize(
    ("name", "text", "known"),
    [
        ("icrmw", "1", True),
        ("icrmw", "93", True),
        ("icrmw", "94", False),
        ("icrmw", "0", False),
        ("icrmw", "64-71", True),
        ("icrmw", "90-94", False),
        ("icrmw", "IV.36", True),
        ("icrmw", "IV.136", False),
        ("icrmw", "IV", None),
        ("icrmw", "26bis", None),
        ("icrmw", "126bis", False),
        ("icrmw", "General Comment 2", None),
        ("ilo-c143", "14(c)", True),
        ("ilo-c143", "25", False),
        ("refugee-protocol-1967", "II", True),
        ("refugee-protocol-1967", "II.1", True),
        ("refugee-protocol-1967", "XI", True),
        ("refugee-protocol-1967", "XII", False),
        ("refugee-protocol-1967", "11", True),
        ("oau-refugee-1969", "II(3)", True),
        ("ilo-c095", "8", None),
    ],
)
def test_an_instrument_has_the_articles_it_has(name: str, text: str, known: bool | None) -> None:
    instrument = instruments.instrument(name)

    assert instrument is not None
    assert instruments.has_provision(instrument, text) is known
