"""What a plain scalar means: the core schema of YAML 1.2, chapter 10.3.

Only what the schema names is null, a boolean or a number. `NO`, `yes`, `12:30`, `2014-03-01` and
`1_000` are text.
"""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable

Scalar: TypeAlias = str | int | float | bool | None

WORDS: dict[str, Scalar] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
"""The plain scalars that are null or a boolean."""

_NUMBER = re.compile(
    r"(?P<decimal>[-+]?[0-9]+)"
    r"|(?P<prefixed>0o[0-7]+|0x[0-9a-fA-F]+)"
    r"|(?P<float>[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?)"
    r"|(?P<endless>[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))"
)
_DIGITS = 19  # of 2**63 - 1


def resolve(text: str) -> Scalar:
    """Read a plain scalar.

    Raises:
        OverflowError: it is a number, but not finite or beyond 64 bits.
    """
    if text in WORDS:
        return WORDS[text]
    match = _NUMBER.fullmatch(text)
    return _NUMBERS[match.lastgroup](text) if match else text


def _decimal(text: str) -> int:
    digits = text.lstrip("+-0")
    if len(digits) > _DIGITS:  # before Python is asked to convert thousands of them
        raise OverflowError
    value = int(digits or "0")
    return _within_64_bits(-value if text.startswith("-") else value)


def _prefixed(text: str) -> int:
    return _within_64_bits(int(text, base=0))


def _within_64_bits(value: int) -> int:
    if not -(2**63) <= value < 2**63:
        raise OverflowError
    return value


def _float(text: str) -> float:
    value = float(text)
    if not math.isfinite(value):
        raise OverflowError
    return value


def _endless(text: str) -> float:
    raise OverflowError(text)


_NUMBERS: dict[str | None, Callable[[str], Scalar]] = {
    "decimal": _decimal,
    "prefixed": _prefixed,
    "float": _float,
    "endless": _endless,
}
