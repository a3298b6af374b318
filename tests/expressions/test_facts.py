"""The named facts of a rubric, and where they were found."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest

from govscore.errors import ExpressionError
from govscore.expressions.facts import Facts

Make = Callable[..., Facts]

PLANS = [{"year": 2014, "level": "local"}, {"year": 2016, "level": "global"}, {"year": None}]
VIEW: dict[str, Any] = {
    "title": "City card",
    "policies": PLANS,
    "law": {"national": [{"title": "An act", "year": 2016}], "regional": []},
    "themes": ["health", "education", "housing"],
}
DATED = {"of": "p.policies", "where": "it.year != null"}


def test_a_selection_keeps_items_and_knows_their_places(facts: Make) -> None:
    found = facts(dated=DATED).find(VIEW)

    assert found.values == {"dated": PLANS[:2]}
    assert found.pointers == {"dated": ["/policies/0", "/policies/1"]}
    assert found.values["dated"][0] is PLANS[0]


def test_a_selection_without_a_condition_keeps_all(facts: Make) -> None:
    found = facts(themes={"of": "p.themes"}).find(VIEW)

    assert found.values["themes"] == ["health", "education", "housing"]
    assert found.pointers["themes"] == ["/themes/0", "/themes/1", "/themes/2"]


def test_a_place_follows_the_path(facts: Make) -> None:
    found = facts(acts={"of": "p.?law.?national", "where": "it.year > 2000"}).find(VIEW)

    assert found.pointers == {"acts": ["/law/national/0"]}


def test_a_condition_may_count_from_the_place_in_the_list(facts: Make) -> None:
    found = facts(later={"of": "p.policies", "where": "i > 0"}).find(VIEW)

    assert found.pointers["later"] == ["/policies/1", "/policies/2"]


def test_a_selection_from_a_selection_keeps_the_places_in_the_file(facts: Make) -> None:
    made = facts(
        recent={"of": "later", "where": "it.year != null"},
        later={"of": "p.policies", "where": "i > 0"},
        last={"of": "recent", "where": "it.level == 'global'"},
    )

    found = made.find(VIEW)

    assert found.pointers["recent"] == ["/policies/1"]
    assert found.pointers["last"] == ["/policies/1"]
    assert found.values["last"] == [PLANS[1]]


def test_a_value_may_read_selections_and_other_values(facts: Make) -> None:
    made = facts(many="count >= 2", count="size(dated)", dated=DATED)

    assert made.find(VIEW).values["many"] is True


def test_a_list_that_is_left_out_is_unknown(facts: Make) -> None:
    found = facts(results={"of": "p.results"}, count="size(results)").find(VIEW)

    assert found.values == {}
    assert found.pointers == {}
    assert found.errors == {}


def test_a_list_that_is_left_out_is_empty_where_the_path_says_so(facts: Make) -> None:
    found = facts(
        results={"of": "p.?results", "where": "it.year > 2000"},
        inner={"of": "p.?law.?international"},
        deep={"of": "p.?results.?list"},
    ).find(VIEW)

    assert found.values == {"results": [], "inner": [], "deep": []}
    assert found.pointers == {"results": [], "inner": [], "deep": []}


def test_an_empty_list_is_known_to_be_empty(facts: Make) -> None:
    assert facts(regional={"of": "p.law.regional"}).find(VIEW).values == {"regional": []}


def test_an_item_that_is_not_known_to_fit_leaves_the_selection_unknown(facts: Make) -> None:
    assert facts(local={"of": "p.policies", "where": "it.level == 'local'"}).find(VIEW).values == {}


def test_a_fault_of_a_fact_is_kept_by_its_name(facts: Make) -> None:
    found = facts(bad={"of": "p.policies", "where": "it.year > 'a'"}, good="size(p.themes)").find(
        VIEW
    )

    assert found.values == {"good": 3}
    assert "No matching overloads" in found.errors["bad"]


@pytest.mark.parametrize(
    "given",
    [
        {"a": "size(b)", "b": "size(a)"},
        {"a": "size(a)"},
        {"a": "b", "b": "c", "c": "a"},
        {"a": {"of": "b"}, "b": {"of": "a"}},
        {"a": {"of": "a"}},
        {"a": {"of": "p.policies", "where": "size(b) > 0"}, "b": "a"},
    ],
)
def test_facts_may_not_read_each_other_in_a_circle(
    facts: Make, given: dict[str, str | dict[str, str]]
) -> None:
    with pytest.raises(ExpressionError, match="circle"):
        facts(**given)


def test_a_fact_that_does_not_compile_is_refused(facts: Make) -> None:
    with pytest.raises(ExpressionError, match="missing"):
        facts(a={"of": "p.policies", "where": "size(it.year"})


def test_what_stands_behind_names_is_all_they_read(facts: Make) -> None:
    made = facts(many="size(recent) > 1", dated=DATED, recent={"of": "dated"}, other="1")

    assert made.behind(frozenset({"many", "p", "size"})) == ["many", "dated", "recent"]
    assert made.behind(frozenset({"other"})) == ["other"]


def test_in_turn_each_fact_comes_after_what_it_reads(facts: Make) -> None:
    made = facts(many="count > 1", count="size(dated)", dated=DATED)

    assert made.in_turn(frozenset({"many"})) == ["dated", "count", "many"]


def test_the_sections_of_a_program_are_those_of_its_facts_too(facts: Make) -> None:
    made = facts(dated=DATED, recent={"of": "dated"}, themes="size(p.themes)")
    program = made.programs.compile("size(recent) > 0 && has(p.title) && themes > 1")

    assert made.sections(program) == {"policies", "title", "themes"}


def test_facts_do_not_change_what_they_read(facts: Make) -> None:
    before = deepcopy(VIEW)

    facts(dated=DATED, all={"of": "p.policies"}, copy="p.policies").find(VIEW)

    assert before == VIEW


def test_facts_that_are_narrowed_find_what_is_wanted_and_what_that_reads(facts: Make) -> None:
    made = facts(
        dated=DATED,
        recent={"of": "dated", "where": "it.year > 2015"},
        themes={"of": "p.themes"},
        many="size(recent) > 1",
    )

    narrowed = made.only(frozenset({"many"})).find(VIEW)

    assert set(narrowed.values) == {"dated", "recent", "many"}
    assert {name: made.find(VIEW).values[name] for name in narrowed.values} == narrowed.values
