"""Characters that no text may hold, and how to speak of what a file says."""

from __future__ import annotations

import re

FORBIDDEN = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]"
)
"""Control characters, halves of a surrogate pair, and line breaks that an editor does not show."""

HIDDEN_BREAKS = "\x85\u2028\u2029"
"""What ends a line, and with it a comment, for libyaml but not for YAML 1.2."""

_LONGEST = 60


def code_point(character: str) -> str:
    """Name a character that is better not shown."""
    return f"U+{ord(character):04X}"


def short(text: str) -> str:
    """Make the file's own words fit to be repeated in a message: clean, short, on one line."""
    words = " ".join(FORBIDDEN.sub("\ufffd", text).split())
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"
