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
Path: TypeAlias = list[tuple[Any, Any]]
"""Collections, each in the one before it, with the key or the number of the entry that follows."""

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
        path, _ = self._walk(pointer)
        return self._mark(path, on_key=on_key) if path else self._start

    def source(self, pointer: str, text: str) -> str | None:
        """Return how the text spells the number or boolean at the pointer."""
        path, node = self._walk(pointer)
        if not path or not isinstance(node, int | float):
            return None
        match = _SPELLING.match(text, self._mark(path, on_key=False).index)
        return match[1] if match else None

    def _walk(self, pointer: str) -> tuple[Path, Any]:
        """Go as far as a pointer leads, and give the way and what stands there."""
        node: Any = self._root
        path: Path = []
        for step in steps(pointer):
            at: str | int = step
            if type(node) is list and _NUMBER.fullmatch(step) and int(step) < len(node):
                at = int(step)
            elif type(node) is not dict or step not in node:
                break
            path.append((node, at))
            node = node[at]
        return path, node

    @abstractmethod
    def _mark(self, path: Path, *, on_key: bool) -> Mark:
        """Return the mark of the last entry of a path, or of its key."""


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

    def _mark(self, path: Path, *, on_key: bool) -> Mark:
        node, step = path[-1]
        self._marks = self._marks or {id(node): marks for node, marks in self._kept}
        marks = self._marks[id(node)]
        at = number(node, step)
        return marks[at] if type(node) is list else marks[2 * at + (not on_key)]


def number(node: Collection, step: Any) -> int:  # noqa: ANN401 - a key, or a number already
    """Give the number of an entry of a collection by its step in a path."""
    found: int = step if type(node) is list else list(node).index(step)
    return found
