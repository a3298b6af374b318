"""The handbook of a rubric: for each criterion what counts, and where its levels begin."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from govscore.rubric.files import home

if TYPE_CHECKING:
    from pathlib import Path

_PART = re.compile(
    r"^### [^\n]*\(`(?P<criterion>[\w-]+)`[^\n]*\)\n(?P<text>.*?)(?=^##|\Z)",
    re.MULTILINE | re.DOTALL,
)
_BLOCK = re.compile(r"\n\n+|\n(?=- )")
_LINK = re.compile(r"\[([^\]]+)\]\([^)\s]+\)")


def part(rubric: Path, criterion: str) -> list[str]:
    """Give what the handbook of a rubric says on a criterion, as paragraphs of plain text.

    Its first paragraph repeats the rubric's question, and is left out. A point of a list begins
    with `- `. There is nothing where the rubric has no handbook.
    """
    page = _page(rubric)
    if not page.is_file():
        return []
    parts = {m["criterion"]: m["text"] for m in _PART.finditer(page.read_text(encoding="utf-8"))}
    blocks = _BLOCK.split(parts.get(criterion, "").strip())
    return [_plain(block) for block in blocks[1:]]


def _page(rubric: Path) -> Path:
    """Find the handbook under the rubric's own name; a checkout keeps that of gmpa in docs/."""
    beside = rubric.with_suffix(".md")
    if rubric == home() / "gmpa.yaml" and not beside.is_file():
        return home().parent / "docs" / "handbook.md"
    return beside


def _plain(block: str) -> str:
    return _LINK.sub(r"\1", " ".join(block.split())).replace("**", "")
