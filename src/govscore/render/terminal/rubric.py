"""A rubric for people: its tree with shares, and every criterion with its levels and rules."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from rich.padding import Padding
from rich.table import Table

from govscore.measures import Reading
from govscore.measures.options import Options as OptionsMeasure
from govscore.measures.rules import Rules
from govscore.render import sentences
from govscore.render.terminal.canvas import Canvas, text
from govscore.rubric.model import CriterionSpec
from govscore.scoring.tree import Tree

if TYPE_CHECKING:
    from rich.console import RenderableType

    from govscore.measures import Measure
    from govscore.render.style import Style
    from govscore.rubric.compiled import Rubric
    from govscore.rubric.model import NodeSpec

_INDENT = 2
_DEEP = 5


def sheet(rubric: Rubric, options: Style) -> bytes:
    """Draw a whole rubric."""
    page = Canvas(options)
    _head(page, rubric)
    _tree(page, rubric)
    _bands(page, rubric)
    _facts(page, rubric)
    shares = _shares(rubric)
    page.put("", text("Criteria", "bold"))
    for criterion in rubric.spec.criteria:
        _criterion(page, criterion, shares[criterion.id])
    return page.done()


def _head(page: Canvas, rubric: Rubric) -> None:
    spec = rubric.spec
    page.put(text(spec.title, "bold"))
    about = f"{spec.rubric} {spec.version}"
    about += f", extends {spec.extends}" if spec.extends else ""
    page.put(text(f"{about}, {len(spec.criteria)} criteria"))
    if spec.source:
        page.put(text(spec.source, "dim"))
    missing = {"settle": "left out of the points, and shown", "zero": "counted as zero"}
    page.put(text(f"What is not known is {missing[spec.missing]}."))


def _shares(rubric: Rubric) -> dict[str, float]:
    """Give the shares of the whole where everything is due and applies."""
    open_ = {each.id: Reading.unassessed() for each in rubric.spec.criteria}
    return Tree(rubric, open_).shares


def _tree(page: Canvas, rubric: Rubric) -> None:
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
        table.add_row(name, text(weight), text(_percent(shares.get(entry.id, 0.0))))
    page.put("", table)


def _named(entry: NodeSpec | CriterionSpec) -> RenderableType:
    """Name a criterion by its id, a node by its title and, where it matters, its mean."""
    if isinstance(entry, CriterionSpec):
        return text(entry.id)
    plain = entry.aggregate == "arithmetic" and entry.under is not None
    return text(
        entry.title if plain else f"{entry.title} ({sentences.METHOD[entry.aggregate]})", "bold"
    )


def _percent(share: float) -> str:
    tenth = (Decimal(repr(round(share, 9))) * 100).quantize(Decimal("0.1"), ROUND_HALF_UP)
    return f"{tenth}%"


def _bands(page: Canvas, rubric: Rubric) -> None:
    page.put("", text("Bands", "bold"))
    for band in sorted(rubric.spec.bands, key=lambda each: -each.start):
        page.put(_inset(f"{band.title} ({band.id}), from {band.start:g} points"))
        _rule(page, "needs", band.needs)
    if rubric.spec.limits:
        page.put("", text("Limits", "bold"))
    for limit in rubric.spec.limits:
        page.put(_inset(f"{limit.id}: at most {limit.at_most}; {limit.says}".rstrip("; ")))
        _rule(page, "when", limit.when)


def _facts(page: Canvas, rubric: Rubric) -> None:
    if rubric.spec.facts:
        page.put("", text("Facts that rules name", "bold"))
    for name, fact in rubric.spec.facts.items():
        page.put(_inset(f"{name}: {fact.says}" if fact.says else name))
        _rule(page, "is", fact.value)
        _rule(page, "of", fact.of)
        _rule(page, "where", fact.where)


def _criterion(page: Canvas, criterion: CriterionSpec, share: float) -> None:
    page.put("", text(f"{criterion.id}  {criterion.title}", "bold"))
    about = [
        criterion.measure.kind,
        f"{criterion.claim} claim",
        f"under {criterion.under}",
        f"weight {criterion.weight:g}",
        f"{_percent(share)} of the whole",
        *(["essential"] if criterion.essential else []),
    ]
    page.put(_inset(", ".join(about), "dim"), _inset(criterion.question, "italic"))
    if criterion.na:
        page.put(_inset(f"Not applicable where {criterion.na}."))
    _measure(page, criterion.measure)


def _measure(page: Canvas, measure: Measure) -> None:
    if measure.key():
        page.put(_inset(f"reads indicator_values: {measure.key()}"))
    if isinstance(measure, Rules):
        _rule(page, "not applicable when", measure.na_when)
        _rule(page, "scored when", measure.assessed)
    if isinstance(measure, OptionsMeasure):
        for option, points in measure.options.items():
            page.put(_inset(f"{option}: {points:g} points"))
        return
    for name, words in measure.names().items():
        page.put(_item("☐", f"{name}: {words}"))
    sources = measure.sources()
    for level, words in sorted(measure.descriptors().items(), reverse=True):
        page.put(_item(str(level), words))
        _rule(page, "to reach it:", measure.advice().get(level))
        _rule(page, "when", sources.get(f"levels/{level}/when"))


def _item(mark: str, words: str) -> Padding:
    row = Table.grid(padding=(0, 2))
    row.add_row(text(mark), text(words))
    return Padding(row, (0, 0, 0, _INDENT))


def _rule(page: Canvas, word: str, source: str | None) -> None:
    if source:
        one_line = " ".join(source.split())
        page.put(Padding(text(f"{word} {one_line}", "cyan"), (0, 0, 0, _DEEP)))


def _inset(words: str, style: str = "") -> Padding:
    return Padding(text(words, style), (0, 0, 0, _INDENT))
