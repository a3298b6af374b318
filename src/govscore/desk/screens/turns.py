"""One key after the other: a key waits until what the one before it did is on the screen.

Otherwise what is typed while a form opens goes to the list behind it, where letters are answers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import App
from textual.events import Key
from textual.message import Message

if TYPE_CHECKING:
    from textual.events import Event
    from textual.message_pump import MessagePump

_LONGEST = 1.0
"""Seconds that a key waits at most, should what had the one before it be gone."""


_ROUNDS = 2
"""A key goes up from the widget in hand, and what it is bound to comes down and goes up again."""


class Done(Message):
    """Follows a key on its way from the widget in hand up to the application."""

    def __init__(self, turn: int, target: MessagePump, rounds: int) -> None:
        """Keep which key it follows, from where, and how often it is to go again."""
        super().__init__()
        self.turn, self.target, self.rounds = turn, target, rounds

    def begin(self) -> None:
        """Go, behind all that the widget has before it."""
        self.target.call_later(self.target.post_message, self)


class Turn(Message):
    """Says that the next key has its turn."""

    def __init__(self, turn: int) -> None:
        """Keep which key had the turn."""
        super().__init__()
        self.turn = turn


class InTurn(App[None]):
    """An application that takes its keys one at a time."""

    held: tuple[Key, ...] = ()
    """The keys that wait."""
    _count = 0
    _taken = False

    async def on_event(self, event: Event) -> None:
        """Hold a key while another has its turn."""
        if not isinstance(event, Key) or event.is_forwarded:
            await super().on_event(event)
        elif self._taken:
            self.held = (*self.held, event)
        else:
            await self._give(event)

    async def _give(self, key: Key) -> None:
        self._count += 1
        self._taken = True
        turn, target = self._count, self.focused or self.screen
        await super().on_event(key)
        Done(turn, target, _ROUNDS).begin()
        self.set_timer(_LONGEST, lambda: self.post_message(Turn(turn)))

    def on_done(self, event: Done) -> None:
        """Go again, at last wait for the screen that is there now: the key may have opened it."""
        turn = event.turn
        if event.rounds > 1 and event.target.is_running:
            Done(turn, event.target, event.rounds - 1).begin()
            return
        self.screen.call_after_refresh(lambda: self.post_message(Turn(turn)))

    async def on_turn(self, event: Turn) -> None:
        """Give the next key its turn."""
        if event.turn != self._count or not self._taken:
            return
        self._taken = False
        if self.held:
            first, *rest = self.held
            self.held = tuple(rest)
            await self._give(first)
