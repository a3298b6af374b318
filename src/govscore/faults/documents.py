"""What a model can be built from, and what can say where its faults lie."""

from __future__ import annotations

from typing import Any, Protocol


class Placed(Protocol):
    """What can place a pointer: a file that was read, or a file laid over another."""

    @property
    def path(self) -> str:
        """The file's name for people."""
        ...

    def place(self, pointer: str, *, on_key: bool = False) -> tuple[int, int]:
        """Give line and column of a pointer."""
        ...


class Text(Placed, Protocol):
    """What can be validated: a value, with its places and its scalars as written."""

    @property
    def value(self) -> Any:  # noqa: ANN401 - a document's value is of any kind
        """The plain value."""
        ...

    def source(self, pointer: str) -> str | None:
        """Give a number or boolean as the file spells it."""
        ...
