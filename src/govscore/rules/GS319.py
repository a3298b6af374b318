"""Blank title.

A title or name consists of spaces only. Readers would see nothing where the thing should be named, in every
list, table and report.

Write the title, or leave the key out where that is allowed.

    title: ' '                # wrong
    title: Welcome desk       # right
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from govscore.pointers import pointer
from govscore.rules._inspection import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govscore.rules._inspection import Inspection

level = "error"
message = "'{name}' is blank"
scope = "practice"

_NAMES = ("title", "name", "who", "summary")


def find(inspection: Inspection) -> Iterator[Hit]:
    """Look at every title and name of the file."""
    named = [each[name] for each in inspection.mappings for name in _NAMES if name in each]
    if any(isinstance(value, str) and not value.strip() for value in named):
        yield from _blank(inspection.document.value, ())


def _blank(value: Any, steps: tuple[str | int, ...]) -> Iterator[Hit]:  # noqa: ANN401 - a document's value is of any kind
    entries = value.items() if isinstance(value, dict) else enumerate(value)
    for key, entry in entries:
        if isinstance(entry, dict | list):
            yield from _blank(entry, (*steps, key))
        elif key in _NAMES and isinstance(entry, str) and not entry.strip():
            yield Hit(pointer([*steps, key]), {"name": key})
