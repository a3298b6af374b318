"""Is a rubric an instrument? The faults are planted."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from govscore import yamlio
from govscore.errors import Problem
from govscore.rubric.compiled import Rubric
from govscore.rubric_testing.case_files import load_cases
from govscore.rubric_testing.instrument import examine

Load = Callable[..., Rubric]

HEAD = """
rubric: mine
version: 1.0.0
title: Mine
scale: {levels: {0: none, 4: all}}
facts:
  named: {of: p.policies, says: policies}
nodes: [{id: overall, kind: overall, title: Overall}]
bands: [{id: any, title: any, from: 0}]
criteria:
"""

GOOD = """
- id: policy
  under: overall
  title: Policy
  question: Is there one?
  measure:
    kind: rules
    levels:
      0: {says: none}
      2: {says: one, when: size(named) >= 1}
      4: {says: two, when: size(named) >= 2}
"""

CASES = """
given: {practice: {policies: []}}
cases:
  none: {expect: {levels: {policy: 0}}}
  one:
    practice: {policies: [{title: A policy, alignment: partly}]}
    expect: {}
  two:
    practice:
      policies: [{title: A policy, alignment: partly}, {title: Another, alignment: partly}]
    expect: {}
"""


@pytest.fixture
def problems(rubric: Load, tmp_path: Path) -> Callable[..., list[Problem]]:
    """Examine a rubric with the cases above, or others."""

    def found(criteria: str, cases: str = CASES) -> list[Problem]:
        folder = tmp_path / "tests"
        folder.mkdir(exist_ok=True)
        (folder / "cases.yaml").write_text(cases, encoding="utf-8")
        mine = rubric(HEAD + criteria)
        document = yamlio.read(tmp_path / "mine.yaml", "mine.yaml")
        return list(examine(mine, load_cases(tmp_path / "mine.yaml"), document).problems)

    return found


Problems = Callable[..., list[Problem]]


def test_a_rubric_whose_levels_all_have_a_case_has_no_problem(problems: Problems) -> None:
    assert problems(GOOD) == []


def test_a_level_without_a_case_may_be_reached_by_a_change_of_one(problems: Problems) -> None:
    only_two = CASES[: CASES.index("  none")] + CASES[CASES.index("  two") :]

    assert problems(GOOD, only_two) == []


def test_a_level_that_nothing_reaches_is_found(problems: Problems) -> None:
    out_of_reach = GOOD.replace("4: {says: two, when: size(named) >= 2}", "") + (
        "      3: {says: contrary, when: size(named) >= 2 && size(named) < 2}\n"
        "      4: {says: two, when: size(named) >= 2}\n"
    )

    (problem,) = problems(out_of_reach)

    assert (problem.code, problem.args["name"], problem.args.get("level")) == ("GS506", "policy", 3)
    assert problem.args["variant"] == "unreached"


def test_without_cases_no_level_of_a_rule_has_a_witness(problems: Problems) -> None:
    silent = "cases: {nothing: {expect: {}}}\n"

    found = problems(GOOD, silent)

    assert [(problem.code, problem.args.get("level")) for problem in found] == [
        ("GS506", 4),
        ("GS506", 2),
        ("GS506", 0),
        ("GS507", None),
    ]


def test_a_case_that_sets_levels_is_no_witness(problems: Problems) -> None:
    set_directly = (
        "cases: {a: {levels: {policy: 4}, expect: {}}, b: {levels: {policy: 0}, expect: {}}}\n"
    )

    assert {problem.code for problem in problems(GOOD, set_directly)} == {"GS506", "GS507"}


def test_a_criterion_that_nothing_fails_is_found(problems: Problems) -> None:
    generous = GOOD.replace("2: {says: one, when: size(named) >= 1}", "").replace(
        "0: {says: none}\n", "2: {says: any, when: size(named) >= 0}\n"
    )

    (problem,) = problems(generous)

    assert (problem.code, problem.args["name"]) == ("GS507", "policy")


def test_a_criterion_scored_by_silence_is_found(problems: Problems) -> None:
    silent = GOOD.replace(
        "0: {says: none}", "0: {says: none}\n      1: {says: open, when: '!has(p.policies)'}"
    )

    found = problems(silent)

    assert ("GS508", "silent") in {(problem.code, problem.args.get("variant")) for problem in found}


def test_a_criterion_that_only_a_rare_word_scores_is_found(problems: Problems) -> None:
    rare = GOOD.replace(
        "when: size(named) >= 1", "when: size(named) >= 1 || 'forced_labour' in p.themes"
    )

    found = problems(rare)

    assert [(problem.code, problem.args["variant"]) for problem in found] == [("GS508", "silent")]


def test_a_level_that_rises_when_a_section_is_left_out_is_found(problems: Problems) -> None:
    shy = GOOD.replace(
        "when: size(named) >= 2",
        "when: 'size(named) >= 2 && size(p.?evaluations.orValue([])) == 0'",
    )
    cases = CASES + (
        "  reviewed:\n"
        "    practice:\n"
        "      policies: [{title: One, alignment: partly}, {title: Two, alignment: partly}]\n"
        "      evaluations: [{title: A review, independence: self}]\n"
        "    expect: {}\n"
    )

    found = problems(shy, cases)

    (problem,) = [each for each in found if each.args["section"] == "evaluations"]
    assert (problem.code, problem.args["variant"]) == ("GS508", "raised")
    assert (problem.args["before"], problem.args["after"]) == (2, 4)


def test_a_level_that_rises_within_what_was_open_is_found(problems: Problems) -> None:
    shy = GOOD.replace(
        "2: {says: one, when: size(named) >= 1}",
        "1: {says: one, when: size(named) >= 1}\n"
        "      2: {says: shy, when: 'size(named) >= 1 && size(p.?evaluations.orValue([])) == 0'}\n"
        "      3: {says: formal, when: \"p.coordination.formal == 'yes'\"}",
    )
    cases = CASES + (
        "  reviewed:\n"
        "    practice:\n"
        "      policies: [{title: One, alignment: partly}]\n"
        "      evaluations: [{title: A review, independence: self}]\n"
        "    expect: {}\n"
    )

    raised = [each.args for each in problems(shy, cases) if each.args.get("variant") == "raised"]

    assert [(each["section"], each["before"], each["after"]) for each in raised] == [
        ("evaluations", 1, 2)
    ]


def test_a_figure_that_cannot_reach_the_top_or_the_bottom_is_found(problems: Problems) -> None:
    halfway = GOOD + (
        "- id: answer\n"
        "  under: overall\n"
        "  title: Answer\n"
        "  question: Which?\n"
        "  measure: {kind: options, value: answer, options: {some: 50, most: 75}}\n"
    )

    found = problems(halfway)

    assert [(problem.code, problem.args["name"]) for problem in found] == [
        ("GS506", "answer"),
        ("GS507", "answer"),
    ]


def test_checklists_judgements_and_figures_need_no_case(problems: Problems) -> None:
    plain = GOOD + (
        "- id: list\n"
        "  under: overall\n"
        "  title: List\n"
        "  question: Which?\n"
        "  measure: {kind: checklist, items: {a: A, b: B}, levels: {}}\n"
        "- id: view\n"
        "  under: overall\n"
        "  title: View\n"
        "  question: How?\n"
        "  measure: {kind: judged, levels: {}}\n"
        "- id: sum\n"
        "  under: overall\n"
        "  title: Sum\n"
        "  question: How much?\n"
        "  measure: {kind: linear, value: sum, worst: 9, best: 3}\n"
    )

    assert problems(plain) == []


def test_the_same_rubric_and_cases_give_the_same_examination(rubric: Load, tmp_path: Path) -> None:
    folder = tmp_path / "tests"
    folder.mkdir()
    (folder / "cases.yaml").write_text(CASES, encoding="utf-8")
    mine = rubric(HEAD + GOOD)
    cases = load_cases(tmp_path / "mine.yaml")

    document = yamlio.read(tmp_path / "mine.yaml", "mine.yaml")

    assert examine(mine, cases, document) == examine(mine, cases, document)


def test_a_problem_is_placed_at_its_level_or_criterion(problems: Problems) -> None:
    level, *_, criterion = problems(GOOD, "cases: {nothing: {expect: {}}}\n")

    assert (level.pointer, level.line) == ("/criteria/0/measure/levels/4", 21)
    assert (criterion.pointer, criterion.line) == ("/criteria/0", 12)


def test_a_problem_of_a_criterion_that_was_taken_over_is_placed_where_the_rubric_says_so(
    rubric: Load,
) -> None:
    mine = rubric(HEAD + GOOD)
    extending = yamlio.parse(b"extends: mine\n", "other.yaml")

    problems = examine(mine, [], extending).problems

    assert {(each.path, each.pointer, each.line) for each in problems} == {
        ("other.yaml", "/extends", 1)
    }
