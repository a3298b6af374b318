"""Whether the expressions of a rubric compile, fit their types, and quote known words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from govscore.catalogue import countries
from govscore.catalogue.vocabularies import quotable, vocab
from govscore.errors import ExpressionError, TooLarge
from govscore.expressions.facts import Facts
from govscore.expressions.program import Programs, quoted, sets
from govscore.practice.fields import COMPUTED_FIELDS
from govscore.practice.policy import Checklist
from govscore.practice.record import Practice
from govscore.rubric.compiled import fact_list
from govscore.rubric.spots import spot
from govscore.rubric.structure import problem
from govscore.spelling import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govscore.errors import Problem
    from govscore.expressions.type_checker import Checker
    from govscore.rubric.compiled import Rubric
    from govscore.rubric.model import RubricSpec
    from govscore.validation import Text


class _Source(NamedTuple):
    """An expression: its place, what is compiled, what the file says of it, is it a condition."""

    steps: list[str | int]
    source: str
    written: str
    condition: bool


def _sources(spec: RubricSpec) -> Iterator[_Source]:
    """List every expression."""
    for fact in fact_list(spec):
        key = "is" if fact.of is None else "where" if fact.where else "of"
        written = fact.where or fact.of or fact.value or ""
        yield _Source(["facts", fact.name, key], fact.source(), written, condition=False)
    for index, criterion in enumerate(spec.criteria):
        for place, source in criterion.measure.sources().items():
            steps: list[str | int] = ["criteria", index, "measure", *place.split("/")]
            yield _Source(steps, source, source, condition=True)
    for steps, condition in _conditions(spec):
        if condition is not None:
            yield _Source(steps, condition, condition, condition=True)


def _conditions(spec: RubricSpec) -> Iterator[tuple[list[str | int], str | None]]:
    """List the conditions of limits, bands and notes."""
    for index, limit in enumerate(spec.limits):
        yield ["limits", index, "when"], limit.when
    for index, band in enumerate(spec.bands):
        yield ["bands", index, "needs"], band.needs
    for name, note in spec.notes.items():
        yield ["notes", name, "when"], note.when


def compiles(
    spec: RubricSpec, document: Text, error: ExpressionError | None = None
) -> list[Problem]:
    """Find every expression that does not compile; the plain compiler knows names, not types.

    `error` is what ended compiling; where it is a size, only all facts in turn show it.
    """
    if isinstance(error, TooLarge):
        places = [each.steps for each in _sources(spec) if each.source == error.source]
        return [problem(document, "GS501", places[0], reason=str(error))]
    programs = Programs(spec.facts, vocab())
    found = []
    for each in _sources(spec):
        try:
            programs.compile(each.source)
        except ExpressionError as fault:
            missing = re.search(r"undeclared reference to '(\w+)'", str(fault))
            near = nearest(missing.group(1), programs.declared) if missing else ()
            found.append(_at(document, each, fault, "GS501", near, reason=str(fault)))
    return found or list(_circle(spec, programs, document))


def _circle(spec: RubricSpec, programs: Programs, document: Text) -> Iterator[Problem]:
    """Find what is wrong with facts together, of which each compiles."""
    try:
        Facts(fact_list(spec), programs)
    except ExpressionError as error:
        yield problem(document, "GS501", ["facts"], reason=str(error))


def expressions(rubric: Rubric, document: Text) -> list[Problem]:
    """Check quoted words, known fields, types and constancy of every expression."""
    spec = rubric.spec
    constants = _constants(rubric, document)
    return [*words(spec, document), *constants, *types(spec, rubric.facts, document)]


def types(spec: RubricSpec, facts: Facts, document: Text) -> Iterator[Problem]:
    """Find what reads fields that there are not, or reckons or compares what cannot be."""
    checker = _checker(facts)
    for each in _sources(spec):
        if _MIXED.search(each.source):
            about = {"variant": "expression", "reason": _DECIMALS}
            yield problem(document, "GS502", each.steps, (), **about)
        try:
            checker.check(each.source, condition=each.condition)
        except ExpressionError as error:
            field = re.search(r"undefined field '(\w+)'", str(error))
            near = nearest(field.group(1), checker.fields) if field else ()
            args = {"variant": "expression", "reason": str(error)}
            code = "GS503" if field else "GS502"
            yield _at(document, each, error, code, near, **args)


def _at(
    document: Text,
    source: _Source,
    error: ExpressionError,
    code: str,
    near: tuple[str, ...],
    **args: object,
) -> Problem:
    """Place what is wrong with an expression: on its line, if it runs over several."""
    rows = source.source.splitlines(keepends=True)[: max(error.row - 1, 0)]
    offset = sum(map(len, rows)) + max(error.column - 1, 0)
    return _within(document, source, offset, problem(document, code, source.steps, near, **args))


def _within(document: Text, source: _Source, offset: int, found: Problem) -> Problem:
    if found.line is None or found.column is None:
        return found
    start = (found.line, found.column)
    inner = offset - source.source.find(source.written)
    line, column = spot(document.lines, start, source.written, inner) if inner >= 0 else start
    return found._replace(line=line, column=column)


def _checker(facts: Facts) -> Checker:
    from govscore.expressions.type_checker import Checker, Shape  # noqa: PLC0415 - needs protobuf, which no shipped rubric does

    shape = Shape(Practice, COMPUTED_FIELDS, frozenset({"assessments"}), (Checklist,))
    return Checker(facts, shape)


_KEY = r"\bindicator_values\.\??\w+(?:\.orValue\((?:'[^']*'|\"[^\"]*\")\))?"
_TEXT = r"(?:'[^']*'|\"[^\"]*\")"
_OWN = re.compile(
    rf"(?P<key>{_KEY})\s*(?:==|!=|\bin\b)\s*(?:{_TEXT}|\[[^\[\]]*\])|{_TEXT}\s*(?:==|!=)\s*(?:p\.\??){_KEY}"
)
"""A value of `indicator_values` beside what it is compared with: any text may stand there."""
_MIXED = re.compile(rf"{_KEY}\s*[-+*]\s*\d+(?![\d.])|(?<![\w.])\d+\s*[-+*]\s*p\.\??{_KEY}")
"""Whole numbers in sums with values of `indicator_values`, which would fail on each practice."""
_DECIMALS = "values of indicator_values have decimals: write 2.0 for 2 where you reckon with them"


def words(spec: RubricSpec, document: Text) -> Iterator[Problem]:
    """Find quoted words, and names of vocabularies, that nothing knows."""
    known = quotable() | {criterion.id for criterion in spec.criteria} | {n.id for n in spec.nodes}
    for each in _sources(spec):
        for word in quoted(_OWN.sub(" ", each.source)):
            if word not in known and word not in countries.countries():
                near = nearest(word, known)
                args = {"variant": "word", "found": word}
                found = problem(document, "GS504", each.steps, near, **args)
                yield _within(document, each, each.source.find(word), found)
        for name in sets(each.source):
            if name not in vocab():
                near = nearest(name, vocab())
                yield problem(document, "GS504", each.steps, near, variant="set", found=name)


def _constants(rubric: Rubric, document: Text) -> Iterator[Problem]:
    """Find conditions that hold, or fail, whatever the practice says."""
    nothing = rubric.programs.known({})
    for each in _sources(rubric.spec):
        if not each.condition:
            continue
        try:
            answer = rubric.programs.compile(each.source).ask(nothing)
        except ExpressionError:
            continue
        if answer is not None:
            name = str(answer).lower()
            yield problem(document, "GS506", each.steps, variant="constant", name=name)
