"""The tree of nodes above the criteria, as renderers ask for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from govscore.result.scored import Node, ScoredPractice


def tops(practice: ScoredPractice) -> list[Node]:
    """List the nodes right under the overall, such as the indicators."""
    known = {node.id for node in practice.nodes}
    return [node for node in practice.nodes if node.parent not in known]


def top_of(practice: ScoredPractice) -> dict[str, str]:
    """Map each node to the one right under the overall above it, or to itself."""
    parents = {node.id: node.parent for node in practice.nodes}
    found = {}
    for name in parents:
        top = name
        while (parent := parents[top]) in parents:
            top = str(parent)
        found[name] = top
    return found
