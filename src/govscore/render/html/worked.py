"""How the points of a report's own first practice come about, in figures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from govscore.render import sentences
from govscore.render.html import figures
from govscore.render.html.words import page_words, say
from govscore.result.scored import LIVE
from govscore.scale import POINTS
from govscore.words import capital

if TYPE_CHECKING:
    from govscore.render.html.links import Links
    from govscore.render.html.site import Site
    from govscore.result.scored import Criterion, Node, Overall, ScoredPractice


@dataclass(frozen=True, slots=True)
class WorkedTable:
    """A sum: its members with weight, level, proven and possible points, and what they come to."""

    caption: str
    lines: list[tuple[str, str, str, str, str]]
    total: tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Worked:
    """The example: whose, its sums from the criteria up, and the label at the end."""

    title: str
    href: str
    tables: list[WorkedTable]
    label: str
    ruled_out: str


def worked(site: Site, link: Links) -> Worked | None:
    """Work through the first practice: one phase, its indicator, the overall, the label."""
    first = next(iter(site.result.practices), None)
    if first is None or not site.branches:
        return None
    rubric = site.result.rubric
    branch = site.branches[0]
    nodes = {each.id: each for each in first.nodes}
    leaf = nodes[branch.cells[0].id]
    tables = [_criteria(site, first, leaf)]
    if branch.leaves:
        below = [nodes[each.id] for each in branch.leaves if each.id in nodes]
        tables.append(_nodes(site, nodes[branch.node.id], below))
    tables.append(_overall(site, first))
    return Worked(
        title=first.title,
        href=link.to(site.pages[0]),
        tables=tables,
        label=capital(sentences.label(first.label, rubric)),
        ruled_out=sentences.ruled_out(first, rubric),
    )


def _criteria(site: Site, practice: ScoredPractice, leaf: Node) -> WorkedTable:
    live = [each for each in practice.criteria if each.under == leaf.id and each.status in LIVE]
    words = page_words().worked
    caption = say(words.criteria, node=leaf.title)
    return WorkedTable(
        caption, [_line(site, each) for each in live], _total(site, leaf.title, leaf)
    )


def _line(site: Site, found: Criterion) -> tuple[str, str, str, str, str]:
    level = sentences.levels(found)
    low, high = (_points(site, end * POINTS) for end in (found.low, found.high))
    return site.criteria[found.id].title, f"{found.weight:g}", level, low, high


def _nodes(site: Site, top: Node, below: list[Node]) -> WorkedTable:
    caption = say(page_words().worked.nodes, node=top.title)
    return WorkedTable(caption, [_part(site, each) for each in below], _total(site, top.title, top))


def _overall(site: Site, practice: ScoredPractice) -> WorkedTable:
    words = page_words()
    made = practice.overall
    method = sentences.METHOD.get(made.method, made.method)
    lines = [_part(site, each) for each in practice.indicators]
    title = words.compare.overall
    return WorkedTable(say(words.worked.overall, method=method), lines, _total(site, title, made))


def _part(site: Site, node: Node) -> tuple[str, str, str, str, str]:
    if node.low is None:
        return node.title, f"{node.weight:g}", page_words().overview.aside, "–", "–"
    low, high = (_points(site, end) for end in (node.low, node.high))
    return node.title, f"{node.weight:g}", "", low, high


def _total(site: Site, title: str, made: Node | Overall) -> tuple[str, str, str]:
    low, high = (_points(site, end) for end in (made.low, made.high))
    point = made.point
    unknown = page_words().overview.unknown
    told = unknown if point is None else figures.points(point, site.result.rubric)
    return say(page_words().worked.total, title=title, point=told), low, high


def _points(site: Site, value: float | None) -> str:
    """Show points with the rubric's decimals, so that the sums can be followed."""
    return sentences.points(value, site.result.rubric)
