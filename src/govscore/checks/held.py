"""What became of one file that was held against what is required of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from govscore.result.run import Finding, Gate


class Held(NamedTuple):
    """Its gates and falls, which gates hold it, what it was before.

    `gates_over` has the numbers of gates; `was` is the earlier path of the practice.
    """

    gates: list[Gate]
    findings: list[Finding]
    gates_over: frozenset[int]
    was: str | None


NOTHING = Held([], [], frozenset(), None)
"""What becomes of a file where nothing is required."""
