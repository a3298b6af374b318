"""A practice's record, chapter by chapter: the law, the people, the means, what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from govscore.render.html.record import identity, implementation, law, people
from govscore.render.html.words import page_words

if TYPE_CHECKING:
    from govscore.render.html.record.identity import Told
    from govscore.render.html.record.tables import Table
    from govscore.render.html.subject import Subject


@dataclass(frozen=True, slots=True)
class RecordChapter:
    """A chapter of the record: its heading and what stands under it."""

    anchor: str
    href: str
    title: str
    tables: list[Table]
    told: list[Told]
    lines: list[str]


def chapters(subject: Subject) -> list[RecordChapter]:
    """List the chapters with something to show; a list that earns points shows its absence, too."""
    made: dict[str, tuple[list[Table], list[Told], list[str]]] = {
        "law": (law.tables(subject), [], law.relevant(subject)),
        "policies": ([implementation.policies(subject)], [], []),
        "people": (people.tables(subject), [], people.dialogue(subject)),
        "means": (
            _filled(implementation.funding(subject), implementation.outputs(subject)),
            identity.means(subject),
            [],
        ),
        "evaluation": (
            [implementation.evaluations(subject), implementation.results(subject)],
            [],
            [],
        ),
        "concerns": ([implementation.concerns(subject)], [], []),
        "background": (
            _filled(implementation.objectives(subject)),
            identity.background(subject),
            [],
        ),
    }
    words = page_words().parts
    return [
        RecordChapter(
            subject.anchor(f"on-{name}"), subject.to(f"on-{name}"), getattr(words, name), *shown
        )
        for name, shown in made.items()
        if any(shown)
    ]


def _filled(*tables: Table) -> list[Table]:
    return [each for each in tables if each.rows]
