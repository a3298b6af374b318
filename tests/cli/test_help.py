"""Help: examples, no types of the program, and names that stay readable in a narrow terminal."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable, Iterator
from itertools import pairwise
from subprocess import CompletedProcess

import pytest
import typer.main

from govscore.cli import app

Run = Callable[..., CompletedProcess[str]]


def _commands() -> Iterator[tuple[str, ...]]:
    """List the words that lead to each command."""
    root = typer.main.get_command(app)
    for name, command in vars(root)["commands"].items():
        inner = vars(command).get("commands")
        yield from ((name, each) for each in inner) if inner else [(name,)]


COMMANDS = sorted(_commands())


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_help_ends_with_examples_that_name_the_command(
    command: tuple[str, ...], govscore: Run
) -> None:
    shown = govscore(*command, "--help").stdout.split("Examples:")[1]

    lines = [line.strip() for line in shown.splitlines() if line.strip()]
    assert lines
    for line in lines:
        words = [word for word in shlex.split(line) if not re.fullmatch("[A-Z_]+=.*", word)]
        assert tuple(words[: len(command) + 1]) == ("govscore", *command)


@pytest.mark.parametrize("command", [(), ("rubric",), ("catalogue",), *COMMANDS], ids=" ".join)
@pytest.mark.parametrize("columns", ["40", "80", "140"])
def test_help_names_no_type_of_the_program(
    columns: str, command: tuple[str, ...], govscore: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)

    shown = govscore(*command, "--help").stdout

    assert not re.search(r"<(bool|str|int|float|list|path)|range>", shown), shown


@pytest.mark.parametrize("command", [(), ("rubric",), ("catalogue",), *COMMANDS], ids=" ".join)
@pytest.mark.parametrize("columns", ["80", "100"])
def test_what_a_command_does_is_broken_only_where_the_terminal_ends(
    columns: str, command: tuple[str, ...], govscore: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)

    told = govscore(*command, "--help").stdout.split("╭")[0].split("[OPTIONS]")[-1]

    for line, following in pairwise(line.strip() for line in told.splitlines()[1:]):
        first = following.split(" ")[0]
        assert not line or not first or len(f"{line} {first}") > int(columns) - 2


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_options_are_named_in_full_in_a_narrow_terminal(
    command: tuple[str, ...], govscore: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "140")
    options = set(
        re.findall(r"--[a-z-]+", govscore(*command, "--help").stdout.split("Examples")[0])
    )
    monkeypatch.setenv("COLUMNS", "40")

    assert options <= set(re.findall(r"--[a-z-]+", govscore(*command, "--help").stdout))
