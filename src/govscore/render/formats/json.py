"""The result itself, as JSON; its practices can be written one by one, as they come."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from govscore.render.formats import Said
    from govscore.render.style import Style
    from govscore.result.run import Result
    from govscore.result.scored import Frozen, Scored

serves = frozenset({"score", "check", "robustness", "rubric diff", "agreement", "compare", "todo"})
rank = 20
shows_practices = True

_LOT = 500
"""Parts that are written together."""

_MANY = frozenset({"inputs", "findings"})
"""Members with a part or more for each practice, written one by one as practices are."""

_C1 = b"\xc2[\x80-\x9f]"
"""U+0080 to U+009F in UTF-8: control characters that JSON lets stand, as it does DEL (U+007F)."""

_BEFORE, _AFTER = b"[\n  [\n    ", b"\n  ]\n]"


def render(
    result: Result | Said, style: Style, written: Iterable[bytes] | None = None
) -> Iterable[tuple[str, bytes]]:
    """Write what a command says: a study whole, a result as if its practices had just come.

    `written` are the practices as `practice` makes them, where they are there already.
    """
    from govscore.result.run import Result

    del style
    pieces: list[bytes] = []
    if isinstance(result, Result):
        writer = Writer(result, pieces.append)
        for each in map(_written, result.practices) if written is None else written:
            writer.add(each)
        writer.end(result)
    else:
        pieces += [_harmless(result.model_dump_json(indent=2).encode()), b"\n"]
    yield "result.json", b"".join(pieces)


def practice(scored: Scored) -> bytes:
    """Write one practice as it stands in a whole result: two brackets deep, and indented so."""
    import orjson  # four times as fast as pydantic's writer, to the same bytes

    written = orjson.dumps([[scored.plain]], option=orjson.OPT_INDENT_2)
    return _harmless(written[len(_BEFORE) : -len(_AFTER)])


class Writer:
    """Writes the members of a result before its practices, then these, then the members behind."""

    def __init__(self, head: Result, put: Callable[[bytes], object]) -> None:
        """Write what stands before the practices."""
        self._put = put
        self._between, self._end = b"\n    ", b"]"
        fields = list(type(head).model_fields)
        at = fields.index("practices")
        self._behind = fields[at + 1 :]
        put(_members(head, {*fields[:at]}) + b',\n  "practices": [')

    def add(self, piece: bytes) -> None:
        """Write a practice, as `practice` has made it."""
        self._put(self._between + piece)
        self._between, self._end = b",\n    ", b"\n  ]"

    def end(self, result: Result) -> None:
        """Write what stands behind the practices."""
        for name in self._behind:
            if name in _MANY:
                self._put(f'{self._end.decode()},\n  "{name}": ['.encode())
                self._between, self._end = b"\n    ", b"]"
                self._lots(getattr(result, name))
            else:
                self._put(self._end + b"," + _members(result, {name})[1:])
                self._end = b""
        self._put(self._end + b"\n}\n")

    def _lots(self, parts: Iterable[Frozen]) -> None:
        """Write parts, so many at once."""
        left = iter(parts)
        while lot := [*islice(left, _LOT)]:
            self.add(b",\n    ".join(map(_written, lot)))


def _written(part: Frozen) -> bytes:
    """Write a part as it stands in a list of a result."""
    return _harmless(part.model_dump_json(indent=2).encode()).replace(b"\n", b"\n    ")


def _members(result: Result, names: set[str]) -> bytes:
    """Write an object of some members only, but for its closing brace."""
    return _harmless(result.model_dump_json(indent=2, include=names).encode()).removesuffix(b"\n}")


def _harmless(document: bytes) -> bytes:
    """Escape in texts what could steer a terminal."""
    plain = document.replace(b"\x7f", b"\\u007f")
    if b"\xc2" not in plain:  # as almost always, which is seen much faster than by the pattern
        return plain
    return re.sub(_C1, lambda found: b"\\u%04x" % ord(found[0].decode()), plain)
