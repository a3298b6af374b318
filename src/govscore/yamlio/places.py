"""Where each node of a document stands, worked out on demand from the marks that reading left."""

from __future__ import annotations

import re
from itertools import count
from typing import TYPE_CHECKING, Any, TypeAlias

from govscore.pointers import steps

if TYPE_CHECKING:
    from collections.abc import Iterable

    from govscore.yamlio.events import Mark

Collection: TypeAlias = dict[str, Any] | list[Any]

_SPELLING = re.compile(r"(?:[&!]\S*\s+)*([-+.\w]+)")


class Places:
    """The places of the nodes below a root.

    `kept` has every collection with the marks of its items, or of its keys and values in turn. What
    lies inside a collection that an alias repeats stands where its anchor does.
    """

    def __init__(
        self, root: dict[str, Any], start: Mark, kept: Iterable[tuple[Collection, list[Mark]]]
    ) -> None:
        """Take the marks as they are; only collections that are asked for are sorted out."""
        self._root = root
        self._start = start
        self._kept = kept
        self._marks: dict[int, list[Mark]] = {}
        self._children: dict[int, dict[str, tuple[Mark, Mark]]] = {}

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
            children = self._below(node) if isinstance(node, dict | list) else {}
            if step not in children:
                break
            node = node[int(step)] if isinstance(node, list) else node[step]
            key, value = children[step]
        return node, key, value

    def _below(self, node: Collection) -> dict[str, tuple[Mark, Mark]]:
        """Return the marks of the key and the value of every child, by its step."""
        if id(node) not in self._children:
            self._marks = self._marks or {id(node): marks for node, marks in self._kept}
            marks = self._marks[id(node)]
            if isinstance(node, dict):
                pairs = zip(node, zip(marks[::2], marks[1::2], strict=True), strict=True)
            else:
                pairs = zip(map(str, count()), zip(marks, marks, strict=True), strict=False)
            self._children[id(node)] = dict(pairs)
        return self._children[id(node)]
