"""What keeps a rubric from measuring, and where in its file that is."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from govscore.errors import Problem
from govscore.pointers import pointer

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from govscore.yamlio import Document


@dataclass(frozen=True)
class Flaw:
    """A criterion that does not measure; `code` and `args` are those of a finding."""

    code: str
    criterion: str
    level: int | None = None
    args: Mapping[str, object] = field(default_factory=dict)


def placed(flaws: Iterable[Flaw], document: Document) -> list[Problem]:
    """Place flaws in the rubric file; those of a criterion it took over, where it says so."""
    criteria = document.value.get("criteria") or []
    numbers = {each["id"]: number for number, each in enumerate(criteria)}
    found = []
    for flaw in flaws:
        place = _place(flaw, numbers[flaw.criterion]) if flaw.criterion in numbers else "/extends"
        line, column = document.place(place)
        found.append(Problem(flaw.code, document.path, place, line, column, flaw.args))
    return found


def _place(flaw: Flaw, number: int) -> str:
    level: list[str | int] = [] if flaw.level is None else ["measure", "levels", flaw.level]
    return pointer(["criteria", number, *level])
