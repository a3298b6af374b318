"""Sheets of single entries of the catalogue, and of what a search found."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from govscore import catalogue
from govscore.render._sheet import Grid, Sheet

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from govscore.catalogue import Community, Framework, Goal, Hit, Instrument, Party


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
    rows = catalogue.parties(known.id)
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
        ("law", catalogue.title("law_category", known.category)),
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
    named = ", ".join(name.replace("_", " ") for name in known.verified)
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
            catalogue.party_name(row.iso3),
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
    told = catalogue.title("treaty_action", action)
    return f"{told}; {note}" if note else told


def source_grid(tags: Iterable[str]) -> Grid:
    """Explain the tags of sources."""
    known = catalogue.sources()
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
        ("source", catalogue.sources()[known.source].what),
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
        ("source", catalogue.sources()[known.source].what),
    ]
    return Sheet(known.name, known._asdict(), [fact for fact in facts if fact[1]])


def _names(codes: Iterable[str]) -> str:
    return ", ".join(sorted(catalogue.party_name(code) for code in codes))


def of_goal(known: Goal) -> Sheet:
    """Tell what an SDG target asks."""
    facts = [
        ("id", known.id),
        ("text", known.text or "not read"),
        ("bears on migration", known.relation),
        ("source", catalogue.sources()[known.source].what),
    ]
    return Sheet(known.title, known._asdict(), [fact for fact in facts if fact[1]])


def of_vocabulary(name: str) -> Sheet:
    """List the words of a vocabulary."""
    words = catalogue.vocabulary(name).values()
    data: dict[str, Any] = {
        "id": name,
        "about": catalogue.vocabularies()[name],
        "words": [word._asdict() for word in words],
    }
    rows = [(word.id, word.title, ", ".join(word.flags)) for word in words]
    flags = any(word.flags for word in words)
    grid = (
        Grid("", ("word", "meaning", "flags"), rows)
        if flags
        else Grid("", ("word", "meaning"), [row[:2] for row in rows])
    )
    return Sheet(f"{name}: {catalogue.vocabularies()[name]}", data, grids=[grid])
