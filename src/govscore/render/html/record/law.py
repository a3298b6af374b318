"""The law behind a practice, and how the practice stands to each text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govscore.catalogue import countries, instruments
from govscore.catalogue.standings import standing
from govscore.render.html import fields
from govscore.render.html.links import row_id
from govscore.render.html.record.tables import (
    ALIGNMENT_MARKS,
    Cell,
    Row,
    Table,
    noted,
    stacked,
    table,
)
from govscore.render.html.words import page_words, say
from govscore.titles import title
from govscore.words import capital, date, listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govscore.catalogue.standings import Standing
    from govscore.render.html.subject import Subject


_STANCES = {"upheld": "tick", "partly": "half", "contradicted": "bad", "not_relevant": "aside"}


def tables(subject: Subject) -> list[Table]:
    """Make the tables of law; principles and agreements only where the record has some."""
    made = [_treaties(subject, "international"), _treaties(subject, "regional"), _national(subject)]
    others = [_agreements(subject), _principles(subject)]
    return [*made, *(each for each in others if each.rows)]


def _treaties(subject: Subject, kind: str) -> Table:
    words = page_words().law

    def cells(item: fields.Item) -> list[Cell]:
        return [_treaty(item), stand(item), Cell(more=tuple(standings(subject, item)))]

    heads = (words.text, words.stand, words.status)
    return table(subject, ("legal_basis", kind), getattr(words, kind), heads, cells)


def _treaty(item: fields.Item) -> Cell:
    known = instruments.instrument(fields.text(item, "instrument"))
    category = known.category if known else fields.text(item, "category")
    return noted(
        Cell(_name(item)),
        title("law_category", category),
        _relied_on(item),
    )


def _relied_on(item: fields.Item) -> str:
    names = ", ".join(fields.texts(item, "provisions"))
    return say(page_words().law.relied_on, names=names) if names else ""


def _name(item: fields.Item) -> str:
    written = fields.text(item, "instrument")
    known = instruments.instrument(written) if written else None
    if known is None:
        return fields.text(item, "title") or written
    short = "" if known.short == known.title else f" ({known.short})"
    return f"{known.title}{short}"


def name(item: fields.Item) -> str:
    """Name a text of law."""
    return _name(item)


def stand(item: fields.Item) -> Cell:
    """Say how the practice stands to a text, and who found a conflict."""
    alignment = fields.text(item, "alignment")
    return noted(
        Cell(capital(title("alignment", alignment)), ALIGNMENT_MARKS.get(alignment, "open")),
        title("use", fields.text(item, "use")),
        conflict(item),
        fields.text(item, "applied_how"),
    )


def conflict(item: fields.Item) -> str:
    """Say who found a conflict, when, and what became of it; empty where there is none."""
    if not fields.section(item, "conflict"):
        return ""
    words, parts = page_words().law, finding(item)
    return say(words.conflict_dated if parts["year"] else words.conflict, **parts)


def breach(item: fields.Item) -> str:
    """Say in a sentence that a practice conflicts with a text, and who found it."""
    words, parts = page_words().law, finding(item)
    sentence = words.breach_dated if parts["year"] else words.breach
    return capital(say(sentence, law=name(item), **parts))


def disputed(item: fields.Item) -> str:
    """Say in a sentence that somebody sees a conflict, of which no finding counts."""
    return capital(say(page_words().law.disputed, law=name(item), **finding(item)))


def finding(item: fields.Item) -> dict[str, str]:
    """Give who found a conflict, in which year, and its state, in words."""
    found = fields.section(item, "conflict")
    return {
        "who": title("found_by", fields.text(found, "found_by")) or page_words().law.somebody,
        "year": fields.text(found, "year"),
        "state": title("conflict_state", fields.text(found, "state") or "standing"),
    }


def _national(subject: Subject) -> Table:
    words = page_words().law

    def cells(item: fields.Item) -> list[Cell]:
        about = ", ".join(
            each
            for each in (
                title("national_law_type", fields.text(item, "type")),
                fields.text(item, "year"),
            )
            if each
        )
        head = noted(Cell(_name(item)), about, _relied_on(item))
        return [head, stand(item), Cell(more=tuple(_applied(item)))]

    heads = (words.text, words.stand, words.applied)
    return table(subject, ("legal_basis", "national"), words.national, heads, cells)


def _applied(item: fields.Item) -> Iterator[str]:
    words = page_words().law
    for key in ("enforcement", "gap"):
        if value := fields.text(item, key):
            yield say(getattr(words, key), value=title(key, value))
    if body := fields.text(item, "mandated_body"):
        yield say(words.body, value=body)
    if carried := [_name({"instrument": each}) for each in fields.texts(item, "implements")]:
        yield say(words.implements, value=listed(carried))


def _agreements(subject: Subject) -> Table:
    words = page_words().law

    def cells(item: fields.Item) -> list[Cell]:
        head = stacked(fields.text(item, "title"), fields.text(item, "year"))
        return [head, stand(item), Cell(", ".join(fields.texts(item, "parties")))]

    heads = (words.text, words.stand, words.parties)
    return table(subject, ("legal_basis", "agreements"), words.agreements, heads, cells)


def _principles(subject: Subject) -> Table:
    words = page_words().law
    given = fields.section(subject.record, "principles")
    items = {key: each for key, each in given.items() if isinstance(each, dict)}
    rows = [
        Row(
            anchor=subject.anchor(f"principle-{row_id(key)}"),
            cells=(
                noted(Cell(capital(title("principle", key))), fields.text(item, "note")),
                Cell(capital(title("stance", stance)), _STANCES.get(stance, "open")),
            ),
            sources=subject.backing(item),
            place="",
        )
        for key, item in items.items()
        for stance in [fields.text(item, "stance")]
    ]
    anchor = subject.anchor("list-principles")
    return Table(anchor, words.principles, (words.principle, words.stand), rows)


def relevant(subject: Subject) -> list[str]:
    """Say which categories of law were added to, or dropped from, those that matter."""
    words = page_words().law
    return [
        say(
            getattr(words, key),
            category=title("law_category", fields.text(item, "category")),
            reason=fields.text(item, "reason"),
        )
        for key in ("add", "drop")
        for item in fields.rows(subject.record, "relevant_law", key) or ()
    ]


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
        found = standing(known.id, party, subject.site.result.as_of)
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
