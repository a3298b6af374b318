"""Rules in Python answer what CEL's own runtime answers, unknown and faults included.

Held on every rule of every shipped rubric: on all practices and cases, on these changed at random,
and on records with values that no file could have.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from itertools import chain, islice
from random import Random
from typing import Any

import pytest
from pydantic import ValidationError

from govscore.errors import ExpressionError
from govscore.expressions.program import Program, Programs
from govscore.expressions.unknown import Known
from govscore.practice.record import Practice
from govscore.practice.view import view
from govscore.rubric import files
from govscore.rubric.compiled import Rubric
from govscore.rubric_testing.case_files import load_cases
from govscore.rubric_testing.cases import part
from govscore.rubric_testing.specimens import Record, changed, filled, joined

AS_OF = "2026-11-24"
RUBRICS = [*files.shipped(), *files.earlier()]
STRANGE = [None, True, 0, -1, 1.5, "", "yes", [], ["yes"], [1, None], {}, {"year": "x"}]


@pytest.fixture(params=RUBRICS)
def rubric(request: pytest.FixtureRequest) -> Rubric:
    return files.load(request.param)


@pytest.fixture
def parts(rubric: Rubric, real: dict[str, Practice]) -> list[Record]:
    """Give the practices of the repository, the cases, and what the measures call extreme."""
    records = [each.model_dump(by_alias=True, exclude_none=True) for each in real.values()]
    stated = [part(each.given) for each in load_cases(files.locate(rubric.path.split(".yaml")[0]))]
    extremes = chain.from_iterable(c.measure.extremes(c.id) for c in rubric.spec.criteria)
    return [*records, *filter(None, stated), *extremes]


def test_both_runtimes_agree_on_practices_and_cases(rubric: Rubric, parts: list[Record]) -> None:
    seen = [view(each, AS_OF) for each in map(_practice(rubric), parts) if each]

    assert len(seen) > len(parts) / 2
    for each in seen:
        assert _differing(rubric, each, _dice(1)) == []


def test_both_runtimes_agree_on_random_records(
    rubric: Rubric, parts: list[Record], request: pytest.FixtureRequest
) -> None:
    dice = _dice(20)
    wanted = request.config.getoption("--records")

    for each in islice(_random(rubric, parts, dice), wanted if _programs(rubric) else 1):
        assert _differing(rubric, each, dice) == []


def test_both_runtimes_agree_on_values_that_no_file_has(
    rubric: Rubric, parts: list[Record], request: pytest.FixtureRequest
) -> None:
    dice = _dice(300)
    wanted = request.config.getoption("--records")

    for each in islice(_random(rubric, parts, dice), wanted if _programs(rubric) else 1):
        assert _differing(rubric, _spoilt(each, dice), dice) == []


@pytest.mark.parametrize("name", ["gmpa", "gmpa@1.0.0"])
@pytest.mark.usefixtures("in_python")
def test_every_rule_of_a_shipped_rubric_is_translated(name: str) -> None:
    rubric = files.load(name)

    left = [each.source for each in _programs(rubric) if each.function == each._unsettled]

    assert left == []


def _dice(seed: int) -> Random:
    return Random(seed)  # noqa: S311 - chance for test records, not for secrets


def _practice(rubric: Rubric) -> Callable[[Record], Practice | None]:
    def made(record: Record) -> Practice | None:
        try:
            return Practice.model_validate(filled(record, rubric))
        except ValidationError:
            return None

    return made


def _random(rubric: Rubric, parts: list[Record], dice: Random) -> Iterator[dict[str, Any]]:
    """Join parts, change them, and give those that are practices as rules see them."""
    make = _practice(rubric)
    while True:
        record = changed(joined(dice.choice(parts), dice.choice(parts)), dice)
        if practice := make(record):
            yield view(practice, AS_OF)


def _spoilt(seen: dict[str, Any], dice: Random) -> dict[str, Any]:
    """Put strange values, or nothing, in some places."""

    def within(value: Any) -> Any:
        if dice.random() < 0.01:
            # A selection has no places in a mapping; both runtimes would go over its keys.
            return dice.choice(STRANGE[:-2] if isinstance(value, list) else STRANGE)
        if isinstance(value, dict):
            return {key: within(value[key]) for key in value if dice.random() > 0.01}
        return [within(each) for each in value] if isinstance(value, list) else value

    return {key: within(value) for key, value in seen.items()}


def _programs(rubric: Rubric) -> list[Program]:
    rules = [program for rules in rubric.rules.values() for program in rules.values()]
    conditions = [each for each in (*rubric.limits, *rubric.needs) if each]
    return [*rubric.facts.compiled.values(), *rules, *conditions, *rubric.notes.values()]


def _differing(rubric: Rubric, seen: Mapping[str, Any], dice: Random) -> list[object]:
    """List the rules to which the runtimes give different answers."""
    found = rubric.facts.find(dict(seen))
    nodes = [*sorted(rubric.leaves), *rubric.top_down]
    numbers = {
        name: {each: most * dice.random() for each in nodes if dice.random() < 0.9}
        for name, most in (("levels", 4.0), ("lows", 100.0), ("coverage", 1.0))
    }
    known = Known(found.values.view, [*found.values.items(), *numbers.items()])
    answers = ((each.source, *_answers(each, known)) for each in _programs(rubric))
    return [(source, *pair) for source, *pair in answers if _told(pair[0]) != _told(pair[1])]


def _answers(program: Program, known: Known) -> tuple[object, object]:
    return _answer(program.value, known), _answer(program.officially, known)


def _answer(ask: Callable[[Known], object], known: Known) -> object:
    try:
        return ask(known)
    except ExpressionError as error:
        return f"fault: {error}"


def _told(answer: object) -> str:
    """Write an answer so that 1, 1.0 and true differ, and the order of keys does not."""
    return json.dumps(answer, sort_keys=True)


WHOLE: dict[str, Any] = {
    "a": [1, 2],
    "s": "x",
    "n": None,
    "m": {"k": 1, "z": 2},
    "b": True,
    "l": [["a"], []],
    "f": 1.5,
    "i": [{"k": "x", "t": ["x", "y"]}, {"k": None, "t": []}],
}
LEAVES = ["p.a", "p.s", "p.n", "p.m", "p.b", "p.l", "p.f", "p.i", "p.gone", "p.m.k", "p.m.gone"]
LEAVES += ["fact", "lost", "1", "0", "-1", "2.0", "'x'", "''", "true", "false", "null", "[]"]
LEAVES += [
    "['x', 'y']",
    "[1, 'x', null]",
    "p.?m.?k.orValue(3)",
    "p.?gone.?k.orValue([])",
    "p.?m.?gone.orValue([])",
    "p.?l.orValue([])",
    "p.?s.?k.orValue([])",
    "unknown",
]
JOINS = [
    "{0} && {1}",
    "{0} || {1}",
    "!({0})",
    "{0} == {1}",
    "{0} != {1}",
    "{0} < {1}",
    "{0} >= {1}",
]
JOINS += [
    "{0} > {1}",
    "{0} <= {1}",
    "{0} + {1}",
    "{0} - {1}",
    "{0} * {1}",
    "{0} in {1}",
    "size({0})",
]
JOINS += ["({0}).exists(v, {1})", "({0}).all(v, {1})", "({0}).filter(v, {1})", "({0}).map(v, {1})"]
JOINS += ["({0}).exists(v, v == {1})", "({0}).all(v, v in {1})", "({0}).map(v, v.k)", "({0})[{1}]"]
JOINS += ["({0}).transformList(i, v, {1}, i)", "({0}) ? ({1}) : ({2})", "has(p.m.k)", "has(p.s.k)"]
JOINS += [
    "p.i.exists(v, v.k == {0})",
    "p.i.filter(v, {0} in v.t)",
    "p.?i.hasValue()",
    "({0}).exists(v, v in {1})",
    "p.i.exists(v, v.t.exists(w, w in p.a))",
    "p.i.exists(v, v.t.exists(w, w in [{0}].map(u, u)[0]))",
    "({0}) / ({1})",
]


def test_both_runtimes_agree_on_any_expression(request: pytest.FixtureRequest) -> None:
    """Chance makes the expressions, too: most are at fault, and that must come out the same."""
    dice = _dice(4)
    programs = Programs(["fact", "lost"], {})
    known = programs.known({"p": WHOLE, "fact": [1, "x", True]})
    compiled = 0

    while compiled < 5 * request.config.getoption("--records"):
        try:
            program = programs.compile(_expression(dice, 3))
        except ExpressionError:
            continue
        compiled += 1
        one, other = _answers(program, known)
        assert _told(one) == _told(other), program.source


def _expression(dice: Random, depth: int) -> str:
    if depth == 0 or dice.random() < 0.1:
        return dice.choice([*LEAVES, "v", "v.k"]) if depth < 2 else dice.choice(LEAVES)
    parts = (f"({_expression(dice, depth - 1)})" for _ in range(3))
    return dice.choice(JOINS).format(*parts)
