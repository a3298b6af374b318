"""The pages of findings: what each means and how to mend it, kept as prose beside the code.

A page is `pages/<code>.md`: between two `---` lines its level, title and message, below them the
text. A message is a template over the arguments of its problem; a code with several messages names
them by variant.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal, cast

from govscore import yamlio

if TYPE_CHECKING:
    from collections.abc import Mapping

_PAGES = Path(__file__).parent / "pages"

_LONGEST = 600  # characters; the longest vocabularies, written out, fit

FAMILIES = {
    "GS0": "Reading the file",
    "GS1": "The shape of a practice",
    "GS2": "References",
    "GS3": "Consistency",
    "GS4": "Completeness",
    "GS5": "Setup: nothing could be evaluated",
    "GS9": "Gates, regression and waivers",
}
"""What the codes that begin alike are about."""

Level = Literal["error", "warning", "note"]


@dataclass(frozen=True, slots=True)
class RulePage:
    """A page: `messages` maps variants to templates, the empty name to that of a plain page."""

    code: str
    level: Level
    title: str
    messages: Mapping[str, str]
    text: str

    def message(self, args: Mapping[str, object]) -> str:
        """Fill the template that the arguments choose."""
        variant = str(args.get("variant", "")) if len(self.messages) > 1 else ""
        template = self.messages.get(variant) or next(iter(self.messages.values()))
        return template.format_map({name: _plain(value) for name, value in args.items()})

    def written(self, heading: str) -> str:
        """Write the page as Markdown, its heading opened by `#` or more of it."""
        return f"{heading} {self.code}: {self.title}\n\n*{self.level}*\n\n{self.text}\n"


def _plain(value: object) -> object:
    """Give text that may be a stranger's in one line of bearable length."""
    if not isinstance(value, str):
        return value
    line = " ".join(value.split()) if "\n" in value or "\t" in value else value
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"


@cache
def codes() -> tuple[str, ...]:
    """List the codes that have a page."""
    return tuple(sorted(path.stem for path in _PAGES.glob("GS*.md")))


@cache
def page(code: str) -> RulePage:
    """Open the page of a code.

    Raises:
        KeyError: There is no such code.
    """
    path = _PAGES / f"{code}.md"
    if code not in codes():
        raise KeyError(code)
    _, front, text = path.read_text(encoding="utf-8").split("---\n", 2)
    head = yamlio.parse(front.encode(), path.name).value
    message = head["message"]
    messages = message if isinstance(message, dict) else {"": message}
    return RulePage(code, cast("Level", head["level"]), head["title"], messages, text.strip())
