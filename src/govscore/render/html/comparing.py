"""Practices side by side: the data a browser draws them from, and the page of one comparison."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from govscore.render import comparison, sentences
from govscore.render.html import fields, figures, marks, ranges
from govscore.render.html.links import METHOD, slug
from govscore.render.html.record import law
from govscore.render.html.words import page_words
from govscore.result.scored import LIVE
from govscore.words import capital

if TYPE_CHECKING:
    from govscore.render.html.links import Links, Page
    from govscore.render.html.site import Site
    from govscore.result.comparison import Comparison
    from govscore.result.scored import Criterion, Node, ScoredPractice


def view(site: Site, link: Links) -> dict[str, Any]:
    """Make the view of the page: its data as JSON, in which no text can end the element."""
    document = json.dumps(_data(site, link), ensure_ascii=False, separators=(",", ":"))
    return {"data": document.replace("<", "\\u003c"), "symbol": ranges.lines(site.result.rubric)}


def _data(site: Site, link: Links) -> dict[str, Any]:
    """Gather what all practices share, then each practice by position: nodes, criteria, marks."""
    words = page_words()
    nodes = [node for branch in site.branches for node in (branch.node, *branch.leaves)]
    tops = {branch.node.id for branch in site.branches}
    pages = zip(site.result.practices, site.pages, site.marks, strict=True)
    return {
        "words": vars(words.compare)
        | {"unknown_share": words.overview.unknown, "aside": words.overview.aside},
        "nodes": [(node.title, node.id in tops) for node in nodes],
        "criteria": [
            (each.title, link.to(METHOD, slug(each.id))) for each in site.result.rubric.criteria
        ],
        "practices": [_practice(site, link, nodes, *each) for each in pages],
    }


def _practice(
    site: Site,
    link: Links,
    nodes: list[Node],
    practice: ScoredPractice,
    page: Page,
    carried: list[str],
) -> dict[str, Any]:
    rubric = site.result.rubric
    held = {each.id: each for each in practice.nodes}
    rated = {each.id: each for each in practice.criteria}
    made = practice.overall
    return {
        "id": practice.id,
        "title": practice.title,
        "href": link.to(page),
        "label": capital(sentences.label(practice.label, rubric)),
        "known": sentences.percent(made.coverage),
        "overall": [
            made.low,
            made.point,
            made.high,
            figures.span(made, rubric),
            _point(made.point, site),
        ],
        "nodes": [_node(held.get(node.id), site) for node in nodes],
        "criteria": [_criterion(rated.get(each.id)) for each in rubric.criteria],
        "marks": [getattr(page_words().marks, name) for name in carried],
        "conflicts": [
            law.breach(item)
            for fact in practice.breaches
            if isinstance(item := fields.at(practice.record, fact.pointer), dict)
        ],
    }


def _point(value: float | None, site: Site) -> str:
    return "" if value is None else figures.points(value, site.result.rubric)


def _node(node: Node | None, site: Site) -> list[Any] | None:
    if node is None or node.low is None:
        return None
    span = figures.span(node, site.result.rubric)
    return [node.low, node.point, node.high, span, _point(node.point, site), node.certainty or ""]


def _criterion(found: Criterion | None) -> list[Any] | None:
    """Give low, high, what is shown of the level, and the strongest evidence; nothing set aside."""
    if found is None or found.status not in LIVE:
        return None
    shown = "" if found.credited is None else sentences.levels(found)
    strength = max((each.strength for each in found.evidence), default=0)
    return [found.low, found.high, shown, strength]


def sides(study: Comparison) -> dict[str, Any]:
    """Make the view of one comparison, from the same sentences as its table in a terminal."""
    rubric = study.rubric
    letters = comparison.letters(study)
    return {
        "sides": [
            (letter, each.title, capital(sentences.label(each.label, rubric)), _marked(study, each))
            for letter, each in zip(letters, study.practices, strict=True)
        ],
        "symbol": ranges.lines(rubric),
        "rows": _rows(study),
        "criteria": _criteria(study),
        "differing": [
            (title, [(letter, *told) for letter, told in zip(letters, given, strict=True)])
            for title, given in comparison.differing(study)
        ],
        "documents": list(comparison.documents(study)),
    }


def _marked(study: Comparison, practice: ScoredPractice) -> list[str]:
    essential = {each.id for each in study.rubric.criteria if each.essential}
    words = page_words().marks
    return [getattr(words, name) for name in marks.carried(practice, essential)]


def _rows(study: Comparison) -> list[tuple[str, bool, list[tuple[Any, str]], str]]:
    """Give the overall and each node: whether it is a part of another, its ranges, the verdict."""
    words = page_words()
    tops = {each.id for each in study.practices[0].indicators}
    held = [{node.id: node for node in each.nodes} for each in study.practices]
    overall = [_cell(study, each.overall) for each in study.practices]
    rows = [(words.compare.overall, False, overall, _verdict(study.overall))]
    for each in study.nodes:
        cells = [_cell(study, of.get(each.id)) for of in held]
        title = held[0][each.id].title
        rows.append((title, each.id not in tops, cells, _verdict(each.verdict)))
    return rows


def _cell(study: Comparison, node: Any) -> tuple[Any, str]:  # noqa: ANN401 - a node or the overall
    words = page_words().overview
    if node is None or node.low is None:
        return Markup(""), words.aside
    told = ranges.told(node, study.rubric, words.unknown)
    return Markup(ranges.small(node) + told), ""  # noqa: S704 - figures, and our word escaped


def _verdict(verdict: str) -> str:
    words = page_words().compare
    told: str = {"differs": words.differs, "may differ": words.may, "same": words.same}[verdict]
    return told


_ORDER = {"differs": 0, "may differ": 1, "same": 2}


def _criteria(study: Comparison) -> list[tuple[str, list[tuple[str, int]], str]]:
    """Give the criteria, those that differ first: level and strength of each side."""
    titles = {each.id: each.title for each in study.rubric.criteria}
    rated = [{each.id: each for each in practice.criteria} for practice in study.practices]
    return [
        (
            titles.get(each.id, each.id),
            [_level(of[each.id]) for of in rated],
            _verdict(each.verdict),
        )
        for each in sorted(study.criteria, key=lambda one: _ORDER[one.verdict])
    ]


def _level(found: Criterion) -> tuple[str, int]:
    words = page_words()
    made = _criterion(found)
    if made is None:
        return words.overview.aside, 0
    return made[2] or words.compare.not_known, made[3]
