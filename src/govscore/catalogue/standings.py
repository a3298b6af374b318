"""Which State stood how to which instrument, and when.

A row of a list of parties is taken at its word, however old its source. The absence of a row means
*not party* only where the list is known to be whole at that date; otherwise it means *not covered*.
"""

from __future__ import annotations

from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from govscore.catalogue import files
from govscore.catalogue.countries import country
from govscore.catalogue.instruments import instrument, instrument_ids
from govscore.catalogue.references import sources

if TYPE_CHECKING:
    from collections.abc import Mapping

    from govscore.catalogue.instruments import Instrument

_PRECISION = {4: "year", 7: "month", 10: "day"}


class Party(NamedTuple):
    """A row of a list of parties.

    `status` is party, signatory or denounced; `date` is as precise as its source, or empty.
    `confidence` is `exact`, `month` or `year` for the date of the act; `in_force` where the date is
    that of entry into force, which follows the act; `status` where no date was read; `derived`
    where the State is counted because it is not among the exceptions.
    """

    iso3: str
    status: str
    action: str
    date: str
    source: str
    confidence: str
    note: str


class Standing(NamedTuple):
    """A State's position under an instrument at a date.

    `state` is party, signatory, denounced, not_party or not_covered. `reason` says why:

    * party, signatory, denounced: `dated`, or `undated` (then taken to hold since adoption);
    * not_party: `later` (the act came at `since`, after the date; whether the State had signed
      before is not known), `not_adopted` (the text did not exist yet), `not_listed` (absent from a
      list that is whole as of `as_of`);
    * not_covered: `not_open` (States do not become parties), `no_list`, `incomplete`, `after_list`
      (the list is whole, but only as of `as_of`), `outside_list` (it covers members of the UN, or
      of the ILO, alone), `apart` (it does not tell of this State), `in_force_only` (the act came
      some time before `since`),
      `unknown_instrument`.
    """

    instrument: str
    iso3: str
    state: str
    reason: str
    since: str | None = None
    action: str | None = None
    source: str | None = None
    as_of: str | None = None
    confidence: str | None = None
    note: str = ""

    @property
    def precision(self) -> str | None:
        """Tell how precise `since` is: day, month or year."""
        return _PRECISION[len(self.since)] if self.since else None


@cache
def _listed(name: str) -> Mapping[str, Party]:
    known = instrument(name)
    shared, apart = (known.parties_of, known.apart) if known else ("", ())
    found = files.rows(f"parties/{shared or name}.csv")
    return MappingProxyType({row[0]: Party(*row) for row in found if row[0] not in apart})


def parties(name: str) -> tuple[Party, ...]:
    """List the rows of an instrument's list of parties, in the order of codes."""
    known = instrument(name)
    return tuple(_listed(known.id).values()) if known else ()


def standing(name: str, iso3: str, on: str | None = None) -> Standing:
    """Tell how a State stood to an instrument on a date.

    Args:
        name: The instrument's id or an alias of it.
        iso3: The State's ISO 3166-1 alpha-3 code, or `EU`.
        on: The date as YYYY, YYYY-MM or YYYY-MM-DD; without it, the latest that is known.
    """
    known = instrument(name)
    if known is None:
        return Standing(name, iso3, "not_covered", "unknown_instrument")
    if known.adopted and not _reached(known.adopted, on):
        return Standing(known.id, iso3, "not_party", "not_adopted")
    row = _listed(known.id).get(iso3)
    return _by_row(known, row, on) if row else _by_absence(known, iso3, on)


def country_standings(iso3: str, on: str | None = None) -> tuple[Standing, ...]:
    """List how a State stood to every instrument, in the order of ids."""
    return tuple(standing(name, iso3, on) for name in instrument_ids())


def _reached(date: str, on: str | None) -> bool:
    """Tell whether a date had come, at the precision that both share."""
    if on is None:
        return True
    shared = min(len(date), len(on))
    return date[:shared] <= on[:shared]


def _by_row(known: Instrument, row: Party, on: str | None) -> Standing:
    if row.date and not _reached(row.date, on):
        state, reason = _before(row)
    else:
        state, reason = row.status, "dated" if row.date else "undated"
    as_of = sources()[row.source].as_of
    since = row.date or None
    told = (since, row.action, row.source, as_of, row.confidence, row.note)
    return Standing(known.id, row.iso3, state, reason, *told)


def _before(row: Party) -> tuple[str, str]:
    if row.confidence == "in_force":
        return "not_covered", "in_force_only"
    return ("party", "dated") if row.status == "denounced" else ("not_party", "later")


def _by_absence(known: Instrument, iso3: str, on: str | None) -> Standing:
    whole = known.complete_as_of
    reason = _silence(known, iso3)
    if reason is None:
        after = on is not None and not _reached(on, whole)
        state, reason = ("not_covered", "after_list") if after else ("not_party", "not_listed")
        return Standing(known.id, iso3, state, reason, as_of=whole)
    return Standing(known.id, iso3, "not_covered", reason, as_of=whole)


def _silence(known: Instrument, iso3: str) -> str | None:
    """Say why the absence of a row tells nothing, or `None` where the list speaks for the State."""
    if not known.open:
        return "not_open"
    if iso3 in known.apart:
        return "apart"
    if not known.complete_as_of:
        return "incomplete" if _listed(known.id) else "no_list"
    found = country(iso3)
    member = found and (found.ilo_member if known.id.startswith("ilo-") else found.un_member)
    return None if member else "outside_list"
