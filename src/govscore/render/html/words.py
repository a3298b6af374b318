"""The words of the pages, from `en.toml`, and the ways to fill them in.

No template and no other module of this package holds a sentence; the words that belong to the codes
of a result are shared by all formats, in `govscore.render.sentences`.
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from govscore.catalogue import vocabularies


@cache
def page_words() -> SimpleNamespace:
    """Read the words."""
    text = Path(__file__).with_name("en.toml").read_text(encoding="utf-8")
    words: SimpleNamespace = _spaced(tomllib.loads(text))
    return words


def _spaced(value: Any) -> Any:  # noqa: ANN401 - a table of words nests texts, lists and tables
    if isinstance(value, dict):
        return SimpleNamespace(**{key: _spaced(each) for key, each in value.items()})
    return value


def say(sentence: str, **parts: object) -> str:
    """Fill in a sentence."""
    return sentence.format(**parts)


def count(forms: SimpleNamespace, number: int, **parts: object) -> str:
    """Fill in a sentence about a number, in its form for one, for none or for many."""
    form = {0: "none", 1: "one"}.get(number, "many")
    sentence: str = getattr(forms, form, forms.many)
    return sentence.format(n=number, **parts)


def date(text: str) -> str:
    """Say a date in words, as precise as it is; an interval is its two ends."""
    if text.count("/") == 1:
        return "–".join(map(date, text.split("/")))
    year, month, day = [*text.split("-"), "", ""][:3]
    months = page_words().months
    if not month.isdigit() or not 1 <= int(month) <= len(months):
        return text
    return f"{day.lstrip('0')} {months[int(month) - 1]} {year}".strip()


def listed(texts: list[str]) -> str:
    """Join texts to a list in a sentence."""
    if len(texts) < 2:  # noqa: PLR2004 - one alone needs no joining
        return "".join(texts)
    joined: str = page_words().lists.last.format(first=", ".join(texts[:-1]), last=texts[-1])
    return joined


def capital(text: str) -> str:
    """Begin a text with a capital letter."""
    return text[:1].upper() + text[1:]


def title(vocabulary: str, word: str) -> str:
    """Say a word of a vocabulary for readers; a word left out stays empty."""
    return vocabularies.title(vocabulary, word) if word else ""
