"""Provisions as practice files write them, and whether an instrument can have them.

The grammar: `13`, `13(2)`, `5(e)`, `27.1`, `2-4`, `1(2)-(3)`, `26bis`, `II.3`, `II`; a leading
`Art.` is passed over. Of an instrument only the number of its articles is known, and no more is
checked.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from govscore.catalogue.instruments import Instrument

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
