"""GS301-GS303: treaties in the file against the catalogue: who is bound, since when, by what."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, TypedDict

from govscore.catalogue import instruments, standings
from govscore.catalogue.countries import party_name
from govscore.checks.consistency.calendar import earlier
from govscore.checks.context import at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govscore.catalogue.instruments import Instrument
    from govscore.catalogue.standings import Standing
    from govscore.errors import Problem
    from govscore.practice.legal import TreatyItem
    from govscore.rules._inspection import Inspection

    Known: TypeAlias = tuple[str, TreatyItem, Instrument]


class _Difference(TypedDict):
    """What the sentences of GS301 are made of."""

    variant: str
    given: str
    state: str
    country: str
    name: str
    since: str
    since_day: str | None
    list: str | None
    adopted: str | None
    day: str


_NOT_BOUND = frozenset({"signatory", "denounced"})
"""States to which `not_party` is a true, if less precise, word."""


def problems(context: Inspection) -> Iterator[Problem]:
    """Check the treaties of one practice, and the acts that carry them out."""
    for place, item, known in _treaties(context):
        yield from _statuses(context, place, item, known)
        yield from _denounced(context, place, item, known)
        yield from _end(context, place, item, known)
        yield from _provisions(context, place, item, known)
    yield from _acts(context)


def _treaties(context: Inspection) -> Iterator[Known]:
    """List the treaties of the file that the catalogue knows, with their places."""
    law = context.practice.legal_basis
    for kind in ("international", "regional"):
        for index, item in enumerate(getattr(law, kind, None) or ()):
            known = instruments.instrument(item.instrument) if item.instrument else None
            if known is not None:
                yield f"/legal_basis/{kind}/{index}", item, known


def _statuses(
    context: Inspection, place: str, item: TreatyItem, known: Instrument
) -> Iterator[Problem]:
    """Compare what is given for each country."""
    given = _given(context, item)
    for country, word in given.items():
        standing = _standing(known, country, context.as_of)
        where = f"{place}/status/{country}" if isinstance(item.status, dict) else f"{place}/status"
        if not _fits(word, standing):
            yield at(context, "GS301", where, **_difference(word, standing, known, context.as_of))


def _denounced(
    context: Inspection, place: str, item: TreatyItem, known: Instrument
) -> Iterator[Problem]:
    """Find obligations under a treaty that the State has left."""
    if item.use != "obligation":
        return
    given = _given(context, item)
    for country in context.practice.countries or ():
        standing = _standing(known, country, context.as_of)
        word = given.get(country, standing.state)
        if word == "denounced" and standing.state in {"denounced", "not_covered"}:
            yield at(
                context,
                "GS301",
                f"{place}/use",
                variant="obligation",
                name=known.short,
                country=party_name(country),
                since=_since(standing),
            )


def _given(context: Inspection, item: TreatyItem) -> dict[str, str]:
    """Give the status that the file states, by country."""
    if isinstance(item.status, dict):
        return item.status
    countries = context.practice.countries or ()
    return dict.fromkeys(countries, item.status) if item.status else {}


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


def _difference(word: str, standing: Standing, known: Instrument, as_of: str) -> _Difference:
    variant = standing.reason if standing.state == "not_party" else "listed"
    return {
        "variant": variant,
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


def _end(context: Inspection, place: str, item: TreatyItem, known: Instrument) -> Iterator[Problem]:
    """Find treaties younger than the end of the practice; while it runs, it may answer new law."""
    end = context.practice.period.end
    if end and known.adopted and item.use != "not_cited" and earlier(end, known.adopted):
        yield at(
            context,
            "GS302",
            f"{place}/instrument",
            variant="practice",
            year=end,
            name=known.short,
            adopted=known.adopted,
        )


def _provisions(
    context: Inspection, place: str, item: TreatyItem, known: Instrument
) -> Iterator[Problem]:
    for index, text in enumerate(item.provisions or ()):
        if instruments.has_provision(known, text) is False:
            yield at(
                context,
                "GS303",
                f"{place}/provisions/{index}",
                name=known.short,
                provision=text,
                articles=known.articles,
            )


def _acts(context: Inspection) -> Iterator[Problem]:
    """Find national acts that carry out an instrument younger than they are."""
    law = context.practice.legal_basis
    for index, act in enumerate((law and law.national) or ()):
        for number, name in enumerate(act.implements or ()):
            known = instruments.instrument(name)
            if known and known.adopted and act.year and earlier(str(act.year), known.adopted):
                place = f"/legal_basis/national/{index}/implements/{number}"
                yield at(
                    context,
                    "GS302",
                    place,
                    variant="act",
                    year=act.year,
                    name=known.short,
                    adopted=known.adopted,
                )
