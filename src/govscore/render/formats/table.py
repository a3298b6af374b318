"""Rich tables for a terminal: a page for one practice, a summary for many, or a study."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from govscore.render.style import Style
    from govscore.result.robustness import Robustness
    from govscore.result.run import Result

serves = frozenset({"score", "robustness"})
rank = 10
shows_practices = True


def render(result: Result | Robustness, options: Style) -> Iterable[tuple[str, bytes]]:
    """Draw the scores, or how they hold."""
    from govscore.result.run import Result

    if isinstance(result, Result):
        yield "scores.txt", _scores(result, options)
    else:
        from govscore.render.terminal.robustness import table

        yield "robustness.txt", table(result, options)


def _scores(result: Result, options: Style) -> bytes:
    from govscore.render.terminal import scores
    from govscore.render.terminal.canvas import Canvas, text

    page = Canvas(options)
    if not result.practices:
        page.put(text("No practice to show.", "bold"))
    elif len(result.practices) == 1:
        scores.profile(page, result, result.practices[0])
    else:
        scores.summary(page, result)
    return page.done()
