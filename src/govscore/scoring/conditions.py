"""What one practice answers to the conditions of limits, bands and notes.

An answer is true only if it is sure: what is unknown does not hold. A condition that fails on the
practice is `None`, so that a limit binds: a fault must not open what the limit was to close.
"""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Literal, Protocol

from govscore.errors import ExpressionError
from govscore.result.scored import LIVE

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from govscore.expressions.program import Program
    from govscore.expressions.unknown import Known
    from govscore.result.scored import Status
    from govscore.scoring.case import PracticeCase

    Ask = Callable[[Program], bool | None]

End = Literal["low", "point", "high"]
ENDS: tuple[End, ...] = ("low", "point", "high")

MOVING = frozenset({"levels", "lows", "coverage"})
"""What differs from end to end; a condition that reads nothing of it is asked once."""


class Conditions:
    """The conditions of a rubric, asked of one practice."""

    def __init__(self, data: Known) -> None:
        """Keep what conditions read of the practice: itself, and the facts that are known."""
        self._data = data
        self._known: dict[str, bool | None] = {}

    @classmethod
    def of(cls, case: PracticeCase) -> Conditions:
        """Ask of a practice that was read."""
        return cls(case.found.values)

    def at(self, **numbers: Mapping[str, float]) -> Ask:
        """Give what asks at an end: where `levels`, `lows` and `coverage` are these.

        Of those that are left out, nothing is known.
        """
        values = self._data.beside(numbers) if numbers else self._data
        known = self._known

        def ask(program: Program) -> bool | None:
            moves = not MOVING.isdisjoint(program.names)
            if not moves and program.source in known:
                return known[program.source]
            try:
                answer = program.ask(values) is True
            except ExpressionError:
                answer = None
            if not moves:
                known[program.source] = answer
            return answer

        return ask


class Read(Protocol):
    """What was read of a criterion, by a measure or from a result."""

    @property
    def status(self) -> Status:
        """What became of it."""

    @property
    def credited(self) -> float | None:
        """The level that is earned."""

    @property
    def low(self) -> float:
        """The level that is proven."""

    @property
    def high(self) -> float:
        """The level that is possible."""


def levels(read: Mapping[str, Read], end: End) -> dict[str, float]:
    """Give the levels of the criteria in the tree at an end, those left out that have none."""
    level_of = attrgetter("credited" if end == "point" else end)
    return {
        name: float(level)
        for name, each in read.items()
        if each.status in LIVE and (level := level_of(each)) is not None
    }
