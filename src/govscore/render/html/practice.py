"""A practice's page: the answer, the profile, the criteria, the record and its sources."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from govscore.render import outcomes, sentences
from govscore.render.html import answers, criteria, evaluators, fields, profile
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


def view(subject: Subject) -> dict[str, Any]:
    """Make the view of the page."""
    views = [criteria.view(subject, each) for each in subject.practice.criteria]
    return {
        "subject": subject,
        "practice": subject.practice,
        "place": _eyebrow(subject.record),
        "facts": identity.facts(subject),
        "summary": fields.text(subject.record, "summary"),
        "answer": answers.practice(subject),
        "scale": profile.scale(subject),
        "profile": profile.profile(subject),
        "against": answers.against(subject, views),
        "limits": answers.binding(subject.site, subject.practice),
        "notes": sentences.notes(subject.practice, subject.site.result.rubric),
        "unknown": [each for each in views if each.mark == "open"],
        "steps": _steps(views),
        "chapters": criteria.chapters(subject, views),
        "evaluators": evaluators.evaluators(subject),
        "spread": evaluators.spread(subject),
        "record": chapters.chapters(subject),
        "lenses": marks(subject),
        "used": _used(subject, views),
        "findings": _findings(subject),
        "digest": subject.site.digests.get(subject.practice.path, ""),
    }


def _eyebrow(item: fields.Item) -> str:
    kind = capital(title("kind", fields.text(item, "kind")))
    return " · ".join(each for each in (kind, identity.place(item), identity.period(item)) if each)


def _steps(views: list[View]) -> list[View]:
    """List the steps that raise most, the largest first."""
    return sorted((each for each in views if each.step), key=lambda each: -each.gain)[:_STEPS]


def _used(subject: Subject, views: list[View]) -> list[tuple[Source, list[View]]]:
    """List the sources, each with the criteria that rest on it."""
    return [
        (source, [each for each in views if any(source is used for used, _ in each.evidence)])
        for source in subject.sources.values()
    ]


def _findings(subject: Subject) -> list[tuple[str, Finding]]:
    """List what a check found in the practice's file, the gravest first."""
    mine = subject.site.findings.get(subject.practice.path, ())
    return [(outcomes.place(each), each) for each in gravest(mine)]
