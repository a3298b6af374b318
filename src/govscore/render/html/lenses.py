"""Lenses: how practices stand to considerations, outcomes and global goals; they earn no points."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from govscore.catalogue import vocabularies
from govscore.render.html import shapes
from govscore.render.html.links import slug
from govscore.render.html.words import page_words
from govscore.titles import title
from govscore.words import capital

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from govscore.render.html.shapes import Segment
    from govscore.render.html.site import Site
    from govscore.render.html.subject import Subject

MARKS = ("evidenced", "targeted", "mentioned", "none")
_ICONS = {"evidenced": "full", "targeted": "half", "mentioned": "dot"}
_VOCABULARIES = {
    "sdg_targets": "sdg_target",
    "gcm_objectives": "gcm_objective",
    "gcm_principles": "gcm_principle",
    "migof": "migof",
}


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a lens, and how many practices stand how to it."""

    code: str
    title: str
    counts: tuple[int, ...]
    unknown: int
    bar: list[Segment]


@dataclass(frozen=True, slots=True)
class Lens:
    """A lens over the collection; where it is only named, there is nothing but naming to know."""

    anchor: str
    title: str
    named: bool
    items: list[Item]

    @property
    def shown(self) -> list[Item]:
        """The items of the table: of a list, only those that some practice names."""
        return [each for each in self.items if not self.named or any(each.counts)]

    @property
    def silent(self) -> list[str]:
        """The items of a list that no practice names."""
        return [f"{each.code} {each.title}".strip() for each in self.items if not any(each.counts)]


def lenses(site: Site) -> list[Lens]:
    """Count the collection through every lens."""
    return [
        _lens(site, name, title, items, named=name in _VOCABULARIES)
        for name, title, items in _all(site)
    ]


def _all(site: Site) -> list[tuple[str, str, Mapping[str, str]]]:
    """List the rubric's lenses, then the global lists, with the titles of their items."""
    own = [(lens.id, lens.title, lens.items) for lens in site.result.rubric.lenses]
    lists = [
        (name, getattr(page_words().lenses, name), _titles(word))
        for name, word in _VOCABULARIES.items()
    ]
    return [*own, *(each for each in lists if each[0] not in {name for name, *_ in own})]


def _titles(vocabulary: str) -> dict[str, str]:
    return {word.id: word.title for word in vocabularies.vocabulary(vocabulary).values()}


def _lens(site: Site, name: str, title: str, items: Mapping[str, str], *, named: bool) -> Lens:
    read = [each.lenses.get(name, {}) for each in site.result.practices]
    return Lens(
        anchor=f"lens-{slug(name.replace('_', '-'))}",
        title=title,
        named=named,
        items=[
            _item(code, said, Counter(each[code] for each in read if code in each), len(read))
            for code, said in items.items()
        ],
    )


def _item(code: str, title: str, found: Counter[str], whole: int) -> Item:
    counts = tuple(found[mark] for mark in MARKS)
    unknown = whole - sum(counts)
    bar = shapes.stacked([*zip(MARKS, counts, strict=True), ("unknown", unknown)])
    return Item(_code(code), capital(title), counts, unknown, bar)


def _code(code: str) -> str:
    """Show the number of a goal; the rubric's own item codes say nothing to readers."""
    return code if code[:1].isdigit() else ""


@dataclass(frozen=True, slots=True)
class LensReading:
    """What one practice's record says of the items of a lens: title, mark, and it in words."""

    title: str
    items: list[tuple[str, str, str]]
    silent: int


def marks(subject: Subject) -> list[LensReading]:
    """Read one practice through every lens; items it does not name are counted."""
    found = []
    for name, heading, items in _all(subject.site):
        read = subject.practice.lenses.get(name, {})
        told = [
            (f"{_code(code)} {capital(items[code])}".strip(), _ICONS.get(mark, "none"), _mark(mark))
            for code, mark in _ordered(read, items)
        ]
        if told:
            found.append(LensReading(heading, told, len(items) - len(told)))
    return found


def _ordered(read: Mapping[str, str], items: Mapping[str, str]) -> Iterable[tuple[str, str]]:
    return ((code, read[code]) for code in items if code in read)


def _mark(mark: str) -> str:
    return title("mark", mark)
