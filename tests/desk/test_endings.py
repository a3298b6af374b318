"""The desk in a terminal of its own, ended from outside."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import pytest
from tests.desk.conftest import RECORD

pty = pytest.importorskip("pty", reason="there are no pseudo-terminals")
termios = pytest.importorskip("termios", reason="there are no pseudo-terminals")

OWN = (
    "import fcntl, os, sys, termios; fcntl.ioctl(0, termios.TIOCSCTTY, 0);"
    "os.execv(sys.executable, [sys.executable, '-m', 'govscore', *sys.argv[1:]])"
)
"""Makes the terminal the process's own: only then is it told by SIGHUP that it is gone."""

DESKS = {
    "assess": (("assess", "city-card"), b"help"),
    "assess plain": (("assess", "city-card", "--plain"), b"Which?"),
    "rate": (("rate", "city-card", "--as", "panel-member-2"), b"forget"),
    "rate plain": (("rate", "city-card", "--as", "panel-member-2", "--plain"), b"interests"),
}
"""What is run, and a word of the last line when it waits for a key."""

AWAITED = 20


class Desk(NamedTuple):
    """A desk that waits for a key, and the two ends of its terminal."""

    process: subprocess.Popen[bytes]
    master: int
    slave: int

    def close(self) -> None:
        """Take the terminal away."""
        os.close(self.master)
        os.close(self.slave)

    def ended(self, number: int, drawn: bytes) -> int:
        """End it by a signal, read what it then draws, and give its exit code.

        A signal in the instant before a process waits for a line is heeded when the wait is over,
        so it is sent again to one that goes on waiting.
        """
        self.process.send_signal(number)
        self.read(drawn)
        for _ in range(AWAITED):
            with suppress(subprocess.TimeoutExpired):
                return self.process.wait(1)
            self.process.send_signal(number)
        return self.process.wait(1)

    def read(self, awaited: bytes) -> None:
        """Take what is drawn until a word of it."""
        shown = b""
        while awaited not in shown:
            assert select.select([self.master], [], [], AWAITED)[0], shown[-500:]
            shown += os.read(self.master, 65536)


Start = Callable[..., Desk]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    (tmp_path / "practices").mkdir()
    (tmp_path / "practices" / "city-card.yaml").write_text(RECORD, encoding="utf-8")
    started = []

    def run(name: str, *, own: bool = True) -> Desk:
        arguments, awaited = DESKS[name]
        python = ("-c", OWN) if own else ("-m", "govscore")
        master, slave = pty.openpty()
        process = subprocess.Popen(
            (sys.executable, *python, *arguments),
            cwd=tmp_path,
            env={**os.environ, "TERM": "xterm", "PYTHONUTF8": "1"},
            stdin=slave,
            stdout=slave,
            stderr=slave,
            start_new_session=True,
        )
        started.append(process)
        desk = Desk(process, master, slave)
        desk.read(awaited)
        return desk

    yield run
    for process in started:
        process.kill()


@pytest.mark.parametrize("name", DESKS)
def test_a_terminal_that_goes_away_ends_the_desk(start: Start, name: str) -> None:
    desk = start(name)
    desk.close()

    assert desk.process.wait(AWAITED) == 129


@pytest.mark.parametrize("name", ["assess", "rate"])
def test_a_terminal_that_goes_away_without_a_word_ends_the_desk(start: Start, name: str) -> None:
    desk = start(name, own=False)
    desk.close()

    assert desk.process.wait(AWAITED) == 129


@pytest.mark.parametrize("name", DESKS)
def test_a_signal_ends_the_desk_and_leaves_the_terminal_as_it_was(start: Start, name: str) -> None:
    desk = start(name)

    assert desk.ended(signal.SIGTERM, drawn=b"" if "plain" in name else b"\x1b[?1049l") == 143
    assert termios.tcgetattr(desk.slave)[3] & termios.ECHO
