"""The result itself, as JSON; its practices can be written one by one, as they come."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from govscore.render.formats import Said
    from govscore.render.style import Style
    from govscore.result.run import Result
    from govscore.result.scored import Scored

serves = frozenset({"score", "check", "robustness", "rubric diff", "agreement", "compare", "todo"})
rank = 20
shows_practices = True

_C1 = re.compile(b"\xc2[\x80-\x9f]")
"""U+0080 to U+009F in UTF-8: control characters that JSON lets stand, as it does DEL (U+007F)."""


def render(result: Result | Said, style: Style) -> Iterable[tuple[str, bytes]]:
    """Write what a command says: a study whole, a result as if its practices had just come."""
    from govscore.result.run import Result

    del style
    pieces: list[bytes] = []
    if isinstance(result, Result):
        writer = Writer(result, pieces.append)
        for each in result.practices:
            writer.add(_within(each.model_dump_json(indent=2).encode()))
        writer.end(result)
    else:
        pieces += [_harmless(result.model_dump_json(indent=2).encode()), b"\n"]
    yield "result.json", b"".join(pieces)


def practice(scored: Scored) -> bytes:
    """Write one practice as it stands in a whole result."""
    from pydantic_core import to_json

    return _within(to_json(scored.plain, indent=2, inf_nan_mode="null"))


def _within(written: bytes) -> bytes:
    """Indent a practice as a member of a result."""
    return _harmless(written).replace(b"\n", b"\n    ")


class Writer:
    """Writes the members of a result before its practices, then these, then the members behind."""

    def __init__(self, head: Result, put: Callable[[bytes], object]) -> None:
        """Write what stands before the practices."""
        self._put = put
        self._between, self._end = b"\n    ", b"]"
        fields = list(type(head).model_fields)
        at = fields.index("practices")
        self._behind = {*fields[at + 1 :]}
        put(_members(head, {*fields[:at]}) + b',\n  "practices": [')

    def add(self, piece: bytes) -> None:
        """Write a practice, as `practice` has made it."""
        self._put(self._between + piece)
        self._between, self._end = b",\n    ", b"\n  ]"

    def end(self, result: Result) -> None:
        """Write what stands behind the practices."""
        self._put(self._end + b"," + _members(result, self._behind)[1:] + b"\n}\n")


def _members(result: Result, names: set[str]) -> bytes:
    """Write an object of some members only, but for its closing brace."""
    return _harmless(result.model_dump_json(indent=2, include=names).encode()).removesuffix(b"\n}")


def _harmless(document: bytes) -> bytes:
    """Escape in texts what could steer a terminal."""
    plain = document.replace(b"\x7f", b"\\u007f")
    return _C1.sub(lambda found: b"\\u%04x" % ord(found[0].decode()), plain)
