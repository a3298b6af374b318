"""A practice's page: the answer, the profile, the criteria, the record and its sources."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from govscore.render import _verdict, _words
from govscore.render.html import (
    answers,
    criteria,
    deeds,
    evaluators,
    identity,
    law,
    limits,
    people,
    profile,
    record,
)
from govscore.render.html.lenses import marks
from govscore.render.html.words import capital, page_words, title

if TYPE_CHECKING:
    from govscore.render.html.criteria import View
    from govscore.render.html.subject import Source, Subject
    from govscore.result import Finding

_STEPS = 5


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the record: its heading and what stands under it."""

    anchor: str
    href: str
    title: str
    tables: list[Any]
    told: list[identity.Told]
    lines: list[str]

    def __bool__(self) -> bool:
        """Tell whether there is anything to show."""
        return bool(self.tables or self.told or self.lines)


def view(subject: Subject) -> dict[str, Any]:
    """Make the view of the page."""
    views = [criteria.view(subject, each) for each in subject.practice.criteria]
    return {
        "subject": subject,
        "practice": subject.practice,
        "place": _eyebrow(subject.record),
        "facts": identity.facts(subject),
        "summary": record.text(subject.record, "summary"),
        "answer": answers.practice(subject),
        "scale": profile.scale(subject),
        "profile": profile.profile(subject),
        "against": answers.against(subject, views),
        "limits": limits.binding(subject.book, subject.practice),
        "notes": _words.notes(subject.practice, subject.book.result.rubric),
        "unknown": [each for each in views if each.mark == "open"],
        "steps": _steps(views),
        "chapters": criteria.chapters(subject, views),
        "evaluators": evaluators.evaluators(subject),
        "spread": evaluators.spread(subject),
        "parts": [part for part in _parts(subject) if part],
        "lenses": marks(subject),
        "used": _used(subject, views),
        "findings": _findings(subject),
        "digest": subject.book.digests.get(subject.practice.path, ""),
    }


def _eyebrow(item: record.Item) -> str:
    kind = capital(title("kind", record.text(item, "kind")))
    return " · ".join(each for each in (kind, identity.place(item), identity.period(item)) if each)


def _steps(views: list[View]) -> list[View]:
    """List the steps that raise most, the largest first."""
    return sorted((each for each in views if each.step), key=lambda each: -each.gain)[:_STEPS]


def _parts(subject: Subject) -> list[Part]:
    words = page_words().parts
    dialogue = people.dialogue(subject)
    return [
        _part(subject, "law", words.law, law.tables(subject), lines=law.relevant(subject)),
        _part(subject, "policies", words.policies, [deeds.policies(subject)]),
        _part(
            subject,
            "people",
            words.people,
            people.tables(subject),
            lines=[dialogue] if dialogue else [],
        ),
        _part(
            subject,
            "means",
            words.means,
            [each for each in (deeds.funding(subject), deeds.outputs(subject)) if each.rows],
            identity.means(subject),
        ),
        _part(
            subject,
            "evaluation",
            words.evaluation,
            [deeds.evaluations(subject), deeds.results(subject)],
        ),
        _part(subject, "concerns", words.concerns, [deeds.concerns(subject)]),
        _part(
            subject,
            "background",
            words.background,
            [each for each in [deeds.objectives(subject)] if each.rows],
            identity.background(subject),
        ),
    ]


def _part(
    subject: Subject,
    name: str,
    title: str,
    tables: list[Any],
    told: list[identity.Told] | None = None,
    *,
    lines: list[str] | None = None,
) -> Part:
    name = f"on-{name}"
    return Part(subject.anchor(name), subject.to(name), title, tables, told or [], lines or [])


def _used(subject: Subject, views: list[View]) -> list[tuple[Source, list[View]]]:
    """List the sources, each with the criteria that rest on it."""
    return [
        (source, [each for each in views if any(source is used for used, _ in each.evidence)])
        for source in subject.sources.values()
    ]


def _findings(subject: Subject) -> list[tuple[str, Finding]]:
    """List what a check found in the practice's file, the gravest first."""
    path = subject.practice.path
    mine = (each for each in subject.book.result.findings if each.path == path)
    return [
        (_verdict.place(each), each)
        for each in _verdict.gravest(each for each in mine if each.waived_by is None)
    ]
