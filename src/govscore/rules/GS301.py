"""Status differs from the catalogue.

The file says how a State stands to a treaty, and the catalogue says otherwise for that day (`as_of`). The
status decides what a citation is worth: a treaty that does not bind the State is no obligation.

Where the catalogue's list of parties is known to be whole, a State that is not on it was not a party then;
a list that is older than the day is taken as it was in its own month. Where the list is not whole, absence
says nothing, and nothing is reported. A treaty that the State denounced is not used as an obligation.

Leave `status` out, and the catalogue's is taken; or correct it. Where the catalogue is wrong or behind, keep
the status with its evidence, and waive the finding.

    countries: [DEU]
    - {instrument: icrmw, status: party, alignment: partly}        # wrong
    - {instrument: icrmw, status: not_party, alignment: partly}    # right

`govscore catalogue show icrmw` lists the parties with their dates, `govscore catalogue country DEU` what a
country has joined.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govscore.catalogue import standings
from govscore.catalogue.countries import party_name
from govscore.rules import _treaties
from govscore.rules._inspection import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govscore.catalogue.instruments import Instrument
    from govscore.catalogue.standings import Standing
    from govscore.practice.legal import TreatyItem
    from govscore.practice.record import Practice
    from govscore.rules._inspection import Inspection

level = "warning"
message = {
    "listed": "{country} is not '{given}' under {name}: by the catalogue it is '{state}'{since}",
    "not_listed": "{country} is not '{given}' under {name}: a list that was whole in {list} does not have it",
    "later": "{country} was not '{given}' under {name} on {day}: it acted only on {since_day}",
    "not_adopted": "{country} was not '{given}' under {name} on {day}: the text was adopted only on {adopted}",
    "obligation": "{name} is used as an obligation, and {country} denounced it{since}",
}
scope = "practice"


_NOT_BOUND = frozenset({"signatory", "denounced"})
"""States to which `not_party` is a true, if less precise, word."""


def find(inspection: Inspection) -> Iterator[Hit]:
    """Compare every treaty that the catalogue knows."""
    for place, item, known in _treaties.known(inspection.practice):
        yield from _statuses(inspection, place, item, known)
        yield from _denounced(inspection, place, item, known)


def _statuses(
    inspection: Inspection, place: str, item: TreatyItem, known: Instrument
) -> Iterator[Hit]:
    """Compare what is given for each country."""
    for country, word in _given(inspection.practice, item).items():
        standing = _standing(known, country, inspection.as_of)
        where = f"{place}/status/{country}" if isinstance(item.status, dict) else f"{place}/status"
        if not _fits(word, standing):
            yield Hit(where, _difference(word, standing, known, inspection.as_of))


def _denounced(
    inspection: Inspection, place: str, item: TreatyItem, known: Instrument
) -> Iterator[Hit]:
    """Find obligations under a treaty that the State has left."""
    if item.use != "obligation":
        return
    given = _given(inspection.practice, item)
    for country in inspection.practice.countries or ():
        standing = _standing(known, country, inspection.as_of)
        word = given.get(country, standing.state)
        if word == "denounced" and standing.state in {"denounced", "not_covered"}:
            args = {"name": known.short, "country": party_name(country), "since": _since(standing)}
            yield Hit(f"{place}/use", {"variant": "obligation", **args})


def _given(practice: Practice, item: TreatyItem) -> dict[str, str]:
    """Give the status that the file states, by country."""
    if isinstance(item.status, dict):
        return item.status
    return dict.fromkeys(practice.countries or (), item.status) if item.status else {}


def _standing(known: Instrument, country: str, as_of: str) -> Standing:
    """Give the standing on the day, or in the month in which the list was last whole."""
    standing = standings.standing(known.id, country, as_of)
    if standing.reason == "after_list":
        return standings.standing(known.id, country, standing.as_of)
    return standing


def _fits(word: str, standing: Standing) -> bool:
    if standing.state in {"not_covered", word}:
        return True
    if word == "not_party":
        return standing.state in _NOT_BOUND
    # Whether a State had signed before the act that the list dates is not known.
    return word == "signatory" and standing.reason == "later"


def _difference(
    word: str, standing: Standing, known: Instrument, as_of: str
) -> dict[str, str | None]:
    return {
        "variant": standing.reason if standing.state == "not_party" else "listed",
        "given": word,
        "state": standing.state,
        "country": party_name(standing.iso3),
        "name": known.short,
        "since": _since(standing),
        "since_day": standing.since,
        "list": standing.as_of,
        "adopted": known.adopted,
        "day": as_of,
    }


def _since(standing: Standing) -> str:
    return f" since {standing.since}" if standing.since else ""
