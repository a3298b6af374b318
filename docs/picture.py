"""Draw the README's picture from a real run: `python docs/picture.py`."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import MONOKAI
from rich.text import Text

ROOT = Path(__file__).parent.parent
WIDTH = 104
COMMAND = ["score", "practices/sao-paulo-pmpi.yaml", "--as-of", "2026-11-24", "--color", "always"]
LINES = 27

# The export's own frame, without the font it would fetch from elsewhere.
FRAME = """<svg class="rich-terminal" viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg">
<style>
.{unique_id}-matrix {{ font-family: ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace; font-size: {char_height}px; line-height: {line_height}px; font-variant-east-asian: full-width; }}
.{unique_id}-title {{ font-size: 18px; font-weight: bold; font-family: system-ui, sans-serif; }}
{styles}
</style>
<defs><clipPath id="{unique_id}-clip-terminal"><rect x="0" y="0" width="{terminal_width}" height="{terminal_height}" /></clipPath>{lines}</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">{backgrounds}<g class="{unique_id}-matrix">{matrix}</g></g>
</svg>
"""


def main() -> None:
    """Run the command and write docs/pictures/score.svg."""
    done = subprocess.run(
        [sys.executable, "-m", "govscore", *COMMAND],
        cwd=ROOT,
        env={**os.environ, "COLUMNS": str(WIDTH)},
        capture_output=True,
        text=True,
        check=True,
    )
    lines = done.stdout.splitlines()[:LINES]
    console = Console(width=WIDTH, record=True, file=io.StringIO(), force_terminal=True)
    console.print(Text("$ govscore score practices/sao-paulo-pmpi.yaml\n", style="bold"))
    console.print(Text.from_ansi("\n".join(lines)))
    target = ROOT / "docs" / "pictures" / "score.svg"
    target.parent.mkdir(exist_ok=True)
    svg = console.export_svg(
        title="govscore", theme=MONOKAI, code_format=FRAME, unique_id="govscore"
    )
    target.write_text(
        "\n".join(line.rstrip() for line in svg.splitlines()) + "\n", encoding="utf-8"
    )


if __name__ == "__main__":
    main()
