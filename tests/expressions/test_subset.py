"""Asking again on a part of the practice comes to the same as asking from the start."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product
from typing import Any

import pytest

from govscore.errors import ExpressionError
from govscore.expressions.facts import Facts
from govscore.expressions.program import Program
from govscore.expressions.subset import Subset
from govscore.practice.record import Practice
from govscore.practice.view import view
from govscore.rubric.compiled import Rubric
from govscore.scoring.backing import Backing
from govscore.scoring.read import Assumptions, read

Make = Callable[..., Facts]
View = dict[str, Any]

AS_OF = "2026-11-24"
PLANS: list[View] = [{"year": 2014}, {"year": 2016}]
WHOLE: View = {
    "policies": PLANS,
    "lead_body": [{"led": True, "name": "a"}, {"led": False, "name": "b"}],
    "law": {"national": [{"n": 1}, {"n": 2}], "words": ["one", "two"], "formal": "yes"},
    "results": [{"n": 1}],
}


def _answer(ask: Callable[[], bool | None]) -> bool | str | None:
    try:
        return ask()
    except ExpressionError:
        return "error"


def _both(facts: Facts, left: View, source: str) -> tuple[object, object]:
    """Ask on what is left: by way of the whole, and from the start."""
    program = facts.programs.compile(source)
    strong = Subset(facts, WHOLE, facts.find(WHOLE), left)
    afresh = facts.find(left).values
    return _answer(lambda: strong.ask(program)), _answer(lambda: program.ask(afresh))


@pytest.mark.parametrize(
    ("left", "expected"),
    [
        (WHOLE, True),
        ({**WHOLE, "policies": PLANS[1:]}, True),
        ({**WHOLE, "policies": PLANS[:1]}, False),
        ({**WHOLE, "policies": []}, False),
        ({key: WHOLE[key] for key in WHOLE if key != "policies"}, None),
    ],
)
def test_a_selection_keeps_what_is_left_of_it(
    facts: Make, left: View, expected: bool | None
) -> None:
    made = facts(recent={"of": "p.policies", "where": "it.year > 2015"})

    assert _both(made, left, "size(recent) > 0") == (expected, expected)


@pytest.mark.parametrize(
    "where",
    [
        "size(p.results) > 0",
        "size(p.law.national) > 1",
        "size(p.policies) > 1",
        "size(results) > 0",
        "size(recent) > 1",
        "recent.exists(r, r.year == it.year)",
    ],
)
@pytest.mark.parametrize(
    "left",
    [
        {**WHOLE, "results": []},
        {**WHOLE, "policies": PLANS[1:]},
        {**WHOLE, "policies": PLANS[:1], "law": {**WHOLE["law"], "national": []}},
        {key: WHOLE[key] for key in WHOLE if key != "results"},
    ],
)
@pytest.mark.parametrize("source", ["size(chosen) == 0", "size(chosen) >= 2", "size(again) >= 1"])
def test_a_condition_that_reads_what_changed_is_asked_again(
    facts: Make, where: str, left: View, source: str
) -> None:
    made = facts(
        recent={"of": "p.policies", "where": "it.year > 2000"},
        results={"of": "p.results"},
        chosen={"of": "recent", "where": where},
        again={"of": "chosen", "where": "it.year > 2015"},
    )

    by_part, afresh = _both(made, left, source)

    assert by_part == afresh


def test_an_item_that_was_replaced_is_looked_at_again(facts: Make) -> None:
    made = facts(bodies={"of": "p.lead_body"}, led={"of": "bodies", "where": "it.led"})
    left = {**WHOLE, "lead_body": [{"led": False, "name": "a"}, WHOLE["lead_body"][1]]}

    assert _both(made, left, "size(bodies) == 2 && size(led) == 0") == (True, True)


def test_a_list_of_words_that_is_gone_is_unknown(facts: Make) -> None:
    made = facts(words={"of": "p.law.words"})
    left = {**WHOLE, "law": {"national": WHOLE["law"]["national"]}}

    assert _both(made, left, "size(words) == 0") == (None, None)


def test_a_list_within_a_section_may_lose_items(facts: Make) -> None:
    made = facts(acts={"of": "p.law.national", "where": "it.n > 0"})
    left = {**WHOLE, "law": {**WHOLE["law"], "national": WHOLE["law"]["national"][1:]}}

    assert _both(made, left, "acts.map(a, a.n) == [2]") == (True, True)


def test_a_fault_of_a_fact_that_did_not_change_leaves_it_unknown(facts: Make) -> None:
    made = facts(bad="p.results > 1")

    assert _both(made, {**WHOLE, "policies": []}, "bad") == (None, None)


def _programs(gmpa: Rubric) -> list[Program]:
    own = [program for rules in gmpa.rules.values() for program in rules.values()]
    others = [each for each in (*gmpa.limits, *gmpa.needs, *gmpa.notes.values()) if each]
    return [*own, *others]


def test_on_real_practices_the_part_comes_to_the_same_as_a_fresh_start(
    gmpa: Rubric, real: dict[str, Practice]
) -> None:
    programs = _programs(gmpa)
    narrowed = 0
    for name, practice in real.items():
        case = read(practice, gmpa, Assumptions(AS_OF)).case
        for claim, need in product(case.strengths, (1, 2, 3, 4)):
            left = Backing(case.view, case.strengths[claim]).left(need)
            strong = Subset(gmpa.facts, case.view, case.found, left)
            activation = gmpa.facts.find(left).values
            for program in programs:
                narrowed += case.loses(program, claim, need)
                by_part = _answer(lambda p=program, s=strong: s.ask(p))  # type: ignore[misc]
                afresh = _answer(lambda p=program, a=activation: p.ask(a))  # type: ignore[misc]
                assert by_part == afresh, (name, claim, need, program.source)

    assert narrowed > 1000


def test_a_view_of_the_keys_that_a_rubric_reads_comes_to_the_same_as_the_whole(
    gmpa: Rubric, real: dict[str, Practice]
) -> None:
    for name, practice in real.items():
        seen = [view(practice, AS_OF), view(practice, AS_OF, gmpa.programs.keys)]
        answers = [
            [_answer(lambda p=p, a=a: p.ask(a)) for p in _programs(gmpa)]  # type: ignore[misc]
            for a in (gmpa.facts.find(each).values for each in seen)
        ]
        assert answers[0] == answers[1], name
