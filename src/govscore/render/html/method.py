"""The method: what the rubric asks, what it weighs, and how points and labels are made."""

from __future__ import annotations

from dataclasses import dataclass
from math import fsum
from typing import TYPE_CHECKING, Any

from govscore import measures
from govscore.render import composition, sentences
from govscore.render.composition import part
from govscore.render.html import answers, figures
from govscore.render.html.criteria import plain
from govscore.render.html.links import METHOD, slug
from govscore.render.html.words import page_words, say
from govscore.render.html.worked import worked
from govscore.scale import percent
from govscore.words import capital

if TYPE_CHECKING:
    from govscore.render.html.links import Links
    from govscore.render.html.site import Site
    from govscore.result.run import CriterionWords
    from govscore.result.scored import ScoredPractice


@dataclass(frozen=True, slots=True)
class Entry:
    """A criterion: its words, its weight among its neighbours, and its share of the whole."""

    words: CriterionWords
    anchor: str
    weight: str
    share: str
    levels: list[tuple[str, str, str]]
    claim: str
    kind: str


@dataclass(frozen=True, slots=True)
class Block:
    """The criteria under one node, with the titles of the nodes above it."""

    title: str
    share: str
    entries: list[Entry]


def view(site: Site, link: Links) -> dict[str, Any]:
    """Make the view of the page."""
    rubric = site.result.rubric
    first = next(iter(site.result.practices), None)
    method = first.overall.method if first else ""
    return {
        "blocks": _blocks(site, link),
        "drawing": _drawing(site, sentences.METHOD.get(method, method)),
        "worked": worked(site, link),
        "how": _how(site, sentences.METHOD.get(method, method)),
        "bands": [
            (capital(each.title), figures.points(each.start, rubric), each.says)
            for each in reversed(rubric.bands)
        ],
        "limits": [
            (capital(answers.name(site, name)), says) for name, says in rubric.limits.items()
        ],
    }


_STEP = 56
"""How far apart the boxes of the drawing are."""


def _drawing(site: Site, method: str) -> list[tuple[int, str, str]]:
    """Give the boxes of the drawing, from the record down to the label: height, title, text."""
    words = page_words().method.drawing
    leaves = sum(len(branch.leaves) for branch in site.branches)
    parts = {
        "criteria": len(site.result.rubric.criteria),
        "parts": leaves,
        "indicators": len(site.branches),
        "method": method,
    }
    boxes = [
        (title, told)
        for name, (title, told) in vars(words.boxes).items()
        if leaves or name != "parts"
    ]
    return [
        (6 + number * _STEP, say(title, **parts), say(told, **parts))
        for number, (title, told) in enumerate(boxes)
    ]


def _how(site: Site, method: str) -> list[str]:
    """Tell how points and labels are made, without what the rubric leaves unused."""
    words = page_words().method
    rubric = site.result.rubric
    first = next(iter(site.result.practices), None)
    least, firm = rubric.overall_coverage, rubric.firm_coverage
    told = {
        "missing": words.zero if site.missing_is_zero else words.settle,
        "method": method,
        "members": composition.members(first, counted=True) if first else "",
        "least": say(words.least, share=sentences.percent(least)) if least else "",
        "firm": say(words.firm, share=sentences.percent(firm)) if firm else "",
    }
    return [say(sentence, **told) for sentence in words.how]


def shares(practice: ScoredPractice) -> dict[str, float]:
    """Give the share of the whole of every node and criterion, all due and applicable."""
    members: dict[str | None, list[tuple[str, float]]] = {}
    for node in practice.nodes:
        members.setdefault(node.parent, []).append((node.id, node.weight))
    for criterion in practice.criteria:
        members.setdefault(criterion.under, []).append((criterion.id, criterion.weight))
    known = {each.id for each in practice.nodes}
    found = {parent: 1.0 for parent in members if parent not in known}
    pending = list(found)
    while pending:
        parent = pending.pop()
        total = fsum(weight for _, weight in members[parent])
        for name, weight in members[parent]:
            found[name] = found[parent] * weight / total
            if name in members and name in known:
                pending.append(name)
    return {name: share for name, share in found.items() if name is not None}


def _blocks(site: Site, link: Links) -> list[Block]:
    first = next(iter(site.result.practices), None)
    if first is None:
        entries = [_entry(each, link, 0.0, 0.0) for each in site.result.rubric.criteria]
        return [Block("", "", entries)]
    share = shares(first)
    blocks: dict[str, Block] = {}
    for criterion in first.criteria:
        name = criterion.under
        title = part(first, name) or page_words().profile.right_under
        block = blocks.setdefault(name, Block(title, percent(share[name], 1, "half-up"), []))
        words = site.criteria[criterion.id]
        block.entries.append(_entry(words, link, criterion.weight, share[criterion.id]))
    return list(blocks.values())


def _entry(words: CriterionWords, link: Links, weight: float, share: float) -> Entry:
    told = page_words().method
    return Entry(
        words=words,
        anchor=link.anchor(METHOD, slug(words.id)),
        weight=f"{weight:g}" if weight else "",
        share=percent(share, 1, "half-up") if share else "",
        levels=[
            (level, plain(words, says), words.rules.get(level, ""))
            for level, says in sorted(words.levels.items())
        ],
        claim=getattr(told.claims, words.claim, words.claim),
        kind=measures.of(words.kind).decided or words.kind,
    )
