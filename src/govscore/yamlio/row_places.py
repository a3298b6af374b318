"""The places of a text that was read row by row: found where they are asked for, and not before."""

from __future__ import annotations

import re
from bisect import bisect
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from govscore.yamlio.brackets import KEY, Brackets, places
from govscore.yamlio.places import Places
from govscore.yamlio.positions import Position

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from govscore.yamlio.places import Collection
    from govscore.yamlio.positions import Mark

DASH = "- "
ROW = re.compile(rf"( *+(?:- )?+)(?:({KEY}):(?: |(?=\n)))?+(.*+)\n")
"""The lead of a row (its spaces, and its dash if it has one), its key, and the rest of it."""


class RowPlaces(Places):
    """The places of nodes of which the rows are known where block collections have their entries.

    `rows` has the numbers of these rows by the identity of the collection.
    """

    def __init__(
        self,
        root: dict[str, Any],
        collections: Sequence[Collection],
        text: str,
        lines: Sequence[str],
        rows: Mapping[int, list[int]],
    ) -> None:
        """Begin at the root, which stands where its first key does."""
        self._text = text
        self._starts = [*accumulate(map(len, lines), initial=0)]
        self._rows = rows
        self._bracketed: dict[int, list[re.Match[str]]] = {}
        super().__init__(root, self._first(root), collections)

    def _below(self, node: dict[str, Any], key: str, mark: Mark) -> tuple[Mark, Mark]:
        index = list(node).index(key)
        if id(node) not in self._rows:
            own, value = places(self._in_brackets(node, mark)[index])
            return self._position(own), self._position(value)
        number = self._rows[id(node)][index]
        row = self._row(number)
        at = self._at(number, row.start(2))
        if row[3]:
            return at, self._at(number, row.start(3))
        if id(node[key]) in self._rows:
            return at, self._first(node[key])
        return at, self._at(number, row.end(2) + 1)

    def _item(self, node: list[Any], index: int, mark: Mark) -> Mark:
        if id(node) not in self._rows:
            return self._position(places(self._in_brackets(node, mark)[index])[1])
        number = self._rows[id(node)][index]
        return self._at(number, self._row(number).end(1))

    def _first(self, node: Collection) -> Mark:
        """Return where a block collection begins: at its first key or dash."""
        number = self._rows[id(node)][0]
        row = self._row(number)
        return self._at(number, row.end(1) - len(DASH) if type(node) is list else row.start(2))

    def _in_brackets(self, node: Collection, mark: Mark) -> list[re.Match[str]]:
        """Return the entries of a collection in brackets, which is read again for that."""
        if id(node) not in self._bracketed:
            entries = (each for _, each in Brackets(self._text, mark.index).kept)
            self._bracketed.update(zip(map(id, _within(node)), entries, strict=True))
        return self._bracketed[id(node)]

    def _row(self, number: int) -> re.Match[str]:
        row = ROW.match(self._text, self._starts[number])
        assert row is not None, "it was read before"  # noqa: S101 - for the type checker
        return row

    def _at(self, number: int, index: int) -> Mark:
        return Position(index, number, index - self._starts[number])

    def _position(self, index: int) -> Mark:
        return self._at(bisect(self._starts, index) - 1, index)


def _within(node: Collection) -> Iterator[Collection]:
    """List a collection and all in it, the outer ones first."""
    yield node
    for each in node.values() if isinstance(node, dict) else node:
        if isinstance(each, dict | list):
            yield from _within(each)
