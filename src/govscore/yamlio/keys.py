"""Keys: each is text, and stands once in its mapping."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from govscore.pointers import pointer
from govscore.yamlio.characters import short
from govscore.yamlio.scalars import resolve

if TYPE_CHECKING:
    from govscore.yamlio.events import Mark
    from govscore.yamlio.problems import Problems
    from govscore.yamlio.stack import Stack

DROPPED = object()
"""A key that is refused: the mapping loses it together with its value."""


def plain(text: str, mark: Mark, stack: Stack, notes: Problems) -> object:
    """Read a plain scalar as a key; what is not text by the core schema is kept as if it were."""
    if text == "<<":
        notes.add("GS005", mark, stack.pointer(), {"variant": "merge"})
        return DROPPED
    try:
        is_text = isinstance(resolve(text), str)
    except OverflowError:
        is_text = False
    if not is_text:
        args = {"variant": "key" if text else "nothing", "text": short(text)}
        notes.add("GS005", mark, stack.pointer(), args)
    return text or DROPPED


def join(items: list[Any], marks: list[Mark], stack: Stack, notes: Problems) -> dict[str, Any]:
    """Make a mapping of its keys and values in turn; marks of what is refused are taken out."""
    pairs = iter(items)
    try:
        node = dict(zip(pairs, pairs, strict=False))
    except TypeError:  # a collection stands for a key
        return _sift(items, marks, stack, notes)
    if 2 * len(node) == len(items) and DROPPED not in node:
        return node
    return _sift(items, marks, stack, notes)


def _sift(items: list[Any], marks: list[Mark], stack: Stack, notes: Problems) -> dict[str, Any]:
    mapping = stack.pointer(to_last=True)
    node: dict[str, Any] = {}
    kept: list[Mark] = []
    pairs = zip(items[::2], items[1::2], marks[::2], marks[1::2], strict=False)
    for key, value, key_mark, value_mark in pairs:
        if isinstance(key, dict | list):
            notes.add("GS005", key_mark, mapping, {"variant": "collection"})
        elif key in node:
            first = kept[2 * list(node).index(key)].line + 1
            args = {"name": short(key), "first": first}
            notes.add("GS004", key_mark, mapping + pointer([key]), args, on_key=True)
        elif key is not DROPPED:
            node[key] = value
            kept += key_mark, value_mark
    marks[:] = kept
    return node
