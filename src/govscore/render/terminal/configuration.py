"""The configuration in force, drawn for a terminal."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from rich import box
from rich.table import Table

from govscore.render.terminal.canvas import Canvas, text

if TYPE_CHECKING:
    from govscore.render.style import Style


def draw(rows: list[dict[str, Any]], path: str, style: Style) -> bytes:
    """Draw each setting with its value and where it came from."""
    canvas = Canvas(style)
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for title in ("Setting", "Value", "From"):
        table.add_column(title, overflow="fold")
    for row in rows:
        value = json.dumps(row["value"], ensure_ascii=False)
        table.add_row(text(row["setting"], "bold"), text(value), text(row["from"], "dim"))
    canvas.put(table)
    if path == "None":
        canvas.put(text("There is no govscore.yaml here or above; these are the defaults.", "dim"))
    return canvas.done()
