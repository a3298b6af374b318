"""`govscore rule`."""

from __future__ import annotations

import io
import sys

import pytest
import typer
from typer.testing import CliRunner

from govscore.checks import book
from govscore.cli import rule
from govscore.errors import SetupError

app = typer.Typer()
app.command()(rule.command)


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def _run(*args: str) -> str:
    result = CliRunner().invoke(app, args)

    assert result.exit_code == 0, result.output
    return result.stdout


def test_without_a_code_every_code_is_listed_by_family() -> None:
    lines = _run().splitlines()

    assert lines[0] == f"{len(book.codes())} findings"
    assert [line for line in lines if line in book.FAMILIES.values()] == [*book.FAMILIES.values()]
    assert "GS208  warning  Evidence that nothing uses" in lines
    assert sum(line.startswith("GS") for line in lines) == len(book.codes())


@pytest.mark.parametrize("code", ["GS301", "gs301"])
def test_with_a_code_its_page_is_printed_as_it_is_written(code: str) -> None:
    page = book.page("GS301")

    assert _run(code) == f"# GS301: {page.title}\n\n*warning*\n\n{page.text}\n"


def test_on_a_terminal_the_page_is_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = _Terminal()
    monkeypatch.setattr(sys, "stdout", terminal)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "80")

    rule.command("GS202")

    drawn = terminal.getvalue()
    assert "# GS202" not in drawn
    assert "GS202: Unknown instrument" in drawn


def test_an_unknown_code_ends_with_a_suggestion() -> None:
    result = CliRunner().invoke(app, ["GS31"])

    assert isinstance(result.exception, SetupError)
    assert str(result.exception) == (
        "there is no finding GS31; did you mean GS314 or GS313 or GS312?"
    )


def test_what_is_no_code_at_all_is_told_where_to_look() -> None:
    result = CliRunner().invoke(app, ["security"])

    assert str(result.exception) == "there is no finding SECURITY; govscore rule lists them all"
