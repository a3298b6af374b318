"""What is open on a practice, question by question; and what a collection lacks most often."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich import box
from rich.table import Table

from govscore.render import questions as said
from govscore.render.terminal.canvas import Canvas, inset, text
from govscore.result.questions import Todo

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.padding import Padding
    from rich.text import Text

    from govscore.render.style import Style
    from govscore.result.questions import Gaps, Question

_INSET = 7


def table(study: Todo | Gaps, style: Style) -> bytes:
    """Draw what is open on a practice, or what a collection lacks."""
    return _questions(study, style) if isinstance(study, Todo) else _gaps(study, style)


def _questions(study: Todo, style: Style) -> bytes:
    """Draw the questions: gain, criteria, line, words, and the lines to paste."""
    canvas = Canvas(style)
    canvas.put(*(text(line, "bold") for line in (study.title, said.opening(study)) if line))
    for required in study.required:
        canvas.put(text(f"  {study.path}:{required.line}: {required.message}"))
    for each in study.questions:
        canvas.put("")
        _question(canvas, each, style)
    for remark in said.closing(study):
        canvas.put("", text(remark, "dim"))
    return canvas.done()


def _gaps(study: Gaps, style: Style) -> bytes:
    """Draw what is missing, with the number of practices and the best gain."""
    canvas = Canvas(style)
    canvas.put(text(said.missing(study), "bold"), "")
    table = _table(said.COLUMNS[:-1], box.SIMPLE_HEAD)
    for gap in study.gaps:
        table.add_row(*map(text, said.row(gap)[:-1]))
    canvas.put(table)
    return canvas.done()


def _question(canvas: Canvas, question: Question, style: Style) -> None:
    table = Table.grid(padding=(0, 1))
    table.add_column(width=_INSET - 1, style="green")
    table.add_column()
    table.add_row(text(said.gain(question.gain)), text(question.text, "bold"))
    table.add_row("", text(", ".join(question.criteria), "cyan"))
    canvas.put(table)
    if several := said.together(question):
        canvas.put(_inset(text(several)))
    pasted = [*said.lines(question)]
    for where, answers in said.places(question):
        if where:
            canvas.put(_inset(text(where)))
        if answers and not style.answers:
            canvas.put(_inset(text(answers, "dim"), 2))
    if style.answers:
        canvas.put(_inset(_spelt(said.spelt(question))))
    for where, lines in pasted:
        canvas.put(_inset(text(where)), *map(_whole, lines))


def _whole(line: str) -> Text:
    """Keep a line that is to be pasted in one piece, however narrow the terminal."""
    made = text(line, "green")
    made.no_wrap, made.overflow = True, "ignore"
    return made


def _spelt(rows: Iterable[tuple[str, str, str]]) -> Table:
    table = _table(("answer", "says", "gives"), None)
    for row in rows:
        table.add_row(*map(text, row))
    return table


def _table(columns: Iterable[str], lines: box.Box | None) -> Table:
    drawn = Table(box=lines, padding=(0, 1), show_edge=False, pad_edge=False)
    for column in columns:
        drawn.add_column(text(column, "dim"), overflow="fold")
    return drawn


def _inset(part: Text | Table, more: int = 0) -> Padding:
    return inset(part, _INSET + more)
