"""Many practices at a glance: the range of each, its coverage and its label."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from rich import box
from rich.table import Table

from govscore.render import sentences
from govscore.render.terminal.canvas import POINT, POSSIBLE, PROVEN, bar, text

if TYPE_CHECKING:
    from rich.text import Text

    from govscore.render.terminal.canvas import Canvas
    from govscore.result.run import Result, RubricInfo
    from govscore.result.scored import Label, ScoredPractice

_NARROW = 100


def draw(page: Canvas, result: Result) -> None:
    """Draw the summary."""
    wide = page.width >= _NARROW
    table = Table(box=box.SIMPLE_HEAD, width=page.width, pad_edge=False, padding=(0, 1))
    table.add_column("Practice", ratio=5, no_wrap=True, overflow="ellipsis")
    table.add_column("0 … 100", width=22 if wide else 14, no_wrap=True)
    table.add_column("Points", justify="right", no_wrap=True)
    table.add_column("Range", justify="right", no_wrap=True)
    table.add_column("Known", justify="right", no_wrap=True)
    table.add_column("Label", ratio=4 if wide else 3)
    for practice in result.practices:
        table.add_row(*_row(practice, result, wide=wide))
    page.put(table)
    _legend(page, result)


def _row(practice: ScoredPractice, result: Result, *, wide: bool) -> list[Text]:
    overall = practice.overall
    rubric = result.rubric
    return [
        text(practice.title if wide else practice.id),
        bar(overall.low, overall.point, overall.high, 22 if wide else 14),
        text(sentences.points(overall.point, rubric), "bold"),
        text(f"{sentences.points(overall.low, rubric)}–{sentences.points(overall.high, rubric)}"),
        text(sentences.percent(overall.coverage)),
        text(short_label(practice.label, rubric)),
    ]


def short_label(made: Label, rubric: RubricInfo) -> str:
    """Say the label in few words: the band, or the two ends."""
    if made.id is not None:
        return sentences.short_band(made.id)
    low, high = (sentences.short_band(each) for each in made.range)
    if made.range[0] == rubric.bands[0].id:
        return f"at most {high}" if made.range[1] != rubric.bands[-1].id else "open"
    return f"{low} to {high}"


def _legend(page: Canvas, result: Result) -> None:
    rubric = result.rubric
    spread = Counter(short_label(practice.label, rubric) for practice in result.practices)
    counted = ", ".join(f"{count} {name}" for name, count in spread.most_common())
    page.put(text(f"{len(result.practices)} practices: {counted}."))
    page.put(
        text(
            f"{PROVEN} proven  {POSSIBLE} still possible  {POINT} points earned of those settled. "
            "Known: the share of the rubric that the record settles.",
            "dim",
        )
    )
    page.put(
        text(
            f"Overall: {sentences.METHOD[result.practices[0].overall.method]} of the indicators. "
            f"Rubric {rubric.id} {rubric.version}, as of {result.as_of}.",
            "dim",
        )
    )
