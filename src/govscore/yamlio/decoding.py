"""From the bytes of a file to its text, if it is one that may be read."""

from __future__ import annotations

import codecs
import re
from itertools import islice

from govscore.errors import Problem
from govscore.yamlio.limits import MAX_BYTES, MAX_DIRECTIVES

BREAK = re.compile(r"\r\n|\r|\n")
FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
"""What no text may hold: control characters, and line breaks that an editor does not show as such."""

_HIDDEN_BREAKS = "\x85\u2028\u2029"  # libyaml takes them for the end of a line, or of a comment
_WIDE = {  # UTF-32 first: its little-endian mark begins with that of UTF-16
    codecs.BOM_UTF32_LE: "UTF-32",
    codecs.BOM_UTF32_BE: "UTF-32",
    codecs.BOM_UTF16_LE: "UTF-16",
    codecs.BOM_UTF16_BE: "UTF-16",
}
_ENOUGH = 100  # of one kind: UTF-16 without its mark has a NUL at every other place


def decode(data: bytes, shown: str) -> tuple[str, list[Problem]]:
    """Decode UTF-8, without a byte order mark; a problem means that the text is not to be parsed.

    Control characters are left to the parser, which refuses them as it goes.
    """
    try:
        text = data.decode().lstrip("\ufeff")
    except UnicodeDecodeError as error:
        return data.decode(errors="replace"), [_undecodable(data, error.start, shown)]
    if len(data) > MAX_BYTES:
        return text, [_beyond("size", MAX_BYTES, shown)]
    if text.count("%TAG") > MAX_DIRECTIVES:  # libyaml compares each with all that came before
        return text, [_beyond("directives", MAX_DIRECTIVES, shown)]
    if any(character in text for character in _HIDDEN_BREAKS):
        return text, controls(text, shown)
    return text, []


def controls(text: str, shown: str) -> list[Problem]:
    """Report the characters that no text may hold, the first hundred of them."""
    found = islice(FORBIDDEN.finditer(text), _ENOUGH)
    return [_control(text, match.start(), shown) for match in found]


def code_point(character: str) -> str:
    """Name a character that is better not shown."""
    return f"U+{ord(character):04X}"


def _undecodable(data: bytes, start: int, shown: str) -> Problem:
    for mark, encoding in _WIDE.items():
        if data.startswith(mark):
            args = {"variant": "wide", "encoding": encoding}
            return Problem("GS001", shown, line=1, column=1, args=args)
    line, column = _end(data[:start].decode().lstrip("\ufeff"))
    args = {"variant": "byte", "byte": f"0x{data[start]:02X}"}
    return Problem("GS001", shown, line=line, column=column, args=args)


def _beyond(variant: str, limit: int, shown: str) -> Problem:
    return Problem("GS006", shown, line=1, column=1, args={"variant": variant, "limit": limit})


def _control(text: str, index: int, shown: str) -> Problem:
    line, column = _end(text[:index])
    variant = "break" if text[index] in _HIDDEN_BREAKS else "control"
    args = {"variant": variant, "character": code_point(text[index])}
    return Problem("GS002", shown, line=line, column=column, args=args)


def _end(text: str) -> tuple[int, int]:
    lines = BREAK.split(text)
    return len(lines), len(lines[-1]) + 1
