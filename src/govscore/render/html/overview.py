"""The overview: practices in a line each, labels, heat map, criteria, lenses.

A row holds no more than what differs from row to row, so that a thousand stay one light page.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from govscore.catalogue import vocabularies
from govscore.catalogue.countries import party_name
from govscore.render import outcomes, sentences
from govscore.render.html import answers, collection, fields, shapes
from govscore.render.html.lenses import lenses
from govscore.render.html.profile import score
from govscore.render.html.record import identity
from govscore.render.html.words import page_words, say
from govscore.titles import title
from govscore.words import capital

if TYPE_CHECKING:
    from collections.abc import Iterable

    from govscore.render.html.links import Links, Page
    from govscore.render.html.profile import Score
    from govscore.render.html.shapes import Segment
    from govscore.render.html.site import Site
    from govscore.result.run import RubricInfo
    from govscore.result.scored import Label, ScoredPractice


@dataclass(frozen=True, slots=True)
class PracticeRow:
    """A practice in the table, and in the heat map."""

    href: str
    title: str
    about: str
    tokens: str
    label: str
    mark: str
    rank: int
    remarks: str
    known: str
    ranges: list[Score]
    cells: list[Score]


def view(site: Site, link: Links) -> dict[str, Any]:
    """Make the view of the page."""
    return {
        "answer": answers.overview(site),
        "rows": [
            _row(site, link, *each) for each in zip(site.result.practices, site.pages, strict=True)
        ],
        "filters": filters(site),
        "spread": _spread(site),
        "criteria": collection.criteria(site, link),
        "lenses": lenses(site),
        "verdict": outcomes.summary(site.verdict) if site.has_checks else "",
    }


def _row(site: Site, link: Links, practice: ScoredPractice, page: Page) -> PracticeRow:
    rubric = site.result.rubric
    nodes = {each.id: each for each in practice.nodes}
    return PracticeRow(
        href=link.to(page),
        title=practice.title,
        about=_about(practice.record),
        tokens=tokens(practice, rubric),
        label=capital(sentences.label(practice.label, rubric)),
        mark=label_mark(practice.label),
        rank=_rank(practice.label, site.result.order),
        remarks=_remarks(site, practice),
        known=sentences.percent(practice.overall.coverage),
        ranges=[score(nodes.get(b.node.id), practice, rubric) for b in site.branches],
        cells=[score(nodes.get(n.id), practice, rubric) for b in site.branches for n in b.cells],
    )


def _about(item: fields.Item) -> str:
    level = title("level", fields.text(fields.section(item, "jurisdiction"), "level"))
    return " · ".join(each for each in (identity.place(item), level) if each)


def label_mark(label: Label) -> str:
    """Give the shape of a label: settled, as it looks so far, or open."""
    if label.id is not None:
        return "full"
    return "half" if label.so_far is not None else "open"


def _rank(label: Label, order: dict[str, int]) -> int:
    """Order labels by what is certain, then by what is possible, then by what it looks like."""
    low, high = (order.get(each, 0) for each in label.range)
    seen = order.get(label.id or label.so_far or "", -1) + 1
    return (low * 10 + high) * 10 + seen


def _remarks(site: Site, practice: ScoredPractice) -> str:
    """Say in few words how an open label looks so far, and what limits it."""
    label = practice.label
    words = page_words().overview
    so_far = label.so_far if label.id is None else None
    seen = [say(words.seems, band=sentences.short_band(so_far))] if so_far else []
    binding = dict.fromkeys(limit.id for limit in label.limits)
    return "; ".join([*seen, *(answers.name(site, name) for name in binding)])


@dataclass(frozen=True, slots=True)
class Rung:
    """A band and how many practices have it, for good or so far; the last rung is the open ones."""

    title: str
    start: str
    settled: int
    so_far: int
    open: int
    bar: list[Segment]


def _spread(site: Site) -> list[Rung]:
    """Count each practice once: under its label, under what it looks like so far, or as open."""
    rubric = site.result.rubric
    labels = [each.label for each in site.result.practices]
    settled = Counter(each.id for each in labels if each.id is not None)
    seen = Counter(each.so_far for each in labels if each.id is None and each.so_far is not None)
    open_ = len(labels) - settled.total() - seen.total()
    words = page_words().overview
    rungs = [
        (
            capital(band.title),
            say(words.band_from, points=sentences.points(band.start, rubric)),
            (settled[band.id], seen[band.id], 0),
        )
        for band in reversed(rubric.bands)
    ]
    rungs.append((words.too_open, "", (0, 0, open_)))
    return [Rung(name, start, *n, _bar(n, len(labels))) for name, start, n in rungs]


def _bar(counts: tuple[int, int, int], whole: int) -> list[Segment]:
    kinds = zip(("settled", "so-far", "unknown"), counts, strict=True)
    return shapes.stacked([*kinds, ("rest", whole - sum(counts))])


@dataclass(frozen=True, slots=True)
class Choice:
    """A group of values to choose from; without a name it is no group of its own."""

    name: str
    values: list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Filter:
    """A field to filter by."""

    key: str
    name: str
    choices: list[Choice]


def tokens(practice: ScoredPractice, rubric: RubricInfo) -> str:
    """Give the tokens of a practice: what each filter compares its value with."""
    item = practice.record
    label = practice.label
    found = [
        *(f"country={code}" for code in _countries(item)),
        f"level={fields.text(fields.section(item, 'jurisdiction'), 'level')}",
        *(f"theme={word}" for word in fields.texts(item, "themes")),
        f"label=is-{label.id}" if label.id else "label=open",
        *(f"label=may-{band}" for band in _possible(practice, rubric)),
    ]
    return " ".join("_".join(each.split()) for each in found)


def _countries(item: fields.Item) -> list[str]:
    return [*fields.texts(item, "countries"), *fields.texts(item, "organisations")]


def _possible(practice: ScoredPractice, rubric: RubricInfo) -> list[str]:
    ids = [each.id for each in rubric.bands]
    low, high = practice.label.range
    if low not in ids or high not in ids:
        return []
    return ids[ids.index(low) : ids.index(high) + 1]


def filters(site: Site) -> list[Filter]:
    """List the fields, each with the values that some practice has."""
    words = page_words().filters
    records = [each.record for each in site.result.practices]
    countries = {code for each in records for code in _countries(each)}
    levels = {fields.text(fields.section(each, "jurisdiction"), "level") for each in records}
    themes = {word for each in records for word in fields.texts(each, "themes")}
    named = [(code, party_name(code)) for code in countries]
    return [
        Filter("country", words.country, [Choice("", _sorted(named))]),
        Filter("level", words.level, [Choice("", _titled("level", levels))]),
        Filter("theme", words.theme, [Choice("", _titled("theme", themes))]),
        Filter("label", words.label, _labels(site)),
    ]


def _sorted(values: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    return sorted(values, key=lambda pair: (pair[1].casefold(), pair[0]))


def _titled(vocabulary: str, found: set[str]) -> list[tuple[str, str]]:
    """Give words with their titles: by scale for levels, otherwise by the title."""
    pairs = [(word, capital(title(vocabulary, word))) for word in found if word]
    order = list(vocabularies.words(vocabulary))
    if vocabulary == "level":
        return sorted(
            pairs, key=lambda pair: (order.index(pair[0]) if pair[0] in order else -1, pair)
        )
    return _sorted(pairs)


def _labels(site: Site) -> list[Choice]:
    words = page_words().filters
    bands = [(each.id, capital(each.title)) for each in reversed(site.result.rubric.bands)]
    practices = site.result.practices
    made = {each.label.id for each in practices}
    possible = {band for each in practices for band in _possible(each, site.result.rubric)}
    settled = [(f"is-{band}", name) for band, name in bands if band in made]
    if None in made:
        settled.append(("open", words.provisional))
    return [
        Choice(words.label_is, settled),
        Choice(
            words.label_may, [(f"may-{band}", name) for band, name in bands if band in possible]
        ),
    ]
