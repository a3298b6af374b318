"""The conditions of limits and bands, asked in scenarios of practices that were scored before.

Weights change neither a practice nor its levels: what a condition reads of these is asked once. Only one
that reads `lows` or `coverage` is asked scenario by scenario, and even then seldom.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from govscore.analysis.robustness.values import PRECISION
from govscore.expressions import Found
from govscore.practice import Practice as Record
from govscore.practice.view import view
from govscore.scoring.tree import LIVE

if TYPE_CHECKING:
    from govscore.analysis.robustness.averages import Floats
    from govscore.analysis.robustness.values import Bools, Values
    from govscore.expressions import Program
    from govscore.result import Practice
    from govscore.rubric import Rubric
    from govscore.scoring.labels import End

_MOVED = frozenset({"lows", "coverage"})
"""What changes with the weights."""

_LITERAL = re.compile(r"'[^'\\]*'|\"[^\"\\]*\"")
_LEVEL = re.compile(r"\blevels\[(?:'([\w-]+)'|\"([\w-]+)\")\]")
_RISING = re.compile(
    r"(?:\s|\.(?:all|exists)\(|(?<![.\w])[a-z_]\w*(?![\w(])|\.[a-z_]\w*(?![\w(])|''|>=?\s*\d+(?:\.\d+)?(?![\w.])"
    r"|&&|\|\||\[(?:[a-z_]\w*|''(?:,\s*'')*)\]|[(),])*"
)


@dataclass(frozen=True)
class Record:
    pass
