"""What every part of a result is: immutable, and made of a few kinds of value."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from pydantic import BaseModel, ConfigDict

Place = Callable[[str], tuple[int, int]]
"""Finds line and column of a JSON pointer in a practice file."""
Status = Literal["scored", "partial", "unassessed", "not_applicable", "not_yet_due", "error"]
Severity = Literal["error", "warning", "note"]
AnyLevel = int | float
"""A level: whole for rules, checklists and judgements; any number from 0 to 4 for figures."""
Mark = Literal["none", "mentioned", "targeted", "evidenced"]


class Frozen(BaseModel):
    """A part of the result: immutable, and strict about its keys."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)
