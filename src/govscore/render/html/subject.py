"""A practice on its way to its page: its record, its sources, and the lines of its facts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from govscore.render.html import fields
from govscore.render.html.links import Links, row_id, slug, web
from govscore.titles import title
from govscore.words import date

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from govscore.render.html.fields import Item
    from govscore.render.html.links import Page
    from govscore.render.html.site import Site
    from govscore.result.scored import Location, ScoredPractice

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


class Source(NamedTuple):
    """An entry in a practice's list of sources."""

    number: int
    anchor: str
    title: str
    href: str | None
    address: str
    language: str
    about: list[str]
    own: bool


class Assessment(NamedTuple):
    """What one evaluator found: its place in the record, and the ratings that count."""

    place: int
    assessor: str
    ratings: Item


class Neighbour(NamedTuple):
    """The practice before or after, in the order of titles."""

    title: str
    page: Page


@dataclass(frozen=True)
class Subject:
    """One practice, the page it gets, and how that page links to others."""

    site: Site
    practice: ScoredPractice
    page: Page
    link: Links
    before: Neighbour | None = None
    after: Neighbour | None = None

    @property
    def record(self) -> Item:
        """The practice's record."""
        return self.practice.record

    @cached_property
    def sources(self) -> dict[str, Source]:
        """The entries of the record's evidence, numbered in its order, by id."""
        items = [
            (fields.text(each, "id"), each) for each in fields.rows(self.record, "evidence") or ()
        ]
        return {name: self._source(n, name, each) for n, (name, each) in enumerate(items, start=1)}

    def _source(self, number: int, name: str, item: Item) -> Source:
        kind = title("evidence_type", fields.text(item, "type"))
        address = fields.text(item, "url")
        language = fields.text(item, "language")
        about = [fields.text(item, "publisher"), date(fields.text(item, "date")), kind]
        return Source(
            number=number,
            anchor=self.anchor(f"source-{slug(name)}"),
            title=fields.text(item, "title") or fields.text(item, "publisher") or kind or name,
            href=web(address),
            address=address,
            language=language if _LANGUAGE.fullmatch(language) else "",
            about=[each for each in about if each],
            own=item.get("independent") is False,
        )

    def refs(self, ids: Iterable[str]) -> list[Source]:
        """List the sources behind something; an id that the record lacks is passed over."""
        return [self.sources[each] for each in ids if each in self.sources]

    def backing(self, item: Item) -> list[Source]:
        """List the sources that an item of the record names."""
        return self.refs(fields.texts(item, "evidence"))

    @cached_property
    def facts(self) -> dict[str, Location]:
        """The facts that count somewhere, by their pointer."""
        found: dict[str, Location] = {fact.pointer: fact for fact in self.practice.breaches}
        for criterion in self.practice.criteria:
            found |= {fact.pointer: fact for fact in criterion.facts}
        return found

    @cached_property
    def assessments(self) -> list[Assessment]:
        """The assessments under this rubric, and of what it extends the criteria it has of it."""
        rubric = self.site.result.rubric
        found = []
        for place, each in enumerate(fields.rows(self.record, "assessments") or ()):
            under = fields.text(each, "rubric").split("@")[0]
            ratings = fields.section(each, "ratings")
            if under == rubric.id:
                found.append(Assessment(place, fields.text(each, "assessor"), ratings))
            elif rubric.extends and under == rubric.extends.id:
                kept = {name: ratings[name] for name in rubric.extends.criteria if name in ratings}
                found.append(Assessment(place, fields.text(each, "assessor"), kept))
        return found

    def place(self, pointer: str) -> str:
        """Say where a fact stands, as file:line; the file alone where the line is not known."""
        fact = self.facts.get(pointer)
        if fact is None:
            return ""
        return f"{fact.path}:{fact.line}" if fact.line else fact.path

    def anchor(self, part: str = "") -> str:
        """Name a part of the page."""
        return self.link.anchor(self.page, part)

    def to(self, part: str) -> str:
        """Give the address of a part of the page."""
        return self.link.to(self.page, part)

    def row(self, pointer: str) -> str:
        """Give the address of an item's row in the record; none where the record is left out."""
        return "" if self.site.publication.light else self.to(row_id(pointer))


def subjects(site: Site, link: Links | None = None) -> Iterator[Subject]:
    """Give each practice with its neighbours, seen from its own page, or by the links given."""
    pairs = zip(site.result.practices, site.pages, strict=True)
    shown = [Neighbour(practice.title, page) for practice, page in pairs]
    order = sorted(range(len(shown)), key=lambda at: shown[at].title.casefold())
    sides = [dict(pairwise(each)) for each in (order[::-1], order)]
    for at, practice in enumerate(site.result.practices):
        before, after = (shown[side[at]] if at in side else None for side in sides)
        page = shown[at].page
        yield Subject(site, practice, page, link or Links(page), before, after)
