"""The nodes that have been read and are not yet joined to a complete collection."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any

from govscore.pointers import pointer

if TYPE_CHECKING:
    from govscore.yamlio.positions import Mark


class Stack:
    """Nodes in the order of the text, their marks beside them, and where open collections begin.

    An open collection lies there as `None`, its children behind it; they leave when it closes.
    `open` has, for each, the height at which its children begin and whether it is a mapping.
    """

    def __init__(self) -> None:
        """Begin without a node."""
        self.items: list[Any] = []
        self.marks: list[Mark] = []
        self.open: list[tuple[int, bool]] = []

    def at_key(self) -> bool:
        """Tell whether the next node is a key."""
        if not self.open:
            return False
        start, is_mapping = self.open[-1]
        return is_mapping and (len(self.items) - start) % 2 == 0

    def pointer(self, *, to_last: bool = False) -> str:
        """Point to the next node, or to the last one; if that is a key, to its mapping."""
        position = len(self.items) - (1 if to_last else 0)
        ends = [start - 1 for start, _ in self.open[1:]] + [position]
        steps: list[str | int] = []
        for (start, is_mapping), end in zip(self.open, ends, strict=False):
            if not is_mapping:
                steps.append(end - start)
            elif (end - start) % 2 and isinstance(self.items[end - 1], str):
                steps.append(self.items[end - 1])
            else:  # nothing can point below a key that is not text
                break
        return pointer(steps)


OPEN = object()
"""What an anchor stands for until its collection has closed."""


class Anchors(dict[str, Any]):
    """The named nodes of a document; of two with one name, the later."""

    def __init__(self) -> None:
        """Begin without a name."""
        super().__init__()
        self._open: dict[int, str] = {}

    def begin(self, name: str, depth: int) -> None:
        """Name a collection that opens inside so many others."""
        self[name] = OPEN
        self._open[depth] = name

    def end(self, depth: int, node: object) -> None:
        """Complete the collection inside so many others, if it has a name."""
        name = self._open.pop(depth, None)
        if name is not None and self[name] is OPEN:
            self[name] = node


def measure(node: object) -> tuple[int, int]:
    """Count the nodes in a node, aliases expanded, and the collections one inside another."""
    nodes, height = 1, 0
    layer = [node]
    while collections := [member for member in layer if isinstance(member, dict | list)]:
        layer = list(chain.from_iterable(map(_children, collections)))
        nodes += len(layer)
        height += 1
    return nodes, height


def _children(node: dict[str, Any] | list[Any]) -> list[Any]:
    return [*node, *node.values()] if isinstance(node, dict) else node
