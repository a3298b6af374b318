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
