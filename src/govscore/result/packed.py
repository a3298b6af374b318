"""Parts of a result by the hundred thousand, in a small share of the memory."""

from __future__ import annotations

import zlib
from functools import cache
from typing import TYPE_CHECKING, Generic, TypeVar

from pydantic import TypeAdapter

from govscore.result.scored import Frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_LOT = 500
"""Parts packed together: enough to find what they share."""

Part = TypeVar("Part", bound=Frozen)


class Packed(Generic[Part]):
    """Parts of a kind, gone through from first to last; a lot is unpacked when its turn comes."""

    def __init__(self, kind: type[Part], parts: Iterable[Part] = ()) -> None:
        """Pack parts, to which others may be added."""
        self.kind = kind
        self._lots: list[bytes] = []
        self._last: list[Part] = []
        self.extend(parts)

    def append(self, part: Part) -> None:
        """Add a part behind the others."""
        self._last.append(part)
        if len(self._last) == _LOT:
            self._lots.append(zlib.compress(_lists(self.kind).dump_json(self._last), 1))
            self._last = []

    def extend(self, parts: Iterable[Part]) -> None:
        """Add parts behind the others."""
        for each in parts:
            self.append(each)

    def __iter__(self) -> Iterator[Part]:
        """Go through them."""
        for lot in self._lots:
            yield from _lists(self.kind).validate_json(zlib.decompress(lot))
        yield from self._last

    def __len__(self) -> int:
        """Count them."""
        return len(self._lots) * _LOT + len(self._last)


@cache
def _lists(kind: type[Part]) -> TypeAdapter[list[Part]]:
    return TypeAdapter(list[kind])  # type: ignore[valid-type]


def held(parts: Iterable[Part], like: Iterable[Part]) -> list[Part] | Packed[Part]:
    """Hold parts as others are: packed, or in a list."""
    return Packed(like.kind, parts) if isinstance(like, Packed) else [*parts]
