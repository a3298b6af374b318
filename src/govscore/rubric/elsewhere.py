"""What other rubrics ask of practice files, so that one file may serve several of them.

Only their checklists and the keys of `indicator_values` are read, and only when a file answers
something that its own rubric does not ask.
"""

from __future__ import annotations

import re
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any

from govscore import yamlio
from govscore.rubric.places import places

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_READ = r"\bindicator_values(?:\.\??|\[['\"])([\w-]+)"
_SOUGHT = r"['\"]([\w-]+)['\"] in p\.\??indicator_values"


class Elsewhere:
    """The rubrics that ship, and those in some folders, as far as practice files answer them."""

    def __init__(self, folders: tuple[Path, ...] = ()) -> None:
        """Look at nothing until something is asked."""
        self._folders = folders

    @cached_property
    def _documents(self) -> list[yamlio.Document]:
        found = [yamlio.read(each.path, each.path.name) for each in places(self._folders)]
        return [each for each in found if isinstance(each.value, dict)]

    @cached_property
    def checklists(self) -> dict[str, set[str]]:
        """The items of every checklist, by its name, those of all rubrics together."""
        found: dict[str, set[str]] = {}
        for name, measure in self._measures():
            if isinstance(items := measure.get("items"), dict):
                found.setdefault(name, set()).update(map(str, items))
        return found

    @cached_property
    def values(self) -> set[str]:
        """The keys of `indicator_values` that some rubric reads."""
        keys = {measure.get("value") for _, measure in self._measures()}
        found = {key for key in keys if isinstance(key, str)}
        return found.union(*(values(each.text) for each in self._documents))

    def _measures(self) -> Iterator[tuple[str, dict[str, Any]]]:
        for document in self._documents:
            criteria = document.value.get("criteria")
            for each in criteria if isinstance(criteria, list) else ():
                if isinstance(each, dict) and isinstance(each.get("measure"), dict):
                    yield str(each.get("id")), each["measure"]


@lru_cache(16)
def values(text: str) -> frozenset[str]:
    """List the keys of `indicator_values` that expressions read."""
    return frozenset({*re.findall(_READ, text), *re.findall(_SOUGHT, text)})
