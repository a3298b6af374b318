"""The geometry of the figures: numbers for SVG, with nothing about colour."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govscore.result.run import RubricInfo

_SHADES = 4


class Bar(NamedTuple):
    """A range from 0 to 100: proven up to `low`, open for `open` more, a mark at the point."""

    low: str
    open: str
    point: str | None


def bar(low: float | None, point: float | None, high: float | None) -> Bar | None:
    """Draw a range; `None` where there is none."""
    if low is None or high is None:
        return None
    mark = None if point is None else number(min(max(point, 0.0), 100.0))
    return Bar(number(low), number(max(high - low, 0.0)), mark)


def number(value: float) -> str:
    """Write a coordinate: one decimal, none where it is 0."""
    return f"{value:.1f}".removesuffix(".0")


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of a stacked bar, in hundredths of its width."""

    kind: str
    start: str
    width: str
    count: int


def stacked(counts: Sequence[tuple[str, int]]) -> list[Segment]:
    """Draw counts as pieces of one bar, in their order; what counts none is left out."""
    whole = sum(count for _, count in counts) or 1
    widths = [100 * count / whole for _, count in counts]
    starts = [0.0, *accumulate(widths)]
    return [
        Segment(kind, number(start), number(width), count)
        for (kind, count), start, width in zip(counts, starts, widths, strict=False)
        if count
    ]


def shade(band: str | None, rubric: RubricInfo) -> str:
    """Give the shade of a cell, 0 for the lowest band to 4 for the highest; `u` for the unknown."""
    ranks = {each.id: rank for rank, each in enumerate(rubric.bands)}
    if band is None or band not in ranks:
        return "u"
    return str(round(_SHADES * ranks[band] / max(len(ranks) - 1, 1)))
