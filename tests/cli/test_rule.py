"""`govscore rule`."""

from __future__ import annotations

import io
import sys

import pytest
import typer
from typer.testing import CliRunner

from govscore import rules
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

    assert lines[0] == f"{len(rules.codes())} findings"
    headings = [family.heading for family in rules.FAMILIES.values()]
    assert [line for line in lines if line in headings] == headings
    assert "GS208  warning  Evidence that nothing uses" in lines
    assert sum(line.startswith("GS") for line in lines) == len(rules.codes())


@pytest.mark.parametrize("code", ["GS301", "gs301"])
def test_with_a_code_its_page_is_printed_as_it_is_written(code: str) -> None:
    page = rules.rule("GS301")

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


def test_an_unknown_code_ends_with_a_suggestion(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rules, "codes", lambda: ("GS107", "GS713", "GS714"))

    result = CliRunner().invoke(app, ["GS71"])

    assert isinstance(result.exception, SetupError)
    assert (
        str(result.exception) == "there is no finding GS71; did you mean GS714 or GS713 or GS107?"
    )


def test_what_is_no_code_at_all_is_told_where_to_look() -> None:
    result = CliRunner().invoke(app, ["security"])

    assert str(result.exception) == "there is no finding SECURITY; govscore rule lists them all"
