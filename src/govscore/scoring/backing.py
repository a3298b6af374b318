"""The part of a practice that strong enough evidence stands behind.

What counts against a practice stays whatever its evidence: lack of proof must not raise a level.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, get_args, get_origin

from govscore.expressions.program import WHOLE
from govscore.practice.base import Item
from govscore.practice.legal import ADVERSE

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

View = dict[str, Any]

_ALWAYS = 5
"""The grade of what needs no evidence: more than the strongest evidence has."""


class Backing:
    """A view of a practice, each of its items graded by its best evidence for one kind of claim."""

    def __init__(self, view: View, strengths: Mapping[str, int]) -> None:
        """Begin without grades; `strengths` (1-4) goes by the id of the evidence."""
        self._view = view
        self._strengths = strengths
        self._grades: dict[int, int] = {}
        self._weakest: dict[str, int] = {}

    def left(self, need: int) -> View:
        """Give the view without the items and sections graded below `need`.

        The view itself is given back, not a copy, when nothing is that weak.
        """
        weak = {key for key in self._view if self._weak(key, need)}
        if not weak:
            return self._view
        kept = {
            key: self._strong(key, value, need) if key in weak else value
            for key, value in self._view.items()
        }
        return {key: value for key, value in kept.items() if value is not None}

    def loses(self, sections: Iterable[str], need: int) -> bool:
        """Tell whether anything in some sections, or in any if `WHOLE` is one, is that weak."""
        asked = self._view if WHOLE in sections else sections
        return any(key in self._view and self._weak(key, need) for key in asked)

    def _weak(self, key: str, need: int) -> bool:
        """Tell whether anything in a section is graded below `need`; it is graded when asked."""
        if key not in self._weakest:
            self._weakest[key] = self._grade_section(key, self._view[key])
        return self._weakest[key] < need

    def _grade_section(self, key: str, value: Any) -> int:  # noqa: ANN401 - a section is of any kind
        """Grade what a section holds, and give its weakest grade."""
        if type(value) is list:
            return self._grade_items(value, 0)
        if type(value) is not dict:
            return _ALWAYS
        own = self._best(value.get("evidence") or ())
        grades = [self._grade_items(entry, own) for entry in value.values() if holds_items(entry)]
        return min([*grades, own if key in evidenced() else _ALWAYS])

    def _grade_items(self, items: list[Any], inherited: int) -> int:
        """Grade items, and give the weakest grade."""
        grades = [self._grade(item, inherited) for item in items]
        self._grades.update(zip(map(id, items), grades, strict=True))
        return min(grades, default=_ALWAYS)

    def _grade(self, item: Any, inherited: int) -> int:  # noqa: ANN401 - lists hold texts too
        if type(item) is not dict or "evidence" not in item:
            return _ALWAYS
        if item.get("alignment") in ADVERSE or item.get("is_migrant_led") is False:
            return _ALWAYS
        return self._best(item["evidence"]) if item["evidence"] else inherited

    def _best(self, evidence: Iterable[str]) -> int:
        best = 0
        for each in evidence:
            best = max(best, self._strengths.get(each, 0))
        return best

    def _strong(self, key: str, value: Any, need: int) -> Any:  # noqa: ANN401 - a section is of any kind
        if key == "lead_body":
            return [self._unled(body, need) for body in value]
        if isinstance(value, list):
            return self._items(value, need)
        weak = key in evidenced() and self._best(value.get("evidence") or ()) < need
        kept = {
            name: self._items(entry, need) if holds_items(entry) else entry
            for name, entry in value.items()
            if not weak or (isinstance(entry, list) and (not entry or holds_items(entry)))
        }
        return kept or None

    def _items(self, items: list[Any], need: int) -> list[Any]:
        return [item for item in items if self._grades[id(item)] >= need]

    def _unled(self, body: View, need: int) -> View:
        """Keep a lead body; only its being led by migrants is a claim that wants proof."""
        return body if self._grades[id(body)] >= need else {**body, "is_migrant_led": False}


def holds_items(value: object) -> bool:
    """Tell whether a part of the view is a list of items."""
    return isinstance(value, list) and bool(value) and isinstance(value[0], dict)


@cache
def evidenced() -> frozenset[str]:
    """List the sections of a practice that are one mapping with evidence of its own."""
    from govscore.practice.record import Practice  # noqa: PLC0415 - asked once, of what is there

    return frozenset(
        name
        for name, field in Practice.model_fields.items()
        if get_origin(field.annotation) is not list
        and any(
            isinstance(part, type) and issubclass(part, Item) for part in get_args(field.annotation)
        )
    )
