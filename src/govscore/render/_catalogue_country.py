"""The sheet of a country: how it stands to every instrument, and what is not covered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govscore import catalogue
from govscore.render._catalogue import act, since, source_grid
from govscore.render._sheet import Grid, Sheet

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from govscore.catalogue import Country, Standing

_HEADINGS = {
    "party": "Party to",
    "signatory": "Signed, and not party to",
    "denounced": "No longer party to",
    "not_party": "Not party to",
}
_SILENT = {
    "incomplete": "the list that was read is not whole, and does not name the State",
    "no_list": "no list of parties was read",
    "outside_list": "the list that was read is whole for other States alone",
    "apart": "the State has an opt-out or takes part by agreement, and the list does not tell",
}
_CLOSED = "States do not become parties: recommendations, declarations"


def of_country(place: Country) -> Sheet:
    """Tell how a country stands to every instrument, as far as is known."""
    standings = catalogue.country_standings(place.iso3)
    joined = [
        each for each in catalogue.communities().values() if place.iso3 in (each.members or ())
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
            _closed_grid(standings),
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
    called = catalogue.instruments()[each.instrument].short
    if each.state == "not_party":
        return (each.instrument, called, "", f"not in the list, whole as of {each.as_of}", "")
    dated = since(each.since or "", each.confidence or "")
    return (each.instrument, called, dated, act(each.action or "", each.note), each.source or "")


def _silent_grid(standings: Iterable[Standing]) -> Grid:
    named: dict[str, list[str]] = {reason: [] for reason in _SILENT}
    for each in standings:
        if each.state == "not_covered" and each.reason != "not_open":
            named[each.reason].append(each.instrument)
    rows = [
        (str(len(names)), _SILENT[reason], ", ".join(names))
        for reason, names in named.items()
        if names
    ]
    return Grid("Not covered", ("count", "why", "instruments"), rows)


def _closed_grid(standings: Iterable[Standing]) -> Grid:
    names = [each.instrument for each in standings if each.reason == "not_open"]
    rows = [(str(len(names)), _CLOSED, ", ".join(names))]
    return Grid("Nobody's to join", ("count", "why", "instruments"), rows)
