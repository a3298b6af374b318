"""Addresses between pages."""

from __future__ import annotations

import pytest

from govscore.render.html.links import METHOD, OVERVIEW, Links, practice_pages, row_id, slug, web

PRACTICE, OTHER = practice_pages(["city-card", "other"])


def test_pages_of_a_site_find_each_other() -> None:
    from_overview, from_practice = Links(OVERVIEW), Links(PRACTICE)

    assert from_overview.to(PRACTICE, "remedy") == "practices/city-card.html#remedy"
    assert from_practice.to(OVERVIEW) == "../index.html"
    assert from_practice.to(OTHER) == "../practices/other.html"
    assert from_practice.to(PRACTICE, "remedy") == "#remedy"
    assert from_practice.to(METHOD, "remedy") == "../method.html#remedy"
    assert from_practice.file("result.json") == "../result.json"


def test_parts_of_the_one_file_find_each_other() -> None:
    links = Links(None)

    assert links.to(PRACTICE) == "#practice-city-card"
    assert links.to(PRACTICE, "remedy") == "#practice-city-card--remedy"
    assert links.anchor(METHOD, "remedy") == "method--remedy"


def test_a_criterion_is_found_by_its_bare_id() -> None:
    assert Links(PRACTICE).anchor(PRACTICE, "remedy") == "remedy"


def test_a_plain_slug_stays_and_all_else_is_a_digest() -> None:
    assert slug("city-card-2") == "city-card-2"
    assert slug("City card").startswith("x-")
    assert slug("a") != slug("A")
    assert slug("nul").startswith("x-")


def test_an_id_that_looks_like_a_numbered_one_is_not_taken_twice() -> None:
    pages = practice_pages(["a", "a-2", "a"])

    assert [page.file for page in pages] == [
        "practices/a.html",
        "practices/a-2.html",
        "practices/a-3.html",
    ]


@pytest.mark.parametrize("address", ["https://example.org/?a=1&b=2", "HTTP://EXAMPLE.ORG"])
def test_an_address_on_the_web_is_a_link(address: str) -> None:
    assert web(address) == address


@pytest.mark.parametrize("address", ["", "ftp://a", "https://", "https://a b", "www.example.org"])
def test_anything_else_is_none(address: str) -> None:
    assert web(address) is None


def test_a_row_is_named_by_its_pointer() -> None:
    assert row_id("/legal_basis/national/2") == "legal_basis-national-2"
