"""Search over everything the catalogue holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from govscore.catalogue import countries, instruments, references, vocabularies

if TYPE_CHECKING:
    from collections.abc import Iterator


class Hit(NamedTuple):
    """Something found: what kind of thing, its id, its title, and what else tells it apart."""

    kind: str
    id: str
    title: str
    detail: str = ""


def search(text: str) -> list[Hit]:
    """List the entries in which every word of the text occurs, whatever the case or accents.

    An instrument that the text names in a usual way (`C97`, `ILO 97`) comes first.
    """
    wanted = countries.folded(text).split()
    if not wanted:
        return []
    named = instruments.instrument(text)
    hits = [
        hit
        for hit, more in _entries()
        if (named and hit.id == named.id)
        or all(word in countries.folded(" ".join((*hit, more))) for word in wanted)
    ]
    return sorted(hits, key=lambda hit: not (named and hit.id == named.id))


def _entries() -> Iterator[tuple[Hit, str]]:
    """Walk the catalogue: each entry with what is searched but not shown."""
    for each in instruments.instruments().values():
        category = vocabularies.vocabulary("law_category")[each.category].title
        yield Hit("instrument", each.id, each.title, each.short), f"{category} {each.note}"
    for framework in references.frameworks().values():
        detail = f"{framework.body}, {framework.year}"
        yield Hit("framework", framework.id, framework.title, detail), framework.note
    for community in countries.communities().values():
        yield Hit("community", community.id, community.name), community.note
    for country in countries.countries().values():
        yield Hit("country", country.iso3, country.name, country.iso2), " ".join(country.aliases)
    yield from _goals()
    yield from _words()


def _goals() -> Iterator[tuple[Hit, str]]:
    lists = {
        "SDG target": references.sdg_targets,
        "GCM objective": references.gcm_objectives,
        "GCM principle": references.gcm_principles,
        "MiGOF": references.migof,
    }
    for kind, read in lists.items():
        for goal in read().values():
            yield Hit(kind, goal.id, goal.title), goal.text


def _words() -> Iterator[tuple[Hit, str]]:
    for name in vocabularies.vocabularies():
        if name not in vocabularies.LISTS:
            for word in vocabularies.vocabulary(name).values():
                yield Hit("word", word.id, word.title, name), ""
