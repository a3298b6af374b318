"""`todo`: the questions on a practice, with lines that paste; what a collection lacks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from govscore import yamlio
from govscore.result.questions import Gaps, Question, Todo

Run = Callable[..., CompletedProcess[str]]

WORD = "stakeholders.formulation[].participation"


def _asked(govscore: Run, *more: str) -> Todo:
    said = govscore("todo", "city-card", "-o", "json", "--as-of", "2026-11-24", *more)
    assert said.returncode == 0
    return Todo.model_validate_json(said.stdout)


def _pasted(path: Path, question: Question) -> str:
    lines = path.read_text(encoding="utf-8").splitlines()
    for each in reversed(question.lines):
        start = each.line - 1
        assert lines[start : start + len(each.old)] == each.old
        lines[start : start + len(each.old)] = each.new
    return "\n".join(lines) + "\n"


@pytest.fixture
def row(card: Path) -> Path:
    """Give the card a row of stakeholders of which nobody knows how far they took part."""
    with card.open("a", encoding="utf-8") as file:
        file.write("stakeholders:\n  formulation:\n")
        file.write("  - {who: Forum, groups: [migrant_community], participation: unknown,")
        file.write(" mode: invited}\n")
    return card


def test_the_table_tells_gain_question_criterion_line_words_and_levels(
    govscore: Run, row: Path
) -> None:
    said = govscore("todo", str(row), "--criterion", "communities-in-design")

    assert said.returncode == 0
    assert "questions on 1 open criterion, by what the best answer adds" in said.stdout
    assert "communities-in-design, breadth-of-society" in said.stdout
    assert "line 14 says `participation: unknown` (Forum)" in said.stdout
    assert "none → 0   inform → 1   consult → 2   involve → 3   collaborate → 4" in said.stdout


def test_answers_spell_out_the_words_and_what_they_give_to_every_criterion(
    govscore: Run, row: Path
) -> None:
    said = govscore("todo", str(row), "--criterion", "communities-in-design", "--answers")

    assert "involved throughout" in said.stdout
    assert "communities-in-design 3" in said.stdout


def test_lines_paste_into_the_file_and_claim_nothing_until_they_are_filled_in(
    govscore: Run, card: Path
) -> None:
    [remedy] = [each for each in _asked(govscore).questions if each.field == "checks.remedy"]

    text = _pasted(card, remedy)
    card.write_text(text, encoding="utf-8")

    answers = yamlio.parse(text.encode(), "city-card.yaml").value["checks"]["remedy"]
    assert len(answers) == 5
    assert set(answers.values()) == {"…"}
    refused = govscore("score", str(card))
    assert refused.returncode == 1
    assert "GS104" in refused.stderr


def test_lines_of_every_question_paste_and_are_yaml(govscore: Run, row: Path) -> None:
    study = _asked(govscore)

    assert len(study.questions) > 20
    assert all(each.lines for each in study.questions)
    assert study.refused == ""
    for each in study.questions:
        document = yamlio.parse(_pasted(row, each).encode(), "city-card.yaml")
        assert document.problems == ()
        assert document.text.count("…") > 0


@pytest.mark.parametrize("fmt", ["table", "json", "markdown"])
def test_what_was_made_up_to_try_answers_is_never_offered(
    govscore: Run, row: Path, fmt: str
) -> None:
    said = govscore("todo", str(row), "-o", fmt, "--answers").stdout
    if fmt == "json":  # the words of the rubric travel there too
        said = Todo.model_validate_json(said).model_dump_json(include={"questions"})

    for made_up in ("A union", "a text", "iccpr", "icrmw", "ilo-c097", "'2012'", '"2012"', "2031"):
        assert made_up not in said


def test_one_criterion_is_asked_about_alone(govscore: Run, card: Path) -> None:
    assert card.exists()
    study = _asked(govscore, "--criterion", "remedy")

    assert [each.field for each in study.questions] == ["checks.remedy"]
    assert study.open == 1


def test_a_criterion_that_there_is_not_is_told_with_the_nearest(govscore: Run, card: Path) -> None:
    said = govscore("todo", str(card), "--criterion", "remedi")

    assert said.returncode == 2
    assert "there is no criterion 'remedi' in gmpa; did you mean remedy?" in said.stderr


def test_a_practice_that_there_is_not_is_told_with_the_nearest(govscore: Run, card: Path) -> None:
    assert card.exists()
    said = govscore("todo", "city-crad")

    assert said.returncode == 2
    assert "did you mean city-card?" in said.stderr


def test_markdown_has_the_lines_in_a_fence(govscore: Run, card: Path) -> None:
    said = govscore("todo", str(card), "-o", "markdown", "--criterion", "remedy").stdout

    assert said.startswith("## City card\n")
    spelt = govscore("todo", str(card), "-o", "markdown", "--criterion", "remedy", "--answers")
    assert "  - partly: partly: remedy 0–3" in spelt.stdout
    assert "```yaml\nchecks:\n  remedy:\n    complaint_channel: …\n" in said


def test_a_file_that_takes_no_lines_still_has_its_questions(govscore: Run, card: Path) -> None:
    text = card.read_text(encoding="utf-8").replace("[PRT]", "&here [PRT]")
    card.write_text(text, encoding="utf-8")

    study = _asked(govscore, "--criterion", "remedy")

    assert "anchors and aliases" in study.refused
    assert [each.lines for each in study.questions] == [[]]
    said = govscore("todo", str(card), "--criterion", "remedy").stdout
    assert "complaint_channel" in said
    assert "yes → " in said


def test_a_record_without_required_fields_is_told_which_as_one_group(
    govscore: Run, card: Path
) -> None:
    lines = card.read_text(encoding="utf-8").splitlines()
    kept = [each for each in lines if not each.startswith(("summary", "kind"))]
    card.write_text("\n".join(kept) + "\n", encoding="utf-8")

    said = govscore("todo", str(card))
    study = Todo.model_validate_json(govscore("todo", str(card), "-o", "json").stdout)

    assert said.returncode == 1
    assert "city-card cannot be scored: 2 required fields are still to be written." in said.stdout
    assert said.stdout.count("city-card.yaml:1:") == 2
    assert len(study.required) == 2
    assert study.questions == []


def test_what_else_is_wrong_is_told_beside(govscore: Run, card: Path) -> None:
    text = card.read_text(encoding="utf-8").replace("kind: service", "kind: servise")
    card.write_text(text, encoding="utf-8")

    said = govscore("todo", str(card))

    assert said.returncode == 1
    assert "city-card cannot be scored." in said.stdout
    assert "GS104" in said.stderr


TWO = """\
rubric: two
version: 1.0.0
title: Two
scale: {levels: {0: none, 1: low, 2: half, 3: most, 4: full}}
nodes:
- {id: overall, kind: overall, title: Overall}
- {id: part, kind: indicator, under: overall, title: Part}
criteria:
- id: evaluated-twice
  under: part
  title: Evaluated twice
  question: Was it evaluated twice?
  asks:
  - field: evaluations
    question: Who evaluated it?
    row: {title: One, independence: external, design: monitoring}
    vary: {independence: [internal]}
  measure:
    kind: rules
    levels:
      0: {says: No.}
      4: {says: Yes., when: 'size(p.?evaluations.orValue([])) >= 2 || unknown'}
bands: [{id: low, title: low, from: 0}]
"""


@pytest.mark.parametrize("form", ["table", "markdown"])
def test_where_one_answer_changes_nothing_those_are_named_that_do_together(
    form: str, govscore: Run, card: Path
) -> None:
    rubric = card.parent / "two.yaml"
    rubric.write_text(TWO, encoding="utf-8")

    said = govscore("todo", "city-card", "--rubric", str(rubric), "-o", form)

    told = " ".join(said.stdout.replace("\\", "").split())
    assert "No answer changes this alone; together these do: evaluations" in told, said.stderr
    assert said.stdout.count("title: …") >= 2


def test_the_documents_of_the_record_stand_where_a_search_is_to_be_shown(
    govscore: Run, row: Path
) -> None:
    with row.open("a", encoding="utf-8") as file:
        file.write("evidence:\n- {id: e-list, type: minutes}\n- {id: e-plan, type: minutes}\n")

    [asked] = [
        each
        for each in _asked(govscore).questions
        if each.field == "searched.stakeholders.formulation"
    ]

    [line] = [line for each in asked.lines for line in each.new if "stakeholders.form" in line]
    assert line.endswith("{stakeholders.formulation: [e-list, e-plan, …]}")


def test_an_answer_that_may_only_take_points_is_told_with_a_minus(
    govscore: Run, card: Path
) -> None:
    with card.open("a", encoding="utf-8") as file:
        file.write("resources:\n  funding:\n")
        file.write("  - {source: own_budget, from: 2015, recurring: true, evidence: [e-law]}\n")
        file.write("evidence: [{id: e-law, type: official_legal_text}]\n")

    said = govscore("todo", "city-card", "--criterion", "resources").stdout

    assert "-5.6   When does this money end" in said
    assert "+-" not in said


def test_of_a_folder_what_most_practices_lack_comes_first(govscore: Run, row: Path) -> None:
    other = row.with_name("other-card.yaml")
    text = row.read_text(encoding="utf-8").split("stakeholders:")[0]
    other.write_text(text.replace("id: city-card", "id: other-card"), encoding="utf-8")

    study = Gaps.model_validate_json(govscore("todo", "-o", "json").stdout)
    table = govscore("todo", str(row.parent)).stdout

    counts = [len(each.practices) for each in study.gaps]
    assert study.practices == 2
    assert counts == sorted(counts, reverse=True)
    [word] = [each for each in study.gaps if each.field == WORD]
    assert word.practices == ["city-card"]
    [remedy] = [each for each in study.gaps if each.field == "checks.remedy"]
    assert remedy.practices == ["city-card", "other-card"]
    assert remedy.total == pytest.approx(2 * remedy.gain)
    assert "open in 2 practices, those of most practices first" in table
    assert govscore("todo", "-o", "markdown").stdout.startswith("## What is missing most often\n")


def test_a_folder_shows_a_bar_to_who_waits_at_a_terminal(
    govscore: Run, card: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = card.read_text(encoding="utf-8")
    for number in range(4):
        name = f"card-{number}"
        other = text.replace("id: city-card", f"id: {name}")
        card.with_name(f"{name}.yaml").write_text(other, encoding="utf-8")
    monkeypatch.setattr("govscore.cli._terminal.sys.stderr.isatty", lambda: True, raising=False)

    assert "Reading practices" in govscore("todo").stderr
    assert govscore("todo", "-q").stderr == ""
