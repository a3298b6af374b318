"""A sheet of facts, tables and remarks, drawn for a terminal or for a pipe.

On a terminal tables keep to its width. In a pipe nothing is folded or coloured, so that one row is
one line.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any, NamedTuple

from rich import box
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_PIPE_WIDTH = 4000
_LONG_WORD = 12
"""Dates and most words are no longer, so that a narrow column does not break them."""


class Grid(NamedTuple):
    """A table: its heading, its columns, and rows of texts; the first column is never folded."""

    heading: str
    columns: Sequence[str]
    rows: Sequence[Sequence[str]]


class Sheet(NamedTuple):
    """What one look-up yields: for people, and as `data` for programs."""

    title: str
    data: Any
    facts: Sequence[tuple[str, str]] = ()
    grids: Sequence[Grid] = ()
    remarks: Sequence[str] = ()


def draw(sheet: Sheet, width: int | None = None, *, colour: bool = False) -> str:
    """Draw the sheet as text.

    Args:
        sheet: What to draw.
        width: The columns of the terminal; without it the text goes to a pipe.
        colour: Whether the terminal takes colours.
    """
    drawn = io.StringIO()
    console = Console(
        file=drawn,
        width=width or _PIPE_WIDTH,
        force_terminal=colour,
        color_system="standard" if colour else None,
        legacy_windows=False,
    )
    console.print(Text(sheet.title, style="bold"))
    if sheet.facts:
        console.print(_facts(sheet.facts))
    for grid in sheet.grids:
        if grid.rows:
            console.print()
            console.print(Text(grid.heading, style="bold"), end="\n" * bool(grid.heading))
            console.print(_table(grid, folded=width is not None))
    for remark in sheet.remarks:
        console.print()
        console.print(Text(remark))
    return "".join(f"{line.rstrip()}\n" for line in drawn.getvalue().splitlines())


def _facts(facts: Iterable[tuple[str, str]]) -> Padding:
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True, style="dim")
    table.add_column(overflow="fold")
    for label, value in facts:
        table.add_row(Text(label), Text(value))
    return Padding(table, (1, 0, 0, 0))


def _table(grid: Grid, *, folded: bool) -> Table:
    style = box.SIMPLE_HEAD if folded else None
    table = Table(box=style, show_edge=False, pad_edge=False, padding=(0, 1 if folded else 2, 0, 0))
    for number, column in enumerate(grid.columns):
        words = [word for row in grid.rows for word in row[number].split()]
        least = min(max(map(len, [*words, column])), _LONG_WORD)
        table.add_column(Text(column), no_wrap=number == 0, min_width=least, overflow="fold")
    for row in grid.rows:
        table.add_row(*(Text(cell) for cell in row))
    return table
