"""A rubric for people: its tree with shares, and every criterion with its levels and rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from govscore.measures._measure import Reading
from govscore.render import sentences
from govscore.render.terminal.canvas import Canvas, text
from govscore.rubric.model import CriterionSpec
from govscore.scale import percent
from govscore.scoring.tree import Tree

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rich.console import RenderableType

    from govscore.measures._measure import Measure
    from govscore.render.style import Style
    from govscore.rubric.compiled import Rubric
    from govscore.rubric.model import NodeSpec

_INDENT = 2
_DEEP = 5


def sheet(rubric: Rubric, style: Style) -> bytes:
    """Draw a whole rubric."""
    canvas = Canvas(style)
    _head(canvas, rubric)
    _tree(canvas, rubric)
    _bands(canvas, rubric)
    _facts(canvas, rubric)
    shares = _shares(rubric)
    canvas.put("", text("Criteria", "bold"))
    for criterion in rubric.spec.criteria:
        canvas.put()
        _criterion(canvas, criterion, shares[criterion.id])
    return canvas.done()


def one(rubric: Rubric, criterion: str, handbook: Sequence[str], style: Style) -> bytes:
    """Draw one criterion, and below it the paragraphs that a handbook has on it."""
    canvas = Canvas(style)
    [spec] = [each for each in rubric.spec.criteria if each.id == criterion]
    _criterion(canvas, spec, _shares(rubric)[criterion])
    if handbook:
        canvas.put("", text("Handbook", "bold"))
    for paragraph in handbook:
        point = paragraph.removeprefix("- ")
        canvas.put(_inset(paragraph) if point == paragraph else _item("-", point))
    return canvas.done()


def _head(canvas: Canvas, rubric: Rubric) -> None:
    spec = rubric.spec
    canvas.put(text(spec.title, "bold"))
    about = f"{spec.rubric} {spec.version}"
    about += f", extends {spec.extends}" if spec.extends else ""
    canvas.put(text(f"{about}, {len(spec.criteria)} criteria"))
    if spec.source:
        canvas.put(text(spec.source, "dim"))
    missing = {
        "settle": "left out of the points, and shown",
        "zero": "counted as zero",
        "nest": "left out of the points level by level, and shown",
    }
    canvas.put(text(f"What is not known is {missing[spec.missing]}."))


def _shares(rubric: Rubric) -> Mapping[str, float]:
    """Give the shares of the whole where everything is due and applies."""
    open_ = {each.id: Reading.unassessed() for each in rubric.spec.criteria}
    return Tree(rubric, open_).shares


def _tree(canvas: Canvas, rubric: Rubric) -> None:
    table = Table.grid(padding=(0, 2), pad_edge=False, expand=True)
    table.add_column(ratio=1)
    table.add_column(justify="right")
    table.add_column(justify="right")
    table.add_row(text("Tree", "bold"), text("weight", "dim"), text("share", "dim"))
    shares = _shares(rubric)
    pending: list[tuple[NodeSpec | CriterionSpec, int]] = [(rubric.root, 0)]
    while pending:
        entry, depth = pending.pop()
        below = rubric.members.get(entry.id, [])
        pending += [(each, depth + 1) for each in reversed(below)]
        name = Padding(_named(entry), (0, 0, 0, depth * _INDENT))
        weight = f"{entry.weight:g}" if depth else ""
        table.add_row(name, text(weight), text(percent(shares.get(entry.id, 0.0), 1, "half-up")))
    canvas.put("", table)


def _named(entry: NodeSpec | CriterionSpec) -> RenderableType:
    """Name a criterion by its id, a node by its title, its id and, where it matters, its mean."""
    if isinstance(entry, CriterionSpec):
        return text(entry.id)
    plain = entry.mean == "arithmetic" and entry.under is not None
    mean = "" if plain else f" ({sentences.method(entry.mean)})"
    return Text.assemble(text(f"{entry.title}{mean}", "bold"), text(f"  {entry.id}", "dim"))


def _bands(canvas: Canvas, rubric: Rubric) -> None:
    canvas.put("", text("Bands", "bold"))
    for band in sorted(rubric.spec.bands, key=lambda each: -each.start):
        said = f"{band.title} ({band.id}), from {band.start:g} points; {band.says}"
        canvas.put(_inset(said.rstrip("; ")))
        _rule(canvas, "needs", band.needs)
    if rubric.spec.limits:
        canvas.put("", text("Limits", "bold"))
    for limit in rubric.spec.limits:
        canvas.put(_inset(f"{limit.id}: at most {limit.at_most}; {limit.says}".rstrip("; ")))
        _rule(canvas, "when", limit.when)


def _facts(canvas: Canvas, rubric: Rubric) -> None:
    if rubric.spec.facts:
        canvas.put("", text("Facts that rules name", "bold"))
    for name, fact in rubric.spec.facts.items():
        canvas.put(_inset(f"{name}: {fact.says}" if fact.says else name))
        _rule(canvas, "is", fact.value)
        _rule(canvas, "of", fact.of)
        _rule(canvas, "where", fact.where)


def _criterion(canvas: Canvas, criterion: CriterionSpec, share: float) -> None:
    canvas.put(text(f"{criterion.id}  {criterion.title}", "bold"))
    about = [
        criterion.measure.kind,
        f"{criterion.claim} claim",
        f"under {criterion.under}",
        f"weight {criterion.weight:g}",
        f"{percent(share, 1, 'half-up')} of the whole",
        *(["essential"] if criterion.essential else []),
    ]
    canvas.put(_inset(", ".join(about), "dim"), _inset(criterion.question, "italic"))
    if criterion.na:
        canvas.put(_inset(f"Not applicable where {criterion.na}."))
    _measure(canvas, criterion.measure)
    for ask in criterion.asks:
        canvas.put(_item("?", ask.question))
        _rule(canvas, "in", ask.field)


def _measure(canvas: Canvas, measure: Measure) -> None:
    """Draw the lines of a measure: what belongs to a level below it, the others by their sign."""
    below = {*measure.sources().values(), *measure.advice().values()}
    for mark, words in measure.describe():
        if words in below:
            _rule(canvas, mark, words)
        else:
            canvas.put(_item(mark, words) if mark else _inset(words))


def _item(mark: str, words: str) -> Padding:
    row = Table.grid(padding=(0, 2))
    row.add_row(text(mark), text(words))
    return Padding(row, (0, 0, 0, _INDENT))


def _rule(canvas: Canvas, word: str, source: str | None) -> None:
    if source:
        one_line = " ".join(source.split())
        canvas.put(Padding(text(f"{word} {one_line}", "cyan"), (0, 0, 0, _DEEP)))


def _inset(words: str, style: str = "") -> Padding:
    return Padding(text(words, style), (0, 0, 0, _INDENT))
