"""Texts from files, made harmless for the place where they are shown.

A character that could steer a terminal is shown by its picture (ESC as `␛`), one for one, so that
columns still count; nothing is dropped in silence.
"""

from __future__ import annotations

import re

_CONTROLS = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]"
)
"""Control characters, line separators, marks that reorder the text behind them, and what nobody
sees. Joiners (U+200C, U+200D) stay: words of several scripts need them."""

_NOT_XML = "[\ud800-\udfff\ufffe\uffff]"
"""What XML 1.0 cannot hold, not even as a reference, beside control characters."""

_MARKDOWN = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_XML = _MARKDOWN | str.maketrans({'"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"})
_MARKUP = r"[\\`*_~|$\[\]]"
_REFERENCE = r"(?i)([@#])(?=\w)|(\bGH-|!)(?=\d)|(:)(?=//)|(\bwww)(?=\.)"
"""What a host of repositories makes a mention of, or a link: to an issue, or to an address."""

_BREAK = r"\r\n|\r|\n"
_FORMULA = tuple("=+-@\t\r\n＝＋－＠")  # noqa: RUF001 - some spreadsheets take the wide signs, too


def visible(text: str, keep: str = "") -> str:
    """Show each control character by its picture, except those in `keep`."""
    return _CONTROLS.sub(lambda found: found[0] if found[0] in keep else _picture(found[0]), text)


def _picture(character: str) -> str:
    number = ord(character)
    if number < ord(" "):
        return chr(0x2400 + number)
    return "␡" if character == "\x7f" else "\ufffd"


def unread(line: str) -> str:
    """Write a line for a log, whose keeper must not take it for a command: GitHub's runner would.

    It obeys a line that begins with two colons, and one that holds `##[` anywhere.
    """
    shown = line.replace("##[", "##［")  # noqa: RUF001 - its picture
    start = len(shown) - len(shown.lstrip())
    return f"{shown[:start]}∷{shown[start + 2 :]}" if shown.startswith("::", start) else shown


def xml(text: str) -> str:
    """Write text for an element or an attribute; line breaks survive the reader's normalisation."""
    return re.sub(_NOT_XML, "\ufffd", visible(text, "\t\r\n")).translate(_XML)


def markdown(text: str) -> str:
    """Write text for a line or a table cell: no markup, no mention, no link."""
    shown = re.sub(_MARKUP, r"\\\g<0>", visible(text, "\r\n").translate(_MARKDOWN))
    return re.sub(_BREAK, "<br>", re.sub(_REFERENCE, r"\g<0>&#8203;", shown))


def cell(text: str) -> str:
    """Write text for a spreadsheet, where it must not be taken for a formula."""
    shown = visible(text, "\t\r\n")
    return f"'{shown}" if shown.startswith(_FORMULA) else shown


def relative(path: str) -> str:
    """Write a path as the hosts of repositories want it."""
    return path.removeprefix("./")
