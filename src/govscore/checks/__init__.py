"""What is wrong with a file, what is probably wrong, and what is merely true of it.

One file per family of findings; the words of each are its page in `pages/`. What scoring needs is
here; what only `check` asks for is in `families` and `bars`.
"""

from __future__ import annotations

from govscore.checks.across import across
from govscore.checks.context import Context
from govscore.checks.findings import findings
from govscore.checks.model import practice
from govscore.checks.references import problems as references
from govscore.errors import Problem

__all__ = ["Context", "Problem", "across", "findings", "practice", "references"]
