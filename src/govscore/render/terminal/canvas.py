"""Drawing for terminals: a page to write on, range bars, level marks.

Text from files goes in as `Text`, never as markup, and cleared of control characters.
"""

from __future__ import annotations

import io
from itertools import groupby
from typing import TYPE_CHECKING

from rich.console import Console, Group
from rich.padding import Padding
from rich.text import Text

from govscore.render.escaping import visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from rich.console import ConsoleOptions, OverflowMethod, RenderableType
    from rich.segment import Segment

    from govscore.render.style import Style
    from govscore.result.scored import Box, Criterion

PROVEN, POSSIBLE, POINT = "━", "─", "●"
_TRACK = "·"
_NARROWEST = 40
_HEIGHT = 25
"""Told only so that nobody asks the terminal."""


class Canvas:
    """A terminal page of fixed width; `done` gives its bytes."""

    def __init__(self, style: Style) -> None:
        """Start an empty page."""
        self.width = max(style.width, _NARROWEST)
        self._color = style.color
        self._parts: list[RenderableType] = []

    def put(self, *parts: RenderableType) -> None:
        """Add each part on lines of its own; no part is an empty line."""
        self._parts += parts or ("",)

    def done(self) -> bytes:
        """Draw the page, without blanks at the ends of lines."""
        file = io.StringIO()
        console = Console(
            file=file,
            width=self.width,
            height=_HEIGHT,
            highlight=False,
            markup=False,
            emoji=False,
            force_terminal=self._color,
            color_system="standard" if self._color else None,
            legacy_windows=False,
            _environ={},  # no variable of the terminal changes what the options say
        )
        console.print(Group(*self._parts), crop=False)  # what is to be pasted stays whole
        return "".join(f"{line.rstrip()}\n" for line in file.getvalue().splitlines()).encode()


def text(value: object, style: str = "") -> Text:
    """Make a safe text of a value."""
    return Text(visible(str(value)), style=style)


def inset(part: RenderableType, columns: int = 2) -> Padding:
    """Set a part in from the left."""
    return Padding(part, (0, 0, 0, columns))


class Hanging:
    """A text set in from the left: its first line behind a label, and before what stands at right.

    A page has a hundred of them. Without what stands at right it looks as `inset` would draw it,
    and with it as a table of one row; those measure every line several times.
    """

    def __init__(self, body: Text, label: Text | None = None, right: Text | None = None) -> None:
        """Set a text in; a label is as wide as the boxes of a level, so that all begin alike."""
        self._body = body
        self._label = label or Text("")
        self._right = right

    def __rich_console__(self, console: Console, within: ConsoleOptions) -> Iterator[Segment]:
        """Draw it line by line."""
        room = within.max_width - _HANGING
        if self._right is None:
            lines = _folded(self._body, console, room, "fold")
        else:
            room -= self._right.cell_len + 1
            lines = _folded(self._body, console, room, "ellipsis")
            lines[0].pad_right(room - lines[0].cell_len + 1)
            lines[0].append_text(self._right)
        label = self._label.copy()
        label.pad_right(_HANGING - label.cell_len)
        before = [label, *(Text(" " * _HANGING) for _ in lines[1:])]
        for drawn in map(Text.append_text, before, lines):
            yield from drawn.render(console, end="\n")


_HANGING = 5


def _folded(body: Text, console: Console, room: int, overflow: OverflowMethod) -> list[Text]:
    """Break a text into lines; most fit one, and need not be gone through word by word."""
    if body.plain.isprintable() and body.cell_len <= room:
        return [body.copy()]
    return list(body.wrap(console, room, overflow=overflow))


def bar(low: float | None, point: float | None, high: float | None, width: int) -> Text:
    """Draw 0-100 points: proven up to the low end, possible up to the high, and the point."""
    if low is None or high is None:
        return Text(" " * width)
    cells = [_TRACK] * width
    first, last = _cell(low, width), _cell(high, width)
    cells[first : last + 1] = [POSSIBLE] * (last + 1 - first)
    cells[: first + (low > 0)] = [PROVEN] * (first + (low > 0))
    if point is not None:
        cells[_cell(point, width)] = POINT
    drawn = Text()
    for cell, run in groupby(cells):
        drawn.append("".join(run), style=_STYLES[cell])
    return drawn


_STYLES = {PROVEN: "green", POSSIBLE: "yellow", _TRACK: "dim", POINT: "bold"}


def _cell(points: float, width: int) -> int:
    return min(int(points / 100 * width), width - 1)


_BOXES: Mapping[Box, tuple[str, str]] = {
    "full": ("■", "green"),
    "claimed": ("▨", "yellow"),
    "open": ("?", "yellow"),
    "none": ("□", "dim"),
    "aside": (" ", ""),
}


def level_marks(criterion: Criterion) -> Text:
    """Draw four boxes: credited, claimed but not credited, possible, and out of reach."""
    return Text.assemble(*(_BOXES[box] for box in criterion.boxes))
