"""A practice's course: laws, start, changes, findings, evaluations and end, with sources."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from govscore.pointers import pointer
from govscore.render.html import fields
from govscore.render.html.record import law
from govscore.render.html.shapes import number
from govscore.render.html.words import page_words, say
from govscore.words import capital, date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govscore.render.html.subject import Source, Subject

_DATE = re.compile(r"([12]\d{3})(?:-(\d{2}))?(?:-(\d{2}))?")
_KINDS = ("law", "policy", "start", "change", "finding", "due", "evaluation", "criticism", "end")
"""What happened, in the order in which things of the same date stand."""

_MARKS = {
    "law": "law",
    "policy": "dot",
    "start": "start",
    "change": "aside",
    "finding": "bad",
    "due": "open",
    "evaluation": "full",
    "criticism": "none",
    "end": "end",
}
_STEPS = (1, 2, 5, 10, 20, 50, 100, 200)
_TICKS = 8
_MOST = 40
"""More marks than this are no picture; the list says all."""

_MARGIN, _APART = 2.0, 2.6
"""Hundredths of the width: left free at either end, and between two marks of a row."""

_ROW, _FOOT = 20, 34
"""Pixels: the height of a row of marks, and of the axis below them."""


class Event(NamedTuple):
    """Something dated: when, of which kind, what, where it is told, on which sources."""

    order: int
    when: str
    mark: str
    kind: str
    text: str
    href: str
    sources: list[Source]


class Dot(NamedTuple):
    """A mark of the drawing: its shape, its number in the list, and where it stands."""

    mark: str
    number: int
    x: str
    y: int


@dataclass(frozen=True, slots=True)
class Timeline:
    """The events, and the drawing of them; without `dots` there is no drawing."""

    events: list[Event]
    dots: list[Dot]
    ticks: list[tuple[str, str]]
    today: str
    height: int


class _Found(NamedTuple):
    """An event as the record has it."""

    when: str
    kind: str
    text: str
    place: str
    item: fields.Item


def timeline(subject: Subject) -> Timeline:
    """Put what is dated in order, and draw it."""
    proven = {each.pointer for each in subject.practice.breaches}
    dated = [each for each in _found(subject.record, proven) if _DATE.fullmatch(each.when)]
    dated.sort(key=lambda each: (each.when, _KINDS.index(each.kind)))
    events = [
        Event(
            order=order,
            when=date(each.when),
            mark=_MARKS[each.kind],
            kind=getattr(page_words().timeline, each.kind),
            text=each.text,
            href=subject.row(each.place) if each.place else "",
            sources=subject.backing(each.item),
        )
        for order, each in enumerate(dated, start=1)
    ]
    times = [_time(each.when) for each in dated]
    if not 1 < len(times) <= _MOST:
        return Timeline(events, [], [], "", 0)
    return _drawn(events, times, _time(subject.site.result.as_of))


def _found(record: fields.Item, proven: set[str]) -> Iterator[_Found]:
    words = page_words().timeline
    span = fields.section(record, "period")
    yield _Found(fields.text(span, "start"), "start", words.begins, "", {})
    yield _Found(fields.text(span, "end"), "end", words.ends, "", {})
    for kind in ("national", "agreements", "international", "regional"):
        for place, item in _rows(record, "legal_basis", kind):
            yield _Found(fields.text(item, "year"), "law", law.name(item), place, item)
            yield from _conflict(place, item, counts=place in proven)
    for place, item in _rows(record, "policies"):
        yield _Found(fields.text(item, "year"), "policy", fields.text(item, "title"), place, item)
    for phase in ("formulation", "application", "evaluation"):
        for place, item in _rows(record, "stakeholders", phase):
            text = say(words.left, who=fields.text(item, "who"))
            yield _Found(fields.text(item, "until"), "change", text, place, item)
    for place, item in _rows(record, "evaluations"):
        yield _Found(fields.text(item, "year"), "evaluation", _by(item, "title"), place, item)
    for place, item in _rows(record, "concerns"):
        yield _Found(fields.text(item, "year"), "criticism", _by(item, "text"), place, item)


def _conflict(place: str, item: fields.Item, *, counts: bool) -> Iterator[_Found]:
    """Tell who saw the practice in conflict with a text, and until when it is to be remedied."""
    found = fields.section(item, "conflict")
    words = page_words().timeline
    if found:
        kind = "finding" if counts else "criticism"
        said = say(words.found if counts else words.seen, law=law.name(item), **law.finding(item))
        yield _Found(fields.text(found, "year"), kind, capital(said), place, item)
        due = say(words.remedy, law=law.name(item))
        yield _Found(fields.text(found, "until"), "due", due, place, item)


def _rows(record: fields.Item, *path: str) -> Iterator[tuple[str, fields.Item]]:
    for index, item in enumerate(fields.rows(record, *path) or ()):
        yield pointer([*path, index]), item


def _by(item: fields.Item, key: str) -> str:
    text, who = fields.text(item, key), fields.text(item, "by")
    return say(page_words().timeline.by, text=text.rstrip("."), who=who) if who else text


def _time(when: str) -> float:
    """Give a date as a year and its fraction; of a year alone, its beginning."""
    found = _DATE.fullmatch(when)
    if found is None:
        return 0.0
    year, month, day = (int(each) if each else 1 for each in found.groups())
    return year + (month - 1) / 12 + (day - 1) / 366


def _drawn(events: list[Event], times: list[float], today: float) -> Timeline:
    """Place the marks along an axis, stacked where they would touch."""
    first, last = int(min(times)), max(*times, today) + 0.5
    whole = last - first

    def x(time: float) -> float:
        return _MARGIN + (100 - 2 * _MARGIN) * (time - first) / whole

    rows: list[float] = []
    placed = []
    for event, time in zip(events, times, strict=True):
        at = x(time)
        free = (row for row, end in enumerate(rows) if at - end >= _APART)
        row = next(free, len(rows))
        rows[row : row + 1] = [at]
        placed.append((event, at, row))
    step = next((each for each in _STEPS if whole / each <= _TICKS), _STEPS[-1])
    start = -(-first // step) * step
    return Timeline(
        events=events,
        dots=[
            Dot(event.mark, event.order, number(at), (len(rows) - row - 1) * _ROW + 2)
            for event, at, row in placed
        ],
        ticks=[(str(year), number(x(year))) for year in range(start, int(last) + 1, step)],
        today=number(x(today)) if today else "",
        height=len(rows) * _ROW + _FOOT,
    )
