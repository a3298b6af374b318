"""What screens are drawn of: marks, bars, safe texts; shape tells the state, never colour alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from textual.content import Content

from govscore.render.escaping import visible

if TYPE_CHECKING:
    from collections.abc import Mapping

    from govscore.result.scored import Box

BAR = 20


class Marks(NamedTuple):
    """The characters of a drawing."""

    boxes: Mapping[Box, str]
    proven: str
    possible: str
    track: str
    chosen: str
    other: str
    more: str
    rule: str


FULL = Marks(
    {"full": "■", "claimed": "▨", "open": "?", "none": "□", "aside": " "},
    *("━", "─", "·", "(•)", "( )", "…", "─"),
)
ASCII = Marks(
    {"full": "#", "claimed": "+", "open": "?", "none": ".", "aside": " "},
    *("=", "-", ".", "(*)", "( )", "...", "-"),
)

ITEM = {"yes": "[x]", "partly": "[/]", "no": "[ ]", "not_applicable": "[-]"}
OPEN_ITEM = "[?]"


def safe(text: str, style: str = "") -> Content:
    """Make a text that is drawn as it is: no markup, no control characters."""
    return Content.styled(visible(text, "\n"), style)


def hung(text: str, width: int) -> str:
    """Break a text at a width; further lines begin below its first word, behind mark and number."""
    hang = len(_AHEAD.match(text)[0])  # type: ignore[index] # it matches always
    if width <= 2 * hang or _cells(text) <= width:
        return text
    lines = [text[:hang]]
    for word in text[hang:].split(" "):
        if _cells(lines[-1]) + _cells(word) > width and lines[-1].strip():
            lines[-1] = lines[-1].rstrip()
            lines.append(" " * hang)
        lines[-1] += f"{word} "
    return "\n".join(lines).rstrip()


def _cells(text: str) -> int:
    return len(text) if text.isascii() else Content(text).cell_length


_AHEAD = re.compile(r".?(?:\[.\] |\W*(?:[0-9d]  |[0-9]+\.[0-9] )?)")


def ascii_only(text: str) -> str:
    """Write the signs of our own sentences with ASCII; what a record says stays as it is."""
    return text.translate(_ASCII)


_ASCII = str.maketrans({"…": "...", "→": "->", "←": "<-", "·": "|", "–": "-", "×": "x"})  # noqa: RUF001 - the signs that are written otherwise


def bar(low: float, high: float, marks: Marks) -> str:
    """Draw 0-100 points: proven up to the low end, possible up to the high."""
    first, last = (round(points / 100 * BAR) for points in (low, high))
    return marks.proven * first + marks.possible * (last - first) + marks.track * (BAR - last)


def span(levels: tuple[float, float]) -> str:
    """Say the lowest and highest level."""
    low, high = levels
    return f"{low:g}" if low == high else f"{low:g}-{high:g}"
