"""The sheet of a country: how it stands to every instrument, and what is not covered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govscore.catalogue import countries, instruments
from govscore.catalogue.standings import country_standings
from govscore.render.terminal.catalogue.entries import act, since, source_grid
from govscore.render.terminal.sheet import Grid, Sheet

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from govscore.catalogue.countries import Country
    from govscore.catalogue.standings import Standing

_HEADINGS = {
    "party": "Party to",
    "signatory": "Signed, and not party to",
    "denounced": "Denounced",
    "not_party": "Not party to",
}
_SILENT = {
    "incomplete": "the list that was read is not whole, and does not name the State",
    "no_list": "no list of parties was read",
    "outside_list": "the list that was read is whole for other States alone",
    "not_open": "States do not become parties: recommendations, declarations, law of the EU",
}


def of_country(place: Country) -> Sheet:
    """Tell how a country stands to every instrument, as far as is known."""
    standings = country_standings(place.iso3)
    joined = [
        each for each in countries.communities().values() if place.iso3 in (each.members or ())
    ]
    members = ["UN"] * place.un_member + ["ILO"] * place.ilo_member
    facts = [
        ("codes", f"{place.iso3}, {place.iso2}"),
        ("member of", ", ".join([*members, *(each.name for each in joined)])),
        ("note", place.note),
    ]
    return Sheet(
        title=place.name,
        data={
            **place._asdict(),
            "communities": [each.id for each in joined],
            "standings": [each._asdict() for each in standings],
        },
        facts=[fact for fact in facts if fact[1]],
        grids=[
            *_known_grids(standings),
            _silent_grid(standings),
            source_grid(each.source for each in standings if each.source),
        ],
    )


def _known_grids(standings: Sequence[Standing]) -> list[Grid]:
    columns = ("instrument", "called", "since", "by", "source")
    return [
        Grid(heading, columns, [_row(each) for each in standings if each.state == state])
        for state, heading in _HEADINGS.items()
    ]


def _row(each: Standing) -> tuple[str, ...]:
    called = instruments.instruments()[each.instrument].short
    if each.state == "not_party":
        return (each.instrument, called, "", f"not in the list, whole as of {each.as_of}", "")
    dated = since(each.since or "", each.confidence or "")
    return (each.instrument, called, dated, act(each.action or "", each.note), each.source or "")


def _silent_grid(standings: Iterable[Standing]) -> Grid:
    named: dict[str, list[str]] = {reason: [] for reason in _SILENT}
    for each in standings:
        if each.state == "not_covered":
            named[each.reason].append(each.instrument)
    rows = [
        (str(len(names)), _SILENT[reason], ", ".join(names))
        for reason, names in named.items()
        if names
    ]
    return Grid("Not covered", ("count", "why", "instruments"), rows)
