"""From files and bytes to documents. Whatever a file holds, reading it raises nothing."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from govscore.yamlio import rows
from govscore.yamlio.document import Document
from govscore.yamlio.limits import MAX_BYTES
from govscore.yamlio.problems import START, Problems, Refused
from govscore.yamlio.text import decode, guard

if TYPE_CHECKING:
    from pathlib import Path

    from govscore.yamlio.places import Places


def read(path: Path, shown: str) -> Document:
    """Read a file; `shown` is its name for people, with forward slashes."""
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        notes = Problems(shown)
        reason = error.strerror or type(error).__name__
        notes.add("GS009", START, "", {"variant": _hindrance(path, error), "reason": reason})
        return Document(shown, b"", notes.in_order())
    return parse(data, shown)


def parse(data: bytes, shown: str) -> Document:
    """Read the bytes of a file; `shown` is its name for people, with forward slashes."""
    notes = Problems(shown)
    value: dict[str, Any] | None = None
    places = None
    with suppress(Refused):
        value, places = _build(decode(data, notes), notes)
    return Document(shown, data, notes.in_order(), value, places)


def _build(text: str, notes: Problems) -> tuple[dict[str, Any], Places]:
    if found := rows.read(text):
        return found
    guard(text, notes)
    from govscore.yamlio import parsing  # noqa: PLC0415 - few files need the parser

    return parsing.build(text, notes)


def _hindrance(path: Path, error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "link" if path.is_symlink() else "missing"
    if os.path.isdir(path):  # noqa: PTH112 - the method of Path may itself be refused
        return "folder"
    return "permission" if isinstance(error, PermissionError) else "other"
