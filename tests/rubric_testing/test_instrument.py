"""Is a rubric an instrument? The faults are planted."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from govscore import yamlio
from govscore.rubric.compiled import Rubric
from govscore.rubric_testing.case_files import load_cases
from govscore.rubric_testing.instrument import Flaw, examine, placed

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
def flaws(rubric: Load, tmp_path: Path) -> Callable[..., list[Flaw]]:
    """Examine a rubric with the cases above, or others."""

    def found(criteria: str, cases: str = CASES) -> list[Flaw]:
        folder = tmp_path / "tests"
        folder.mkdir(exist_ok=True)
        (folder / "cases.yaml").write_text(cases, encoding="utf-8")
        mine = rubric(HEAD + criteria)
        return list(examine(mine, load_cases(tmp_path / "mine.yaml")).flaws)

    return found


Flaws = Callable[..., list[Flaw]]


def test_a_rubric_whose_levels_all_have_a_case_has_no_flaw(flaws: Flaws) -> None:
    assert flaws(GOOD) == []


def test_a_level_without_a_case_may_be_reached_by_a_change_of_one(flaws: Flaws) -> None:
    only_two = CASES[: CASES.index("  none")] + CASES[CASES.index("  two") :]

    assert flaws(GOOD, only_two) == []


def test_a_level_that_nothing_reaches_is_found(flaws: Flaws) -> None:
    out_of_reach = GOOD.replace("4: {says: two, when: size(named) >= 2}", "") + (
        "      3: {says: contrary, when: size(named) >= 2 && size(named) < 2}\n"
        "      4: {says: two, when: size(named) >= 2}\n"
    )

    (flaw,) = flaws(out_of_reach)

    assert (flaw.code, flaw.criterion, flaw.level) == ("GS506", "policy", 3)
    assert flaw.args["variant"] == "unreached"


def test_without_cases_no_level_of_a_rule_has_a_witness(flaws: Flaws) -> None:
    silent = "cases: {nothing: {expect: {}}}\n"

    found = flaws(GOOD, silent)

    assert [(flaw.code, flaw.level) for flaw in found] == [
        ("GS506", 4),
        ("GS506", 2),
        ("GS506", 0),
        ("GS507", None),
    ]


def test_a_case_that_sets_levels_is_no_witness(flaws: Flaws) -> None:
    set_directly = (
        "cases: {a: {levels: {policy: 4}, expect: {}}, b: {levels: {policy: 0}, expect: {}}}\n"
    )

    assert {flaw.code for flaw in flaws(GOOD, set_directly)} == {"GS506", "GS507"}


def test_a_criterion_that_nothing_fails_is_found(flaws: Flaws) -> None:
    generous = GOOD.replace("2: {says: one, when: size(named) >= 1}", "").replace(
        "0: {says: none}\n", "2: {says: any, when: size(named) >= 0}\n"
    )

    (flaw,) = flaws(generous)

    assert (flaw.code, flaw.criterion) == ("GS507", "policy")


def test_a_criterion_scored_by_silence_is_found(flaws: Flaws) -> None:
    silent = GOOD.replace(
        "0: {says: none}", "0: {says: none}\n      1: {says: open, when: '!has(p.policies)'}"
    )

    found = flaws(silent)

    assert ("GS508", "silent") in {(flaw.code, flaw.args.get("variant")) for flaw in found}


def test_a_criterion_that_only_a_rare_word_scores_is_found(flaws: Flaws) -> None:
    rare = GOOD.replace(
        "when: size(named) >= 1", "when: size(named) >= 1 || 'forced_labour' in p.themes"
    )

    found = flaws(rare)

    assert [(flaw.code, flaw.args["variant"]) for flaw in found] == [("GS508", "silent")]


def test_a_level_that_rises_when_a_section_is_left_out_is_found(flaws: Flaws) -> None:
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

    found = flaws(shy, cases)

    (flaw,) = [each for each in found if each.args["section"] == "evaluations"]
    assert (flaw.code, flaw.args["variant"]) == ("GS508", "raised")
    assert (flaw.args["before"], flaw.args["after"]) == (2, 4)


def test_a_level_that_rises_within_what_was_open_is_found(flaws: Flaws) -> None:
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

    raised = [each.args for each in flaws(shy, cases) if each.args.get("variant") == "raised"]

    assert [(each["section"], each["before"], each["after"]) for each in raised] == [
        ("evaluations", 1, 2)
    ]


def test_a_figure_that_cannot_reach_the_top_or_the_bottom_is_found(flaws: Flaws) -> None:
    halfway = GOOD + (
        "- id: answer\n"
        "  under: overall\n"
        "  title: Answer\n"
        "  question: Which?\n"
        "  measure: {kind: options, value: answer, options: {some: 50, most: 75}}\n"
    )

    found = flaws(halfway)

    assert [(flaw.code, flaw.criterion) for flaw in found] == [
        ("GS506", "answer"),
        ("GS507", "answer"),
    ]


def test_checklists_judgements_and_figures_need_no_case(flaws: Flaws) -> None:
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

    assert flaws(plain) == []


def test_the_same_rubric_and_cases_give_the_same_examination(rubric: Load, tmp_path: Path) -> None:
    folder = tmp_path / "tests"
    folder.mkdir()
    (folder / "cases.yaml").write_text(CASES, encoding="utf-8")
    mine = rubric(HEAD + GOOD)
    cases = load_cases(tmp_path / "mine.yaml")

    assert examine(mine, cases) == examine(mine, cases)


def test_flaws_are_placed_at_their_level_or_criterion() -> None:
    document = yamlio.parse((HEAD + GOOD).encode(), "mine.yaml")
    flaws = [
        Flaw("GS506", "policy", 4, {"level": 4}),
        Flaw("GS507", "policy"),
        Flaw("GS507", "of-another-file"),
    ]

    level, criterion, other = placed(flaws, document)

    assert (level.pointer, level.line) == ("/criteria/0/measure/levels/4", 21)
    assert (criterion.pointer, criterion.line) == ("/criteria/0", 12)
    assert (other.pointer, other.path) == ("/extends", "mine.yaml")
