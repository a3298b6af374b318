"""GS101-GS106: the shape of a practice file."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from govscore.errors import Problem, steps
from govscore.faults import validate
from govscore.practice import Practice

if TYPE_CHECKING:
    from govscore.yamlio import Document

CODES = {
    "missing": "GS101",
    "unknown": "GS102",
    "type": "GS103",
    "word": "GS104",
    "value": "GS105",
    "length": "GS106",
}


def practice(document: Document) -> tuple[Practice | None, list[Problem]]:
    """Build the practice, or list every fault of its shape."""
    if not document.usable:
        return None, []
    made, problems = validate(Practice, document, CODES)
    if made is None:
        return None, [_told(problem, document) for problem in problems]
    return made, _joint(made, document)


def _told(problem: Problem, document: Document) -> Problem:
    """Report a key with nothing behind it as what it is, whatever was due there."""
    if problem.args.get("found") != _NOTHING or not problem.pointer:
        return problem
    name = steps(problem.pointer)[-1]
    line, column = document.place(problem.pointer, on_key=True)
    args = {"variant": "nothing", "name": name}
    return replace(problem, code="GS101", line=line, column=column, args=args, on_key=True)


def _joint(made: Practice, document: Document) -> list[Problem]:
    """Check what two fields owe together; a model of one field cannot see it."""
    found = []
    if not made.countries and not made.organisations:
        found.append(_missing(document, "", "countries"))
    law = made.legal_basis
    for kind in ("international", "regional"):
        for index, item in enumerate(getattr(law, kind, None) or ()):
            place = f"/legal_basis/{kind}/{index}"
            if item.instrument is None and item.title is None:
                found.append(_missing(document, place, "instrument"))
            elif item.instrument is None and item.category is None:
                found.append(_missing(document, place, "category"))
    for number, assessment in enumerate(made.assessments or ()):
        for criterion, rating in assessment.ratings.items():
            if rating.level is None and rating.state is None:
                place = f"/assessments/{number}/ratings/{criterion}"
                found.append(_missing(document, place, "level"))
    return found


def _missing(document: Document, pointer: str, name: str) -> Problem:
    line, column = document.place(pointer)
    args = {"variant": name if name in _TOGETHER else "missing", "name": name}
    return Problem("GS101", document.path, pointer, line, column, args)


_NOTHING = "nothing"
_TOGETHER = frozenset({"countries", "instrument", "category", "level"})
