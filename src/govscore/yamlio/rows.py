"""The YAML that most practices are written in, read row by row without a parser.

Block mappings and lists, a key or an item to a row; plain, quoted and folded texts; collections in
brackets: what is made of these alone can be read in one way only. At the first sign that might mean
more, the whole text is left to the parser, so that nothing is refused here and no fault is told.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice
from string import ascii_letters
from typing import TYPE_CHECKING, Any, TypeAlias

from govscore.yamlio.brackets import DEEPEST, KEY, REMARK, SIGNS, Brackets, Unread, flat, quoted
from govscore.yamlio.limits import MAX_DEPTH, MAX_ITEMS, MAX_NODES
from govscore.yamlio.row_places import DASH, RowPlaces
from govscore.yamlio.scalars import WORDS, resolve

if TYPE_CHECKING:
    from govscore.yamlio.places import Collection, Places
    from govscore.yamlio.row_places import Block
    from govscore.yamlio.scalars import Scalar

_SILENT = frozenset({"", "#"})
"""What a row begins with that is blank or a remark."""
_LETTERS = frozenset(ascii_letters) - {word[:1] for word in WORDS}
"""What a text begins with that is text and nothing else, whatever follows in its row."""
_BEHIND = re.compile(REMARK)
_JOINTS = {">": (" ", "\n"), ">-": (" ", ""), "|": ("\n", "\n"), "|-": ("\n", "")}
"""What stands between the rows of a text below its key, and behind the last, by its sign."""
_LONGEST = 64 * 1024
"""So many characters a text may have: practices have a fifth of it, and no row costs much."""
_ORDINARY = bytes([*b"\n", *range(0x20, 0x7F)])

_HEAD = re.compile(rf"( *+(?:- )?+)({KEY})")
"""The lead of a row, which is its spaces, and its dash if it has one; and its key."""
_ROW = re.compile(rf"( *+(?:- )?+)(?:({KEY}):(?: |$))?+(.*+)")

_Stand: TypeAlias = tuple[Any, list[int], str | None]
"""A block collection, the rows in which its entries begin, and the lead of a key in it."""


def read(text: str) -> tuple[dict[str, Any], Places] | None:
    """Give the mapping that a text is, and the places in it; `None` if the parser has to."""
    if len(text) > _LONGEST or text[-1:] != "\n" or " \n" in text:
        return None
    if not text.encode().translate(None, _ORDINARY).decode().isprintable():
        return None
    rows = Rows(text)
    try:
        rows.run()
    except (Unread, OverflowError):
        return None
    return rows.result() if rows.sound() else None


class Rows:
    """Grows the value of a text."""

    def __init__(self, text: str) -> None:
        """Begin with an empty mapping."""
        self._text = text
        self._rows = text[:-1].split("\n")
        self._ahead = enumerate(self._rows)
        self._open: list[Block] = []
        self._blocks: list[Block] = []
        self._bracketed: list[Collection] = []

    def run(self) -> None:
        """Take all rows.

        Raises:
            Unread: There are others than are read here.
            OverflowError: A number is too large.
        """
        beside: str | None
        node, numbers, beside = self._begin({}, "")
        plain, hanging = False, ""
        remarks = " #" in self._text
        for number, row in self._ahead:
            head, colon, text = row.rpartition(": ")
            if not colon and row[-1:] == ":":
                head, text = row[:-1], ""
            lead, key = _head(head)
            rare = not key  # the row is more than a key and a value without a colon
            if rare:
                lead, key, text = _ROW.findall(row)[0]
                if not key and lead[-2:] != DASH:
                    self._lengthen(number, len(lead), text, plain=plain)
                    continue
            if lead != beside or hanging or not key:
                node, numbers, beside = self._turn(number, lead, key, hanging)
            numbers.append(number)
            if not text:
                node[key], plain, hanging = None, False, key
                continue
            value: Any = text
            plain, hanging = True, ""
            if rare or text[0] not in _LETTERS or text[-1] == ":" or (remarks and " #" in text):
                value, plain = self._value(text, number)
            node[key or -1] = value  # an item without a key stands at the end of its list

    def sound(self) -> bool:
        """Tell whether there are keys, each there once, and all keeps within limits."""
        blocks = [len(node) for node, _, _ in self._blocks]
        sizes = [*blocks, *map(len, self._bracketed)]
        return (
            blocks[0] > 0
            and max(sizes) <= MAX_ITEMS
            and 2 * sum(sizes) <= MAX_NODES
            and blocks == [len(numbers) for _, numbers, _ in self._blocks]
        )

    def result(self) -> tuple[dict[str, Any], Places]:
        """Give the root, and the places below it."""
        places = RowPlaces(self._text, self._rows, self._blocks, self._bracketed)
        return self._blocks[0][0], places

    def _turn(self, number: int, lead: str, key: str, hanging: str) -> _Stand:
        """Give the collection in which a row stands, its rows, and the lead of a key in it.

        `hanging` is the key above, if it has no value so far.
        """
        node, numbers, at = self._open[-1]
        is_item = "-" in lead
        if hanging and len(lead) - len(at) >= (len(DASH) if is_item else 1):
            child: Collection = [] if is_item else {}
            node[hanging] = child
            node, numbers, _ = self._begin(child, lead)
        else:
            while at != lead:
                self._open.pop()
                if not self._open:
                    raise Unread
                node, numbers, at = self._open[-1]
        if not is_item:
            return node, numbers, lead
        if not key:
            node.append(None)  # until its value has been read
            return node, numbers, None
        numbers.append(number)
        node.append({})
        return self._begin(node[-1], " " * len(lead))

    def _begin(self, node: Collection, lead: str) -> Block:
        if len(self._open) == MAX_DEPTH - DEEPEST:
            raise Unread
        block: Block = (node, [], lead)
        self._open.append(block)
        self._blocks.append(block)
        return block

    def _lengthen(self, number: int, column: int, text: str, *, plain: bool) -> None:
        """Add a row without key and dash, if it is neither blank nor a remark, to a plain text."""
        if text[:1] in _SILENT:
            return
        node, _, _ = self._open[-1]
        follows = plain and self._rows[number - 1].lstrip(" ")[:1] not in _SILENT
        if not follows or column <= self._column or text[0] in SIGNS or _is_more(text):
            raise Unread
        last = -1 if type(node) is list else next(reversed(node))
        if type(node[last]) is not str:
            raise Unread
        node[last] += " " + text

    def _value(self, text: str, number: int) -> tuple[Any, bool]:
        """Give the value that begins with a text, and whether it is plain and may go on below."""
        sign = text[0]
        if sign not in SIGNS:
            return _told(text)
        if sign in "[{":
            if known := flat(text):
                self._bracketed.append(node := known.copy())
                return node, False
            return self._brackets(text, number), False
        if sign in "'\"":
            return quoted(text), False
        if text in _JOINTS:
            return self._block(text, number), False
        if sign == "-" and text[1:2].isdigit():
            return _told(text)[0], False
        raise Unread

    def _brackets(self, text: str, number: int) -> Collection:
        if text[-1] in "]}" or " #" in text:
            found = Brackets(text)
            if not _BEHIND.fullmatch(text, found.end):
                raise Unread
        else:
            start = sum(map(len, self._rows[: number + 1])) + number - len(text)
            found = Brackets(self._text, start)
            if self._text[found.end] != "\n":
                raise Unread
            self._skip(self._text.count("\n", start, found.end))
        self._bracketed += [node for node, _ in found.kept]
        return found.node

    def _block(self, sign: str, number: int) -> str:
        """Give the text that stands below its key, all of it as far in as its first row."""
        rows, end = self._rows, number + 1
        deep = _deep(rows[end]) if end < len(rows) else 0
        if not deep:
            raise Unread
        margin = " " * deep
        while end < len(rows) and rows[end].startswith(margin) and rows[end][deep] != " ":
            end += 1
        if next(filter(None, rows[end:]), "").startswith(margin):
            raise Unread
        self._skip(end - number - 1)
        joint, tail = _JOINTS[sign]
        return joint.join([row[deep:] for row in rows[number + 1 : end]]) + tail

    @property
    def _column(self) -> int:
        """Where the innermost collection begins in its rows."""
        return len(self._open[-1][2].partition("-")[0])

    def _skip(self, count: int) -> None:
        """Pass over rows that have been read, all of them further in than the collection."""
        column = self._column
        if any(_deep(row) <= column for _, row in islice(self._ahead, count)):
            raise Unread


@lru_cache(4096)
def _head(text: str) -> tuple[str, str]:
    """Give the lead and the key that stand before the colon of a row; nothing, if more does."""
    found = _HEAD.fullmatch(text)
    return (found[1], found[2]) if found else ("", "")


def _deep(row: str) -> int:
    """Tell how far in a row begins."""
    return len(row) - len(row.lstrip(" "))


@lru_cache(4096)
def _told(text: str) -> tuple[Scalar, bool]:
    """Give what a plain text means, without the remark behind it, and whether it may go on."""
    word, remark, _ = text.partition(" #")
    word = word.rstrip(" ")
    if _is_more(word):
        raise Unread
    return resolve(word), not remark


def _is_more(text: str) -> bool:
    """Tell whether a text is not just plain: it has a key in it, or a remark behind it."""
    return ": " in text or " #" in text or text[-1] == ":"
