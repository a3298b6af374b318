"""The closed vocabularies of practice files: their words, what each means, and what sets it apart.

Most vocabularies are in `vocabularies.json`; some are lists of the catalogue whose ids a practice
names.
"""

from __future__ import annotations

from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from govscore.catalogue import files, instruments, references

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from govscore.catalogue.references import Framework, Goal

LISTS: Mapping[str, tuple[str, Callable[[], Mapping[str, Framework | Goal]]]] = {
    "framework": ("a policy framework", references.frameworks),
    "gcm_objective": ("an objective of the Global Compact", references.gcm_objectives),
    "gcm_principle": ("a principle of the Global Compact", references.gcm_principles),
    "migof": ("an item of the Migration Governance Framework", references.migof),
    "sdg_target": ("an SDG target that bears on migration", references.sdg_targets),
}
"""The vocabularies that are lists of ids: what each is about, and the list."""


class Word(NamedTuple):
    """A word of a vocabulary; `flags` name the sets it is in, `rank` its place on a scale."""

    id: str
    title: str
    flags: tuple[str, ...] = ()
    rank: int | None = None


@cache
def _stored() -> dict[str, dict[str, Any]]:
    return files.records("vocabularies.json")


@cache
def vocabularies() -> Mapping[str, str]:
    """Give what each vocabulary is about, by its name, in the order of names."""
    told = {name: record["about"] for name, record in _stored().items()}
    told |= {name: about for name, (about, _) in LISTS.items()}
    return MappingProxyType({name: told[name] for name in sorted(told)})


@cache
def vocabulary(name: str) -> Mapping[str, Word]:
    """Give the words of a vocabulary by their id, in the order in which they are to be shown."""
    if name in LISTS:
        listed = LISTS[name][1]()
        return MappingProxyType({key: Word(key, entry.title) for key, entry in listed.items()})
    stored = _stored()[name]["words"]
    return MappingProxyType({key: _word(key, **record) for key, record in stored.items()})


def _word(key: str, title: str, flags: tuple[str, ...] = (), rank: int | None = None) -> Word:
    return Word(key, title, tuple(flags), rank)


def words(name: str) -> tuple[str, ...]:
    """List the words of a vocabulary."""
    return tuple(vocabulary(name))


def named(words_: Iterable[str]) -> str | None:
    """Name the vocabulary that has just these words, `None` if none does."""
    wanted = tuple(words_)
    return next((name for name in vocabularies() if words(name) == wanted), None)


@cache
def flagged(name: str, flag: str) -> tuple[str, ...]:
    """List the words of a vocabulary that carry a flag.

    Raises:
        KeyError: No word of the vocabulary carries it.
    """
    found = tuple(word.id for word in vocabulary(name).values() if flag in word.flags)
    if not found:
        raise KeyError(flag)
    return found


@cache
def flags() -> Mapping[str, tuple[str, ...]]:
    """Give the words behind every flag; a flag's name belongs to one vocabulary alone."""
    found: dict[str, tuple[str, ...]] = {}
    for name in _stored():
        for word in vocabulary(name).values():
            for flag in word.flags:
                found[flag] = (*found.get(flag, ()), word.id)
    return MappingProxyType(found)


@cache
def vocab() -> dict[str, list[str]]:
    """Map each vocabulary, and each flag that marks some of its words, to the words."""
    sets = {name: list(words(name)) for name in vocabularies()}
    return sets | {flag: list(words) for flag, words in flags().items()}


@cache
def quotable() -> frozenset[str]:
    """List every word and id that a rule may quote."""
    words = {word for words in vocab().values() for word in words}
    return frozenset({*words, *instruments.quotable(), ""})
