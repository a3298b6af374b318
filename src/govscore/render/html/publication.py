"""What whoever publishes a report says of it, and how it is described and cited."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from govscore.render.html.words import count, page_words, say
from govscore.words import date

if TYPE_CHECKING:
    from govscore.result.agreement import Agreement
    from govscore.result.run import Result


@dataclass(frozen=True, slots=True)
class Publication:
    """The title, publisher, contact and licence of a report, and what is published with it.

    `checks` puts the page of checks into the navigation. `agreement` says how far evaluators agree.
    `light` leaves the records of the practices, and the data, out of the one file.
    """

    title: str = ""
    publisher: str = ""
    contact: str = ""
    licence: str = ""
    checks: bool = False
    agreement: Agreement | None = None
    light: bool = False


def heading(result: Result, told: Publication) -> str:
    """Give the title of the report; without one of its own, how many practices it holds."""
    return told.title or count(page_words().overview.title, len(result.practices))


def citation(result: Result, told: Publication) -> str:
    """Say how to cite the report: who, what, by which rubric, as of when, made with what."""
    words = page_words().data
    who = told.publisher or words.nobody
    return say(
        words.citation,
        who=who,
        year=result.as_of[:4],
        title=told.title or say(words.title, rubric=result.rubric.title),
        practices=count(page_words().overview.title, len(result.practices)),
        rubric=f"{result.rubric.id} {result.rubric.version}",
        day=date(result.as_of),
        tool=f"{result.tool.name} {result.tool.version}",
    )
