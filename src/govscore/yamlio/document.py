"""A file that was read: its value, its problems, and the place of every node."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from govscore.yamlio.decoding import BREAK

if TYPE_CHECKING:
    from govscore.errors import Problem
    from govscore.yamlio.places import Places


@dataclass(frozen=True, eq=False)
class Document:
    """What a file says, as plain values, and what is wrong with how it says it.

    `value` is `None` and `usable` false where nothing is worth validating. `data` is what was read:
    of a file over the size limit, its head. The value is shared with its places: do not change it.
    """

    path: str
    data: bytes
    text: str
    problems: tuple[Problem, ...]
    value: Any = None
    places: Places | None = None

    @property
    def usable(self) -> bool:
        """Tell whether there is a value worth validating."""
        return self.places is not None

    @cached_property
    def sha256(self) -> str:
        """The digest of the bytes, in hexadecimal."""
        return hashlib.sha256(self.data).hexdigest()

    @cached_property
    def lines(self) -> list[str]:
        """The text in lines, without their breaks."""
        return BREAK.split(self.text)

    def place(self, pointer: str, *, on_key: bool = False) -> tuple[int, int]:
        """Find the line and column, from 1 and in code points, of the node at a JSON pointer.

        Where nothing stands at the pointer, it is the place of the nearest ancestor that exists;
        the root stands where its first token does. With `on_key` it is the place of the node's key.
        """
        if self.places is None:
            return 1, 1
        mark = self.places.find(pointer, on_key=on_key)
        return mark.line + 1, mark.column + 1

    def source(self, pointer: str) -> str | None:
        """Return a number or boolean as the file spells it; `None` for anything else."""
        return self.places and self.places.source(pointer, self.text)
