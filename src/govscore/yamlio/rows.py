"""The YAML that most practices are written in, read row by row without a parser.

Block mappings and lists, a key or an item to a row; plain, quoted and folded texts; collections in
brackets: what is made of these alone can be read in one way only. At the first sign that might mean
more, the whole text is left to the parser, so that nothing is refused here and no fault is told.
"""

from __future__ import annotations

import re
from itertools import islice, takewhile
from typing import TYPE_CHECKING, Any, TypeAlias

from govscore.yamlio.brackets import DEEPEST, REMARK, SIGNS, Brackets, Unread, quoted
from govscore.yamlio.limits import MAX_DEPTH, MAX_ITEMS, MAX_NODES
from govscore.yamlio.row_places import DASH, ROW, RowPlaces
from govscore.yamlio.scalars import WORDS, resolve

if TYPE_CHECKING:
    from govscore.yamlio.places import Collection, Places
    from govscore.yamlio.scalars import Scalar

_SILENT = frozenset({"", "\n", "#"})
"""What a row begins with that is blank or a remark."""
_NOT_PLAIN = SIGNS | {""}
_BEHIND = re.compile(REMARK)
_JOINTS = {">": (" ", "\n"), ">-": (" ", ""), "|": ("\n", "\n"), "|-": ("\n", "")}
"""What stands between the rows of a text below its key, and behind the last, by its sign."""
_LONGEST = 64 * 1024
"""So many characters a text may have: practices have a fifth of it, and no row costs much."""
_ORDINARY = bytes([*b"\n", *range(0x20, 0x7F)])

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
        self._lines = text.splitlines(keepends=True)
        self._ahead = enumerate(ROW.findall(text))
        self._open: list[tuple[Any, list[int], int]] = []
        self._collections: list[Collection] = []
        self._entries: list[tuple[Collection, list[int]]] = []
        self._words: dict[str, Scalar] = {}

    def run(self) -> None:
        """Take all rows.

        Raises:
            Unread: There are others than are read here.
            OverflowError: A number is too large.
        """
        node, numbers, beside = self._begin({}, 0)
        plain = hanging = False
        for number, (lead, key, text) in self._ahead:
            if lead != beside or hanging or not key:
                if not key and lead[-2:] != DASH:
                    self._lengthen(number, len(lead), text, plain=plain)
                    continue
                node, numbers, beside = self._turn(number, lead, key, hanging=hanging)
            numbers.append(number)
            plain, hanging = text[:1] not in _NOT_PLAIN, not text
            value: Any = text
            if hanging:
                value = None
            elif not plain:
                value = self._signed(text, number)
            elif text < "=" or text in WORDS or _is_more(text):
                value, plain = _told(text)
            if key:
                node[key] = value
            else:
                node.append(value)

    def sound(self) -> bool:
        """Tell whether there are keys, each a text and there once, and all keeps within limits."""
        nodes, entries = self._collections, self._entries
        sizes = [*map(len, nodes)]
        return (
            sizes[0] > 0
            and max(sizes) <= MAX_ITEMS
            and 2 * sum(sizes) <= MAX_NODES
            and [len(node) for node, _ in entries] == [len(rows) for _, rows in entries]
            and all(WORDS.keys().isdisjoint(node) for node in nodes if type(node) is dict)
        )

    def result(self) -> tuple[dict[str, Any], Places]:
        """Give the root, and the places below it."""
        root: Any = self._collections[0]
        rows = {id(node): numbers for node, numbers in self._entries}
        return root, RowPlaces(root, self._collections[::-1], self._text, self._lines, rows)

    def _begin(self, node: Collection, column: int) -> _Stand:
        if len(self._open) == MAX_DEPTH - DEEPEST:
            raise Unread
        numbers: list[int] = []
        self._open.append((node, numbers, column))
        self._collections.append(node)
        self._entries.append((node, numbers))
        return node, numbers, " " * column

    def _turn(self, number: int, lead: str, key: str, *, hanging: bool) -> _Stand:
        """Go to the collection in which a row stands; `hanging` is a key without a value so far."""
        is_item = lead[-2:] == DASH
        column = len(lead) - (len(DASH) if is_item else 0)
        node, numbers, at = self._open[-1]
        if hanging and (column > at or (is_item and column == at)):
            child: Collection = [] if is_item else {}
            node[next(reversed(node))] = child
            node, numbers, _ = self._begin(child, column)
        else:
            node, numbers = self._back(column, is_item=is_item)
        if not (is_item and key):
            return node, numbers, None if is_item else lead
        numbers.append(number)
        node.append({})
        return self._begin(node[-1], len(lead))

    def _back(self, column: int, *, is_item: bool) -> tuple[Any, list[int]]:
        """Leave the collections that end before a row."""
        node, numbers, at = self._open[-1]
        while column < at or (column == at and type(node) is list and not is_item):
            self._open.pop()
            node, numbers, at = self._open[-1]
        if column != at or (type(node) is list) is not is_item:
            raise Unread
        return node, numbers

    def _lengthen(self, number: int, column: int, text: str, *, plain: bool) -> None:
        """Add a row without key and dash, if it is neither blank nor a remark, to a plain text."""
        if text[:1] in _SILENT:
            return
        node, _, at = self._open[-1]
        follows = plain and self._lines[number - 1].lstrip(" ")[:1] not in _SILENT
        if not follows or column <= at or text[0] in SIGNS or _is_more(text):
            raise Unread
        last = -1 if type(node) is list else next(reversed(node))
        if type(node[last]) is not str:
            raise Unread
        node[last] += " " + text

    def _signed(self, text: str, number: int) -> Any:  # noqa: ANN401 - a value is of any kind
        """Give the value that begins with a sign."""
        sign = text[0]
        if sign == "[" and text[-1] == "]" and (words := self._known(text[1:-1])):
            self._collections.append(words)
            return words
        if sign in "[{":
            found = self._brackets(text, number)
            self._collections += [node for node, _ in found.kept]
            self._words |= found.words
            return found.node
        if sign in "'\"":
            return quoted(text)
        if text in _JOINTS:
            return self._block(text, number)
        if sign == "-" and text[1:2].isdigit():
            return _told(text)[0]
        raise Unread

    def _known(self, inner: str) -> list[Any] | None:
        """Give the items of a list of words that stood in brackets before."""
        words, found = self._words, []
        for word in inner.split(", "):
            if word not in words:
                return None
            found.append(words[word])
        return found

    def _brackets(self, text: str, number: int) -> Brackets:
        if text[-1] in "]}" or " #" in text:
            found = Brackets(text)
            if not _BEHIND.fullmatch(text, found.end):
                raise Unread
            return found
        start = sum(map(len, self._lines[: number + 1])) - len("\n") - len(text)
        found = Brackets(self._text, start)
        if self._text[found.end] != "\n":
            raise Unread
        self._skip(self._text.count("\n", start, found.end))
        return found

    def _block(self, sign: str, number: int) -> str:
        """Give the text that stands below its key, all of it as far in as its first row."""
        below = self._lines[number + 1 :]
        deep = _deep(below[0]) if below else 0
        margin = " " * deep
        text = [*takewhile(lambda row: row.startswith(margin) and row[deep] != " ", below)]
        following = next((row for row in below[len(text) :] if row != "\n"), "")
        if not deep or following.startswith(margin):
            raise Unread
        self._skip(len(text))
        joint, tail = _JOINTS[sign]
        return joint.join([row[deep:-1] for row in text]) + tail

    def _skip(self, count: int) -> None:
        """Pass over rows that have been read, all of them further in than the collection."""
        for number, _ in islice(self._ahead, count):
            if _deep(self._lines[number]) <= self._open[-1][2]:
                raise Unread


def _deep(row: str) -> int:
    """Tell how far in a row begins."""
    return len(row) - len(row.lstrip(" "))


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
