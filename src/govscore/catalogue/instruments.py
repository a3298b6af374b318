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


_PROVISION = r"""(?xi)
        (?:art(?:icle)?s?\.?\s*)?
        (?:(?-i:(?P<part>[IVXLC]{1,7}))(?:\.(?=[0-9])|(?=\(|$)))?
        (?:(?P<first>[0-9]{1,4})(?P<inserted>bis|ter|quater|[a-z])?)?
        (?:\.[0-9]{1,3})?
        (?:\([0-9a-z]{1,5}\))*
        (?:[-\u2013](?:\([0-9a-z]{1,5}\)|(?P<last>[0-9]{1,4})))?"""
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


class Provision(NamedTuple):
    """A span of articles; `part` is a Roman number before it, or in its place.

    `inserted` is true for an article put between two others, such as 26bis.
    """

    first: int | None
    last: int | None
    part: int | None = None
    inserted: bool = False


def parse(text: str) -> Provision | None:
    """Read a provision, or give `None` where it does not follow the grammar."""
    match = re.fullmatch(_PROVISION, text.strip())
    if match is None or not (match["first"] or match["part"]):
        return None
    first = int(match["first"]) if match["first"] else None
    last = int(match["last"]) if match["last"] else first
    if first is not None and last is not None and last < first:
        return None
    part = _roman(match["part"]) if match["part"] else None
    return Provision(first, last, part, bool(match["inserted"]))


def has_provision(instrument: Instrument, text: str) -> bool | None:
    """Tell whether the instrument has the provision; `None` where that is not known."""
    provision = parse(text)
    if provision is None or instrument.articles is None:
        return None
    first, last = provision.first, provision.last
    if provision.part and instrument.numbering == "roman":
        first = last = provision.part
    if first is None or last is None:
        return None
    if first < 1 or last > instrument.articles:
        return False
    return None if provision.inserted else True


def _roman(text: str) -> int:
    values = [_ROMAN[letter] for letter in text]
    following = [*values[1:], 0]
    return sum(-v if v < after else v for v, after in zip(values, following, strict=True))
