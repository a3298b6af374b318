"""Ranges on an axis from 0 to 100 points, as SVG whose lengths are shares of its own width.

They are strings made at once, because an overview of a thousand practices has thousands of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from govscore.render import sentences
from govscore.render.html import figures
from govscore.render.html.shapes import number
from govscore.words import capital

if TYPE_CHECKING:
    from govscore.result.run import BandWords, RubricInfo
    from govscore.result.scored import Node, Overall

AXIS = "axis"
_LOW_ROW = 12.6
"""Points that the name of a label is wide, about."""


def bar(made: Node | Overall) -> str:
    """Draw what is possible, then what is proven, of a node that has a range, and its point.

    What is possible has an `x`, what is proven has none: by that the style tells them apart.
    """
    low, high = made.low or 0.0, made.high or 0.0
    open_ = f'<rect x="{number(low)}%" width="{number(high - low)}%"/>' if high > low else ""
    proven = f'<rect width="{number(low)}%"/>' if low else ""
    mark = f'<circle cx="{number(made.point)}%"/>' if made.point is not None else ""
    return open_ + proven + mark


def plot(made: Overall, *, conflict: bool) -> str:
    """Draw a practice on the common axis; a conflict stands where the range ends."""
    sign = (
        f'<use href="#i-bad" x="{number(min(made.high, 96.0))}%" y="8" width="14" height="14"/>'
        if conflict
        else ""
    )
    return f'<svg class=plot aria-hidden=true><use href="#{AXIS}"/>{bar(made)}{sign}</svg>'


def small(made: Node) -> str:
    """Draw the range of an indicator."""
    return f'<svg class="plot s" aria-hidden=true>{bar(made)}</svg>'


def lines(rubric: RubricInfo) -> Markup:
    """Draw the thresholds of the labels once, for every plot to use."""
    drawn = "".join(
        f'<line x1="{number(each.start)}%" x2="{number(each.start)}%" y2="100%"/>'
        for each in rubric.bands
        if each.start
    )
    return Markup(f'<symbol id="{AXIS}">{drawn}</symbol>')  # noqa: S704 - numbers alone


def head(rubric: RubricInfo) -> Markup:
    """Draw the head of the axis: each label's name over its threshold, and the points beneath."""
    return Markup('<svg class="plot head" aria-hidden="true">{}</svg>').format(
        Markup("").join(
            Markup('<text x="{0}%" y="{1}" text-anchor="{2}">{3} {4}</text>').format(
                number(each.start),
                ("1em", "2.2em", "3.4em")[index % 3],
                _anchor(each),
                figures.points(each.start, rubric),
                capital(sentences.short_band(each.id)),
            )
            for index, each in enumerate(rubric.bands)
        )
    )


def _anchor(band: BandWords) -> str:
    """Keep the names at both ends of the axis inside it."""
    if not band.start:
        return "start"
    return "end" if band.start > 100 - _LOW_ROW - 1 else "middle"


def told(made: Node | Overall, rubric: RubricInfo, unknown: str) -> str:
    """Say a range in figures: the point with it, or that too little is known for one."""
    span = figures.span(made, rubric)
    if made.point is None:
        return f"<small>{span} {escape(unknown)}</small>"
    point = figures.points(made.point, rubric)
    return f"<b>{point}</b>" if span == point else f"<b>{point}</b> <small>{span}</small>"
