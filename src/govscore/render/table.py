"""Rich tables for a terminal: a page for one practice, a summary for many."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govscore.render import _profile, _summary
from govscore.render._draw import Page, text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from govscore.render import Options
    from govscore.result import Result


def render(result: Result, options: Options) -> Iterable[tuple[str, bytes]]:
    """Draw the scores."""
    page = Page(options)
    if not result.practices:
        page.put(text("No practice to show.", "bold"))
    elif len(result.practices) == 1:
        _profile.draw(page, result, result.practices[0])
    else:
        _summary.draw(page, result)
    yield "scores.txt", page.done()
