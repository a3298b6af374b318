"""The standing conflicts of a practice, each with the practice as if that one were remedied."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from govscore.pointers import pointer
from govscore.practice.computed import stands_against

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govscore.practice.record import Practice

_KINDS = ("international", "regional", "national")
_MOST = 20
"""Conflicts whose cost is worked out; a file with more is not made to describe one practice."""


def remedied(practice: Practice) -> Iterator[tuple[str, Practice]]:
    """List the legal items against which a conflict stands, and the practice without each.

    Of many conflicts the first twenty are told.
    """
    for kind, index in islice(_standing(practice), _MOST):
        yield pointer(["legal_basis", kind, index]), _without(practice, kind, index)


def _standing(practice: Practice) -> Iterator[tuple[str, int]]:
    for kind in _KINDS:
        for index, item in enumerate(getattr(practice.legal_basis, kind, None) or ()):
            if stands_against(item):
                yield kind, index


def _without(practice: Practice, kind: str, index: int) -> Practice:
    """Give the practice with one conflict remedied, and nothing else changed."""
    law = practice.legal_basis
    items = list(getattr(law, kind))
    conflict = items[index].conflict.model_copy(update={"state": "remedied"})
    items[index] = items[index].model_copy(update={"conflict": conflict})
    return practice.model_copy(
        update={"legal_basis": law.model_copy(update={kind: items}) if law else None}
    )
