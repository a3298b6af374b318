"""The configuration: where it is found, what stands over what, and what is refused."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from govscore.errors import Problem, SetupError
from govscore.workspace.configuration import configure

Write = Callable[..., Path]


def _refused(**flags: object) -> tuple[str, list[Problem]]:
    with pytest.raises(SetupError) as raised:
        configure(flags)
    return str(raised.value), list(raised.value.problems)


def test_without_a_file_the_defaults_hold() -> None:
    configuration = configure({})

    assert configuration.path is None
    assert configuration.root == Path()
    assert configuration.settings.rubric == "gmpa"
    assert set(configuration.origins.values()) == {"default"}


def test_a_flag_stands_over_the_environment_and_that_over_the_file(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("govscore.yaml", "as_of: 2001-01-01\nrubric: of-file\nfail_level: note\n")
    monkeypatch.setenv("GOVSCORE_AS_OF", "2002-01-01")
    monkeypatch.setenv("GOVSCORE_RUBRIC", "of-variable")

    configuration = configure({"as_of": "2003-01-01", "rubric": None})

    settings = configuration.settings
    assert (settings.as_of, settings.rubric, settings.fail_level) == (
        "2003-01-01",
        "of-variable",
        "note",
    )
    assert configuration.origins == {
        **dict.fromkeys(configuration.origins, "default"),
        "as_of": "flag",
        "rubric": "GOVSCORE_RUBRIC",
        "fail_level": "govscore.yaml:3",
    }


def test_an_empty_variable_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GOVSCORE_RUBRIC", "")

    assert configure({}).origins["rubric"] == "default"


@pytest.mark.parametrize("text", ["", "# nothing yet\n"])
def test_an_empty_file_is_a_configuration(text: str, write: Write) -> None:
    write("govscore.yaml", text)

    configuration = configure({"rubric": "mine"})

    assert configuration.path == Path("govscore.yaml")
    assert configuration.settings.rubric == "mine"


def test_it_is_found_upward_to_the_root_of_the_repository(
    folder: Path, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("govscore.yaml", "rubric: of-root\n")
    (folder / ".git").mkdir()
    (folder / "a/b").mkdir(parents=True)
    monkeypatch.chdir("a/b")

    configuration = configure({})

    assert configuration.settings.rubric == "of-root"
    assert configuration.root == Path("../..")
    assert configuration.resolve("practices") == Path("../../practices")
    assert configuration.origins["rubric"] == "../../govscore.yaml:1"


def test_the_nearest_one_is_taken(
    folder: Path, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("govscore.yaml", "rubric: of-root\n")
    write("a/govscore.yaml", "rubric: of-a\n")
    (folder / ".git").mkdir()
    (folder / "a/b").mkdir()
    monkeypatch.chdir("a/b")

    assert configure({}).settings.rubric == "of-a"


@pytest.mark.parametrize("git", ["folder", "file", "none"])
def test_nothing_above_the_root_of_the_repository_is_read(
    git: str, folder: Path, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("govscore.yaml", "rubric: of-another\n")
    (folder / "a").mkdir()
    if git == "folder":
        (folder / "a/.git").mkdir()
    if git == "file":  # as in a worktree
        (folder / "a/.git").write_text("gitdir: elsewhere\n", encoding="utf-8")
    monkeypatch.chdir("a")

    assert configure({}).path is None


def test_a_file_may_be_named_and_none_be_looked_for(write: Write) -> None:
    write("govscore.yaml", "rubric: of-file\n")
    other = write("deep/other.yaml", "rubric: of-other\n")

    named = configure({}, path=other)
    aside = configure({}, discover=False)

    assert (named.settings.rubric, named.root) == ("of-other", Path("deep"))
    assert aside.settings.rubric == "gmpa"


def test_an_unknown_key_is_refused_at_its_line_with_what_was_meant(write: Write) -> None:
    write("govscore.yaml", "rubric: gmpa\ngates:\n- {overall: 5}\nfail_levle: note\n")

    message, [problem] = _refused()

    assert message == "govscore.yaml: the configuration cannot be used"
    assert (problem.code, problem.path, problem.line, problem.column) == (
        "GS509",
        "govscore.yaml",
        4,
        1,
    )
    assert problem.suggestions[0] == "fail_level"


def test_a_gate_one_level_too_deep_does_not_pass_unseen(write: Write) -> None:
    write("govscore.yaml", "regression:\n  gates:\n  - {overall: 5}\n")

    _, [problem] = _refused()

    assert (problem.code, problem.line, problem.pointer) == ("GS509", 2, "/regression/gates")


def test_all_faults_are_told_at_once_those_of_waivers_under_their_own_code(write: Write) -> None:
    write("govscore.yaml", "as_of: soon\ngates: 3\nwaivers:\n- {code: GS1, path: a}\n")

    _, problems = _refused()

    assert [(each.code, each.line) for each in problems] == [
        ("GS509", 1),
        ("GS509", 2),
        ("GS510", 4),
        ("GS510", 4),
        ("GS510", 4),
        ("GS510", 4),
    ]


def test_a_fault_of_a_flag_or_a_variable_is_not_laid_to_the_file(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("govscore.yaml", "as_of: 2026-01-01\nrubric: gmpa\n")
    monkeypatch.setenv("GOVSCORE_FAIL_LEVEL", "fatal")

    message, problems = _refused(as_of="2026-02-30")

    assert {(each.path, each.line) for each in problems} == {
        ("--as-of", None),
        ("GOVSCORE_FAIL_LEVEL", None),
    }
    assert "govscore.yaml" not in message


@pytest.mark.parametrize(
    ("content", "code", "line"),
    [
        (b"rubric: [\n", "GS003", 2),
        (b"rubric: gmpa\nrubric: gmpa\n", "GS004", 2),
        (b"- rubric\n", "GS008", 1),
        (b"\xff\xfe", "GS001", 1),
        (b"rubric: !!python/name:os.system\n", "GS005", 1),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_at_its_line(
    content: bytes, code: str, line: int
) -> None:
    Path("govscore.yaml").write_bytes(content)

    message, [problem, *_] = _refused()

    assert message == "govscore.yaml: the configuration cannot be read"
    assert (problem.code, problem.line) == (code, line)


def test_a_named_file_that_is_not_there_is_refused() -> None:
    with pytest.raises(SetupError) as raised:
        configure({}, path=Path("mine.yaml"))

    assert [(each.code, each.path) for each in raised.value.problems] == [("GS009", "mine.yaml")]
