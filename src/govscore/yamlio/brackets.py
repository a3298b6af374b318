"""Collections in brackets: of plain words, of quoted texts, and of one another.

What might mean more than these do is not read here; see `rows`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from govscore.yamlio.scalars import resolve

if TYPE_CHECKING:
    from govscore.yamlio.places import Collection
    from govscore.yamlio.scalars import Scalar

KEY = r"[A-Za-z][A-Za-z0-9_-]{0,99}"
SIGNS = frozenset(" -?:,[]{}#&*!|>'\"%@`")
"""What means something of its own where a value begins."""
REMARK = "(?: +#.*)?"
DEEPEST = 8
"""So many collections in brackets may lie in one another here."""

_ON = r"\n +(?=[^ \n#])"
"""Where a value goes on in the next row; it stands for a space."""
_SINGLE = rf"'[^'\n]*(?:(?:''|{_ON})[^'\n]*)*'"
_DOUBLE = rf'"[^"\\\n]*(?:{_ON}[^"\\\n]*)*"'
_FIRST = f"[^{re.escape(''.join(sorted(SIGNS)))}\n]"
_REST = r"[^?:,\[\]{}#\n]*"
_PLAIN = rf"{_FIRST}{_REST}(?:\n +(?={_FIRST}){_REST})*(?<! )"
_ENTRY = re.compile(
    rf"(?:{_ON})?(?:({KEY}):(?: |{_ON}))?(?:({_PLAIN})|({_SINGLE}|{_DOUBLE})|(?=[\[{{]))"
)
_QUOTED = re.compile(f"({_SINGLE}|{_DOUBLE}){REMARK}")
_FOLD = re.compile(r"\n +")


class Unread(Exception):  # noqa: N818 - it says what a text is, not what broke
    """The text might mean more than is read here."""


class Brackets:
    """The collection that begins at an index of a text, and stops at `end`.

    `kept` has it and all in it, the outer ones first, with the indices of their items, or of their
    keys and values in turn. `words` has what each plain word means.
    """

    def __init__(self, text: str, start: int = 0) -> None:
        """Read the collection.

        Raises:
            Unread: It holds other things than are read here.
            OverflowError: A number in it is too large.
        """
        self.kept: list[tuple[Collection, list[int]]] = []
        self.words: dict[str, Scalar] = {}
        self._text = text
        self.node, self.end = self._collection(start, DEEPEST)

    def _collection(self, at: int, deeper: int) -> tuple[Collection, int]:
        """Give the collection at an index, with `deeper` ones in it, and where it stops."""
        text, is_mapping = self._text, self._text[at] == "{"
        node: Any = {} if is_mapping else []
        marks: list[int] = []
        self.kept.append((node, marks))
        at += 1
        while entry := _ENTRY.match(text, at):
            key = entry[1]
            if not deeper or is_mapping is (key is None) or key in node:
                raise Unread
            value, place, at = self._value(entry, deeper)
            if is_mapping:
                node[key] = value
                marks.append(entry.start(1))
            else:
                node.append(value)
            marks.append(place)
            if text[at : at + 1] != ",":
                break
            at += 2 if text[at + 1 : at + 2] == " " else 1
        if text[at : at + 1] != ("}" if is_mapping else "]"):
            raise Unread
        return node, at + 1

    def _value(self, entry: re.Match[str], deeper: int) -> tuple[Any, int, int]:
        """Give the value of an entry, where it begins, and where it stops."""
        _, word, text = entry.groups()
        if word is not None:
            if word not in self.words:
                self.words[word] = resolve(_folded(word))
            return self.words[word], entry.start(2), entry.end()
        if text is not None:
            return quoted(text), entry.start(3), entry.end()
        value, end = self._collection(entry.end(), deeper - 1)
        return value, entry.end(), end


def quoted(text: str) -> str:
    """Give what stands in quotes; a remark may follow.

    Raises:
        Unread: Something else does, or something in the quotes is escaped.
    """
    found = _QUOTED.fullmatch(text)
    if found is None:
        raise Unread
    inner = found[1][1:-1]
    return _folded(inner.replace("''", "'") if text[0] == "'" else inner)


def _folded(text: str) -> str:
    return _FOLD.sub(" ", text) if "\n" in text else text
