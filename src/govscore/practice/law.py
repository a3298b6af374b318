"""The items of a practice's legal basis, each with its JSON pointer: the one loop over them."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, cast

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govscore.practice.legal import Agreement, NationalItem, TreatyItem
    from govscore.practice.record import Practice

    LegalItem: TypeAlias = TreatyItem | NationalItem | Agreement

_TREATIES = ("international", "regional")
_ACTS = ("national",)
KINDS = (*_TREATIES, *_ACTS, "agreements")
"""The lists of the legal basis, in the order of the file format."""


def items(practice: Practice, kinds: tuple[str, ...] = KINDS) -> Iterator[tuple[str, LegalItem]]:
    """List the items of some kinds, or of all; a list left out has none."""
    for kind in kinds:
        for index, item in enumerate(getattr(practice.legal_basis, kind, None) or ()):
            yield f"/legal_basis/{kind}/{index}", item


def treaties(practice: Practice) -> Iterator[tuple[str, TreatyItem]]:
    """List the instruments of international and regional law."""
    return cast("Iterator[tuple[str, TreatyItem]]", items(practice, _TREATIES))


def acts(practice: Practice) -> Iterator[tuple[str, NationalItem]]:
    """List the acts of national law."""
    return cast("Iterator[tuple[str, NationalItem]]", items(practice, _ACTS))
