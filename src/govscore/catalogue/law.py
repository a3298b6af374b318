"""The instruments of international law: what they are called, hold and cover.

What an instrument's record leaves out has the default below. `verified` names the fields that were
read in a source; the rest is general knowledge, and no address was opened.
"""

from __future__ import annotations

import re
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from govscore.catalogue import files

if TYPE_CHECKING:
    from collections.abc import Mapping

_ILO = r"(?:(?:ilo-)?([cpr])-?|ilo-)0*([1-9][0-9]{0,2})"


class Instrument(NamedTuple):
    """A convention, protocol, directive, recommendation or other text of international law.

    `scope` is `universal`, `regional` or `community` (free movement in a regional community).
    `unit` is what counts as one instrument: the 1951 Convention and the 1967 Protocol share
    `refugee-regime`. `complete_as_of` (YYYY-MM) is the month as of which the list of parties is
    whole; without it a State that is not listed is not covered. `gap` says what the list lacks.
    `open` is false where States do not become parties. `parties_of` is the instrument whose list of
    parties it shares: the law of the EU binds the parties to its treaty. `apart` are the States of
    which that list does not tell, such as those with an opt-out. `numbering` is `roman` where
    articles are I, II, III.
    """

    id: str
    short: str
    title: str
    category: str
    scope: str
    body: str
    unit: str
    adopted: str | None = None
    in_force: str | None = None
    url: str | None = None
    articles: int | None = None
    numbering: str = "arabic"
    core: bool = False
    open: bool = True
    parties_of: str = ""
    apart: tuple[str, ...] = ()
    complete_as_of: str | None = None
    gap: str = ""
    note: str = ""
    aliases: tuple[str, ...] = ()
    verified: tuple[str, ...] = ()


@cache
def _records() -> dict[str, dict[str, Any]]:
    return files.records("instruments.json")


@cache
def _aliases() -> dict[str, str]:
    return {
        alias: name for name, record in _records().items() for alias in record.get("aliases", ())
    }


@cache
def _built(name: str) -> Instrument:
    record = {"unit": name, **_records()[name]}
    for key in ("aliases", "apart", "verified"):
        record[key] = tuple(record.get(key, ()))
    return Instrument(id=name, **record)


def instrument(name: str) -> Instrument | None:
    """Find an instrument by its id or another usual form of it: `ilo-c97`, `c97`, `ILO 97`."""
    if name in _records():
        return _built(name)
    key = "-".join(re.split(r"[\s_]+", name.strip().casefold()))
    if match := re.fullmatch(_ILO, key):
        key = f"ilo-{match[1] or 'c'}{int(match[2]):03}"
    key = _aliases().get(key, key)
    return _built(key) if key in _records() else None


@cache
def instruments() -> Mapping[str, Instrument]:
    """Give every instrument by its id, in the order of ids."""
    return MappingProxyType({name: _built(name) for name in _records()})


def instrument_ids() -> tuple[str, ...]:
    """List the ids of the instruments, sorted."""
    return tuple(_records())


@cache
def units() -> tuple[str, ...]:
    """List what counts as one instrument, sorted: ids of instruments, and `refugee-regime`."""
    return tuple(sorted({record.get("unit", name) for name, record in _records().items()}))


@cache
def quotable() -> frozenset[str]:
    """Give the ids that a rule may quote: instruments and units."""
    return frozenset(instrument_ids()) | frozenset(units())
