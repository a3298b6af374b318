"""Positions in a text."""

from __future__ import annotations

from typing import Protocol


class Mark(Protocol):
    """A position in the text, counted from 0 in code points."""

    @property
    def index(self) -> int:
        """The number of characters before it."""

    @property
    def line(self) -> int:
        """The number of lines before its own."""

    @property
    def column(self) -> int:
        """The number of characters before it in its line."""


class Position:
    """A mark of our own."""

    __slots__ = ("column", "index", "line")

    def __init__(self, index: int, line: int, column: int) -> None:
        """Count as marks do."""
        self.index = index
        self.line = line
        self.column = column
