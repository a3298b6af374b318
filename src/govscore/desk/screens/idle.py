"""What is reckoned while no key is pressed, a few milliseconds at a time."""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING

from textual.events import Key

from govscore.desk.screens.turns import InTurn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.events import Event
    from textual.timer import Timer

_QUIET = 0.06
"""Seconds without a key before anything is reckoned, so that the next one finds us free."""
_PIECE = 0.01
"""Seconds after which keys are listened to again."""


class Idle(InTurn):
    """Reckons between the keys; what there is to reckon is said by who builds on it."""

    busy: bool = False
    """Whether something is left to be reckoned."""
    _timer: Timer | None = None

    async def on_event(self, event: Event) -> None:
        """Let a key have its turn first."""
        if self.busy and isinstance(event, Key):
            self._later(_QUIET)
        await super().on_event(event)

    def wake(self) -> None:
        """Tell that there is something to reckon."""
        self._later(_QUIET if self.busy else _PIECE)

    def pieces(self) -> Iterator[object]:
        """Reckon, a piece at a time."""
        return iter(())

    def _later(self, seconds: float) -> None:
        self.busy = True
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(seconds, self._work)

    def _work(self) -> None:
        self.busy = False
        if not self.screen_stack:  # the person has left
            return
        end = perf_counter() + _PIECE
        for _ in self.pieces():
            if perf_counter() > end:
                self._later(0.001)
                return
