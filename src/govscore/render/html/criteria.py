"""The criteria of a practice: the level reached, why, on what evidence, and what would raise it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from govscore import measures, scale
from govscore.render import sentences
from govscore.render.html import figures, questions, reasons
from govscore.render.html.links import METHOD, slug
from govscore.render.html.words import count, page_words, say
from govscore.words import capital, listed, spaced

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govscore.render.html.reasons import Check, Opinion, Reason
    from govscore.render.html.subject import Source, Subject
    from govscore.result.run import CriterionWords
    from govscore.result.scored import Criterion, Selection

MET = 3
"""From this level on a criterion is met in substance."""

_MARKS = {"unassessed": "open", "not_applicable": "aside", "not_yet_due": "aside", "error": "error"}


class View(NamedTuple):
    """A criterion as its part of the page shows it."""

    id: str
    anchor: str
    href: str
    method: str
    words: CriterionWords
    mark: str
    pips: tuple[str, ...]
    level: str
    claim: str
    descriptor: str
    why: str
    override: str
    reasons: list[Reason]
    selections: list[Selection]
    checks: list[Check]
    asked: str
    opinions: list[Opinion]
    evidence: list[tuple[Source, int]]
    still_open: list[str]
    step: str
    gain: float
    gain_text: str
    credited: float
    inferred: bool

    @property
    def met(self) -> bool:
        """Tell whether it is met in substance or in full."""
        return self.credited >= MET


@dataclass(frozen=True, slots=True)
class Group:
    """The criteria under one node of the rubric; its title is empty where the chapter says it."""

    title: str
    views: list[View]


@dataclass(frozen=True, slots=True)
class Chapter:
    """The criteria under one top node, group by group; or those right under the overall."""

    title: str
    anchor: str
    groups: list[Group]


@dataclass(frozen=True, slots=True)
class Tier:
    """The criteria at one level, or all that are met; `title` says which."""

    title: str
    pips: tuple[str, ...]
    views: list[View]
    met: bool = False


def tiers(subject: Subject, views: Sequence[View]) -> list[Tier]:
    """Group what has a level, the worst first; at 0, what is proven apart from what is open."""
    found = sorted((each for each in views if each.credited >= 0), key=_worst_first)
    made = [
        Tier(_titled(subject, level, bad=bad), _pips(level), [*group])
        for (level, bad), group in groupby(
            (each for each in found if not each.met),
            key=lambda each: (int(each.credited), each.mark == "bad"),
        )
    ]
    met = [each for each in found if each.met]
    said = count(page_words().criteria.met, len(met))
    return [*made, *([Tier(said, (), met, met=True)] if met else [])]


def _worst_first(view: View) -> tuple[int, bool, bool, float]:
    """Order by level; of the same, what is proven, then the essential, then what may gain most."""
    return int(view.credited), view.mark != "bad", not view.words.essential, -view.gain


def _titled(subject: Subject, level: int, *, bad: bool) -> str:
    told = page_words().criteria
    if not level and not bad:
        return str(told.nothing_yet)
    word = subject.site.result.rubric.scale.get(str(level), "")
    return say(told.level if word else told.bare_level, level=level, scale=word)


def _pips(level: int) -> tuple[str, ...]:
    return ("full",) * level + ("none",) * (scale.TOP - level)


def chapters(subject: Subject, views: list[View]) -> list[Chapter]:
    """Put the criteria in the order of the rubric's tree."""
    under = {each.id: each.under for each in subject.practice.criteria}
    titles = {each.id: each.title for each in subject.practice.nodes}
    aside = page_words().profile.right_under
    indicators = subject.practice.indicator_of
    made: dict[str, dict[str, list[View]]] = {}
    for view in views:
        parent = under[view.id]
        made.setdefault(indicators[view.id], {}).setdefault(parent, []).append(view)
    return [
        Chapter(
            title=titles.get(top, aside),
            anchor=subject.anchor(f"part-{slug(top)}"),
            groups=[
                Group("" if name == top else titles[name], each) for name, each in groups.items()
            ],
        )
        for top, groups in made.items()
    ]


def view(subject: Subject, criterion: Criterion) -> View:
    """Make the view of a criterion."""
    words = subject.site.criteria[criterion.id]
    part = slug(criterion.id)
    opinions = reasons.opinions(subject, criterion.id)
    strengths = [(each.id, each.strength) for each in criterion.evidence]
    gain = criterion.next.gain if criterion.next else 0.0
    return View(
        id=criterion.id,
        anchor=subject.anchor(part),
        href=subject.to(part),
        method=subject.link.to(METHOD, part),
        words=words,
        mark=_mark(criterion),
        pips=criterion.boxes,
        level=_level(subject, criterion),
        claim=_claim(criterion, words),
        descriptor=plain(words, words.levels.get(scale.level(criterion.credited), "")),
        why=_why(criterion, words, rated=bool(opinions)),
        override=_override(criterion),
        reasons=reasons.reasons(subject, criterion),
        selections=criterion.selections,
        checks=reasons.checks(subject, criterion, words),
        asked=_asked(words) if words.items else "",
        opinions=opinions,
        evidence=[(subject.sources[name], n) for name, n in strengths if name in subject.sources],
        still_open=questions.still_open(criterion),
        step=_step(criterion, words),
        gain=gain,
        gain_text=_gain_text(subject, gain),
        credited=-1 if criterion.credited is None else criterion.credited,
        inferred=not criterion.evidence and not criterion.facts,
    )


def _step(criterion: Criterion, words: CriterionWords) -> str:
    """Say what to do next, as the rubric orders it; an open question is no step."""
    step = criterion.next
    told = page_words().steps
    if step is None or step.kind == "answer":
        return ""
    if step.kind == "evidence":
        return say(told.evidence, level=step.level, evidence=words.evidence)
    reach = words.reach.get(str(step.level))
    return reach or say(told.level, level=step.level)


def _gain_text(subject: Subject, gain: float) -> str:
    shown = figures.points(gain, subject.site.result.rubric)
    return say(page_words().steps.gain, points=shown) if gain else ""


def _mark(criterion: Criterion) -> str:
    """Tell how a criterion is to look: open, aside, error, bad (proven at 0) or scored."""
    if criterion.status == "scored" and criterion.credited == 0 and criterion.claimed == 0:
        return "bad"
    return _MARKS.get(criterion.status, "scored")


def _level(subject: Subject, criterion: Criterion) -> str:
    """Say the level credited, and the rubric's word for it."""
    if criterion.credited is None:
        return capital(sentences.STATUS[criterion.status])
    shown = scale.level(criterion.credited)
    word = subject.site.result.rubric.scale.get(shown, "")
    sentence = page_words().criteria.level if word else page_words().criteria.bare_level
    return say(sentence, level=shown, scale=word)


def _claim(criterion: Criterion, words: CriterionWords) -> str:
    """Say what was claimed beyond what is credited, and what is still open."""
    told = page_words().criteria
    if criterion.claimed is None or criterion.credited is None:
        return ""
    parts = []
    if criterion.claimed > criterion.credited:
        claimed = scale.level(criterion.claimed)
        parts.append(say(told.claimed, level=claimed, says=words.levels.get(claimed, "")))
    if criterion.status == "partial":
        parts.append(say(told.could_be, level=scale.level(criterion.high)))
    return " ".join(parts)


def _why(criterion: Criterion, words: CriterionWords, *, rated: bool) -> str:
    """Give the reason, without what the page already says beside it."""
    reason = measures.REASONS[criterion.because.code]
    if reason.told_by == "level" or (reason.told_by == "ratings" and rated):
        return ""
    said = reason.say(criterion, words)
    for level in (criterion.claimed, criterion.credited):
        said = said.removeprefix(words.levels.get(scale.level(level), "")).strip()
    return plain(words, said)


def plain(words: CriterionWords, text: str) -> str:
    """Show the answers of a criterion as words: to some measures they are ids."""
    return spaced(text) if measures.of(words.kind).names_are_ids else text


def _asked(words: CriterionWords) -> str:
    """Say what a checklist asks for."""
    return say(page_words().criteria.asked, names="; ".join(words.items.values()))


def _override(criterion: Criterion) -> str:
    if criterion.override is None:
        return ""
    words = page_words().criteria
    derived = criterion.override.derived
    return say(
        words.override if derived is not None else words.override_open,
        who=listed(criterion.override.assessors),
        level=criterion.override.level,
        derived=scale.level(derived),
    )
