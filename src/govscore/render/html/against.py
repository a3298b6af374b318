"""What counts against a practice: conflicts with the law, criteria at 0, and what limits the label.

What sources show stands apart from what is concluded because nothing of the kind was found.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from govscore import scale
from govscore.pointers import pointer as make_pointer
from govscore.render import sentences
from govscore.render.html import answers, fields
from govscore.render.html.record import law
from govscore.render.html.words import count, page_words, say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govscore.render.html.criteria import View
    from govscore.render.html.subject import Source, Subject
    from govscore.result.scored import Breach


_KINDS = ("international", "regional", "national", "agreements")
_LASTING = frozenset({"standing", "being_remedied"})
"""The states of a conflict that was neither remedied nor set aside."""


@dataclass(frozen=True, slots=True)
class Charge:
    """Something that counts against a practice: what, on which sources, and where it is told."""

    title: str
    text: str
    href: str
    place: str
    sources: list[Source]
    costs: list[str]


@dataclass(frozen=True, slots=True)
class Charges:
    """The charges of one standing, under a heading that says how they are known."""

    title: str
    charges: list[Charge]


@dataclass(frozen=True, slots=True)
class Against:
    """All that counts against a practice; `criticism` says how much is on record, and where."""

    groups: list[Charges]
    limits: list[str]
    notes: list[str]
    criticism: str
    href: str


def against(subject: Subject, views: Sequence[View]) -> Against:
    """List what counts against a practice."""
    words = page_words().against
    bad = [each for each in views if each.mark == "bad"]
    groups = [
        Charges(words.conflicts, [*_conflicts(subject)]),
        Charges(words.disputed, [*_disputed(subject)]),
        Charges(words.shown, [_at_zero(each) for each in bad if not each.inferred]),
        Charges(words.inferred, [_at_zero(each) for each in bad if each.inferred]),
    ]
    concerns = len(fields.rows(subject.record, "concerns") or ())
    return Against(
        groups=[each for each in groups if each.charges],
        limits=answers.binding(subject.site, subject.practice),
        notes=sentences.notes(subject.practice, subject.site.result.rubric),
        criticism=count(words.criticism, concerns) if concerns else "",
        href="" if subject.site.publication.light else subject.to("on-concerns"),
    )


def _at_zero(view: View) -> Charge:
    """Say why a criterion is at 0: as an evaluator says it, otherwise in the rubric's words."""
    said = next((each.why for each in view.opinions if each.why), view.descriptor)
    sources = [source for source, _ in view.evidence]
    return Charge(view.words.title, said, view.href, "", sources, [])


def _conflicts(subject: Subject) -> Iterator[Charge]:
    for fact in subject.practice.breaches:
        item = fields.at(subject.record, fact.pointer)
        if isinstance(item, dict):
            yield _conflict(subject, fact.pointer, item, _costs(subject, fact))


def _disputed(subject: Subject) -> Iterator[Charge]:
    for pointer, item in disputed(subject):
        yield _conflict(subject, pointer, item, [])


def _conflict(subject: Subject, pointer: str, item: fields.Item, costs: list[str]) -> Charge:
    return Charge(
        title=law.name(item),
        text=law.conflict(item),
        href=subject.row(pointer),
        place=subject.place(pointer),
        sources=subject.backing(item),
        costs=costs,
    )


def disputed(subject: Subject) -> Iterator[tuple[str, fields.Item]]:
    """List the conflicts that somebody sees and that no finding proves, by their pointers."""
    proven = {each.pointer for each in subject.practice.breaches}
    for kind in _KINDS:
        for index, item in enumerate(fields.rows(subject.record, "legal_basis", kind) or ()):
            place = make_pointer(["legal_basis", kind, index])
            state = fields.text(fields.section(item, "conflict"), "state") or "standing"
            if place not in proven and fields.section(item, "conflict") and state in _LASTING:
                yield place, item


def _costs(subject: Subject, breach: Breach) -> list[str]:
    """Say what a conflict takes from criteria and from the label."""
    words = page_words().against
    low, high = (sentences.short_band(each) for each in breach.range)
    return [
        *(
            say(
                words.cost_open if each.remedied is None else words.cost,
                title=subject.site.criteria[each.criterion].title,
                level=scale.level(each.level),
                remedied=scale.level(each.remedied),
            )
            for each in breach.costs
            if each.criterion in subject.site.criteria
        ),
        words.same_range
        if breach.range == subject.practice.label.range
        else say(words.label, low=low, high=high),
    ]
