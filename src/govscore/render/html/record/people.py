"""Who took part: stakeholders by phase, how far, on whose initiative, and the social partners."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govscore.render.html import fields
from govscore.render.html.record.tables import Cell, Table, noted, table
from govscore.render.html.words import page_words, say
from govscore.titles import title
from govscore.words import capital, listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govscore.render.html.subject import Subject

PHASES = ("formulation", "application", "evaluation")
_RANKS = {
    "none": "none",
    "inform": "dot",
    "consult": "half",
    "involve": "full",
    "collaborate": "full",
    "empower": "full",
    "not_relevant": "aside",
}
_MODES = {"lead": "tick", "invited": "tick", "adversarial": "cross", "obliged": "cross"}


def tables(subject: Subject) -> list[Table]:
    """Make a table of stakeholders for each phase."""
    words = page_words().people
    heads = (words.who, words.participation, words.mode, words.role)
    return [
        table(subject, ("stakeholders", phase), getattr(words, phase), heads, _cells)
        for phase in PHASES
    ]


def _cells(item: fields.Item) -> list[Cell]:
    participation = fields.text(item, "participation")
    groups = [title("group", each) for each in fields.texts(item, "groups")]
    return [
        noted(Cell(fields.text(item, "who")), listed(groups)),
        Cell(capital(title("participation", participation)), _RANKS.get(participation, "open")),
        _mode(item),
        Cell(capital(title("role", fields.text(item, "role"))), "", tuple(_terms(item))),
    ]


def _mode(item: fields.Item) -> Cell:
    words = page_words().people
    mode = fields.text(item, "mode")
    answered = fields.text(item, "answered")
    mark = _MODES.get(mode, "tick" if answered == "yes" else "open")
    told = getattr(words.answered, answered, "") if mode == "own_initiative" else ""
    return noted(Cell(capital(title("mode", mode)), mark), told)


def _terms(item: fields.Item) -> Iterator[str]:
    words = page_words().people
    for key in ("resources", "freely_chosen"):
        if value := fields.text(item, key):
            yield say(getattr(words, key), value=title("tri", value))


def dialogue(subject: Subject) -> list[str]:
    """Say which body of social partners follows the practice, if the record speaks of one."""
    words = page_words().people
    found = fields.section(subject.record, "social_dialogue")
    if not found:
        return []
    body = title("social_dialogue_body", fields.text(found, "body"))
    decides = fields.text(found, "decides")
    told = [say(words.decides, value=title("tri", decides))] if decides else []
    return [say(words.dialogue, body=body), *told]
