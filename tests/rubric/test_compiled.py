"""A rubric ready to score: its tree and its programs."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from govscore.rubric import files
from govscore.rubric.compiled import Rubric

Read = Callable[..., Rubric]


@pytest.fixture(scope="module")
def gmpa() -> Rubric:
    return files.load("gmpa")


def test_the_indicators_stand_right_under_the_overall(gmpa: Rubric) -> None:
    assert gmpa.root.id == "overall"
    assert [node.id for node in gmpa.top] == ["standards", "policy", "stakeholders"]


def test_every_node_comes_after_the_one_it_is_under(gmpa: Rubric) -> None:
    above = {node.id: node.under for node in gmpa.spec.nodes}

    order = gmpa.top_down

    assert sorted(order) == sorted(above)
    assert all(order.index(above[name] or name) <= order.index(name) for name in order)


def test_members_are_what_stands_right_under_a_node(gmpa: Rubric) -> None:
    names = {node: [each.id for each in members] for node, members in gmpa.members.items()}

    assert names["policy"] == ["policy-formulation", "policy-application", "policy-evaluation"]
    assert names["policy-evaluation"] == ["evaluation", "results-and-learning"]
    assert names["overall"] == ["standards", "policy", "stakeholders"]


def test_every_node_belongs_to_an_indicator_and_the_overall_to_itself(gmpa: Rubric) -> None:
    assert gmpa.indicator["overall"] == "overall"
    assert gmpa.indicator["policy"] == "policy"
    assert gmpa.indicator["policy-evaluation"] == "policy"


def test_a_node_is_plain_where_all_below_it_is_an_arithmetic_mean(read: Read, tiny: str) -> None:
    deeper = tiny.replace("criteria:\n", "- {id: deep, under: law, kind: x, title: D}\ncriteria:\n")
    mixed = deeper.replace("kind: x,", "kind: x, aggregate: minimum,")

    assert read(tiny).plain == {"law", "policy"}
    assert read(deeper).plain == {"law", "policy", "deep"}
    assert read(mixed).plain == {"policy"}


def test_bands_go_from_the_lowest(gmpa: Rubric) -> None:
    assert [band.start for band in gmpa.bands] == [0, 25, 50, 75, 87.5]


def test_there_is_a_program_for_every_condition(read: Read) -> None:
    loaded = read()

    assert {name: sorted(rules) for name, rules in loaded.rules.items()} == {
        "acts": ["levels/2/when"],
        "plan": ["assessed", "levels/2/when", "levels/4/when"],
    }
    assert [program is not None for program in loaded.limits] == [True]
    assert [program is not None for program in loaded.needs] == [False, True]
    assert list(loaded.notes) == ["unled"]


def test_gmpa_has_three_indicators_of_eight_criteria_and_one_essential_in_each(
    gmpa: Rubric,
) -> None:
    by_indicator = [
        (gmpa.indicator[each.under], each.essential, each.weight) for each in gmpa.spec.criteria
    ]

    for node in gmpa.top:
        own = [(essential, weight) for under, essential, weight in by_indicator if under == node.id]
        assert len(own) == 8
        assert [weight for essential, weight in own if essential] == [2.0]
