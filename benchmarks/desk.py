"""The desk on screens: how long a person waits for the first text, and after a key.

Measured by the clock, on a terminal of its own, the least of some rounds: what counts is when the
text is there, and what other work adds is never less than nothing.
"""

from __future__ import annotations

import fcntl
import os
import pty
import resource
import select
import signal
import struct
import subprocess
import termios
from contextlib import contextmanager, suppress
from time import perf_counter
from typing import TYPE_CHECKING

from measuring import GOVSCORE, NotMeasured, Row

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from measuring import Setting

_ROUNDS = 3
_LINES, _COLUMNS = 24, 80
_LONGEST = 20.0
"""Seconds after which a screen will not come any more."""
_REST = 0.4
"""Seconds without output after which everything is drawn and reckoned."""
_PAUSE = 0.1
"""Seconds between the keys of one who types fast."""
_TITLE = "City card"
_RECORD = f"""\
id: city-card
title: {_TITLE}
summary: A card for all residents.
kind: service
status: running
period: {{start: 2015}}
countries: [PRT]
jurisdiction: {{level: local, name: Porto}}
lead_body: {{name: City of Porto, type: local_authority}}
target_groups: [migrants_general]
themes: [integration_cohesion]
"""


def rows(setting: Setting) -> Iterator[Row]:
    """Open a record, answer a checklist, move up again."""
    record = setting.folder / "city-card.yaml"
    starts = [_start(record) for _ in range(_ROUNDS)]
    answers, moves = [], []
    for _ in range(_ROUNDS):
        record.write_text(_RECORD, encoding="utf-8")
        with _opened(record) as (terminal, _):
            _shown(terminal, _TITLE)
            _rest(terminal)
            for key in "/remedy\r":
                _type(terminal, key)
                _rest(terminal, _PAUSE)
            _rest(terminal)
            answers += [_after(terminal, key, "z undoes") for key in "yypnn"]
            moves += [_after(terminal, key, ">") for key in "kkkk"]
    for what, found in zip(("clock", "processor"), map(min, *starts), strict=True):
        yield Row(f"`assess`, start to first text, {what}, least", found, 1, unit="s")
    yield Row("a key that answers, to its line on the screen, least", *_ms(answers), unit="ms")
    yield Row("a key that moves, to the mark at its line, least", *_ms(moves), unit="ms")


def _ms(seconds: list[float]) -> tuple[float, float]:
    return min(seconds) * 1000, 50


def _start(record: Path) -> tuple[float, float]:
    """Give the seconds by the clock and of the processor from the start to the first text."""
    record.write_text(_RECORD, encoding="utf-8")
    before = _children()
    with _opened(record) as (terminal, begun):
        clock = _shown(terminal, _TITLE) - begun
    return clock, _children() - before


def _children() -> float:
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    return spent.ru_utime + spent.ru_stime


@contextmanager
def _opened(record: Path) -> Iterator[tuple[int, float]]:
    """Give the person's end of a terminal with the desk on it, and when it was started."""
    here, there = pty.openpty()
    fcntl.ioctl(there, termios.TIOCSWINSZ, struct.pack("HHHH", _LINES, _COLUMNS, 0, 0))
    environment = {**os.environ, "TERM": "xterm-256color"}
    begun = perf_counter()
    process = subprocess.Popen(
        [GOVSCORE, "assess", str(record)],
        stdin=there,
        stdout=there,
        stderr=there,
        env=environment,
        start_new_session=True,
    )
    os.close(there)
    try:
        yield here, begun
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        os.close(here)


def _after(terminal: int, key: str, text: str) -> float:
    begun = perf_counter()
    _type(terminal, key)
    shown = _shown(terminal, text)
    _rest(terminal)
    return shown - begun


def _type(terminal: int, keys: str) -> None:
    os.write(terminal, keys.encode())


def _shown(terminal: int, text: str) -> float:
    """Read until a text is written, and tell when."""
    read = b""
    end = perf_counter() + _LONGEST
    while text.encode() not in read:
        if perf_counter() > end or not select.select([terminal], [], [], _LONGEST)[0]:
            raise NotMeasured(f"'{text}' did not come to the screen")
        read += os.read(terminal, 65536)
    return perf_counter()


def _rest(terminal: int, pause: float = _REST) -> None:
    """Read until nothing more is written for a while."""
    end = perf_counter() + _LONGEST
    while select.select([terminal], [], [], pause)[0]:
        if perf_counter() > end:
            raise NotMeasured("the screen does not come to rest")
        os.read(terminal, 65536)
