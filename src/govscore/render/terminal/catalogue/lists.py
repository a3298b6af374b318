"""Sheets that list one kind of thing in the catalogue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govscore.catalogue import countries, instruments, references, standings, vocabularies
from govscore.render.terminal.sheet import Grid, Sheet
from govscore.titles import title

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from govscore.catalogue.references import Goal


def of_instruments(category: str | None = None) -> Sheet:
    """List the instruments, all or those of one category of law."""
    shown = [
        each
        for each in instruments.instruments().values()
        if category is None or each.category == category
    ]
    counts = {each.id: _count(each.id) for each in shown}
    rows = [
        (
            each.id,
            each.short,
            title("law_category", each.category),
            (each.adopted or "")[:4],
            "" if counts[each.id] is None else str(counts[each.id]),
        )
        for each in shown
    ]
    return Sheet(
        title=f"{len(shown)} instruments",
        data=[{**each._asdict(), "parties": counts[each.id]} for each in shown],
        grids=[Grid("", ("id", "called", "law", "adopted", "parties"), rows)],
        remarks=["Without a number of parties: no list was read, or States do not become parties."],
    )


def _count(name: str) -> int | None:
    rows = standings.parties(name)
    return sum(row.status == "party" for row in rows) if rows else None


def _frameworks() -> Sheet:
    every = references.frameworks().values()
    rows = [(each.id, str(each.year), each.body, each.title) for each in every]
    grid = Grid("", ("id", "year", "body", "title"), rows)
    return Sheet(f"{len(rows)} frameworks", [each._asdict() for each in every], grids=[grid])


def _countries() -> Sheet:
    every = countries.countries().values()
    rows = [
        (each.iso3, each.iso2, each.name, "UN" * each.un_member, "ILO" * each.ilo_member)
        for each in every
    ]
    grid = Grid("", ("code", "short", "name", "UN", "ILO"), rows)
    title = f"{len(rows)} countries and territories"
    return Sheet(title, [each._asdict() for each in every], grids=[grid])


def _communities() -> Sheet:
    every = countries.communities().values()
    rows = [
        (each.id, each.name, str(len(each.members)) if each.members else "not covered")
        for each in every
    ]
    grid = Grid("", ("id", "name", "members"), rows)
    title = f"{len(rows)} regional communities"
    return Sheet(title, [each._asdict() for each in every], grids=[grid])


def _vocabularies() -> Sheet:
    every = vocabularies.vocabularies()
    rows = [(name, str(len(vocabularies.words(name))), about) for name, about in every.items()]
    data = [
        {"id": name, "about": about, "words": vocabularies.words(name)}
        for name, about in every.items()
    ]
    grid = Grid("", ("name", "words", "about"), rows)
    return Sheet(f"{len(rows)} vocabularies", data, grids=[grid])


def _sdg() -> Sheet:
    every = references.sdg_targets().values()
    rows = [(each.id, each.relation, each.title) for each in every]
    grid = Grid("", ("target", "migration", "title"), rows)
    return Sheet(f"{len(rows)} SDG targets", [each._asdict() for each in every], grids=[grid])


def _gcm() -> Sheet:
    objectives = references.gcm_objectives()
    principles = references.gcm_principles()
    return Sheet(
        title="Global Compact for Migration",
        data={"objectives": _goals(objectives), "principles": _goals(principles)},
        grids=[
            Grid(
                f"{len(objectives)} objectives",
                ("objective", "title", "text"),
                [(each.id, each.title, each.text) for each in objectives.values()],
            ),
            Grid(
                f"{len(principles)} principles",
                ("principle", "title"),
                [(each.id, each.title) for each in principles.values()],
            ),
        ],
    )


def _migof() -> Sheet:
    every = references.migof()
    rows = [(each.id, each.title) for each in every.values()]
    grid = Grid("", ("id", "title"), rows)
    return Sheet("Migration Governance Framework (IOM)", _goals(every), grids=[grid])


def _goals(every: Mapping[str, Goal]) -> list[dict[str, object]]:
    return [each._asdict() for each in every.values()]


LISTS: Mapping[str, Callable[[], Sheet]] = {
    "instruments": of_instruments,
    "frameworks": _frameworks,
    "countries": _countries,
    "communities": _communities,
    "sdg": _sdg,
    "gcm": _gcm,
    "migof": _migof,
    "vocabularies": _vocabularies,
}
"""What can be listed, and how."""
