"""Policy frameworks, the lists of global goals and principles, and the catalogue's sources."""

from __future__ import annotations

from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from govscore.catalogue import files

if TYPE_CHECKING:
    from collections.abc import Mapping


class Framework(NamedTuple):
    """A policy framework agreed between States, or a process that made one.

    `origin` is `note` for those that the GMPA context note names, `added` for others.
    """

    id: str
    title: str
    year: int
    body: str
    url: str
    origin: str
    source: str
    note: str = ""


class Goal(NamedTuple):
    """A target, objective or principle of a global list.

    `text` is the official wording, where it was read or is generally known.
    `relation` of an SDG target: `direct` where the target names migration, `related` otherwise.
    """

    id: str
    title: str
    source: str
    text: str = ""
    relation: str = ""


class Source(NamedTuple):
    """Where facts come from; `as_of` is the state of the source, as precise as it is known."""

    tag: str
    what: str
    as_of: str | None = None
    licence: str | None = None


@cache
def frameworks() -> Mapping[str, Framework]:
    """Give every policy framework by its id, in the order of ids."""
    found = files.records("frameworks.json")
    return MappingProxyType({name: Framework(name, **record) for name, record in found.items()})


@cache
def _lists() -> dict[str, dict[str, Any]]:
    return files.records("lists.json")


@cache
def _goals(name: str) -> Mapping[str, Goal]:
    return MappingProxyType({key: Goal(key, **record) for key, record in _lists()[name].items()})


def sdg_targets() -> Mapping[str, Goal]:
    """Give the SDG targets that bear on migration, by number (`10.7`), in their order."""
    return _goals("sdg_target")


def gcm_objectives() -> Mapping[str, Goal]:
    """Give the 23 objectives of the Global Compact for Migration, by number, in their order."""
    return _goals("gcm_objective")


def gcm_principles() -> Mapping[str, Goal]:
    """Give the ten guiding principles of the Global Compact for Migration, by letter."""
    return _goals("gcm_principle")


def migof() -> Mapping[str, Goal]:
    """Give the principles and objectives of IOM's Migration Governance Framework."""
    return _goals("migof")


@cache
def sources() -> Mapping[str, Source]:
    """Give every source by its tag, in the order of tags."""
    found = files.records("sources.json")
    return MappingProxyType({tag: Source(tag, **record) for tag, record in found.items()})
