"""A practice's page: the answer, the profile, the criteria, the record and its sources."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from govscore.render import outcomes
from govscore.render.html import (
    against,
    criteria,
    evaluators,
    fields,
    opening,
    profile,
    questions,
    timeline,
)
from govscore.render.html.lenses import marks
from govscore.render.html.record import chapters, identity
from govscore.titles import title
from govscore.verdict import gravest
from govscore.words import capital

if TYPE_CHECKING:
    from govscore.render.html.criteria import View
    from govscore.render.html.subject import Source, Subject
    from govscore.result.run import Finding

_STEPS = 5
_OTHERS = frozenset({"aside", "error"})
"""The marks of criteria that have no level and ask no question."""


def view(subject: Subject) -> dict[str, Any]:
    """Make the view of the page."""
    views = [criteria.view(subject, each) for each in subject.practice.criteria]
    return {
        "subject": subject,
        "practice": subject.practice,
        "place": _eyebrow(subject.record),
        "summary": fields.text(subject.record, "summary"),
        "opening": opening.opening(subject, views),
        "scale": profile.scale(subject),
        "profile": profile.profile(subject),
        "against": against.against(subject, views),
        "steps": _steps(views),
        "questions": questions.questions(subject, views),
        "tiers": criteria.tiers(subject, views),
        "others": [each for each in views if each.mark in _OTHERS],
        "chapters": criteria.chapters(subject, views),
        "facts": identity.facts(subject),
        "timeline": timeline.timeline(subject),
        "evaluators": evaluators.evaluators(subject),
        "spread": evaluators.spread(subject),
        "record": [] if subject.site.publication.light else chapters.chapters(subject),
        "lenses": marks(subject),
        "used": _used(views, subject),
        "findings": _findings(subject),
        "digest": subject.site.digests.get(subject.practice.path, ""),
    }


def _eyebrow(item: fields.Item) -> str:
    kind = capital(title("kind", fields.text(item, "kind")))
    return " · ".join(each for each in (kind, identity.place(item), identity.period(item)) if each)


def _steps(views: list[View]) -> list[View]:
    """List the steps that raise most, the largest first."""
    return sorted((each for each in views if each.step), key=lambda each: -each.gain)[:_STEPS]


def _used(views: list[View], subject: Subject) -> list[tuple[Source, list[View]]]:
    """List the sources, each with the criteria that rest on it."""
    users: dict[str, list[View]] = {}
    for each in views:
        for source, _ in each.evidence:
            users.setdefault(source.anchor, []).append(each)
    return [(source, users.get(source.anchor, [])) for source in subject.sources.values()]


def _findings(subject: Subject) -> list[tuple[str, Finding]]:
    """List what a check found in the practice's file, the gravest first."""
    mine = subject.site.findings.get(subject.practice.path, ())
    return [(outcomes.place(each), each) for each in gravest(mine)]
