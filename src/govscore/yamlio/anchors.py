"""Anchors: what a name stands for, and what it costs to repeat it."""

from __future__ import annotations

from itertools import chain
from typing import Any

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
