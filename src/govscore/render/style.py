"""How a document is drawn: for whom, how wide, in colour or not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Style:
    """How to draw: columns and colour for a terminal, the level at which a finding fails.

    `about` is what the document is for: the scores, or the findings of a check.
    """

    width: int = 100
    color: bool = False
    fail_level: Literal["error", "warning", "note"] = "error"
    about: Literal["score", "check"] = "score"
