"""What the overview can be filtered by and searched for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from govscore.catalogue import instruments, vocabularies
from govscore.catalogue.countries import party_name
from govscore.render.html import fields, marks
from govscore.render.html.words import page_words
from govscore.titles import title
from govscore.words import capital

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
    """A field to filter by; its letter stands before its values in the tokens of a practice."""

    key: str
    letter: str
    name: str
    choices: list[Choice]


def numbers(offered: Iterable[Filter]) -> dict[str, str]:
    """Number the values of each field as its list shows them; what stands first is “all”.

    A page has thousands of values, so rows name them by letter and number.
    """
    return {
        f"{each.letter}{value}": f"{each.letter}{number}"
        for each in offered
        for number, (value, _) in enumerate(
            (pair for choice in each.choices for pair in choice.values), start=1
        )
    }


def tokens(practice: ScoredPractice, rubric: RubricInfo, carried: list[str]) -> list[str]:
    """Give the tokens of a practice: what each filter compares its value with."""
    item = practice.record
    label = practice.label
    return [
        *(f"c{code}" for code in _countries(item)),
        f"l{fields.text(fields.section(item, 'jurisdiction'), 'level')}",
        *(f"t{word}" for word in fields.texts(item, "themes")),
        f"b{_state(practice)}",
        *(f"bmay-{band}" for band in _possible(practice, rubric)),
        *([f"bis-{label.id}"] if label.id else []),
        *(f"m{name}" for name in carried),
    ]


def _state(practice: ScoredPractice) -> str:
    if practice.label.id is not None:
        return "firm"
    return "so-far" if practice.label.so_far is not None else "open"


def searched(practice: ScoredPractice) -> str:
    """Give what a search looks at beside the title, the place and the themes of a row."""
    item = practice.record
    leads = [fields.text(each, "name") for each in fields.rows(item, "lead_body") or ()]
    codes = [
        fields.text(each, "instrument")
        for kind in ("international", "regional")
        for each in fields.rows(item, "legal_basis", kind) or ()
    ]
    return " · ".join(dict.fromkeys(each for each in (*leads, *map(_instrument, codes)) if each))


def _instrument(code: str) -> str:
    known = instruments.instrument(code) if code else None
    return known.short or known.title if known else code


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
        Filter("country", "c", words.country, [Choice("", _sorted(named))]),
        Filter("level", "l", words.level, [Choice("", _titled("level", levels))]),
        Filter("theme", "t", words.theme, [Choice("", _titled("theme", themes))]),
        Filter("label", "b", words.label, _labels(site)),
        Filter("mark", "m", words.mark, [Choice("", _marks(site))]),
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
    held = {_state(each) for each in practices}
    states = {"firm": words.firm, "so-far": words.so_far, "open": words.open}
    return [
        Choice(words.label_state, [pair for pair in states.items() if pair[0] in held]),
        Choice(words.label_is, [(f"is-{band}", name) for band, name in bands if band in made]),
        Choice(
            words.label_may, [(f"may-{band}", name) for band, name in bands if band in possible]
        ),
    ]


def _marks(site: Site) -> list[tuple[str, str]]:
    """Offer the marks that some practice carries."""
    carried = {name for names in site.marks for name in names}
    words = page_words().marks
    return [(name, getattr(words, name)) for name in marks.ICONS if name in carried]
