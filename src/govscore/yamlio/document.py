"""A file that was read: its value, its problems, and the place of every node."""

from __future__ import annotations

import hashlib
import re
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeAlias

from govscore.pointers import steps

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from govscore.errors import Problem
    from govscore.yamlio.events import Mark


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
        kept = self.places.kept if self.places else ()
        return (node for node, _ in kept if isinstance(node, dict))

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


Collection: TypeAlias = dict[str, Any] | list[Any]

_NUMBER = re.compile(r"0|[1-9][0-9]{0,8}")
_SPELLING = re.compile(r"(?:[&!]\S*\s+)*([-+.\w]+)")


class Places:
    """The places of the nodes below a root.

    `kept` has every collection with the marks of its items, or of its keys and values in turn. What
    lies inside a collection that an alias repeats stands where its anchor does.
    """

    def __init__(
        self, root: dict[str, Any], start: Mark, kept: Iterable[tuple[Collection, list[Mark]]]
    ) -> None:
        """Take the marks as they are; only collections that are asked for are sorted out."""
        self._root = root
        self._start = start
        self.kept = kept
        self._marks: dict[int, list[Mark]] = {}
        self._children: dict[int, dict[str, tuple[Mark, Mark]]] = {}

    def find(self, pointer: str, *, on_key: bool) -> Mark:
        """Find the mark of the node, or of its key, or of its nearest ancestor that exists."""
        _, key, value = self._walk(pointer)
        return key if on_key else value

    def source(self, pointer: str, text: str) -> str | None:
        """Return how the text spells the number or boolean at the pointer."""
        node, _, mark = self._walk(pointer)
        match = _SPELLING.match(text, mark.index)
        return match[1] if match and isinstance(node, int | float) else None

    def _walk(self, pointer: str) -> tuple[Any, Mark, Mark]:
        node: Any = self._root
        key = value = self._start
        for step in steps(pointer):
            if type(node) is dict and step in node:
                key, value = self._below(node)[step]
                node = node[step]
            elif type(node) is list and _NUMBER.fullmatch(step) and int(step) < len(node):
                index = int(step)
                key = value = self._marks_in(node)[index]
                node = node[index]
            else:
                break
        return node, key, value

    def _below(self, node: dict[str, Any]) -> dict[str, tuple[Mark, Mark]]:
        """Return the marks of the key and the value of every child, by its key."""
        if id(node) not in self._children:
            marks = self._marks_in(node)
            pairs = zip(marks[::2], marks[1::2], strict=True)
            self._children[id(node)] = dict(zip(node, pairs, strict=True))
        return self._children[id(node)]

    def _marks_in(self, node: Collection) -> list[Mark]:
        self._marks = self._marks or {id(node): marks for node, marks in self.kept}
        return self._marks[id(node)]
