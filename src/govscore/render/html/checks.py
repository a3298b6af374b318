"""The outcome of a check: gates, findings and waivers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from govscore import rules
from govscore.render import outcomes, sentences
from govscore.render.html.words import page_words, say
from govscore.verdict import SEVERITIES, gravest

if TYPE_CHECKING:
    from collections.abc import Iterable

    from govscore.render.html.links import Links
    from govscore.render.html.site import Site
    from govscore.result.run import Finding, Gate
    from govscore.result.scored import ScoredPractice

MARKS = {"passed": "tick", "failed": "bad", "waived": "aside"}


@dataclass(frozen=True, slots=True)
class GateRow:
    """A gate: whom it judged, what it asked, what there was, and what would clear it."""

    href: str
    title: str
    name: str
    expected: str
    found: str
    state: str
    mark: str
    remedies: list[str]


def view(site: Site, link: Links) -> dict[str, Any]:
    """Make the view of the page."""
    verdict = site.verdict
    states = sorted(verdict.gates, key=lambda each: each[1] != "failed")
    found = verdict.beside(verdict.counted)
    return {
        "verdict": outcomes.summary(verdict),
        "passed": verdict.passed,
        "gates": [_row(site, link, gate, state) for gate, state in states],
        "groups": _groups(site, link, found),
        "codes": _codes(each.code for each in found),
        "levels": [each for each in SEVERITIES if any(one.level == each for one in found)],
        "count": len(found),
        "waived": [(each, outcomes.place(each), outcomes.excuse(each)) for each in verdict.waived],
    }


@dataclass(frozen=True, slots=True)
class FindingGroup:
    """The findings of a file, under the practice that it holds; without a title, of no one file."""

    title: str
    href: str
    findings: list[tuple[Finding, str, str, bool]]


def _groups(site: Site, link: Links, found: list[Finding]) -> list[FindingGroup]:
    """Group findings by file, that with the gravest first; within it the gravest first."""
    by_path: dict[str, list[Finding]] = {}
    for each in gravest(found):
        by_path.setdefault(each.path, []).append(each)
    return [_group(site, link, path, held) for path, held in by_path.items()]


def _group(site: Site, link: Links, path: str, held: list[Finding]) -> FindingGroup:
    scored = site.by_path.get(path)
    told = [
        (each, outcomes.place(each), outcomes.said(each), site.verdict.fails(each)) for each in held
    ]
    if scored is None:
        return FindingGroup(path or page_words().checks.elsewhere, "", told)
    return FindingGroup(scored[0].title, link.to(scored[1]), told)


def _codes(found: Iterable[str]) -> list[tuple[str, str]]:
    """Give what each code means, as its rule says it; a code of another version is left out."""
    return [(code, rules.rule(code).title) for code in sorted(set(found)) if code in rules.codes()]


def _row(site: Site, link: Links, gate: Gate, state: str) -> GateRow:
    found = site.by_path.get(gate.scope)
    expected, reached = outcomes.gate_figures(gate, site.result.rubric)
    return GateRow(
        href=link.to(found[1]) if found else "",
        title=found[0].title if found else gate.scope,
        name=_name(site, gate),
        expected=expected,
        found=reached,
        state=getattr(page_words().checks, state),
        mark=MARKS[state],
        remedies=_remedies(site, gate, found[0]) if found else [],
    )


def _name(site: Site, gate: Gate) -> str:
    """Name a gate: what it measures, and at which end."""
    words = page_words().checks.bars
    shorts = {branch.node.id: branch.short for branch in site.branches}
    named = getattr(words, gate.kind, gate.id)
    ends = {"low": words.low, "point": words.point} if not gate.is_share else {}
    parts = [named, shorts.get(gate.node, gate.node), ends.get(gate.on, "")]
    return ", ".join(each for each in parts if each)


def _remedies(site: Site, gate: Gate, practice: ScoredPractice) -> list[str]:
    """Say which criteria would clear a gate cheapest."""
    reached = {each.id: each for each in practice.criteria}
    rubric = site.result.rubric
    return [
        say(
            page_words().checks.way,
            title=site.criteria[each].title,
            step=sentences.next_step(
                reached[each], site.criteria[each], rubric, gained, with_fields=False
            ),
        )
        for each, gained in outcomes.brought(gate, rubric).items()
        if each in reached and each in site.criteria
    ]
