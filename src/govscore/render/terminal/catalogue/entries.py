"""Sheets of single entries of the catalogue, and of what a search found."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from govscore.catalogue import countries, instruments, references, standings, vocabularies
from govscore.catalogue.standings import country_standings
from govscore.render.terminal.sheet import Grid, Sheet
from govscore.titles import title
from govscore.words import spaced

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from govscore.catalogue.countries import Community, Country
    from govscore.catalogue.instruments import Instrument
    from govscore.catalogue.references import Framework, Goal
    from govscore.catalogue.search import Hit
    from govscore.catalogue.standings import Party, Standing


def of_hits(text: str, hits: Sequence[Hit]) -> Sheet:
    """Tell what a search found."""
    rows = [
        (hit.id, hit.kind, f"{hit.title} ({hit.detail})" if hit.detail else hit.title)
        for hit in hits
    ]
    entries = "entry has" if len(hits) == 1 else "entries have"
    return Sheet(
        title=f"{len(hits)} {entries} all of: {text}",
        data=[hit._asdict() for hit in hits],
        grids=[Grid("", ("id", "kind", "title"), rows)],
    )


def of_instrument(known: Instrument) -> Sheet:
    """Tell what an instrument is, and who is party to it."""
    rows = standings.parties(known.id)
    return Sheet(
        title=known.title,
        data={**known._asdict(), "parties": [row._asdict() for row in rows]},
        facts=[(label, value) for label, value in _instrument_facts(known, rows) if value],
        grids=[_party_grid(rows), source_grid(row.source for row in rows)],
    )


def _instrument_facts(known: Instrument, rows: Sequence[Party]) -> list[tuple[str, str]]:
    return [
        ("id", known.id),
        ("also", ", ".join((known.short, *known.aliases))),
        ("law", title("law_category", known.category)),
        (
            "scope",
            {"community": "regional community (free movement)"}.get(known.scope, known.scope),
        ),
        ("counts as", known.unit if known.unit != known.id else ""),
        ("core", "yes" if known.core else ""),
        ("adopted", known.adopted or ""),
        ("in force", known.in_force or ""),
        ("kept by", known.body),
        ("articles", str(known.articles or "")),
        ("holds", known.note),
        ("address", known.url or ""),
        ("verified", _verified(known)),
        ("parties", _counts(known, rows)),
        ("apart", _names(known.apart)),
        ("complete", f"as of {known.complete_as_of}" if known.complete_as_of else ""),
        ("gap", known.gap),
    ]


def _verified(known: Instrument) -> str:
    named = ", ".join(map(spaced, known.verified))
    return f"{named or 'nothing'} read in a source; the rest is general knowledge"


def _counts(known: Instrument, rows: Sequence[Party]) -> str:
    if not known.open:
        return "States do not become parties"
    if not rows:
        return "not covered: no list of parties was read"
    if known.parties_of:
        bound = sum(row.status == "party" for row in rows)
        return f"binds {bound} States, the parties to {known.parties_of}"
    counts = Counter(row.status for row in rows)
    words = {"party": "parties", "signatory": "signatories", "denounced": "denounced"}
    return ", ".join(f"{counts[status]} {word}" for status, word in words.items() if counts[status])


def _party_grid(parties: Sequence[Party]) -> Grid:
    rows = [
        (
            row.iso3,
            countries.party_name(row.iso3),
            row.status,
            since(row.date, row.confidence),
            act(row.action, row.note),
            row.source,
        )
        for row in parties
    ]
    return Grid("Parties", ("code", "State", "status", "since", "by", "source"), rows)


def since(date: str, confidence: str) -> str:
    """Say from when a State is bound, and of what the date is."""
    if not date:
        return "undated"
    return f"in force {date}" if confidence == "in_force" else date


def act(action: str, note: str) -> str:
    """Say by what act a State has its status, and what limits it."""
    told = title("treaty_action", action)
    return f"{told}; {note}" if note else told


def source_grid(tags: Iterable[str]) -> Grid:
    """Explain the tags of sources."""
    known = references.sources()
    rows = [(tag, known[tag].what, known[tag].as_of or "") for tag in sorted(set(tags))]
    return Grid("Sources", ("source", "what it is", "as of"), rows)


def of_framework(known: Framework) -> Sheet:
    """Tell what a policy framework is."""
    facts = [
        ("id", known.id),
        ("year", str(known.year)),
        ("body", known.body),
        ("note", known.note),
        ("address", known.url),
        ("named in", "the GMPA context note" if known.origin == "note" else ""),
        ("source", references.sources()[known.source].what),
    ]
    return Sheet(known.title, known._asdict(), [fact for fact in facts if fact[1]])


def of_community(known: Community) -> Sheet:
    """Tell who belongs to a regional community, and by which instruments it works."""
    facts = [
        ("id", known.id),
        ("instruments", ", ".join(known.instruments)),
        ("members", _names(known.members) if known.members else "not covered: no list was read"),
        ("former", _names(known.former)),
        ("note", known.note),
        ("source", references.sources()[known.source].what),
    ]
    return Sheet(known.name, known._asdict(), [fact for fact in facts if fact[1]])


def _names(codes: Iterable[str]) -> str:
    return ", ".join(sorted(countries.party_name(code) for code in codes))


def of_goal(known: Goal) -> Sheet:
    """Tell what an SDG target asks."""
    facts = [
        ("id", known.id),
        ("text", known.text or "not read"),
        ("bears on migration", known.relation),
        ("source", references.sources()[known.source].what),
    ]
    return Sheet(known.title, known._asdict(), [fact for fact in facts if fact[1]])


def of_vocabulary(name: str) -> Sheet:
    """List the words of a vocabulary."""
    words = vocabularies.vocabulary(name).values()
    data: dict[str, Any] = {
        "id": name,
        "about": vocabularies.vocabularies()[name],
        "words": [word._asdict() for word in words],
    }
    rows = [(word.id, word.title, ", ".join(word.flags)) for word in words]
    flags = any(word.flags for word in words)
    grid = (
        Grid("", ("word", "meaning", "flags"), rows)
        if flags
        else Grid("", ("word", "meaning"), [row[:2] for row in rows])
    )
    return Sheet(f"{name}: {vocabularies.vocabularies()[name]}", data, grids=[grid])


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


def of_country(country: Country) -> Sheet:
    """Tell how a country stands to every instrument, as far as is known."""
    standings = country_standings(country.iso3)
    joined = [
        each for each in countries.communities().values() if country.iso3 in (each.members or ())
    ]
    members = ["UN"] * country.un_member + ["ILO"] * country.ilo_member
    facts = [
        ("codes", f"{country.iso3}, {country.iso2}"),
        ("member of", ", ".join([*members, *(each.name for each in joined)])),
        ("note", country.note),
    ]
    return Sheet(
        title=country.name,
        data={
            **country._asdict(),
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
    called = instruments.instruments()[each.instrument].short
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
