"""The overview: practices on one axis, labels, heat map, criteria, lenses, data.

A row holds no more than what differs from row to row, and is drawn as one string, so that a
thousand stay one light page.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from govscore.render import outcomes, sentences
from govscore.render.html import (
    checks,
    collection,
    fields,
    figures,
    headline,
    marks,
    ranges,
    shapes,
)
from govscore.render.html.engine import filled
from govscore.render.html.filters import filters, numbers, searched, tokens
from govscore.render.html.lenses import lenses
from govscore.render.html.publication import citation
from govscore.render.html.record import identity
from govscore.render.html.words import page_words
from govscore.result.scored import LIVE
from govscore.titles import title

if TYPE_CHECKING:
    from govscore.render.html.links import Links, Page
    from govscore.render.html.site import Site
    from govscore.result.scored import Label, Node, ScoredPractice

_FADES = ((0.85, 4), (0.6, 3), (0.45, 2))
"""From which known share on a cell has which strength of its colour; below the last, the least."""


@dataclass(frozen=True, slots=True)
class PracticeRow:
    """A practice in the table and in the heat map, drawn; its title is what they are sorted by."""

    title: str
    line: Markup
    heat: Markup


def view(site: Site, link: Links) -> dict[str, Any]:
    """Make the view of the page."""
    offered = filters(site)
    known = numbers(offered)
    pages = zip(site.result.practices, site.pages, site.marks, strict=True)
    rows = [_row(site, link, known, *each) for each in pages]
    rubric = site.result.rubric
    return {
        "answer": headline.headline(site),
        "rows": sorted(rows, key=lambda each: fields.plain(each.title)),
        "filters": offered,
        "symbol": ranges.lines(rubric),
        "axis": ranges.head(rubric),
        "marks": [
            (name, marks.ICONS[name], getattr(page_words().marks, name)) for name in _held(site)
        ],
        "spread": headline.spread(site),
        "criteria": collection.criteria(site, link),
        "lenses": lenses(site),
        "checks": SimpleNamespace(**checks.view(site, link))
        if site.has_checks and not rows
        else None,
        "verdict": outcomes.summary(site.verdict) if site.shows_checks else "",
        "citation": citation(site.result, site.publication),
    }


def _held(site: Site) -> list[str]:
    carried = {name for names in site.marks for name in names}
    return [name for name in marks.ICONS if name in carried]


def _row(
    site: Site,
    link: Links,
    known: dict[str, str],
    practice: ScoredPractice,
    page: Page,
    carried: list[str],
) -> PracticeRow:
    held = tokens(practice, site.result.rubric, carried)
    found = " ".join(known[each] for each in held if each in known)
    nodes = {each.id: each for each in practice.nodes}
    name = filled('<a href="{}">{}</a>', link.to(page), practice.title)
    cells = (nodes.get(node.id) for branch in site.branches for node in branch.cells)
    return PracticeRow(
        title=practice.title,
        line=_line(site, practice, name, found, carried),
        heat=filled(
            "<tr><th scope=row>{}</th>{}</tr>",
            practice.title if site.is_large else name,
            Markup("").join(_heat(site, practice, each) for each in cells),
        ),
    )


_LINE = (
    '<tr data-f="{}" data-s="{}" data-id="{}"><th scope=row>{}'
    "<small>{}</small></th><td data-v={}>{}</td><td class={} "
    "data-v={}>{}</td><td class=marks>{}</td>"
    '<td class=n data-n="{}">{}</td>{}</tr>'
)


def _line(
    site: Site,
    practice: ScoredPractice,
    name: Markup,
    found: str,
    carried: list[str],
) -> Markup:
    rubric = site.result.rubric
    nodes = {each.id: each for each in practice.nodes}
    made = practice.overall
    unknown = page_words().overview.unknown
    drawn = ranges.plot(made, conflict="conflict" in carried)
    label, _, could = sentences.label(practice.label, rubric).partition("; ")
    return filled(
        _LINE,
        found,
        searched(practice),
        practice.id,
        name,
        _about(practice.record),
        figures.proven_first(made),
        Markup(drawn + ranges.told(made, rubric, unknown)),  # noqa: S704 - figures, and our word escaped
        label_mark(practice.label),
        rank(practice.label, site.result.order),
        filled("{}<small>{}</small>", label[:1].upper() + label[1:], could),
        marks.drawn(carried),
        page_words().overview.known,
        sentences.percent(made.coverage),
        Markup("").join(
            _indicator(site, practice, nodes.get(branch.node.id), branch.short)
            for branch in site.branches
        ),
    )


def _indicator(site: Site, practice: ScoredPractice, node: Node | None, short: str) -> Markup:
    """Draw the range of an indicator, its point if it has one, and why where it has neither."""
    if node is None or node.low is None:
        return filled('<td data-k="{}"><small>{}</small></td>', short, _aside(practice, node))
    told = ranges.told(node, site.result.rubric, page_words().overview.unknown)
    return filled(
        '<td data-k="{}" data-v={}>{}</td>',
        short,
        figures.proven_first(node),
        Markup(ranges.small(node) + told),  # noqa: S704 - figures, and our word escaped
    )


def _heat(site: Site, practice: ScoredPractice, node: Node | None) -> Markup:
    """Draw a cell, fainter the less of it is known; without a point, its range on no colour."""
    if node is None or node.low is None:
        return filled("<td class=hx>{}</td>", _aside(practice, node))
    rubric = site.result.rubric
    if node.point is None:
        return filled("<td class=hu>{}</td>", figures.span(node, rubric))
    strength = next((s for share, s in _FADES if (node.coverage or 0.0) >= share), 1)
    low, point = (figures.points(each, rubric) for each in (node.low, node.point))
    proven = filled(" data-v={}", low) if low != point else ""
    cell = '<td class="h{} k{}"{}>{}</td>'
    return filled(cell, shapes.shade(node.band, rubric), strength, proven, point)


def _aside(practice: ScoredPractice, node: Node | None) -> str:
    """Say why a node has no range: its criteria are not due yet, or do not apply."""
    words = page_words().overview
    below = {
        each.status for each in practice.criteria if node is not None and each.under == node.id
    }
    told: str = (
        words.not_due if below and not below & LIVE and "not_yet_due" in below else words.aside
    )
    return told


def _about(item: fields.Item) -> str:
    level = title("level", fields.text(fields.section(item, "jurisdiction"), "level"))
    return " · ".join(each for each in (identity.place(item), level) if each)


def label_mark(label: Label) -> str:
    """Give the shape of a label: firm, as it looks so far, or open."""
    if label.id is not None:
        return "full"
    return "half" if label.so_far is not None else "open"


def rank(label: Label, order: dict[str, int]) -> int:
    """Order labels by what is certain, then by what is possible, then by what it looks like."""
    low, high = (order.get(each, 0) for each in label.range)
    seen = order.get(label.id or label.so_far or "", -1) + 1
    return (low * 10 + high) * 10 + seen
