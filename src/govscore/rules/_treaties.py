"""The treaties of a file as the catalogue knows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govscore.catalogue import instruments
from govscore.practice import law

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govscore.catalogue.instruments import Instrument
    from govscore.practice.legal import TreatyItem
    from govscore.practice.policy import Policy
    from govscore.practice.record import Practice


def known(practice: Practice) -> Iterator[tuple[str, TreatyItem, Instrument]]:
    """List the treaties that the catalogue knows, each with its pointer and what is known."""
    for place, item in law.treaties(practice):
        instrument = instruments.instrument(item.instrument) if item.instrument else None
        if instrument is not None:
            yield place, item, instrument


def name(item: law.LegalItem | Policy) -> str:
    """Name an item as it is called for short, or by its title."""
    instrument = instruments.instrument(getattr(item, "instrument", None) or "")
    return instrument.short if instrument else str(item.title)
