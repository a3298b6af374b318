"""Who, where, when and for whom; and the parts of a record that are told rather than tabled."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from govscore.catalogue import countries
from govscore.render.html import fields
from govscore.render.html.words import page_words, say
from govscore.titles import title
from govscore.words import capital, date, listed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from govscore.render.html.subject import Source, Subject

_FEW = 3


class Told(NamedTuple):
    """A line of a description list: its term, what is said, and the sources behind it."""

    term: str
    texts: tuple[str, ...]
    sources: tuple[Source, ...] = ()


def place(item: fields.Item) -> str:
    """Say where a practice applies, in a few words."""
    name = fields.text(fields.section(item, "jurisdiction"), "name")
    names = [countries.party_name(code) for code in fields.texts(item, "countries")]
    missing = [each for each in names if each not in name]
    if len(names) > _FEW:
        return say(page_words().identity.countries, name=name, n=len(names))
    return ", ".join([*([name] if name else []), *missing])


def period(item: fields.Item) -> str:
    """Say when a practice ran, in a few words."""
    words = page_words().identity
    span = fields.section(item, "period")
    start, end = (date(fields.text(span, key)) for key in ("start", "end"))
    if not start:
        return ""
    if end:
        return start if start == end else say(words.span, start=start, end=end)
    sentence = words.planned if fields.text(item, "status") == "planned" else words.since
    return say(sentence, start=start)


def told(terms: Iterable[tuple[str, Iterable[str], list[Source]]]) -> list[Told]:
    """Keep the lines that say something."""
    return [
        Told(term, texts, tuple(sources))
        for term, given, sources in terms
        if (texts := tuple(each for each in given if each))
    ]


def facts(subject: Subject) -> list[Told]:
    """Tell where, when, who and for whom."""
    words = page_words().identity
    item = subject.record
    where = fields.section(item, "jurisdiction")
    kind = [title("kind", fields.text(item, "kind")), title("status", fields.text(item, "status"))]
    level = title("level", fields.text(where, "level"))
    terms = [
        (words.where, [f"{place(item)} ({level})" if level else place(item), _corridor(where)]),
        (words.when, [period(item)]),
        (words.kind, [capital(", ".join(each for each in kind if each))]),
        (words.lead, [_lead(each) for each in fields.rows(item, "lead_body") or ()]),
        (words.organisations, [listed(fields.texts(item, "organisations"))]),
        (words.for_whom, [_titles(item, "target_groups", "target_group")]),
        (words.themes, [_titles(item, "themes", "theme")]),
    ]
    return told((term, texts, []) for term, texts in terms)


def _titles(item: fields.Item, key: str, vocabulary: str) -> str:
    return capital(listed([title(vocabulary, each) for each in fields.texts(item, key)]))


def _corridor(where: fields.Item) -> str:
    ends = fields.section(where, "corridor")
    origin, destination = (
        listed([countries.party_name(code) for code in fields.texts(ends, key)])
        for key in ("origin", "destination")
    )
    words = page_words().identity
    if origin and destination:
        return say(words.corridor, origin=origin, destination=destination)
    if destination:
        return say(words.destination, destination=destination)
    return say(words.origin, origin=origin) if origin else ""


def _lead(body: fields.Item) -> str:
    words = page_words().identity
    about = [
        title("group", fields.text(body, "type")),
        title("sector", fields.text(body, "sector")),
        words.migrant_led if body.get("is_migrant_led") is True else "",
        *(say(words.formerly, name=each) for each in fields.texts(body, "formerly")),
    ]
    shown = ", ".join(each for each in about if each)
    name = fields.text(body, "name")
    return f"{name} ({shown})" if shown else name


def means(subject: Subject) -> list[Told]:
    """Tell how the work is coordinated, staffed and how far it reaches."""
    words = page_words().means
    work, given, done = (
        fields.section(subject.record, key) for key in ("coordination", "resources", "delivery")
    )
    terms = [
        (words.mechanism, [fields.text(work, "mechanism")], work),
        (words.formal, [title("tri", fields.text(work, "formal"))], work),
        (words.sectors, [_titles(work, "sectors", "sector")], work),
        (words.obliged, [_titles(work, "obliged", "sector")], work),
        (words.levels, [_titles(work, "levels", "level")], work),
        (words.trained_staff, [title("tri", fields.text(given, "trained_staff"))], given),
        (words.reach, [fields.text(done, "reach")], done),
        (words.eligible, [fields.text(done, "eligible_population")], done),
    ]
    return told((term, texts, subject.backing(item)) for term, texts, item in terms)


def background(subject: Subject) -> list[Told]:
    """Tell what the practice answers, what was learnt, and what is claimed for it."""
    words = page_words().background
    item = subject.record
    context = fields.section(item, "context")
    behind = subject.backing(context)
    claims = {
        key: fields.section(item, key) for key in ("sustainability", "replicability", "innovation")
    }
    return told(
        [
            (words.problem, [fields.text(context, "problem")], behind),
            (words.baseline, [fields.text(context, "baseline")], behind),
            (words.data_sources, fields.texts(context, "data_sources"), behind),
            *(
                (getattr(words, key), fields.texts(item, key), [])
                for key in ("lessons", "success_factors", "constraints")
            ),
            *(
                (getattr(words, key), [fields.text(claim, "claim")], subject.backing(claim))
                for key, claim in claims.items()
            ),
        ]
    )
