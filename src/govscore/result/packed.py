"""Findings by the hundred thousand, in a twentieth of the memory."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

from pydantic import TypeAdapter

from govscore.result.run import Finding

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_LOT = 500
"""Findings packed together: enough to find what they share."""

_LIST = TypeAdapter(list[Finding])


class Packed:
    """Findings that are gone through from first to last, each lot unpacked when its turn comes."""

    def __init__(self, findings: Iterable[Finding] = ()) -> None:
        """Pack findings, to which others may be added."""
        self._lots: list[bytes] = []
        self._last: list[Finding] = []
        self.extend(findings)

    def extend(self, findings: Iterable[Finding]) -> None:
        """Add findings behind the others."""
        for each in findings:
            self._last.append(each)
            if len(self._last) == _LOT:
                self._lots.append(zlib.compress(_LIST.dump_json(self._last), 1))
                self._last = []

    def __iter__(self) -> Iterator[Finding]:
        """Go through them."""
        for lot in self._lots:
            yield from _LIST.validate_json(zlib.decompress(lot))
        yield from self._last

    def __len__(self) -> int:
        """Count them."""
        return len(self._lots) * _LOT + len(self._last)


def held(findings: Iterable[Finding], like: Iterable[Finding]) -> list[Finding] | Packed:
    """Hold findings as others are: packed, or in a list."""
    return Packed(findings) if isinstance(like, Packed) else [*findings]
