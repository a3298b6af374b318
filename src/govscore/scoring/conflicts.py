"""The standing conflicts of a practice, each with the practice as if that one were remedied."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from govscore.pointers import steps
from govscore.practice.computed import stands_against
from govscore.practice.law import acts, treaties

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govscore.practice.record import Practice

KEY = "legal_basis"
"""The key of the practice that holds the items, and so all that differs without a conflict."""
_MOST = 20
"""Conflicts whose cost is worked out; a file with more is not made to describe one practice."""


def remedied(practice: Practice) -> Iterator[tuple[str, Practice]]:
    """List the legal items against which a conflict stands, and the practice without each.

    Of many conflicts the first twenty are told.
    """
    for place in standing(practice):
        yield place, _without(practice, place)


def standing(practice: Practice) -> list[str]:
    """List the pointers of the legal items against which a conflict stands, the first twenty."""
    return [*islice(_standing(practice), _MOST)]


def _standing(practice: Practice) -> Iterator[str]:
    yield from (place for place, item in treaties(practice) if stands_against(item))
    yield from (place for place, item in acts(practice) if stands_against(item))


def _without(practice: Practice, place: str) -> Practice:
    """Give the practice with one conflict remedied, and nothing else changed."""
    _, kind, number = steps(place)
    changed = list(getattr(practice.legal_basis, kind))
    item = changed[int(number)]
    conflict = item.conflict.model_copy(update={"state": "remedied"})
    changed[int(number)] = item.model_copy(update={"conflict": conflict})
    law = practice.legal_basis and practice.legal_basis.model_copy(update={kind: changed})
    return practice.model_copy(update={"legal_basis": law})
