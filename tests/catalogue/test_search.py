"""Search."""

from __future__ import annotations

import pytest

from govscore.catalogue import search
from govscore.catalogue.search import Hit


def _found(text: str) -> list[tuple[str, str]]:
    return [(hit.kind, hit.id) for hit in search.search(text)]


@pytest.mark.parametrize(
    ("text", "kind", "id_"),
    [
        ("domestic workers", "instrument", "ilo-c189"),
        ("WORKERS domestic", "instrument", "ilo-c189"),
        ("icrmw", "instrument", "icrmw"),
        ("refugee law", "instrument", "kampala-2009"),
        ("marrakesh", "framework", "gcm-2018"),
        ("west african", "community", "ecowas"),
        ("turkiye", "country", "TUR"),
        ("swaziland", "country", "SWZ"),
        ("reporting lines", "nothing", ""),
        ("remittances cost", "SDG target", "10.c"),
        ("missing migrants", "GCM objective", "8"),
        ("gender-responsive", "GCM principle", "g"),
        ("partnerships strong", "MiGOF", "principle-3"),
        ("co-manager", "word", "co_manager"),
    ],
)
def test_every_word_must_occur_whatever_the_case_or_accents(text: str, kind: str, id_: str) -> None:
    found = _found(text)

    assert ((kind, id_) in found) == (kind != "nothing")
    assert (kind == "nothing") == (not found)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("C97", "ilo-c097"),
        ("ILO 97", "ilo-c097"),
        ("ilo c97", "ilo-c097"),
        ("C87", "ilo-c087"),
        ("P29", "ilo-p029"),
        ("ICPPED", "cped"),
    ],
)
def test_an_instrument_named_in_a_usual_way_comes_first(text: str, first: str) -> None:
    assert _found(text)[0] == ("instrument", first)
    assert _found(text).count(("instrument", first)) == 1


def test_a_hit_names_what_tells_it_apart() -> None:
    assert search.search("co-manager") == [Hit("word", "co_manager", "co-manager", "role")]


@pytest.mark.parametrize("text", ["", "   "])
def test_nothing_is_found_for_nothing(text: str) -> None:
    assert search.search(text) == []
