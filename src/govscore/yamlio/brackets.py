"""Collections in brackets: of plain words, of quoted texts, and of one another.

What might mean more than these do is not read here; see `rows`.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from govscore.yamlio.scalars import WORDS, resolve

if TYPE_CHECKING:
    from govscore.yamlio.places import Collection

_NO_TEXT = "|".join(filter(str.isalpha, WORDS))
"""Words that mean something else than a text, and so are no keys that are read here."""
KEY = rf"(?!(?:{_NO_TEXT})(?::|$))[A-Za-z][A-Za-z0-9_-]{{0,99}}+"
SIGNS = frozenset(" -?:,[]{}#&*!|>'\"%@`")
"""What means something of its own where a value begins."""
REMARK = "(?: +#.*)?"
DEEPEST = 8
"""So many collections in brackets may lie in one another here."""

_ON = r"\n ++(?=[^ \n#])"
"""Where a value goes on in the next row; it stands for a space."""
_SINGLE = rf"'[^'\n]*+(?:(?:''|{_ON})[^'\n]*+)*+'"
_DOUBLE = rf'"[^"\\\n]*+(?:{_ON}[^"\\\n]*+)*+"'
_FIRST = f"[^{re.escape(''.join(sorted(SIGNS)))}\n]"
_REST = r"[^?:,\[\]{}#\n]*+"
_PLAIN = rf"{_FIRST}{_REST}(?:\n ++(?={_FIRST}){_REST})*+(?<! )"
_WORD = rf"{_FIRST}{_REST}(?<! )"
_PAIR = rf"{KEY}: {_WORD}"
_WORDS = re.compile(rf"\[{_WORD}(?:, {_WORD})*+\]")
_PAIRS = re.compile(rf"\{{{_PAIR}(?:, {_PAIR})*+\}}")
_ENTRY = re.compile(
    rf"(?:{_ON})?(?:({KEY}):(?: |{_ON}))?(?:({_PLAIN})|({_SINGLE}|{_DOUBLE})|(?=[\[{{]))"
)
_QUOTED = re.compile(f"({_SINGLE}|{_DOUBLE}){REMARK}")
_FOLD = re.compile(r"\n +")


class Unread(Exception):  # noqa: N818 - it says what a text is, not what broke
    """The text might mean more than is read here."""


@lru_cache(4096)
def flat(text: str) -> Collection | None:
    """Give the collection that a text is if there are only plain words in it: most are such.

    It is the same one each time; whoever keeps it takes a copy.

    Raises:
        OverflowError: A number in it is too large.
    """
    entries = text[1:-1].split(", ")
    if _WORDS.fullmatch(text):
        return [*map(resolve, entries)]
    if not _PAIRS.fullmatch(text):
        return None
    node = {key: resolve(word) for key, _, word in [entry.partition(": ") for entry in entries]}
    return node if len(node) == len(entries) else None


class Brackets:
    """The collection that begins at an index of a text, and stops at `end`.

    `kept` has it and all in it, the outer ones first, with the match of each entry.
    """

    def __init__(self, text: str, start: int = 0) -> None:
        """Read the collection.

        Raises:
            Unread: It holds other things than are read here.
            OverflowError: A number in it is too large.
        """
        self.kept: list[tuple[Collection, list[re.Match[str]]]] = []
        self._text = text
        self.node, self.end = self._collection(start, DEEPEST)

    def _collection(self, at: int, deeper: int) -> tuple[Collection, int]:
        """Give the collection at an index, with `deeper` ones in it, and where it stops."""
        text, is_mapping = self._text, self._text[at] == "{"
        node: Any = {} if is_mapping else []
        entries: list[re.Match[str]] = []
        self.kept.append((node, entries))
        at += 1
        while entry := _ENTRY.match(text, at):
            key, word, quote = entry.groups()
            if is_mapping is (key is None):
                raise Unread
            entries.append(entry)
            value, at = self._value(word, quote, entry.end(), deeper)
            if is_mapping:
                node[key] = value
            else:
                node.append(value)
            if text[at : at + 1] != ",":
                break
            at += 2 if text[at + 1 : at + 2] == " " else 1
        if text[at : at + 1] != ("}" if is_mapping else "]") or len(node) != len(entries):
            raise Unread
        return node, at + 1

    def _value(self, word: str | None, quote: str | None, end: int, deeper: int) -> tuple[Any, int]:
        """Give the value of an entry of which the match has an end, and where the value stops."""
        if word is not None:
            return resolve(_folded(word)), end
        if quote is not None:
            return _inner(quote), end
        if not deeper:
            raise Unread
        return self._collection(end, deeper - 1)


def places(entry: re.Match[str]) -> tuple[int, int]:
    """Give the indices at which an entry, or its key, and its value begin."""
    last = entry.lastindex or 0
    value = entry.start(last) if last > 1 else entry.end()
    return entry.start(1) if entry[1] else value, value


def quoted(text: str) -> str:
    """Give what stands in quotes; a remark may follow.

    Raises:
        Unread: Something else does, or something in the quotes is escaped.
    """
    found = _QUOTED.fullmatch(text)
    if found is None:
        raise Unread
    return _inner(found[1])


def _inner(text: str) -> str:
    return _folded(text[1:-1].replace("''", "'") if text[0] == "'" else text[1:-1])


def _folded(text: str) -> str:
    return _FOLD.sub(" ", text) if "\n" in text else text
