"""Output formats: one file per format, and the file name is what one writes after `-o`.

A renderer is a pure function of the result: it neither reads nor writes files, and knows no clock.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from govscore import rooms

if TYPE_CHECKING:
    from collections.abc import Iterable

    from govscore.render.style import Style
    from govscore.result.run import Result


def formats() -> list[str]:
    """List the formats."""
    return rooms.names(sys.modules[__name__])


def render(result: Result, fmt: str, style: Style) -> Iterable[tuple[str, bytes]]:
    """Draw the result in one format, as named documents; most formats yield one.

    Only the module of the format asked for is imported.
    """
    documents: Iterable[tuple[str, bytes]] = rooms.enter(sys.modules[__name__], fmt).render(
        result, style
    )
    return documents
