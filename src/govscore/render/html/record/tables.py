"""Tables of a practice's record: what a row says, what is behind it, and what an absence means."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from govscore.pointers import pointer
from govscore.render.html import fields
from govscore.render.html.links import row_id
from govscore.render.html.words import page_words
from govscore.words import capital

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from govscore.render.html.subject import Source, Subject

ANSWER_MARKS = {"yes": "tick", "partly": "half", "no": "cross", "not_applicable": "aside"}
ALIGNMENT_MARKS = {"consistent": "tick", "partly": "half", "conflicting": "bad", "unclear": "open"}


class Cell(NamedTuple):
    """What a cell says, the mark before it, and the lines below it in smaller type."""

    text: str = ""
    mark: str = ""
    more: tuple[str, ...] = ()


class Row(NamedTuple):
    """A row: its head, its cells, the sources behind it, and its line in the file if it counts."""

    anchor: str
    cells: tuple[Cell, ...]
    sources: list[Source]
    place: str


class Table(NamedTuple):
    """A table of one list of the record; without rows, `absent` says what that means."""

    anchor: str
    caption: str
    heads: tuple[str, ...]
    rows: list[Row]
    absent: str = ""
    searched: tuple[Source, ...] = ()


def table(
    subject: Subject,
    path: Sequence[str],
    caption: str,
    heads: Sequence[str],
    cells: Callable[[fields.Item], Sequence[Cell]],
) -> Table:
    """Make the table of the list at a path of the record."""
    items = fields.rows(subject.record, *path)
    words = page_words().tables
    searched = fields.texts(fields.section(subject.record, "searched"), ".".join(path))
    return Table(
        anchor=subject.anchor("list-" + "-".join(path)),
        caption=caption,
        heads=tuple(heads),
        rows=[
            _row(subject, pointer([*path, index]), item, cells(item))
            for index, item in enumerate(items or ())
        ],
        absent=words.unassessed if items is None else "" if items else words.none,
        searched=tuple(subject.refs(searched)),
    )


def _row(subject: Subject, place: str, item: fields.Item, cells: Sequence[Cell]) -> Row:
    return Row(
        anchor=subject.anchor(row_id(place)),
        cells=(noted(cells[0], fields.text(item, "note")), *cells[1:]),
        sources=subject.backing(item),
        place=subject.place(place),
    )


def noted(cell: Cell, *lines: str) -> Cell:
    """Add lines to a cell; empty ones are left out."""
    return Cell(cell.text, cell.mark, (*cell.more, *(line for line in lines if line)))


def stacked(*texts: str) -> Cell:
    """Put texts below each other in a cell, the first one large; empty ones are left out."""
    first, *rest = [capital(text) for text in texts if text] or [""]
    return Cell(first, "", tuple(rest))
