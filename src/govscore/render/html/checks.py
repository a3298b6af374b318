"""The outcome of a check: gates, findings and waivers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from govscore.render import _gates, outcomes, sentences
from govscore.render.html.words import page_words, say

if TYPE_CHECKING:
    from govscore.render.html.links import Links
    from govscore.render.html.site import Site
    from govscore.result.run import Gate
    from govscore.result.scored import ScoredPractice

MARKS = {"passed": "tick", "failed": "bad", "waived": "aside"}


@dataclass(frozen=True, slots=True)
class Bar:
    """A gate: whom it judged, what it asked, what there was, and what would clear it."""

    href: str
    title: str
    name: str
    expected: str
    found: str
    state: str
    mark: str
    ways: list[str]


def view(book: Site, link: Links) -> dict[str, Any]:
    """Make the view of the page."""
    result = book.result
    states = sorted(_gates.states(result), key=lambda each: each[1] != "failed")
    findings = _gates.beside(outcomes.counted(result), result)
    return {
        "verdict": outcomes.summary(result, book.options),
        "passed": outcomes.passed(result, book.options),
        "gates": [_bar(book, link, gate, state) for gate, state in states],
        "findings": [
            (each, outcomes.place(each), outcomes.said(each), outcomes.fails(each, book.options))
            for each in outcomes.gravest(findings)
        ],
        "waived": [
            (each, outcomes.place(each), outcomes.excuse(each)) for each in outcomes.waived(result)
        ],
    }


def _bar(book: Site, link: Links, gate: Gate, state: str) -> Bar:
    found = book.by_path.get(gate.scope)
    expected, reached = _gates.figures(gate, book.result.rubric)
    return Bar(
        href=link.to(found[1]) if found else "",
        title=found[0].title if found else gate.scope,
        name=_name(book, gate),
        expected=expected,
        found=reached,
        state=getattr(page_words().checks, state),
        mark=MARKS[state],
        ways=_ways(book, gate, found[0]) if found else [],
    )


def _name(book: Site, gate: Gate) -> str:
    """Name a bar: what it measures, and at which end."""
    words = page_words().checks.bars
    kind, _, node = gate.id.partition(":")
    shorts = {branch.node.id: branch.short for branch in book.branches}
    named = getattr(words, kind, gate.id)
    ends = {"low": words.low, "point": words.point} if kind != "coverage" else {}
    parts = [named, shorts.get(node, node), ends.get(gate.on, "")]
    return ", ".join(each for each in parts if each)


def _ways(book: Site, gate: Gate, practice: ScoredPractice) -> list[str]:
    """Say which criteria would clear a bar cheapest."""
    reached = {each.id: each for each in practice.criteria}
    return [
        say(
            page_words().checks.way,
            title=book.criteria[each].title,
            step=sentences.next_step(reached[each], book.criteria[each], book.result.rubric),
        )
        for each in gate.cheapest
        if each in reached and each in book.criteria
    ]
