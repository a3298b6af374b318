"""What a rubric must be before it may score."""

from __future__ import annotations

from pathlib import Path

import pytest

from govscore.errors import Problem, SetupError
from govscore.rubric.files import load

RUBRIC = """
rubric: mine
version: 1.0.0
title: Mine
scale: {levels: {0: none, 4: all}}
nodes:
- {id: overall, kind: overall, title: Overall}
- {id: part, under: overall, kind: part, title: Part}
criteria:
- id: it
  under: part
  title: It
  question: Is it?
  measure: {kind: linear, value: it, worst: 0, best: 10}
bands:
- {id: any, title: any, from: 0}
"""


def _problems(folder: Path, before: str, after: str) -> list[Problem]:
    assert before in RUBRIC
    path = folder / "mine.yaml"
    path.write_text(RUBRIC.replace(before, after), encoding="utf-8")
    with pytest.raises(SetupError) as caught:
        load(path)
    return list(caught.value.problems)


def test_a_criterion_may_not_have_the_id_of_a_node(tmp_path: Path) -> None:
    (problem,) = _problems(tmp_path, "- id: it", "- id: part")

    assert (problem.code, problem.args["variant"], problem.line) == ("GS503", "twice", 10)


def test_two_nodes_may_not_have_one_id(tmp_path: Path) -> None:
    (problem,) = _problems(
        tmp_path, "criteria:", "- {id: part, under: overall, kind: part, title: P}\ncriteria:"
    )

    assert (problem.code, problem.args["variant"], problem.line) == ("GS503", "twice", 9)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("best: 10", "best: 0"),
        ("best: 10", "best: 10, log: true"),
        (
            "kind: linear, value: it, worst: 0, best: 10",
            "kind: options, value: it, options: {a: 101}",
        ),
    ],
)
def test_figures_that_cannot_be_scored_are_placed_at_their_line(
    tmp_path: Path, before: str, after: str
) -> None:
    (problem,) = _problems(tmp_path, before, after)

    assert (problem.code, problem.line) == ("GS502", 14)


def test_a_measure_of_no_known_kind_is_told_with_those_there_are(tmp_path: Path) -> None:
    (problem,) = _problems(tmp_path, "kind: linear", "kind: linaer")

    assert (problem.code, problem.suggestions) == ("GS504", ("linear",))
