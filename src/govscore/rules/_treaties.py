"""The instruments of a file as the catalogue knows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govscore.catalogue import instruments

if TYPE_CHECKING:
    from govscore.practice.law import LegalItem
    from govscore.practice.policy import Policy


def name(item: LegalItem | Policy) -> str:
    """Name an item as it is called for short, or by its title."""
    known = instruments.instrument(getattr(item, "instrument", None) or "")
    return known.short if known else str(item.title)
