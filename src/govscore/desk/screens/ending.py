"""How the screens end from outside: by a signal, or because their terminal is gone.

Textual does neither: it would read a terminal that is gone for ever, and keep its threads at a
signal. Every answer is written already, so that leaving is all there is to do.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from threading import Event, Thread
from time import sleep
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import FrameType

    from textual.app import App

_SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP")
_GONE = 128 + 1
"""The exit code when the terminal is gone, told or not: that of SIGHUP, which Windows has not."""
_LOOK = 0.5
"""Seconds between looks whether the terminal is there; without SIGHUP nothing else tells."""
_LONGEST = 2.0
"""Seconds that leaving may take: what is drawn for a terminal that is gone can wait for ever."""


class Ending:
    """Runs an application until the person leaves, or until it is ended from outside."""

    def __init__(self, app: App[None]) -> None:
        """Take the application."""
        self.code = 0
        self._over = Event()
        self._app = app

    async def run(self, *, mouse: bool) -> None:
        """Run the application; `code` then says what ended it, 0 that the person left."""
        self._loop = asyncio.get_running_loop()
        for name in _SIGNALS:
            number = getattr(signal, name, None)
            if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
                signal.signal(number, self._signalled)
        Thread(target=self._watch, daemon=True, name="terminal").start()
        try:
            await self._app.run_async(mouse=mouse)
        finally:
            self._over.set()

    def _signalled(self, number: int, frame: FrameType | None) -> None:
        del frame
        self._end(128 + number)

    def _watch(self) -> None:
        while not self._over.wait(_LOOK):
            if sys.stdin is None or not os.isatty(sys.stdin.fileno()):
                self._end(_GONE)
                return

    def _end(self, code: int) -> None:
        """Have the application leave, which restores the terminal; leave without it if it hangs."""
        if self.code or self._over.is_set():
            return
        self.code = code
        Thread(target=self._at_last, daemon=True, name="at last").start()
        self._loop.call_soon_threadsafe(self._app.exit)

    def _at_last(self) -> None:
        sleep(_LONGEST)
        os._exit(self.code)
