"""Numbers and tables as the page writes them."""

from __future__ import annotations

from math import floor
from statistics import median
from textwrap import fill
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterable, Sequence

    from govscore.result.robustness import Held


_WIDTH = 100


def sentence(text: str) -> str:
    """Break a long line; what follows is set in."""
    return fill(text, _WIDTH, subsequent_indent="  ", break_on_hyphens=False)


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Set a table: numbers to the right, words to the left."""
    body = [list(row) for row in rows]
    columns = list(zip(heads, *body, strict=True))
    widths = [max(map(len, column)) for column in columns]
    right = [all(c[-1:].isdigit() or c[-1:] in "-%)" for c in column[1:]) for column in columns]
    return "\n".join(
        "  ".join(
            c.rjust(w) if r else c.ljust(w) for c, w, r in zip(row, widths, right, strict=True)
        ).rstrip()
        for row in [list(heads), *body]
    )


def points(value: float | None) -> str:
    """Write points as the tool does: one decimal, rounded down."""
    return "-" if value is None else f"{floor(round(10 * value, 6)) / 10:.1f}"


def level(value: float | None) -> str:
    """Write a level; `unknown` where there is none."""
    return "unknown" if value is None else f"{value:g}"


def rho(value: float | None) -> str:
    """Write a correlation with its sign."""
    return "-" if value is None else f"{value:+.2f}"


def percent(value: float | None) -> str:
    """Write a share as the tool does: whole percent, rounded down."""
    return "-" if value is None else f"{floor(round(100 * value, 6))}%"


def held(part: Held) -> str:
    """Write in how many of how many cases something holds."""
    return f"{part.held}/{part.of}"


def span(ends: tuple[str, str]) -> str:
    """Write a label's range; one word where both ends agree."""
    return ends[0] if ends[0] == ends[1] else " to ".join(ends)


def most(counts: Counter[Any]) -> list[tuple[Any, int]]:
    """List counts, the largest first, then by name."""
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))


def spread(name: str, values: Sequence[float]) -> list[str]:
    """Give a row: how many values, the least, the median and the most."""
    return [name, str(len(values)), *(points(f(values)) for f in (min, median, max))]
