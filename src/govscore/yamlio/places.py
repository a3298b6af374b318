"""The places of the nodes below the root of a text, as the text was read."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Any, TypeAlias

from govscore.pointers import steps

if TYPE_CHECKING:
    from collections.abc import Iterable

    from govscore.yamlio.positions import Mark


Collection: TypeAlias = dict[str, Any] | list[Any]

_NUMBER = re.compile(r"0|[1-9][0-9]{0,8}")
_SPELLING = re.compile(r"(?:[&!]\S*\s+)*([-+.\w]+)")


class Places(ABC):
    """The places of the nodes below a root.

    `collections` has every mapping and list, the inner ones first.
    """

    def __init__(
        self, root: dict[str, Any], start: Mark, collections: Iterable[Collection]
    ) -> None:
        """Begin at the root."""
        self.collections = collections
        self._root = root
        self._start = start

    def find(self, pointer: str, *, on_key: bool) -> Mark:
        """Find the mark of the node, or of its key, or of its nearest ancestor that exists."""
        _, key, value = self._walk(pointer)
        return key if on_key else value

    def source(self, pointer: str, text: str) -> str | None:
        """Return how the text spells the number or boolean at the pointer."""
        node, _, mark = self._walk(pointer)
        match = _SPELLING.match(text, mark.index)
        return match[1] if match and isinstance(node, int | float) else None

    def _walk(self, pointer: str) -> tuple[Any, Mark, Mark]:
        node: Any = self._root
        key = value = self._start
        for step in steps(pointer):
            if type(node) is dict and step in node:
                key, value = self._below(node, step, value)
                node = node[step]
            elif type(node) is list and _NUMBER.fullmatch(step) and int(step) < len(node):
                index = int(step)
                key = value = self._item(node, index, value)
                node = node[index]
            else:
                break
        return node, key, value

    @abstractmethod
    def _below(self, node: dict[str, Any], key: str, mark: Mark) -> tuple[Mark, Mark]:
        """Return the marks of a key and its value in a mapping that stands at a mark."""

    @abstractmethod
    def _item(self, node: list[Any], index: int, mark: Mark) -> Mark:
        """Return the mark of an item of a list that stands at a mark."""


class Marked(Places):
    """The places of nodes of which each was marked when it was read.

    What lies inside a collection that an alias repeats stands where its anchor does.
    """

    def __init__(
        self, root: dict[str, Any], start: Mark, kept: list[tuple[Collection, list[Mark]]]
    ) -> None:
        """Take collections with the marks of their items, or of their keys and values in turn.

        They are taken as they are; only collections that are asked for are sorted out.
        """
        super().__init__(root, start, [node for node, _ in kept])
        self._kept = kept
        self._marks: dict[int, list[Mark]] = {}
        self._children: dict[int, dict[str, tuple[Mark, Mark]]] = {}

    def _below(self, node: dict[str, Any], key: str, mark: Mark) -> tuple[Mark, Mark]:
        del mark
        if id(node) not in self._children:
            marks = self._marks_in(node)
            pairs = zip(marks[::2], marks[1::2], strict=True)
            self._children[id(node)] = dict(zip(node, pairs, strict=True))
        return self._children[id(node)][key]

    def _item(self, node: list[Any], index: int, mark: Mark) -> Mark:
        del mark
        return self._marks_in(node)[index]

    def _marks_in(self, node: Collection) -> list[Mark]:
        self._marks = self._marks or {id(node): marks for node, marks in self._kept}
        return self._marks[id(node)]
