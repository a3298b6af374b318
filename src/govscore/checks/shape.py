"""GS101-GS106, GS407: the shape of a practice file, and of a second assessment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govscore.catalogue import vocabularies
from govscore.errors import Problem
from govscore.pointers import pointer, steps
from govscore.practice import law
from govscore.practice.assessment import SecondAssessment
from govscore.practice.record import PLACE, REQUIRED, Practice
from govscore.validation import validate
from govscore.words import plural

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govscore.yamlio import Document

CODES = {
    "missing": "GS101",
    "unknown": "GS102",
    "type": "GS103",
    "word": "GS104",
    "value": "GS105",
    "length": "GS106",
}
_NOTHING = "nothing"
_SEVERAL = 2
_FEW = 8
"""So many words can be told in a line beside what was found."""


def practice(
    document: Document, requires: Sequence[str] = REQUIRED
) -> tuple[Practice | None, list[Problem]]:
    """Build the practice, or list every fault of its shape.

    `requires` are the fields that must be there beside `id` and `title`, which a rubric may name.
    """
    if not document.usable:
        return None, []
    made, problems = validate(Practice, document, CODES)
    problems = [_told(each, document) for each in [*problems, *_lacking(document, requires)]]
    problems.sort(key=_order)
    if made is None or problems:
        return None, problems
    return made, _joint(made, document, requires)


def _order(problem: Problem) -> int:
    """Give the rank of the field that a problem is about; what is no field comes last."""
    fields = [each.alias or name for name, each in Practice.model_fields.items()]
    name = steps(problem.pointer)[0] if problem.pointer else str(problem.args.get("name"))
    return fields.index(name) if name in fields else len(fields)


def _lacking(document: Document, requires: Sequence[str]) -> Iterator[Problem]:
    """Find the required fields that are not there, or have nothing behind them."""
    value = document.value if isinstance(document.value, dict) else {}
    for name in dict.fromkeys(requires) if value else ():
        if value.get(name) is None and name != PLACE and name in Practice.model_fields:
            place = pointer([name]) if name in value else ""
            line, column = document.place(place)
            args = {"variant": "missing", "name": name, **({"found": _NOTHING} if place else {})}
            yield Problem("GS101", document.path, place, line, column, args)


def assessment(document: Document) -> tuple[SecondAssessment | None, list[Problem]]:
    """Build a second assessment, or list every fault of its shape."""
    if not document.usable:
        return None, list(document.problems)
    made, problems = validate(SecondAssessment, document, CODES)
    return made, [_told(problem, document) for problem in problems]


def grouped(problems: Sequence[Problem]) -> list[Problem]:
    """Tell the keys with nothing behind them together (GS407), where there are several."""
    blank = [each for each in problems if each.args.get("variant") == _NOTHING]
    if len(blank) < _SEVERAL:
        return [*problems]
    first = min(blank, key=lambda each: each.line or 0)
    names = [f"{'.'.join(steps(each.pointer))} (line {each.line})" for each in blank]
    args = {"count": plural(len(blank), "field"), "names": ", ".join(names)}
    together = Problem("GS407", first.path, "", first.line, first.column, args)
    return [*(each for each in problems if each not in blank), together]


def _told(problem: Problem, document: Document) -> Problem:
    """Report a key with nothing behind it as what it is, and what was no key as what it was."""
    if variant := _mistaken(problem, document):
        return problem._replace(args={**problem.args, "variant": variant})
    if problem.args.get("found") != _NOTHING or not problem.pointer:
        return _briefly(problem)
    name = steps(problem.pointer)[-1]
    line, column = document.place(problem.pointer, on_key=True)
    args = {"variant": "nothing", "name": name}
    return problem._replace(code="GS101", line=line, column=column, args=args, on_key=True)


def _briefly(problem: Problem) -> Problem:
    """Name a long list of words instead of telling all of them."""
    words = str(problem.args.get("words", "")).split(", ")
    name = vocabularies.named(words) if len(words) > _FEW else None
    if problem.code != CODES["word"] or name is None:
        return problem
    args = {**problem.args, "variant": "many", "words": len(words), "vocabulary": name}
    return problem._replace(args=args)


def _mistaken(problem: Problem, document: Document) -> str:
    """Tell how what is no field came to stand there as a key, if that can be seen."""
    name = str(problem.args.get("name", ""))
    if problem.code != CODES["unknown"] or problem.line is None or problem.column is None:
        return ""
    if name.strip() != name:
        return "space"
    written = document.lines[problem.line - 1][problem.column - 1 :]
    ends = written.startswith(name) and written[len(name) :].lstrip().startswith((",", "}"))
    return "comma" if ends else ""


def _joint(made: Practice, document: Document, requires: Sequence[str]) -> list[Problem]:
    """Check what two fields owe together; a model of one field cannot see it."""
    owed = list(_owed(made))
    if PLACE in requires and not made.countries and not made.organisations:
        owed.insert(0, ("", PLACE))
    return [_missing(document, place, name) for place, name in owed]


def _owed(made: Practice) -> Iterator[tuple[str, str]]:
    """List the places where one of two fields is due and neither is there."""
    for place, item in law.treaties(made):
        if item.instrument is None and (item.title is None or item.category is None):
            yield place, "instrument" if item.title is None else "category"
    for number, assessment in enumerate(made.assessments or ()):
        for criterion, rating in assessment.ratings.items():
            if rating.level is None and rating.state is None:
                yield pointer(["assessments", number, "ratings", criterion]), "level"


def _missing(document: Document, place: str, name: str) -> Problem:
    line, column = document.place(place)
    return Problem("GS101", document.path, place, line, column, {"variant": name, "name": name})
