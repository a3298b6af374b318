"""Files and bytes to documents. Whatever a file holds, reading it raises nothing."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import yaml
from yaml.reader import ReaderError

from govscore.errors import Problem
from govscore.yamlio import syntax
from govscore.yamlio.builder import Builder
from govscore.yamlio.decoding import controls, decode
from govscore.yamlio.document import Document
from govscore.yamlio.limits import MAX_BYTES
from govscore.yamlio.notes import Refused
from govscore.yamlio.places import Places

if TYPE_CHECKING:
    from pathlib import Path

_LOADER = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader  # only as a parser


def read(path: Path, shown: str) -> Document:
    """Read a file; `shown` is how messages name it, with forward slashes."""
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        args = {"variant": _hindrance(path, error), "reason": error.strerror or str(error)}
        problem = Problem("GS009", shown, line=1, column=1, args=args)
        return Document(shown, b"", "", (problem,))
    return parse(data, shown)


def parse(data: bytes, shown: str) -> Document:
    """Read the bytes of a file."""
    text, problems = decode(data, shown)
    if problems:
        return Document(shown, data, text, tuple(problems))
    builder = Builder(shown)
    is_whole = _run(builder, text, shown)
    root, start = builder.root
    if is_whole and not isinstance(root, dict):
        mark = 
