"""The result itself, as JSON; many practices can be written one by one, to the same bytes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from govscore.render.style import Style
    from govscore.result.run import Result
    from govscore.result.scored import ScoredPractice

_NONE = b'\n  "practices": []'
"""Stands once in a document: lines break outside of texts, and deeper keys stand farther in."""

_C1 = re.compile(b"\xc2[\x80-\x9f]")
"""U+0080 to U+009F in UTF-8: control characters that JSON lets stand, as it does DEL (U+007F)."""


def render(result: Result, style: Style) -> Iterable[tuple[str, bytes]]:
    """Write the result."""
    del style
    yield "result.json", harmless(result.model_dump_json(indent=2)) + b"\n"


def stream(head: Result, pieces: Iterable[bytes], finish: Callable[[], Result]) -> Iterator[bytes]:
    """Write a result around practices that come one by one, to the bytes of `render`.

    Args:
        head: The result without its files: all that stands before the practices.
        pieces: The practices, in order, each as `piece` writes it.
        finish: Gives the result with all but the practices, once the last has come.
    """
    before, _ = _frame(head)
    yield before + _NONE[:-1]
    separator, end = b"\n    ", b"]"
    for each in pieces:
        yield separator + each
        separator, end = b",\n    ", b"\n  ]"
    _, after = _frame(finish())
    yield end + after + b"\n"


def _frame(result: Result) -> tuple[bytes, bytes]:
    """Give what stands before and after the practices."""
    document = harmless(result.model_copy(update={"practices": []}).model_dump_json(indent=2))
    before, after = document.split(_NONE)
    return before, after


def piece(practice: ScoredPractice) -> bytes:
    """Write one practice as it stands in a whole result."""
    return harmless(practice.model_dump_json(indent=2)).replace(b"\n", b"\n    ")


def harmless(document: str) -> bytes:
    """Escape in texts what could steer a terminal."""
    plain = document.encode().replace(b"\x7f", b"\\u007f")
    return _C1.sub(lambda found: b"\\u%04x" % ord(found[0].decode()), plain)
