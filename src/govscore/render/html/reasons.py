"""Where points come from: the facts that a rule counted, said in words, with their line."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from govscore import scale
from govscore.pointers import steps
from govscore.render.html import fields
from govscore.render.html.record import law
from govscore.render.html.words import page_words, say
from govscore.titles import title
from govscore.words import capital, listed, spaced

if TYPE_CHECKING:
    from govscore.render.html.subject import Source, Subject
    from govscore.result.run import CriterionWords
    from govscore.result.scored import Criterion

_NAMED = ("title", "name", "who", "text", "outcome", "claim")
_TABLED = {
    "legal_basis",
    "stakeholders",
    "policies",
    "evaluations",
    "results",
    "resources",
    "delivery",
}
"""The sections whose items are rows of a table on the page."""

_VOCABULARIES = {
    "formal": "tri",
    "sectors": "sector",
    "obliged": "sector",
    "levels": "level",
    "trained_staff": "tri",
    "body": "social_dialogue_body",
    "decides": "tri",
}


class Reason(NamedTuple):
    """A fact in words, the address of its row on the page, and its place in the file."""

    text: str
    href: str | None
    place: str


class Check(NamedTuple):
    """A named check and its answer."""

    name: str
    answer: str
    mark: str
    note: str
    place: str
    sources: list[Source]


def reasons(subject: Subject, criterion: Criterion) -> list[Reason]:
    """Say the facts behind a criterion; its checks and ratings are shown by themselves."""
    return [
        Reason(
            _said(subject, fact.pointer), _row(subject, fact.pointer), subject.place(fact.pointer)
        )
        for fact in criterion.facts
        if steps(fact.pointer)[:1] not in (["checks"], ["assessments"])
    ]


def _said(subject: Subject, pointer: str) -> str:
    found = fields.at(subject.record, pointer)
    if isinstance(found, dict):
        return _headline(found)
    key = (steps(pointer) or [""])[-1]
    words = _VOCABULARIES.get(key, "")
    given = found if isinstance(found, list) else [found]
    values = [title(words, str(each)) if words else str(each) for each in given if each is not None]
    name = getattr(page_words().fields, key, spaced(key))
    return say(page_words().reasons.field, name=capital(name), value=listed(values))


def _headline(item: fields.Item) -> str:
    if fields.text(item, "instrument"):
        return law.name(item)
    named = next((text for key in _NAMED if (text := fields.text(item, key))), "")
    return named or capital(title("funding", fields.text(item, "source")))


def _row(subject: Subject, pointer: str) -> str | None:
    parts = steps(pointer)
    listed_ = parts and parts[0] in _TABLED and parts[-1].isdigit()
    if not listed_ or not isinstance(fields.at(subject.record, pointer), dict):
        return None
    return subject.row(pointer)


_MARKS = {"yes": "tick", "partly": "half", "no": "cross", "not_applicable": "aside"}


def checks(subject: Subject, criterion: Criterion, words: CriterionWords) -> list[Check]:
    """List the checks of a checklist with their answers, in the rubric's order."""
    if not words.items:
        return []
    given = fields.section(subject.record, "checks", criterion.id)
    return [_check(subject, criterion.id, name, said, given) for name, said in words.items.items()]


def _check(subject: Subject, criterion: str, name: str, said: str, given: fields.Item) -> Check:
    item = fields.section(given, name)
    answer = fields.text(item, "answer") or fields.text(given, name) or "unknown"
    return Check(
        name=capital(said),
        answer=title("answer", answer),
        mark=_MARKS.get(answer, "open"),
        note=fields.text(item, "note"),
        place=subject.place(f"/checks/{criterion}/{name}"),
        sources=subject.backing(item) or subject.backing(given),
    )


class Opinion(NamedTuple):
    """What one evaluator gave a criterion, and why."""

    who: str
    level: str
    why: str
    sources: list[Source]
    place: str


def opinions(subject: Subject, criterion: str) -> list[Opinion]:
    """List the ratings of a criterion under this rubric; one evaluator alone needs no name."""
    alone = len(subject.assessments) == 1
    return [
        _opinion(
            subject,
            rating,
            f"/assessments/{each.place}/ratings/{criterion}",
            "" if alone else each.assessor,
        )
        for each in subject.assessments
        if (rating := fields.section(each.ratings, criterion))
    ]


def _opinion(subject: Subject, rating: fields.Item, pointer: str, who: str) -> Opinion:
    return Opinion(
        who=who,
        level=rated(rating),
        why=fields.text(rating, "rationale"),
        sources=subject.backing(rating),
        place=subject.place(pointer),
    )


def rated(rating: fields.Item) -> str:
    """Say the level of a rating, or why there is none."""
    level = rating.get("level")
    if isinstance(level, (int, float)):
        return scale.level(level)
    return title("rating_state", fields.text(rating, "state")) or "–"
