"""`assess`: without a terminal, line by line, and when something fails."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess
from types import SimpleNamespace

import pytest

Run = Callable[..., CompletedProcess[str]]


def test_without_a_terminal_it_names_plain_and_writes_nothing(govscore: Run, demo: Path) -> None:
    before = demo.read_bytes()

    done = govscore("assess", demo.stem)

    assert done.returncode == 2
    assert done.stderr == "govscore: standard input is no terminal; --plain asks line by line\n"
    assert demo.read_bytes() == before


@pytest.mark.parametrize(
    ("term", "encoding", "reason"),
    [
        ("dumb", "utf-8", "this terminal draws no screens"),
        ("xterm", "ascii", "this terminal is set to ascii, not to UTF-8"),
    ],
)
def test_a_terminal_that_cannot_draw_is_refused(
    monkeypatch: pytest.MonkeyPatch, term: str, encoding: str, reason: str
) -> None:
    from govscore.cli import _desk
    from govscore.errors import SetupError

    terminal = SimpleNamespace(closed=False, isatty=lambda: True, encoding=encoding)
    for name in ("stdin", "stdout", "stderr"):
        monkeypatch.setattr(sys, name, terminal)
    monkeypatch.setenv("TERM", term)

    with pytest.raises(SetupError, match=f"{reason}; --plain asks line by line"):
        _desk.refuse_without_terminal()


def test_a_closed_input_is_no_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    from govscore.cli import _desk
    from govscore.errors import SetupError

    monkeypatch.setattr(sys, "stdin", None)

    with pytest.raises(SetupError, match="standard input is no terminal"):
        _desk.refuse_without_terminal()


def test_plain_reads_answers_from_input_and_writes_them(govscore: Run, demo: Path) -> None:
    done = govscore("assess", demo.stem, "--plain", feed=":g remedy\nno\n:q\n")

    assert done.returncode == 0
    assert "Written, line " in done.stdout
    assert done.stdout.endswith(f"Left. All answers are in practices/{demo.name}.\n")
    assert "complaint_channel: no" in demo.read_text(encoding="utf-8")


def test_a_name_that_is_no_id_is_refused(govscore: Run, demo: Path) -> None:
    assert demo.exists()

    done = govscore("assess", "No Id", "--plain")

    assert done.returncode == 2
    assert "there is no practice 'No Id'" in done.stderr


def test_a_fault_of_ours_exits_3_without_the_record(
    govscore: Run, demo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from govscore.cli import _desk
    from govscore.desk.screens.app import Desk

    record = demo.read_text(encoding="utf-8")

    async def fail(self: Desk, **_: object) -> None:
        self.fault = ValueError(record)

    monkeypatch.setattr(_desk, "refuse_without_terminal", lambda: None)
    monkeypatch.setattr(Desk, "run_async", fail)

    done = govscore("assess", demo.stem)

    assert done.returncode == 3
    assert "ValueError on a screen" in done.stderr
    assert "summary" not in done.stderr


def test_plain_with_a_closed_input_leaves_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    from govscore.cli import _desk

    monkeypatch.setattr(sys, "stdin", None)

    with pytest.raises(EOFError):
        _desk.ask("? ")


def test_an_id_means_the_practice_that_every_other_command_means(govscore: Run, demo: Path) -> None:
    aside = demo.parent / "archive" / demo.name
    aside.parent.mkdir()
    aside.write_bytes(demo.read_bytes())
    settings = demo.parent.parent / "govscore.yaml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(f"{text}\nexclude: [practices/archive]\n", encoding="utf-8")

    done = govscore("assess", demo.stem, "--plain", feed=":g remedy\nno\n:q\n")

    assert done.returncode == 0
    assert aside.read_bytes() != demo.read_bytes()
