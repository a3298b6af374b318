"""What a plain scalar means: the core schema of YAML 1.2, chapter 10.3.

Only what the schema names is null, a boolean or a number. `NO`, `yes`, `12:30`, `2014-03-01` and
`1_000` are text.
"""

from __future__ import annotations

import math
import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeAlias

from govscore.pointers import pointer
from govscore.yamlio.text import short

if TYPE_CHECKING:
    from collections.abc import Callable

    from govscore.yamlio.positions import Mark
    from govscore.yamlio.problems import Problems
    from govscore.yamlio.stack import Stack


Scalar: TypeAlias = str | int | float | bool | None

WORDS: dict[str, Scalar] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
"""The plain scalars that are null or a boolean."""

_NUMBER = re.compile(
    r"(?P<decimal>[-+]?[0-9]+)"
    r"|(?P<prefixed>0o[0-7]+|0x[0-9a-fA-F]+)"
    r"|(?P<float>[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?)"
    r"|(?P<endless>[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))"
)
_DIGITS = 19  # of 2**63 - 1


@lru_cache(4096)
def resolve(text: str) -> Scalar:
    """Read a plain scalar.

    Raises:
        OverflowError: it is a number, but not finite or beyond 64 bits.
    """
    if text in WORDS:
        return WORDS[text]
    match = _NUMBER.fullmatch(text)
    return _NUMBERS[match.lastgroup](text) if match else text


def _decimal(text: str) -> int:
    digits = text.lstrip("+-0")
    if len(digits) > _DIGITS:  # before Python is asked to convert thousands of them
        raise OverflowError
    value = int(digits or "0")
    return _within_64_bits(-value if text.startswith("-") else value)


def _prefixed(text: str) -> int:
    return _within_64_bits(int(text, base=0))


def _within_64_bits(value: int) -> int:
    if not -(2**63) <= value < 2**63:
        raise OverflowError
    return value


def _float(text: str) -> float:
    value = float(text)
    if not math.isfinite(value):
        raise OverflowError
    return value


def _endless(text: str) -> float:
    raise OverflowError(text)


_NUMBERS: dict[str | None, Callable[[str], Scalar]] = {
    "decimal": _decimal,
    "prefixed": _prefixed,
    "float": _float,
    "endless": _endless,
}


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
