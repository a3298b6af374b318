"""What each standing conflict costs: the practice is scored again as if that one were remedied."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from govscore.pointers import pointer
from govscore.practice.computed import stands_against
from govscore.scoring.conclusion import outcome
from govscore.scoring.read import Assumptions, Readings, read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govscore.practice.record import Practice
    from govscore.rubric.compiled import Rubric
    from govscore.scoring.parts import Part, Where

_KINDS = ("international", "regional", "national")
_MOST = 20
"""Conflicts whose cost is worked out; a file with more is not made to describe one practice."""


def breaches(taken: Readings, rubric: Rubric, options: Assumptions, where: Where) -> list[Part]:
    """List the legal items against which a standing conflict counts, with its cost.

    Of many conflicts the first twenty are told.
    """
    found = []
    for kind, index in islice(_standing(taken.case.practice), _MOST):
        without = read(_remedied(taken.case.practice, kind, index), rubric, options)
        found.append(
            {
                **where.fact(pointer(["legal_basis", kind, index])),
                "costs": _costs(taken, without),
                "range": outcome(rubric, without).label.range,
            }
        )
    return found


def _costs(taken: Readings, without: Readings) -> list[Part]:
    return [
        {"criterion": name, "level": before.credited, "remedied": after.credited}
        for name, before in taken.readings.items()
        if (after := without.readings[name]).credited != before.credited
    ]


def _standing(practice: Practice) -> Iterator[tuple[str, int]]:
    for kind in _KINDS:
        for index, item in enumerate(getattr(practice.legal_basis, kind, None) or ()):
            if stands_against(item):
                yield kind, index


def _remedied(practice: Practice, kind: str, index: int) -> Practice:
    """Give the practice with one conflict remedied, and nothing else changed."""
    law = practice.legal_basis
    items = list(getattr(law, kind))
    conflict = items[index].conflict.model_copy(update={"state": "remedied"})
    items[index] = items[index].model_copy(update={"conflict": conflict})
    return practice.model_copy(
        update={"legal_basis": law.model_copy(update={kind: items}) if law else None}
    )
