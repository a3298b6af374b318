"""CEL, the language of a rubric's conditions: compiled, checked, asked, and traced to the file.

Nothing outside this room knows which runtime evaluates an expression.
"""

from __future__ import annotations

from govscore.expressions.facts import Facts
from govscore.expressions.named import Fact, Found
from govscore.expressions.programs import Activation, ExpressionError, Program, Programs
from govscore.expressions.strong import Strong

__all__ = [
    "Activation",
    "ExpressionError",
    "Fact",
    "Facts",
    "Found",
    "Program",
    "Programs",
    "Strong",
]
