"""Texts of strangers, in every place where they are shown."""

from __future__ import annotations

import re
from html import unescape

import pytest
from markdown_it import MarkdownIt

from govscore.render import escaping


def test_control_characters_are_shown_one_for_one() -> None:
    assert (
        escaping.visible("a\x1b[31m\x00\x7f\x9b\u202e\u2028\nb") == "a␛[31m␀␡\ufffd\ufffd\ufffd␊b"
    )


@pytest.mark.parametrize("number", [0x200B, 0x200E, 0x200F, 0x061C, 0x202E, 0x2066, 0x2060, 0xFEFF])
def test_what_nobody_sees_is_shown_where_it_stands(number: int) -> None:
    assert escaping.visible(f"card{chr(number)}s") == "card\ufffds"


def test_joiners_that_words_need_stay() -> None:
    text = "\u0645\u06cc\u200c\u062e \u0915\u094d\u200d\u0937"

    assert escaping.visible(text) == text


def test_what_is_to_be_kept_stays() -> None:
    assert escaping.visible("a\r\n\tb\x07", "\r\n") == "a\r\n␉b␇"


def test_letters_of_every_script_stay() -> None:
    text = "São Paulo, Πειραιάς, عمّان, 東京, e\u0301, 👩‍👩‍👧"

    assert escaping.visible(text) == text


def test_xml_holds_only_what_xml_may_hold() -> None:
    assert escaping.xml('<a b="c">&\r\n\t]]>\x01\ufffe\ud800') == (
        "&lt;a b=&quot;c&quot;&gt;&amp;&#13;&#10;&#9;]]&gt;␁\ufffd\ufffd"
    )


def test_markdown_is_read_as_plain_text(hostile: str, shown: str) -> None:
    reader = MarkdownIt("commonmark").enable("strikethrough")

    inline = reader.parseInline(escaping.markdown(hostile))[0].children or []

    assert {token.type for token in inline} <= {"text", "text_special", "html_inline"}
    assert {token.content for token in inline if token.type == "html_inline"} == {"<br>"}
    text = "".join("\n" if token.type == "html_inline" else token.content for token in inline)
    assert text.replace("\u200b", "") == shown.replace("\r\n", "\n").replace("\t", "␉")


def test_nobody_is_mentioned_and_no_issue_is_linked() -> None:
    assert escaping.markdown("@name #12 a@b.test") == "@&#8203;name #&#8203;12 a@&#8203;b.test"


@pytest.mark.parametrize(
    "text",
    [
        "see GH-26 and gh-7 or !26",
        "https://a.test/c?d=e_f",
        "HTTP://a.test ftp://a.test",
        "www.a.test, (WWW.a.test)",
        "a@b.test mailto:a@b.test xmpp:a@b.test",
        "<https://a.test>",
        "[a](https://a.test)",
    ],
)
def test_no_address_and_no_number_of_an_issue_becomes_a_link(text: str) -> None:
    reader = MarkdownIt("gfm-like", {"linkify": True})

    html = reader.renderInline(escaping.markdown(text))

    assert "<a" not in html
    assert not re.search(r"(?i)gh-\d|!\d|://|www\.|@\w", html)
    assert unescape(html).replace("\u200b", "") == text


@pytest.mark.parametrize("start", "=+-@\t\r\n")
def test_no_cell_starts_a_formula(start: str) -> None:
    assert escaping.cell(f"{start}1+2") == f"'{start}1+2"


def test_other_cells_stay() -> None:
    assert escaping.cell("a = b") == "a = b"


def test_a_path_loses_only_its_leading_dot() -> None:
    assert escaping.relative("./practices/.a.yaml") == "practices/.a.yaml"
    assert escaping.relative("../a.yaml") == "../a.yaml"


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("::error::x was there before", "∷error::x was there before"),
        ("  ::stop-commands::x", "  ∷stop-commands::x"),
        ("a ##[error]x", "a ##\uff3berror]x"),
        ("a.yaml:1:1: error", "a.yaml:1:1: error"),
    ],
)
def test_no_line_of_a_log_is_a_command(line: str, shown: str) -> None:
    assert escaping.unread(line) == shown
