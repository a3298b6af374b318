"""The criteria of a practice: the level reached, why, on what evidence, and what would raise it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from govscore.render import _words
from govscore.render.html import reasons, shapes
from govscore.render.html.links import METHOD, slug
from govscore.render.html.words import capital, listed, page_words, say

if TYPE_CHECKING:
    from govscore.render.html.reasons import Check, Opinion, Reason
    from govscore.render.html.subject import Source, Subject
    from govscore.result import Criterion, CriterionWords, Node, Selection

_MARKS = {"unassessed": "open", "not_applicable": "aside", "not_yet_due": "aside", "error": "bad"}


@dataclass(frozen=True, slots=True)
class View:
    """A criterion as its part of the page shows it."""

    id: str
    anchor: str
    href: str
    method: str
    words: CriterionWords
    status: str
    known: bool
    mark: str
    pips: list[str]
    level: str
    claim: str
    descriptor: str
    why: str
    override: str
    reasons: list[Reason]
    selections: list[Selection]
    checks: list[Check]
    opinions: list[Opinion]
    evidence: list[tuple[Source, int]]
    step: str
    gain: float


@dataclass(frozen=True, slots=True)
class Group:
    """The criteria under one node of the rubric."""

    node: Node
    views: list[View]


@dataclass(frozen=True, slots=True)
class Chapter:
    """The criteria under one top node, group by group."""

    node: Node
    anchor: str
    groups: list[Group]


def chapters(subject: Subject, views: list[View]) -> list[Chapter]:
    """Put the criteria in the order of the rubric's tree."""
    under = {each.id: each.under for each in subject.practice.criteria}
    nodes = {each.id: each for each in subject.practice.nodes}
    made: dict[str, dict[str, list[View]]] = {}
    for view in views:
        parent = under[view.id]
        made.setdefault(_top(parent, nodes), {}).setdefault(parent, []).append(view)
    return [
        Chapter(
            node=nodes[top],
            anchor=subject.anchor(f"part-{slug(top)}"),
            groups=[Group(nodes[name], each) for name, each in groups.items()],
        )
        for top, groups in made.items()
    ]


def _top(node: str, nodes: dict[str, Node]) -> str:
    seen = set()
    while (parent := nodes[node].parent) in nodes and node not in seen:
        seen.add(node)
        node = str(parent)
    return node


def view(subject: Subject, criterion: Criterion) -> View:
    """Make the view of a criterion."""
    words = subject.book.criteria[criterion.id]
    part = slug(criterion.id)
    return View(
        id=criterion.id,
        anchor=subject.anchor(part),
        href=subject.to(part),
        method=subject.link.to(METHOD, part),
        words=words,
        status=_words.STATUS[criterion.status],
        known=criterion.credited is not None,
        mark=_MARKS.get(criterion.status, "bad" if criterion.high == 0 else ""),
        pips=shapes.pips(criterion),
        level=_level(subject, criterion),
        claim=_claim(criterion),
        **_said(criterion, words),
        override=_override(criterion),
        reasons=reasons.reasons(subject, criterion),
        selections=criterion.selections,
        checks=reasons.checks(subject, criterion, words),
        opinions=reasons.opinions(subject, criterion.id),
        evidence=[
            (subject.sources[each.id], each.strength)
            for each in criterion.evidence
            if each.id in subject.sources
        ],
        step=capital(_words.next_step(criterion, words, subject.book.result.rubric)),
        gain=criterion.next.gain if criterion.next else 0.0,
    )


def _level(subject: Subject, criterion: Criterion) -> str:
    """Say the level credited, and the rubric's word for it."""
    if criterion.credited is None:
        return capital(_words.STATUS[criterion.status])
    shown = _words.level(criterion.credited)
    scale = subject.book.result.rubric.scale.get(shown, "")
    sentence = page_words().criteria.level if scale else page_words().criteria.bare_level
    return say(sentence, level=shown, scale=scale)


def _claim(criterion: Criterion) -> str:
    """Say what was claimed beyond what is credited, and what is still open."""
    words = page_words().criteria
    parts = []
    if criterion.claimed is not None and criterion.credited is not None:
        if criterion.claimed > criterion.credited:
            parts.append(say(words.claimed, level=_words.level(criterion.claimed)))
        if criterion.status == "partial":
            parts.append(say(words.could_be, level=_words.level(criterion.high)))
    return " ".join(parts)


def _said(criterion: Criterion, words: CriterionWords) -> dict[str, str]:
    """Give the descriptor of the level credited and the reason, without saying one thing twice."""
    credited = words.levels.get(_words.level(criterion.credited), "")
    claimed = words.levels.get(_words.level(criterion.claimed), "")
    reason = _words.because(criterion, words)
    if criterion.opinions if hasattr(criterion, "opinions") else False:
        reason = ""
    for descriptor in (claimed, credited):
        reason = reason.removeprefix(descriptor).strip()
    return {"descriptor": credited, "why": reason}


def _override(criterion: Criterion) -> str:
    if criterion.override is None:
        return ""
    words = page_words().criteria
    derived = criterion.override.derived
    return say(
        words.override if derived is not None else words.override_open,
        who=listed(criterion.override.assessors),
        level=criterion.override.level,
        derived=_words.level(derived),
    )
