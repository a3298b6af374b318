"""The places of a text that was read row by row: found where they are asked for, and not before."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from govscore.yamlio.brackets import Brackets, places
from govscore.yamlio.places import Places, number
from govscore.yamlio.text import position

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Sequence

    from govscore.yamlio.places import Collection, Path
    from govscore.yamlio.positions import Mark

DASH = "- "
Block: TypeAlias = tuple[Any, list[int], str]
"""A block collection, the rows in which its entries begin, and their lead: spaces and a dash."""


class RowMark:
    """A place in a row; how much stands before it in the text is counted when it is asked for."""

    __slots__ = ("_rows", "column", "line")

    def __init__(self, rows: Sequence[str], line: int, column: int) -> None:
        """Count as marks do."""
        self._rows = rows
        self.line = line
        self.column = column

    @property
    def index(self) -> int:
        """The number of characters before it."""
        return sum(map(len, self._rows[: self.line])) + self.line + self.column


class RowPlaces(Places):
    """The places of nodes where the rows are known in which entries of block collections begin."""

    def __init__(
        self, text: str, rows: Sequence[str], blocks: list[Block], bracketed: list[Collection]
    ) -> None:
        """Begin at the first block, which is the root, and stands where its first key does."""
        collections = [*bracketed[::-1], *[node for node, _, _ in blocks[::-1]]]
        self._text = text
        self._rows = rows
        self._blocks = {id(block[0]): block for block in blocks}
        self._bracketed: dict[int, list[re.Match[str]]] = {}
        super().__init__(blocks[0][0], self._first(blocks[0]), collections)

    def _mark(self, path: Path, *, on_key: bool) -> Mark:
        node, step = path[-1]
        if id(node) not in self._blocks:
            return self._mark_in_brackets(path, on_key=on_key)
        _, numbers, lead = self._blocks[id(node)]
        row = numbers[number(node, step)]
        if on_key or type(node) is list:
            return RowMark(self._rows, row, len(lead))
        if block := self._blocks.get(id(node[step])):
            return self._first(block)
        end = len(lead) + len(step) + len(":")
        return RowMark(self._rows, row, min(end + 1, len(self._rows[row])))

    def _first(self, block: Block) -> Mark:
        """Return where a block collection begins: at its first key or dash."""
        node, numbers, lead = block
        column = len(lead) - (len(DASH) if type(node) is list else 0)
        return RowMark(self._rows, numbers[0], column)

    def _mark_in_brackets(self, path: Path, *, on_key: bool) -> Mark:
        node, step = path[-1]
        if id(node) not in self._bracketed:
            self._read_again(path)
        key, value = places(self._bracketed[id(node)][number(node, step)])
        return position(self._text, key if on_key else value)

    def _read_again(self, path: Path) -> None:
        """Match the entries of the outermost collection in brackets on a path, and of all in it."""
        depth = next(n for n, (node, _) in enumerate(path) if id(node) not in self._blocks)
        start = self._mark(path[:depth], on_key=False)
        entries = (each for _, each in Brackets(self._text, start.index).kept)
        self._bracketed.update(zip(map(id, _within(path[depth][0])), entries, strict=True))


def _within(node: Collection) -> Iterator[Collection]:
    """List a collection and all in it, the outer ones first."""
    yield node
    for each in node.values() if isinstance(node, dict) else node:
        if isinstance(each, dict | list):
            yield from _within(each)
