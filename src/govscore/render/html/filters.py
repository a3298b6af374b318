"""What the table of practices can be filtered by: values for the reader, tokens for the rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from govscore.catalogue import vocabularies
from govscore.catalogue.countries import party_name
from govscore.render.html import fields
from govscore.render.html.words import capital, page_words, title

if TYPE_CHECKING:
    from collections.abc import Iterable

    from govscore.render.html.site import Site
    from govscore.result.run import RubricInfo
    from govscore.result.scored import ScoredPractice


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


def filters(book: Site) -> list[Filter]:
    """List the fields, each with the values that some practice has."""
    words = page_words().filters
    records = [each.record for each in book.result.practices]
    countries = {code for each in records for code in _countries(each)}
    levels = {fields.text(fields.section(each, "jurisdiction"), "level") for each in records}
    themes = {word for each in records for word in fields.texts(each, "themes")}
    named = [(code, party_name(code)) for code in countries]
    return [
        Filter("country", words.country, [Choice("", _sorted(named))]),
        Filter("level", words.level, [Choice("", _titled("level", levels))]),
        Filter("theme", words.theme, [Choice("", _titled("theme", themes))]),
        Filter("label", words.label, _labels(book)),
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


def _labels(book: Site) -> list[Choice]:
    words = page_words().filters
    bands = [(each.id, capital(each.title)) for each in reversed(book.result.rubric.bands)]
    practices = book.result.practices
    made = {each.label.id for each in practices}
    possible = {band for each in practices for band in _possible(each, book.result.rubric)}
    settled = [(f"is-{band}", name) for band, name in bands if band in made]
    if None in made:
        settled.append(("open", words.provisional))
    return [
        Choice(words.label_is, settled),
        Choice(
            words.label_may, [(f"may-{band}", name) for band, name in bands if band in possible]
        ),
    ]
