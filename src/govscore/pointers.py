"""JSON pointers (RFC 6901): how a place in a file is named without its line."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def pointer(parts: Sequence[str | int]) -> str:
    """Join the steps of a path to a JSON pointer (RFC 6901)."""
    return "".join([f"/{part}" if isinstance(part, int) else step(part) for part in parts])


@lru_cache(4096)
def step(name: str) -> str:
    """Write a key as a step; files have the same few keys."""
    return "/" + name.replace("~", "~0").replace("/", "~1")


def steps(text: str) -> list[str]:
    """Split a JSON pointer into its steps (RFC 6901)."""
    parts = text.split("/")[1:]
    return [part.replace("~1", "/").replace("~0", "~") for part in parts] if "~" in text else parts


ABSENT = object()
"""What stands at a pointer that leads nowhere."""


def at(text: str, root: object) -> object:
    """Give what stands at a JSON pointer below a plain value, or `ABSENT`."""
    node = root
    for step in steps(text):
        if isinstance(node, dict) and step in node:
            node = node[step]
        elif isinstance(node, list) and step.isdecimal() and int(step) < len(node):
            node = node[int(step)]
        else:
            return ABSENT
    return node
