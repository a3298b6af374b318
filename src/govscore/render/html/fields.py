"""Reading a practice's record, which may come from a saved result that nobody checked.

What is not of the shape expected counts as left out.
"""

from __future__ import annotations

import unicodedata
from typing import Any

from govscore.pointers import steps

Item = dict[str, Any]


def section(item: Item, *path: str) -> Item:
    """Give a mapping within a mapping, empty where there is none."""
    found: Any = item
    for key in path:
        found = found.get(key) if isinstance(found, dict) else None
    return found if isinstance(found, dict) else {}


def rows(item: Item, *path: str) -> list[Item] | None:
    """Give a list of mappings; `None` where it is left out, which is not the same as empty."""
    found = section(item, *path[:-1]).get(path[-1])
    if not isinstance(found, list):
        return None
    return [each for each in found if isinstance(each, dict)]


def text(item: Item, key: str) -> str:
    """Give a text or a figure as text, empty where it is left out."""
    found = item.get(key)
    if isinstance(found, str):
        return found
    if isinstance(found, bool) or not isinstance(found, (int, float)):
        return ""
    return str(found)


def texts(item: Item, key: str) -> list[str]:
    """Give a list of texts, without what is not one."""
    found = item.get(key)
    if not isinstance(found, list):
        return []
    return [str(each) for each in found if isinstance(each, (str, int, float))]


def at(record: Item, pointer: str) -> Any:  # noqa: ANN401 - a pointer leads to any kind of value
    """Give what a pointer leads to; `None` where it leads nowhere."""
    found: Any = record
    for step in steps(pointer):
        if isinstance(found, dict):
            found = found.get(step)
        elif isinstance(found, list) and step.isdigit() and int(step) < len(found):
            found = found[int(step)]
        else:
            return None
    return found


def plain(text: str) -> str:
    """Give a text without accents and case, for sorting and searching."""
    apart = unicodedata.normalize("NFKD", text)
    return "".join(each for each in apart if not unicodedata.combining(each)).casefold()
