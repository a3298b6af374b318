"""A fact as a rubric names it, and what the facts came to on a practice."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Fact:
    """A named fact: a selection (`of`, `where`) or a value (`value`).

    `of` is a path from `p`, or the name of another selection. A path with `?` takes a list that is
    left out as empty; without, the selection is unknown then.
    """

    name: str
    of: str | None = None
    where: str | None = None
    value: str | None = None
    says: str | None = None

    def source(self) -> str:
        """Give the expression that is compiled."""
        if self.of is None:
            return self.value or ""
        return f"{self.items()}.transformList(i, it, {self.where or 'true'}, i)"

    def items(self) -> str:
        """Give the expression for all that a selection chooses from."""
        of = self.of or "[]"
        return f"{of}.orValue([])" if "?" in of else of


@dataclass(slots=True)
class Found:
    """What the facts came to on one practice.

    `values` lacks the facts that are unknown; `pointers` has the places of each selection; `errors`
    the reasons of facts that failed, by name.
    """

    values: dict[str, Any] = field(default_factory=dict)
    pointers: dict[str, list[str]] = field(default_factory=dict)
    errors: dict[str, str] = field(default_factory=dict)
