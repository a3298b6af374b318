"""Rich tables for a terminal: a page for one practice, a summary for many."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govscore.render.terminal import scores
from govscore.render.terminal.canvas import Canvas, text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from govscore.render.style import Style
    from govscore.result.run import Result


def render(result: Result, style: Style) -> Iterable[tuple[str, bytes]]:
    """Draw the scores."""
    canvas = Canvas(style)
    if not result.practices:
        canvas.put(text("No practice to show.", "bold"))
    elif len(result.practices) == 1:
        scores.profile(canvas, result, result.practices[0])
    else:
        scores.summary(canvas, result)
    yield "scores.txt", canvas.done()
