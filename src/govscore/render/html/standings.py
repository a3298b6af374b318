"""How the States of a practice stood to a treaty, from the catalogue and from the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govscore.catalogue import countries, instruments
from govscore.catalogue.standings import standing
from govscore.render.html import fields
from govscore.render.html.words import capital, date, listed, page_words, say, title

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govscore.catalogue.standings import Standing
    from govscore.render.html.subject import Subject


def standings(subject: Subject, item: fields.Item) -> Iterator[str]:
    """Say how the practice's States stood to a treaty, from the catalogue and from the file."""
    words = page_words().law
    stated = _stated(item)
    if stated:
        yield say(words.stated, status=stated)
    known = instruments.instrument(fields.text(item, "instrument"))
    if known is None:
        if not stated:
            yield words.no_instrument
        return
    if not known.open:
        yield words.reasons.not_open
        return
    groups: dict[str, list[str]] = {}
    for party in _parties(subject):
        found = standing(known.id, party, subject.book.result.as_of)
        groups.setdefault(_state(found), []).append(_since(party, found))
    for state, names in groups.items():
        yield say(words.group, state=capital(state), names=listed(names))


def _stated(item: fields.Item) -> str:
    status = item.get("status")
    if isinstance(status, dict):
        return "; ".join(
            f"{countries.party_name(str(code))}: {title('treaty_status', str(word))}"
            for code, word in status.items()
        )
    return title("treaty_status", fields.text(item, "status"))


def _parties(subject: Subject) -> list[str]:
    unions = [each for each in fields.texts(subject.record, "organisations") if each == "EU"]
    return [*fields.texts(subject.record, "countries"), *unions]


def _state(found: Standing) -> str:
    words = page_words().law
    if found.state == "not_covered":
        told: str = getattr(words.reasons, found.reason, words.reasons.incomplete)
        return say(told, date=date(found.as_of or ""))
    return title("treaty_status", found.state)


def _since(party: str, found: Standing) -> str:
    words = page_words().law
    who = countries.party_name(party)
    if found.since is None or found.state == "not_covered":
        return who
    sentence = words.later if found.state == "not_party" else words.since
    return say(sentence, who=who, date=date(found.since))
