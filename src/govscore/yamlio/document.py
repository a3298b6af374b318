"""A file that was read: its value, its problems, and the place of every node."""

from __future__ import annotations

import hashlib
import re
from functools import cached_property
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govscore.errors import Problem
    from govscore.yamlio.places import Places


_BREAK = re.compile(r"\r\n|\r|\n")


class Document:
    """What a file says, in plain values, and what is wrong with how it says it.

    `path` is the file's name for people, with forward slashes; `data` is what was read: of a file
    beyond the size limit, its head. `value` belongs to its places too: do not change it.
    """

    def __init__(
        self,
        path: str,
        data: bytes,
        problems: tuple[Problem, ...],
        value: Any = None,  # noqa: ANN401 - a file may hold any kind
        places: Places | None = None,
    ) -> None:
        """Keep what was read."""
        self.path = path
        self.data = data
        self.problems = problems
        self.value = value
        self.places = places

    def called(self, path: str) -> Document:
        """Give the document under another name for people."""
        return Document(path, self.data, self.problems, self.value, self.places)

    @property
    def usable(self) -> bool:
        """Tell whether there is a value worth validating."""
        return self.places is not None

    @cached_property
    def sha256(self) -> str:
        """The digest of the bytes, in hexadecimal."""
        return hashlib.sha256(self.data).hexdigest()

    @cached_property
    def text(self) -> str:
        """The file as characters; bytes that are not UTF-8 become U+FFFD."""
        return self.data.decode(errors="replace").lstrip("\ufeff")

    @cached_property
    def lines(self) -> list[str]:
        """The text in lines, without their breaks."""
        return _BREAK.split(self.text)

    @property
    def mappings(self) -> Iterator[dict[str, Any]]:
        """Every mapping of the file, the inner ones first."""
        nodes = self.places.collections if self.places else ()
        return (node for node in nodes if isinstance(node, dict))

    def place(self, pointer: str, *, on_key: bool = False) -> tuple[int, int]:
        """Find the line and column, from 1 and in code points, of the node at a JSON pointer.

        Where nothing stands at the pointer, that is the place of the nearest ancestor that exists;
        the root stands where its first token does. With `on_key` it is the place of the key.
        """
        if self.places is None:
            return 1, 1
        mark = self.places.find(pointer, on_key=on_key)
        return mark.line + 1, mark.column + 1

    def source(self, pointer: str) -> str | None:
        """Return the number or boolean at a JSON pointer as the file spells it, else `None`."""
        return self.places.source(pointer, self.text) if self.places else None
