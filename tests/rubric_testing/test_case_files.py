"""Files of cases: what they say, and how a case lies over what its file shares."""

from __future__ import annotations

from pathlib import Path

import pytest

from govscore.errors import SetupError
from govscore.rubric_testing.case_files import ExpectedReading, RubricCase, cases_folder, load_cases


def _load(folder: Path, text: str) -> list[RubricCase]:
    tests = folder / "tests"
    tests.mkdir(exist_ok=True)
    (tests / "some.yaml").write_text(text, encoding="utf-8")
    return load_cases(folder / "mine.yaml")


def _refused(folder: Path, text: str) -> SetupError:
    with pytest.raises(SetupError) as caught:
        _load(folder, text)
    return caught.value


def test_cases_come_with_their_name_and_line(tmp_path: Path) -> None:
    one, two = _load(
        tmp_path,
        "about: Two.\ncases:\n  first: {expect: {}}\n  second one: {expect: {}}\n",
    )

    assert (one.name, one.line) == ("first", 3)
    assert (two.name, two.line) == ("second one", 4)
    assert one.path.endswith("tests/some.yaml")


def test_numbers_may_be_fractions(tmp_path: Path) -> None:
    (case,) = _load(
        tmp_path,
        "cases:\n  a: {levels: {x: 5/2}, expect: {overall: {point: 1525/27, coverage: 3/4}}}\n",
    )

    assert case.given.levels == {"x": 2.5}
    assert case.expect.overall.point == 1525 / 27
    assert case.expect.overall.coverage == 0.75


def test_levels_are_numbers_states_intervals_or_mappings(tmp_path: Path) -> None:
    (case,) = _load(
        tmp_path,
        "cases:\n"
        "  a:\n"
        "    levels: {a: 3, b: unassessed, c: [1, 4]}\n"
        "    expect: {levels: {a: 3, b: error, c: [1, 4], d: {claimed: 4, credited: 2}}}\n",
    )

    assert case.given.levels == {"a": 3.0, "b": "unassessed", "c": (1.0, 4.0)}
    assert case.expect.levels == {
        "a": 3.0,
        "b": "error",
        "c": (1.0, 4.0),
        "d": ExpectedReading(claimed=4, credited=2),
    }


def test_a_case_lies_over_what_its_file_shares(tmp_path: Path) -> None:
    (case,) = _load(
        tmp_path,
        "given:\n"
        "  evidence_cap: false\n"
        "  practice: {themes: [health], legal_basis: {national: [], regional: []}}\n"
        "  levels: {a: 1, b: 2}\n"
        "cases:\n"
        "  over:\n"
        "    practice: {themes: [education], legal_basis: {regional: [x]}}\n"
        "    levels: {b: 4}\n"
        "    expect: {}\n",
    )

    assert case.given.evidence_cap is False
    assert case.given.practice == {
        "themes": ["education"],
        "legal_basis": {"national": [], "regional": ["x"]},
    }
    assert case.given.levels == {"a": 1.0, "b": 4.0}


def test_the_folder_of_a_rubric_comes_before_the_folder_of_all(tmp_path: Path) -> None:
    assert cases_folder(tmp_path / "mine.yaml") == tmp_path / "tests"

    (tmp_path / "tests" / "mine").mkdir(parents=True)

    assert cases_folder(tmp_path / "mine.yaml") == tmp_path / "tests" / "mine"


def test_files_are_read_in_the_order_of_their_names(tmp_path: Path) -> None:
    tests = tmp_path / "tests"
    tests.mkdir()
    for name in ("b", "a"):
        (tests / f"{name}.yaml").write_text(f"cases: {{{name}: {{expect: {{}}}}}}", "utf-8")

    assert [case.name for case in load_cases(tmp_path / "mine.yaml")] == ["a", "b"]


def test_a_rubric_without_a_folder_has_no_cases(tmp_path: Path) -> None:
    assert load_cases(tmp_path / "mine.yaml") == []


def test_a_key_that_is_not_known_is_refused_at_its_place(tmp_path: Path) -> None:
    error = _refused(tmp_path, "cases:\n  a:\n    expects: {}\n    expect: {}\n")

    (problem,) = error.problems
    assert (problem.code, problem.line, problem.column) == ("GS503", 3, 5)
    assert problem.suggestions == ("expect",)


def test_a_word_that_is_no_state_is_refused(tmp_path: Path) -> None:
    error = _refused(tmp_path, "cases:\n  a:\n    levels: {x: nearly}\n    expect: {}\n")

    assert {problem.line for problem in error.problems} == {3}


def test_a_file_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    error = _refused(tmp_path, "cases: [\n")

    assert "the cases cannot be read" in str(error)
    assert [problem.code for problem in error.problems] == ["GS003"]


@pytest.mark.parametrize("text", ["cases: {}\n", "about: None.\n"])
def test_a_file_without_cases_is_refused(tmp_path: Path, text: str) -> None:
    assert _refused(tmp_path, text).problems
