"""One practice on a page: the label, the grid of indicators and phases, and every criterion."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from rich import box
from rich.table import Table
from rich.text import Text

from govscore import scale
from govscore.measures import because
from govscore.render import composition, sentences
from govscore.render.composition import part
from govscore.render.terminal.canvas import POINT, POSSIBLE, PROVEN, Hanging, bar, level_marks, text
from govscore.titles import title

if TYPE_CHECKING:
    from govscore.render.terminal.canvas import Canvas
    from govscore.result.run import CriterionWords, Result
    from govscore.result.scored import Criterion, Node, ScoredPractice


_LABEL_WIDTH = 10
_ROOMY = 26
_ONE_LINE = len("100.0 [100.0–100.0]")
_WIDE = 100


def profile(canvas: Canvas, result: Result, practice: ScoredPractice) -> None:
    """Draw the page."""
    _head(canvas, practice)
    _verdict(canvas, result, practice)
    _grid(canvas, result, practice)
    _criteria(canvas, result, practice)
    _foot(canvas, result, practice)


def _head(canvas: Canvas, practice: ScoredPractice) -> None:
    record = practice.record
    level = title("level", record.get("jurisdiction", {}).get("level", ""))
    where = ", ".join([*record.get("countries", []), *record.get("organisations", [])])
    start, end = (record.get("period", {}).get(key) for key in ("start", "end"))
    period = f"{start}–{end}" if end else f"since {start}" if start else ""
    status = title("status", record.get("status", ""))
    canvas.put(text(practice.title, "bold"))
    about = [where, level, f"{status} {period}".strip(), practice.path]
    canvas.put(text(" · ".join(each for each in about if each), "dim"), "")


def _verdict(canvas: Canvas, result: Result, practice: ScoredPractice) -> None:
    rubric = result.rubric
    overall = practice.overall
    table = Table.grid(padding=(0, 2))
    table.add_column(width=_LABEL_WIDTH, style="dim")
    table.add_column()
    table.add_row(text("Label"), text(sentences.label(practice.label, rubric), "bold"))
    for remark in sentences.label_remarks(practice, rubric):
        table.add_row("", text(remark))
    for limit in sentences.limits(practice, rubric):
        table.add_row("", text(f"held down by {limit}", "yellow"))
    points = sentences.points(overall.point, rubric)
    low, high = sentences.points(overall.low, rubric), sentences.points(overall.high, rubric)
    earned = f"{points} of 100" if overall.point is not None else "no points: too little is known"
    method, members = sentences.method(overall.method), composition.members(practice)
    table.add_row(
        text("Overall"),
        text(f"{earned}, between {low} (proven) and {high} (possible); {method} of the {members}"),
    )
    table.add_row(text("Known"), text(f"{sentences.percent(overall.coverage)} of the rubric"))
    canvas.put(table, "")


def _grid(canvas: Canvas, result: Result, practice: ScoredPractice) -> None:
    top = practice.indicators
    if not top:
        return
    columns = list(
        dict.fromkeys(node.title for node in practice.nodes if node.parent in {t.id for t in top})
    )
    width = _column_width(canvas, len(columns) + 1)
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1), width=canvas.width)
    table.add_column("Indicator", ratio=1)
    for heading in [*columns, "Together"]:
        table.add_column(text(heading), width=width, no_wrap=True)
    for node in top:
        cells = {each.title: each for each in practice.nodes if each.parent == node.id}
        drawn = [_cell(cells.get(title), result, width) for title in columns]
        certainty = f"certainty {node.certainty}" if node.certainty else "certainty not known"
        name = Text.assemble(text(node.title), "\n", text(certainty, "dim"))
        table.add_row(name, *drawn, _cell(node, result, width))
    canvas.put(table)
    canvas.put(
        text(f"{PROVEN} proven  {POSSIBLE} still possible  {POINT} earned of what is known", "dim"),
        "",
    )


def _column_width(canvas: Canvas, columns: int) -> int:
    """Share what the indicators' titles leave; the name of a phase fits at 80 columns, too."""
    titles = 26 if canvas.width >= _WIDE else 22
    return max((canvas.width - titles - 3 * columns) // columns, 8)


def _cell(node: Node | None, result: Result, width: int) -> Text:
    if node is None or node.low is None or node.high is None:
        return text("not due" if width < _ROOMY else "not due or not applicable", "dim")
    rubric = result.rubric
    point = sentences.points(node.point, rubric)
    low, high = sentences.points(node.low, rubric), sentences.points(node.high, rubric)
    figures = f"{point:>4} [{low}–{high}]" if width >= _ONE_LINE else f"{point}\n{low}–{high}"
    return Text.assemble(bar(node.low, node.point, node.high, width), "\n", figures)


def _criteria(canvas: Canvas, result: Result, practice: ScoredPractice) -> None:
    words = {each.id: each for each in result.rubric.criteria}
    last = None
    for criterion in practice.criteria:
        if criterion.under != last:
            last = criterion.under
            heading = part(practice, last) or "Right under the overall"
            canvas.put("", text(heading, "bold"))
        _criterion(canvas, result, criterion, words[criterion.id])


def _criterion(canvas: Canvas, result: Result, criterion: Criterion, words: CriterionWords) -> None:
    essential = " *" if words.essential else ""
    known = criterion.credited is not None
    right = sentences.levels(criterion) if known else sentences.STATUS[criterion.status]
    name = Text.assemble(
        text(words.title), text(essential, "bold"), text(f"  {criterion.id}", "dim")
    )
    canvas.put(Hanging(name, level_marks(criterion), text(right, "bold" if known else "dim")))
    lines = [text(because(criterion, words))]
    if criterion.override:
        derived = scale.level(criterion.override.derived)
        lines.append(
            text(f"Set by {', '.join(criterion.override.assessors)}; the facts gave {derived}.")
        )
    if told := sentences.open_fields(criterion):
        lines.append(text(told, "dim"))
    if criterion.next:
        lines.append(text(f"→ {sentences.next_step(criterion, words, result.rubric)}", "cyan"))
    canvas.put(*map(Hanging, lines))


def _foot(canvas: Canvas, result: Result, practice: ScoredPractice) -> None:
    canvas.put("")
    for note in sentences.notes(practice, result.rubric):
        canvas.put(text(f"Note: {note}", "yellow"))
    canvas.put(
        text(
            "■ credited  ▨ claimed, evidence too weak  ? still possible  □ not reached  "
            "* essential. → what the next step adds to the proven points of its indicator.",
            "dim",
        )
    )
    rubric = result.rubric
    canvas.put(text(f"Rubric {rubric.id} {rubric.version}, as of {result.as_of}.", "dim"))
    canvas.put(text(f"Why a level: govscore explain {practice.id} CRITERION", "dim"))


_NARROW = 100
_SLENDER = 60
"""Columns below which the table shows names and figures only."""


def summary(canvas: Canvas, result: Result) -> None:
    """Draw the summary."""
    if canvas.width < _SLENDER:
        _names(canvas, result)
        return
    wide = canvas.width >= _NARROW
    table = Table(box=box.SIMPLE_HEAD, width=canvas.width, pad_edge=False, padding=(0, 1))
    table.add_column("Practice", ratio=5, no_wrap=True, overflow="ellipsis")
    table.add_column("0 … 100", width=22 if wide else 14, no_wrap=True)
    table.add_column("Points", justify="right", no_wrap=True)
    table.add_column("Range", justify="right", no_wrap=True)
    table.add_column("Known", justify="right", no_wrap=True)
    table.add_column("Label", ratio=4 if wide else 3)
    for practice in result.practices:
        table.add_row(*_row(practice, result, wide=wide))
    canvas.put(table)
    _legend(canvas, result)


def _names(canvas: Canvas, result: Result) -> None:
    """Draw names and figures alone, where there is room for no more."""
    table = Table(box=box.SIMPLE_HEAD, width=canvas.width, pad_edge=False, padding=(0, 1))
    table.add_column("Practice", ratio=1, overflow="fold")
    table.add_column("Points", justify="right", no_wrap=True)
    table.add_column("Range", justify="right", no_wrap=True)
    for practice in result.practices:
        name, _, points, span, *_ = _row(practice, result, wide=False)
        table.add_row(name, points, span)
    canvas.put(table)
    _legend(canvas, result)


def _row(practice: ScoredPractice, result: Result, *, wide: bool) -> list[Text]:
    overall = practice.overall
    rubric = result.rubric
    return [
        text(practice.title if wide else practice.id),
        bar(overall.low, overall.point, overall.high, 22 if wide else 14),
        text(sentences.points(overall.point, rubric), "bold"),
        text(f"{sentences.points(overall.low, rubric)}–{sentences.points(overall.high, rubric)}"),
        text(sentences.percent(overall.coverage)),
        text(sentences.short_label(practice.label, rubric)),
    ]


def _legend(canvas: Canvas, result: Result) -> None:
    rubric = result.rubric
    first = result.practices[0]
    members = composition.members(first)
    spread = Counter(sentences.short_label(practice.label, rubric) for practice in result.practices)
    counted = ", ".join(f"{count} {name}" for name, count in spread.most_common())
    canvas.put(text(f"{len(result.practices)} practices: {counted}."))
    canvas.put(
        text(
            f"{PROVEN} proven  {POSSIBLE} still possible  {POINT} points earned of what is known. "
            "Known: the share of the rubric that the record answers.",
            "dim",
        )
    )
    canvas.put(
        text(
            f"Overall: {sentences.method(first.overall.method)} of the {members}. "
            f"Rubric {rubric.id} {rubric.version}, as of {result.as_of}.",
            "dim",
        )
    )
