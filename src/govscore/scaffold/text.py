"""The files to start from: `%{name}` stands for what is known only when they are written."""

from __future__ import annotations

import string
from pathlib import Path

FILES = Path(__file__).parent / "files"


class _Blanks(string.Template):
    """A text whose blanks are written `%{name}`, since `$` and `{{` belong to the files."""

    delimiter = "%"


def filled(name: str, **words: str) -> str:
    """Read a file to start from and fill its blanks.

    Raises:
        KeyError: A blank has no word.
    """
    return _Blanks((FILES / name).read_text(encoding="utf-8")).substitute(words)
