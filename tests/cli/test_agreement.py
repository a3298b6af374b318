"""`agreement`: from the ratings of a repository to figures and what to talk about."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from govscore.result.agreement import Agreement

Run = Callable[..., CompletedProcess[str]]

SECOND = """\
assessor: panel-member-2
date: 2026-10-01
rubric: gmpa@2.0.0
interests: none
practice: example-welcome-desk
record: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
ratings:
  four-principles: {level: 3}
  rights-monitoring: {level: 1}
  external-review: {level: 1}
  evidence-base: {level: 1, rationale: The survey is of 2019 alone., evidence: [e-survey]}
  delivery: {level: 4}
  results-and-learning: {state: unassessed}
  public-response: {state: unassessed}
  national-law: {level: 0}
"""


@pytest.fixture
def second(demo: Path) -> Path:
    """Write a second assessment; the first rated 3, 1, 2, 3, 4, 2 and 2."""
    path = demo.parent.parent / "assessments" / demo.stem / "panel-member-2.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(SECOND, encoding="utf-8")
    return path


@pytest.fixture
def study(govscore: Run, second: Path) -> Agreement:
    assert second.exists()
    return Agreement.model_validate_json(govscore("agreement", "-o", "json").stdout)


@pytest.mark.parametrize("form", ["table", "markdown", "csv", "json"])
def test_while_a_second_rating_is_under_way_nothing_is_told_of_the_others(
    form: str, govscore: Run, second: Path
) -> None:
    third = second.with_name("panel-member-3.yaml")
    text = SECOND.replace("panel-member-2", "panel-member-3")
    third.write_text(text.replace("  delivery: {level: 4}\n", ""), encoding="utf-8")

    said = govscore("agreement", "-o", form)

    assert said.returncode == 0
    assert "The survey is of 2019 alone." not in said.stdout
    assert "0 evaluators" in said.stdout or form not in {"table", "markdown"}
    assert "example-welcome-desk" in said.stdout or form == "csv"


def test_a_rating_that_was_joined_to_its_record_counts_once(govscore: Run, second: Path) -> None:
    apart = Agreement.model_validate_json(govscore("agreement", "-o", "json").stdout)
    assert govscore("rate", "example-welcome-desk", "--join").stdout == "joined: panel-member-2\n"

    joined = Agreement.model_validate_json(govscore("agreement", "-o", "json").stdout)

    assert second.exists()
    assert (joined.all, joined.apart) == (apart.all, apart.apart)


def test_pairs_are_counted_by_criterion_and_together(study: Agreement) -> None:
    assert (study.assessors, study.practices) == (2, 1)
    assert (study.all.units, study.all.pairs) == (5, 5)
    assert (study.all.same, study.all.within_one) == (3 / 5, 4 / 5)
    review = next(each for each in study.criteria if each.id == "external-review")
    assert (review.pairs, review.same, review.within_one) == (1, 0, 1)
    silent = next(each for each in study.criteria if each.id == "results-and-learning")
    assert (silent.pairs, silent.same) == (0, None)


def test_under_ten_units_no_alpha_is_given(study: Agreement) -> None:
    assert (study.all.alpha, study.all.interval, study.all.silent) == (None, None, "few")


def test_ratings_more_than_one_level_apart_are_listed_with_both_reasons(study: Agreement) -> None:
    (found,) = study.apart
    assert (found.practice, found.criterion) == ("example-welcome-desk", "evidence-base")
    assert [(voice.assessor, voice.level) for voice in found.voices] == [
        ("panel-member-2", 1),
        ("first-reader", 3),
    ]
    assert found.voices[0].rationale == "The survey is of 2019 alone."
    assert found.voices[0].evidence == ["e-survey"]


def test_a_rating_outside_of_what_a_rule_gives_is_set_against_it(study: Agreement) -> None:
    (found,) = study.against
    assert (found.criterion, found.level) == ("national-law", 4)
    assert [voice.level for voice in found.voices] == [0]


def test_from_ten_units_on_there_is_an_alpha_with_its_interval(
    govscore: Run, second: Path, demo: Path
) -> None:
    for number in range(3):
        name = f"desk-{number}"
        text = demo.read_text(encoding="utf-8").replace("id: example-welcome-desk", f"id: {name}")
        demo.with_name(f"{name}.yaml").write_text(text, encoding="utf-8")
        path = second.parent.with_name(name) / second.name
        path.parent.mkdir()
        path.write_text(SECOND.replace("example-welcome-desk", name), encoding="utf-8")

    ran = govscore("agreement", "-o", "json")
    study = Agreement.model_validate_json(ran.stdout)

    assert study.all.units == 20
    assert study.all.alpha is not None
    assert study.all.interval is not None
    assert study.all.interval[0] <= study.all.alpha <= study.all.interval[1]
    assert govscore("agreement", "-o", "json").stdout == ran.stdout
    assert "Krippendorff's alpha (ordinal) 0.66" in govscore("agreement").stdout


@pytest.mark.usefixtures("second")
def test_the_table_says_what_was_compared_and_where_to_talk(govscore: Run) -> None:
    said = govscore("agreement").stdout
    assert said.startswith("2 evaluators, 1 practice, 5 judged criteria: 5 pairs of ratings\n")
    assert "Same level 60%, within one level 80%" in said
    assert "To talk about: more than one level apart" in said
    assert "panel-member-2: 1 “The survey is of 2019 alone.” [e-survey]" in said
    assert "by the rule: 4" in said


@pytest.mark.usefixtures("second")
def test_csv_gives_a_row_for_each_judged_criterion_and_one_for_all(govscore: Run) -> None:
    rows = list(csv.DictReader(io.StringIO(govscore("agreement", "-o", "csv").stdout)))
    assert len(rows) == 8
    assert [row["pairs"] for row in rows if row["criterion"] in {"delivery", ""}] == ["1", "5"]


def test_markdown_escapes_what_evaluators_wrote(govscore: Run, second: Path) -> None:
    second.write_text(SECOND.replace("alone.", "<b>alone</b>."), encoding="utf-8")
    said = govscore("agreement", "-o", "markdown").stdout
    assert said.startswith("## 2 evaluators")
    assert "<b>" not in said


@pytest.mark.usefixtures("demo")
def test_one_evaluator_has_nobody_to_agree_with(govscore: Run) -> None:
    ran = govscore("agreement")
    assert ran.returncode == 0
    assert "No practice was rated by two evaluators on the same criterion." in ran.stdout


@pytest.mark.parametrize(
    ("written", "code"),
    [("level: 7", "GS105"), ("levle: 1", "GS102"), ("level: [", "GS003")],
)
def test_a_second_assessment_that_cannot_be_read_fails_and_is_named(
    govscore: Run, second: Path, written: str, code: str
) -> None:
    second.write_text(SECOND.replace("level: 4", written), encoding="utf-8")
    ran = govscore("agreement")
    assert ran.returncode == 1
    assert "assessments/example-welcome-desk/panel-member-2.yaml:1" in ran.stderr
    assert code in ran.stderr


def test_an_assessment_of_a_practice_that_is_not_there_does_not_count(
    govscore: Run, second: Path
) -> None:
    text = SECOND.replace("practice: example-welcome-desk", "practice: elsewhere")
    second.write_text(text, encoding="utf-8")
    assert json.loads(govscore("agreement", "-o", "json").stdout)["all"]["pairs"] == 0
