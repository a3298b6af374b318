"""From the bytes of a file to its text, and whether that may be parsed."""

from __future__ import annotations

import codecs
import re
from itertools import islice
from typing import TYPE_CHECKING, NoReturn

from govscore.yamlio.limits import MAX_BYTES, MAX_DIRECTIVES
from govscore.yamlio.positions import Position
from govscore.yamlio.problems import START, Refused

if TYPE_CHECKING:
    from govscore.yamlio.problems import Problems

_WIDE = {  # UTF-32 first: its little-endian mark begins with that of UTF-16
    codecs.BOM_UTF32_LE: "UTF-32",
    codecs.BOM_UTF32_BE: "UTF-32",
    codecs.BOM_UTF16_LE: "UTF-16",
    codecs.BOM_UTF16_BE: "UTF-16",
}
_SIDES = ("<<<<<<< ", "=======", ">>>>>>> ")
_CONFLICT = r"(?m)^(?:<{7} |={7}\r?$|>{7} )"
"""A line that git leaves where two branches disagree; what YAML holds in a block is indented."""

_ENOUGH = 100  # of one kind: UTF-16 without its mark has a NUL at every other place


def decode(data: bytes, notes: Problems) -> str:
    """Decode UTF-8, without a byte order mark.

    Raises:
        Refused: the bytes are no text, or too many.
    """
    if len(data) > MAX_BYTES:
        notes.end("GS006", START, "", {"variant": "size", "limit": MAX_BYTES})
    try:
        text = data.decode().lstrip("\ufeff")
    except UnicodeDecodeError as error:
        _refuse_bytes(data, error.start, notes)
    return text if text[-1:] != " " else text + "\n"  # lest libyaml take it into a block text


def guard(text: str, notes: Problems) -> None:
    """Keep from the parser what costs it too much, or what it would tell badly.

    Other control characters are left to it: it refuses them as it goes.

    Raises:
        Refused: the text may not be parsed.
    """
    if text.count("%TAG") > MAX_DIRECTIVES:  # libyaml compares each with all that came before
        notes.end("GS006", START, "", {"variant": "directives", "limit": MAX_DIRECTIVES})
    if any(character in text for character in HIDDEN_BREAKS):
        refuse_controls(text, notes)
    if any(mark in text for mark in _SIDES) and (conflict := re.search(_CONFLICT, text)):
        notes.end("GS003", position(text, conflict.start()), "", {"variant": "conflict"})


def refuse_controls(text: str, notes: Problems) -> NoReturn:
    """Note the characters that no text may hold, the first hundred of them.

    Raises:
        Refused: always.
    """
    for match in islice(FORBIDDEN.finditer(text), _ENOUGH):
        variant = "break" if match[0] in HIDDEN_BREAKS else "control"
        args = {"variant": variant, "character": code_point(match[0])}
        notes.add("GS002", position(text, match.start()), "", args)
    raise Refused


def _refuse_bytes(data: bytes, start: int, notes: Problems) -> NoReturn:
    for signature, encoding in _WIDE.items():
        if data.startswith(signature):
            notes.end("GS001", START, "", {"variant": "wide", "encoding": encoding})
    before = data[:start].decode().lstrip("\ufeff")
    mark = position(before, len(before))
    notes.end("GS001", mark, "", {"variant": "byte", "byte": f"0x{data[start]:02X}"})


def position(text: str, index: int) -> Position:
    """Find line and column by counting, which is fast however many lines there are."""
    breaks = text.count("\n", 0, index) + text.count("\r", 0, index) - text.count("\r\n", 0, index)
    start = max(text.rfind("\n", 0, index), text.rfind("\r", 0, index)) + 1
    return Position(index, breaks, index - start)


FORBIDDEN = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]"
)
"""Control characters, halves of a surrogate pair, and line breaks that an editor does not show."""

HIDDEN_BREAKS = "\x85\u2028\u2029"
"""What ends a line, and with it a comment, for libyaml but not for YAML 1.2."""

_LONGEST = 60


def code_point(character: str) -> str:
    """Name a character that is better not shown."""
    return f"U+{ord(character):04X}"


def short(text: str) -> str:
    """Make the file's own words fit to be repeated in a message: clean, short, on one line."""
    words = " ".join(FORBIDDEN.sub("\ufffd", text).split())
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"
