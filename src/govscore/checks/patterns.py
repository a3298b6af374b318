"""Which files a pattern of the configuration means.

`*` and `?` stay within a folder, `**` crosses folders, and a folder means all that is in it.
Patterns start from the folder of the configuration file.
"""

from __future__ import annotations

import os
import re
from functools import cache
from pathlib import Path

_PARTS = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}


def matches(path: str, pattern: str, root: str = ".") -> bool:
    """Tell whether a pattern means a file; `root` is where patterns start, seen from here."""
    return _expression(pattern).fullmatch(_from(root, path)) is not None


def _from(root: str, path: str) -> str:
    try:
        return Path(os.path.relpath(path, root)).as_posix()
    except ValueError:  # another drive has no way there
        return path


@cache
def _expression(pattern: str) -> re.Pattern[str]:
    plain = pattern.removeprefix("./").rstrip("/")
    parts = re.split(r"(\*\*/|\*\*|\*|\?)", plain)
    return re.compile("".join(_PARTS.get(part, re.escape(part)) for part in parts) + "(?:/.*)?")
