"""Those who judged a practice, and how far apart they are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from govscore.render.html import fields
from govscore.render.html.links import slug
from govscore.render.html.reasons import rated
from govscore.render.html.words import page_words, say
from govscore.words import capital, date

if TYPE_CHECKING:
    from govscore.render.html.subject import Subject


@dataclass(frozen=True, slots=True)
class Evaluator:
    """An evaluator, by role."""

    name: str
    about: list[str]
    date: str
    rubric: str
    interests: str
    ratings: int
    other: bool


@dataclass(frozen=True, slots=True)
class Spread:
    """The ratings of one criterion side by side; `apart` is the distance of the extremes."""

    title: str
    href: str
    ratings: list[str]
    apart: str
    wide: bool


def evaluators(subject: Subject) -> list[Evaluator]:
    """List the evaluators, with those who judged under another rubric marked.

    One alone is called by what they did, where that is said: a name sets apart those who are many.
    """
    found = fields.rows(subject.record, "assessments") or ()
    keys = ("role", "affiliation") if len(found) == 1 else ("assessor", "role", "affiliation")
    said = [[t for key in keys if (t := fields.text(each, key))] for each in found]
    return [
        Evaluator(
            name=capital(told[0] if told else fields.text(each, "assessor")),
            about=told[1:],
            date=date(fields.text(each, "date")),
            rubric=fields.text(each, "rubric"),
            interests=fields.text(each, "interests"),
            ratings=len(fields.section(each, "ratings")),
            other=all(index != counted.place for counted in subject.assessments),
        )
        for index, (each, told) in enumerate(zip(found, said, strict=True))
    ]


def spread(subject: Subject) -> tuple[list[str], list[Spread]]:
    """Set the ratings side by side, where there is more than one evaluator."""
    judges = subject.assessments
    if len(judges) < 2:  # noqa: PLR2004 - one evaluator agrees with himself
        return [], []
    lines = []
    for criterion in subject.practice.criteria:
        ratings = [fields.section(each.ratings, criterion.id) for each in judges]
        if sum(map(bool, ratings)) > 1:
            lines.append(_line(subject, criterion.id, ratings))
    return [each.assessor for each in judges], lines


def _line(subject: Subject, criterion: str, ratings: list[fields.Item]) -> Spread:
    levels = [n for each in ratings if isinstance(n := each.get("level"), int)]
    apart = max(levels) - min(levels) if levels else 0
    words = page_words().evaluators
    return Spread(
        title=subject.site.criteria[criterion].title,
        href=subject.to(slug(criterion)),
        ratings=[rated(each) for each in ratings],
        apart=say(words.apart, n=apart) if apart else words.agreed,
        wide=apart > 1,
    )
