"""Where pages and their parts are: as files beside each other, or as parts of one file.

Ids come from files and from saved results, so none is trusted: what is not a plain slug is replaced
by a digest before it names a file or an anchor.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LONGEST = 80
_DEVICES = frozenset(
    {"aux", "con", "nul", "prn", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))}
)
"""Names that Windows keeps for devices, whatever their extension."""

_WEB = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)


class Page(NamedTuple):
    """A page: what it is called in one file, and which file it is in a site."""

    key: str
    file: str


OVERVIEW = Page("overview", "index.html")
METHOD = Page("method", "method.html")
CHECKS = Page("checks", "checks.html")
COMPARE = Page("compare", "compare.html")
AGREEMENT = Page("agreement", "agreement.html")


@dataclass(frozen=True, slots=True)
class Links:
    """The addresses seen from one page of a site, or within the one file where `here` is `None`."""

    here: Page | None

    def to(self, page: Page, part: str = "") -> str:
        """Give the address of a page, or of a part of it."""
        if self.here is None:
            return f"#{self.anchor(page, part)}"
        if page == self.here and part:
            return f"#{part}"
        up = "../" * self.here.file.count("/")
        return f"{up}{page.file}{'#' if part else ''}{part}"

    def anchor(self, page: Page, part: str = "") -> str:
        """Give the id of a page, or of a part of it."""
        if self.here is None:
            return f"{page.key}--{part}" if part else page.key
        return part or page.key

    @property
    def compare(self) -> str:
        """Give the address that the ids of the practices to compare are put behind."""
        return "#compare=" if self.here is None else f"{self.to(COMPARE)}#"

    def file(self, name: str) -> str:
        """Give the address of a file beside the overview."""
        return "../" * (self.here.file.count("/") if self.here else 0) + name


@lru_cache(maxsize=4096)
def slug(text: str) -> str:
    """Give the text if it is a plain slug, otherwise one made from its digest."""
    plain = _SLUG.fullmatch(text) and len(text) <= _LONGEST and text not in _DEVICES
    return (
        text if plain else f"x-{hashlib.sha256(text.encode('utf-8', 'replace')).hexdigest()[:16]}"
    )


def practice_pages(ids: Iterable[str]) -> list[Page]:
    """Give each practice a page; where an id stands twice, the later ones are numbered."""
    taken: set[str] = set()
    pages = []
    for name in map(slug, ids):
        free, number = name, 1
        while free in taken:
            number += 1
            free = f"{name}-{number}"
        taken.add(free)
        pages.append(Page(f"practice-{free}", f"practices/{free}.html"))
    return pages


def web(address: str) -> str | None:
    """Give the address if it leads to the web; any other is shown as text alone."""
    return address if _WEB.fullmatch(address) else None


def row_id(pointer: str) -> str:
    """Name the row of a record's item by the item's pointer."""
    return pointer.strip("/").replace("/", "-")
