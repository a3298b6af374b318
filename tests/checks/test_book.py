"""The pages of findings."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from govscore.checks import book

PRODUCT = {
    "error": [
        *range(1, 10),
        *range(101, 107),
        *range(201, 208),
        *range(304, 307),
        *range(501, 513),
        *range(901, 909),
    ],
    "warning": [208, 301, 302, 303, 307, 308, 314],
    "note": [10, 309, 310, 311, 312, 313, *range(401, 406)],
}
"""The codes of each level, as promised to users; none changes its meaning or is used again."""


def test_every_code_that_was_promised_has_a_page_of_its_level() -> None:
    promised = {f"GS{number:03}": level for level, codes in PRODUCT.items() for number in codes}

    assert {code: book.page(code).level for code in book.codes()} == promised


def test_a_code_without_a_page_is_refused() -> None:
    with pytest.raises(KeyError):
        book.page("GS999")
    with pytest.raises(KeyError):
        book.page("../GS101")


@pytest.mark.parametrize("code", book.codes())
def test_a_page_says_what_it_means_in_words_that_fit_their_place(code: str) -> None:
    page = book.page(code)

    assert page.title[0].isupper()
    assert not page.title.endswith(".")
    assert len(page.text.splitlines()) >= 4
    assert max(map(len, page.text.splitlines())) <= 120
    assert all(line == line.rstrip() for line in page.text.splitlines())


@pytest.mark.parametrize("code", book.codes())
def test_a_message_is_one_sentence_without_a_full_stop(code: str) -> None:
    for template in book.page(code).messages.values():
        assert "\n" not in template
        assert not template.endswith((".", " "))
        assert re.fullmatch(r"(?:[^{}]|\{[a-z_]+\}|\{\{|\}\})+", template)


def test_a_message_is_chosen_by_variant() -> None:
    page = book.page("GS204")

    assert page.message({"variant": "item", "name": "x"}) == "the checklist has no item 'x'"


def test_text_of_a_file_keeps_a_message_in_one_line_of_bearable_length() -> None:
    message = book.page("GS102").message({"name": "a\n\tb" + "c" * 2000, "variant": "unknown"})

    assert message.startswith("'a bccc")
    assert message.endswith("…' is not a field here")
    assert len(message) == 600 + len("'' is not a field here")


def test_braces_in_the_text_of_a_file_are_text() -> None:
    assert book.page("GS102").message({"name": "{0.__class__}"}) == (
        "'{0.__class__}' is not a field here"
    )


def test_every_family_of_codes_has_a_heading() -> None:
    assert {code[:3] for code in book.codes()} == set(book.FAMILIES)


def test_no_page_lies_in_the_folder_without_being_a_code() -> None:
    folder = Path(book.__file__).parent / "pages"

    assert sorted(path.stem for path in folder.iterdir()) == list(book.codes())
