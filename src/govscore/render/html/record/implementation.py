"""What a practice sets out to do, with what means, and what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govscore.render.html import fields
from govscore.render.html.record.law import stand
from govscore.render.html.record.tables import ANSWER_MARKS, Cell, Table, noted, stacked, table
from govscore.render.html.words import page_words, say
from govscore.titles import title
from govscore.words import capital, date, listed

if TYPE_CHECKING:
    from govscore.render.html.subject import Subject


def policies(subject: Subject) -> Table:
    """Make the table of the policies that the practice carries out."""
    words = page_words().implementation

    def cells(item: fields.Item) -> list[Cell]:
        link = fields.section(item, "link")
        tie = stacked(title("link_kind", fields.text(link, "kind")), fields.text(link, "title"))
        about = [
            title("framework", fields.text(item, "framework")),
            title("level", fields.text(item, "level")),
            fields.text(item, "year"),
        ]
        head = noted(Cell(fields.text(item, "title")), ", ".join(each for each in about if each))
        return [head, stand(item), Cell(fields.text(item, "commitment")), tie]

    heads = (words.policy, words.alignment, words.commitment, words.link)
    return table(subject, ("policies",), words.policies, heads, cells)


def funding(subject: Subject) -> Table:
    """Make the table of the money and support behind the practice."""
    words = page_words().implementation

    def cells(item: fields.Item) -> list[Cell]:
        amount = " ".join(
            each for each in (fields.text(item, "amount"), fields.text(item, "currency")) if each
        )
        ends = [date(fields.text(item, key)) for key in ("from", "to")]
        span = "–".join(ends) if any(ends) else ""
        told = [
            getattr(words, key)
            for key in ("recurring", "contract_secured")
            if item.get(key) is True
        ]
        source = capital(title("funding", fields.text(item, "source")))
        return [Cell(source), Cell(amount), Cell(span, "", tuple(told))]

    heads = (words.source, words.amount, words.span)
    return table(subject, ("resources", "funding"), words.funding, heads, cells)


def outputs(subject: Subject) -> Table:
    """Make the table of what was delivered."""
    words = page_words().implementation

    def cells(item: fields.Item) -> list[Cell]:
        return [
            Cell(fields.text(item, "name")),
            _figure(item, "value"),
            _figure(item, "target"),
            Cell(date(fields.text(item, "by"))),
        ]

    heads = (words.output, words.value, words.target, words.by)
    return table(subject, ("delivery", "outputs"), words.outputs, heads, cells)


def _figure(item: fields.Item, key: str) -> Cell:
    value = fields.text(item, key)
    return Cell(f"{value} {fields.text(item, 'unit')}".strip() if value else "")


def evaluations(subject: Subject) -> Table:
    """Make the table of evaluations."""
    words = page_words().implementation

    def cells(item: fields.Item) -> list[Cell]:
        head = noted(
            Cell(fields.text(item, "title")),
            ", ".join(
                each for each in (fields.text(item, "by"), fields.text(item, "year")) if each
            ),
        )
        how = stacked(
            title("independence", fields.text(item, "independence")),
            title("evaluation_design", fields.text(item, "design")),
            *_answers(item, ("baseline", "published")),
        )
        parts = fields.texts(item, "disaggregated")
        how = noted(how, say(words.disaggregated, value=listed(parts)) if parts else "")
        return [head, how, noted(_taken_up(item), fields.text(item, "response"))]

    heads = (words.evaluation, words.how, words.taken_up)
    return table(subject, ("evaluations",), words.evaluations, heads, cells)


def _taken_up(item: fields.Item) -> Cell:
    taken = fields.text(item, "taken_up") or "unknown"
    return Cell(capital(title("tri", taken)), ANSWER_MARKS.get(taken, "open"))


def _answers(item: fields.Item, keys: tuple[str, ...]) -> list[str]:
    words = page_words().implementation
    return [
        say(getattr(words, key), value=title("tri", value))
        for key in keys
        if (value := fields.text(item, key))
    ]


def results(subject: Subject) -> Table:
    """Make the table of changes among those concerned."""
    words = page_words().implementation

    def cells(item: fields.Item) -> list[Cell]:
        return [
            noted(Cell(fields.text(item, "outcome")), fields.text(item, "group")),
            _figure(item, "value"),
            _figure(item, "baseline"),
            Cell(date(fields.text(item, "when"))),
        ]

    heads = (words.outcome, words.value, words.before, words.when)
    return table(subject, ("results",), words.results, heads, cells)


def concerns(subject: Subject) -> Table:
    """Make the table of criticism and harm."""
    words = page_words().implementation

    def cells(item: fields.Item) -> list[Cell]:
        by = ", ".join(
            each for each in (fields.text(item, "by"), fields.text(item, "year")) if each
        )
        return [Cell(fields.text(item, "text")), Cell(by), Cell(fields.text(item, "response"))]

    heads = (words.concern, words.raised_by, words.response)
    return table(subject, ("concerns",), words.concerns, heads, cells)


def objectives(subject: Subject) -> Table:
    """Make the table of aims."""
    words = page_words().implementation

    def cells(item: fields.Item) -> list[Cell]:
        return [
            Cell(fields.text(item, "text")),
            Cell(fields.text(item, "indicator")),
            _figure(item, "baseline"),
            _figure(item, "target"),
        ]

    heads = (words.objective, words.indicator, words.before, words.target)
    return table(subject, ("objectives",), words.objectives, heads, cells)
