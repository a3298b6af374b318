"""What is wrong with a file, what is probably wrong, and what is merely true of it.

One file per family of findings; the words of each are its page in `pages/`.
"""

from __future__ import annotations

from govscore.checks.across import across
from govscore.checks.bars import Bars
from govscore.checks.context import Context
from govscore.checks.families import observations, references
from govscore.checks.findings import findings
from govscore.checks.model import practice
from govscore.errors import Problem

__all__ = [
    "Bars",
    "Context",
    "Problem",
    "across",
    "findings",
    "observations",
    "practice",
    "references",
]
