"""Completion in bash, zsh and fish."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from govscore.render import formats
from govscore.rubric.files import earlier, shipped

Run = Callable[..., CompletedProcess[str]]
SCORE, CHECK = set(formats.serving("score")), set(formats.serving("check"))


def _bash(words: str, govscore: Run, monkeypatch: pytest.MonkeyPatch) -> set[str]:
    monkeypatch.setenv("_GOVSCORE_COMPLETE", "complete_bash")
    monkeypatch.setenv("COMP_WORDS", words)
    monkeypatch.setenv("COMP_CWORD", str(words.count(" ")))
    return set(govscore().stdout.split())


def _zsh(words: str, govscore: Run, monkeypatch: pytest.MonkeyPatch) -> set[str]:
    monkeypatch.setenv("_GOVSCORE_COMPLETE", "complete_zsh")
    monkeypatch.setenv("_TYPER_COMPLETE_ARGS", words)
    return set(re.findall(r'"([a-z0-9@.-]+)"', govscore().stdout))


def _fish(words: str, govscore: Run, monkeypatch: pytest.MonkeyPatch) -> set[str]:
    monkeypatch.setenv("_GOVSCORE_COMPLETE", "complete_fish")
    monkeypatch.setenv("_TYPER_COMPLETE_FISH_ACTION", "get-args")
    monkeypatch.setenv("_TYPER_COMPLETE_ARGS", words)
    return {line.split("\t")[0] for line in govscore().stdout.splitlines()}


SHELLS = [_bash, _zsh, _fish]


@pytest.mark.parametrize(
    ("shell", "marks"),
    [
        ("bash", ["complete -o default -F _govscore_completion govscore", "complete_bash"]),
        ("zsh", ["#compdef govscore", "complete_zsh"]),
        ("fish", ["complete --command govscore", "complete_fish"]),
    ],
)
def test_there_is_a_script_for_each_shell(
    shell: str, marks: list[str], govscore: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("_GOVSCORE_COMPLETE", f"source_{shell}")

    ran = govscore()

    assert ran.returncode == 0
    for mark in (*marks, "_GOVSCORE_COMPLETE"):
        assert mark in ran.stdout


@pytest.mark.parametrize("shell", SHELLS)
def test_formats_are_completed(
    shell: Callable[..., set[str]], govscore: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert shell("govscore score -o ", govscore, monkeypatch) == SCORE
    assert shell("govscore score --output j", govscore, monkeypatch) == {"json"}
    assert shell("govscore check -o ", govscore, monkeypatch) == CHECK


@pytest.mark.parametrize("shell", SHELLS)
@pytest.mark.parametrize("before", ["score --rubric", "rubric show", "check --rubric"])
def test_rubrics_are_completed(
    before: str, shell: Callable[..., set[str]], govscore: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    editions = {*shipped(), *earlier()}

    assert shell(f"govscore {before} ", govscore, monkeypatch) == editions
    assert shell(f"govscore {before} gm", govscore, monkeypatch) == {"gmpa", "gmpa@1.0.0"}


@pytest.mark.parametrize("shell", SHELLS)
def test_rubrics_of_the_repository_are_completed(
    shell: Callable[..., set[str]], demo: Path, govscore: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine = demo.parents[1] / "rubrics" / "mine.yaml"
    mine.parent.mkdir()
    mine.write_text("rubric: our-own\nversion: 1.0.0\n", encoding="utf-8")

    assert shell("govscore score --rubric o", govscore, monkeypatch) == {"our-own"}


@pytest.mark.parametrize("shell", SHELLS)
@pytest.mark.parametrize("command", ["assess", "rate", "compare", "explain", "todo"])
@pytest.mark.usefixtures("demo")
def test_practices_are_completed_where_one_is_asked_for(
    command: str, shell: Callable[..., set[str]], govscore: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    completed = shell(f"govscore {command} ex", govscore, monkeypatch)

    assert completed == {"example-welcome-desk"}


@pytest.mark.parametrize("shell", SHELLS)
def test_commands_are_completed(
    shell: Callable[..., set[str]], govscore: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    completed = shell("govscore sc", govscore, monkeypatch)

    assert {"score", "schema"} <= completed
    assert "check" not in completed


@pytest.mark.parametrize("shell", SHELLS)
@pytest.mark.usefixtures("demo")
def test_practices_criteria_and_what_is_supposed_of_them_are_completed(
    shell: Callable[..., set[str]], govscore: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert shell("govscore explain ex", govscore, monkeypatch) == {"example-welcome-desk"}
    assert shell("govscore explain x reme", govscore, monkeypatch) == {"remedy"}
    if shell is not _zsh:  # the reader of this test knows no '='
        supposed = shell("govscore score --set remedy", govscore, monkeypatch)
        assert supposed == {f"remedy={level}" for level in range(5)}


@pytest.mark.parametrize("command", ["rule", "check --select", "check --ignore"])
def test_codes_are_completed(command: str, govscore: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert {"GS301", "GS315"} <= _bash(f"govscore {command} GS3", govscore, monkeypatch)


def test_without_a_practice_there_is_nothing_to_complete(
    folder: object, govscore: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    del folder

    assert _bash("govscore explain ", govscore, monkeypatch) == set()
