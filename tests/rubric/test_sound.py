"""All that is wrong with a rubric is told at once, each fault where it stands, and only once."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from govscore.errors import Problem

Problems = Callable[[str], tuple[Problem, ...]]
Fault = Callable[[str, str], Problem]


def _told(problems: tuple[Problem, ...]) -> list[tuple[int | None, str, object]]:
    return [(each.line, each.code, each.args.get("variant")) for each in problems]


def test_faults_of_shape_of_the_tree_and_of_rules_are_told_together(
    problems: Problems, tiny: str
) -> None:
    text = (
        tiny.replace("where: it.link", "wher: it.link")
        .replace("title: Law}", "title: Law, weight: 0}")
        .replace("  question: Is there law?\n", "")
        .replace("p.legal_basis.national", "p.legal_bases.national")
        .replace("when: size(plans) > 0", "when: size(plans) > 0 and many")
        .replace("levels['plan'] >= 2.0", "levels['plan'] >= 2")
    )

    assert _told(problems(text)) == [
        (7, "GS503", "unknown"),
        (11, "GS505", None),
        (18, "GS503", "missing"),
        (25, "GS503", "expression"),
        (38, "GS501", None),
        (47, "GS502", "expression"),
    ]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("{of: p.policies, where: it.earns, says: policies that fit}", "[plans]"),
        ("{of: p.policies, where: it.earns, says: policies that fit}", "{says: policies}"),
        ("kind: rules\n    assessed", "kind: ruels\n    assessed"),
        ("id: low, title: low, from: 0", "id: low, title: low, from: nought"),
    ],
)
def test_what_follows_from_a_fault_is_not_told(fault: Fault, before: str, after: str) -> None:
    fault(before, after)


def test_where_nothing_is_left_to_read_only_the_shape_is_told(problems: Problems) -> None:
    assert {each.args["variant"] for each in problems("rubric: mine\n")} == {"missing"}
    assert (1, "GS502", "type") in _told(problems("criteria: 3\nnodes: [1]\n"))


def test_a_fault_of_a_rule_over_several_lines_is_placed_on_its_own(fault: Fault) -> None:
    problem = fault(
        "        when: size(plans) > 0\n",
        "        when: >-\n"
        "          size(plans) > 0 &&\n"
        "          p.policies.exists(q,\n"
        "            q.alignment == 'consistant')\n",
    )

    assert (problem.code, problem.line, problem.column) == ("GS504", 42, 29)


@pytest.mark.parametrize("style", [">-", "|"])
def test_a_fault_of_syntax_is_placed_so_too(fault: Fault, style: str) -> None:
    problem = fault(
        "        when: size(plans) > 0\n",
        f"        when: {style}\n          size(plans) > 0 &&\n          many and true\n",
    )

    assert (problem.code, problem.line, problem.column) == ("GS501", 41, 16)


def test_a_chain_of_selections_that_is_too_deep_is_no_circle(problems: Problems, tiny: str) -> None:
    chain = "".join(
        f"  f{n}: {{of: {f'f{n - 1}' if n else 'plans'}, where: it.own}}\n" for n in range(33)
    )

    (problem,) = problems(tiny.replace("nodes:\n", f"{chain}nodes:\n", 1))

    assert (problem.code, problem.pointer) == ("GS501", "/facts")
    assert "nested deeper than 32" in str(problem.args["reason"])


@pytest.mark.parametrize(
    "weight", ["1" + "0" * 400, "1/" + "1" + "0" * 400, "1" + "0" * 400 + "/3"]
)
def test_a_weight_beyond_all_numbers_is_a_fault_at_its_line(fault: Fault, weight: str) -> None:
    problem = fault("weight: 2/3", f"weight: {weight}")

    assert (problem.line, problem.pointer) == (16, "/nodes/2/weight")


def test_more_facts_than_can_be_worked_out_in_time_are_refused(
    problems: Problems, tiny: str
) -> None:
    many = "".join(f"  f{number}: {{is: size(p.countries) > {number}}}\n" for number in range(2400))

    [problem] = problems(tiny.replace("facts:\n", f"facts:\n{many}"))

    assert (problem.code, problem.pointer, problem.args["limit"]) == ("GS502", "/facts", 300)
