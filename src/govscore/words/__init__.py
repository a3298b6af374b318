"""Words: how dates, lists, numbers of things and likely meanings are said; one place for each.

Every room may ask here, so it imports none. Sentences stand beside what they are about.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


@lru_cache(maxsize=4096)
def date(text: str) -> str:
    """Say a date in words, as precise as it is; an interval is its two ends."""
    if text.count("/") == 1:
        return "–".join(map(date, text.split("/")))
    year, month, day = [*text.split("-"), "", ""][:3]
    if not month.isdigit() or not 1 <= int(month) <= len(MONTHS):
        return text
    return f"{day.lstrip('0')} {MONTHS[int(month) - 1]} {year}".strip()


def listed(texts: Sequence[str], last: str = "and") -> str:
    """Join texts to a list in a sentence, with a word before the last."""
    *others, end = texts or ("",)
    return f"{', '.join(others)} {last} {end}" if others else end


def plural(number: int, noun: str, many: str = "") -> str:
    """Say how many; `many` is a plural that does not end in s alone."""
    return f"{number} {noun}" if number == 1 else f"{number} {many or f'{noun}s'}"


def enough(count: int) -> str:
    """Say how many of the things just listed, one to three, are enough together."""
    first = ("the first is enough", "the first two are enough", "together they are enough")
    return first[count - 1]


def capital(text: str) -> str:
    """Begin a text with a capital letter."""
    return text[:1].upper() + text[1:]


def spaced(name: str) -> str:
    """Show a name of files and programs as words."""
    return name.replace("_", " ")


def question(near: Sequence[str]) -> str:
    """Ask whether one of the words was meant."""
    return f"did you mean {' or '.join(near)}?"


def meant(near: Sequence[str], otherwise: str = "") -> str:
    """Ask whether one of the words was meant, as the end of a sentence, or say something else."""
    said = question(near) if near else otherwise
    return f"; {said}" if said else ""


def suggested(near: Sequence[str]) -> str:
    """List what may have been meant, apart from the sentence that says what is wrong."""
    return f"did you mean: {', '.join(near)}?"
