"""The part of a practice that strong enough evidence stands behind.

What counts against a practice stays whatever its evidence: the lack of proof must not raise a
level.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, get_args, get_origin

from govscore.practice import Practice
from govscore.practice.base import Item

if TYPE_CHECKING:
    from collections.abc import Mapping

View = dict[str, Any]


def backed(view: View, strengths: Mapping[str, int], need: int) -> View:
    """Give the view without the items and sections whose best evidence is weaker than `need`.

    The view itself is given back, not a copy, when nothing is that weak.
    """
    changed = {}
    for key, value in view.items():
        strong = _strong(key, value, strengths, need)
        if strong is not value:
            changed[key] = strong
    if not changed:
        return view
    return {key: kept for key in view if (kept := changed.get(key, view[key])) is not None}


def _strong(key: str, value: Any, strengths: Mapping[str, int], need: int) -> Any:  # noqa: ANN401 - a section is of any kind
    if key == "lead_body":
        return _lead_bodies(value, strengths, need)
    if isinstance(value, list):
        return _items(value, 0, strengths, need)
    if isinstance(value, dict):
        return _section(key, value, strengths, need)
    return value


def _section(key: str, value: View, strengths: Mapping[str, int], need: int) -> View | None:
    own = _best(value.get("evidence"), strengths)
    weak = key in evidenced() and own < need
    kept: View = {}
    for name, entry in value.items():
        if isinstance(entry, list) and entry and isinstance(entry[0], dict):
            kept[name] = _items(entry, own, strengths, need)
        elif not weak or entry == []:
            kept[name] = entry
    if len(kept) == len(value) and all(kept[name] is value[name] for name in kept):
        return value
    return kept or None


def _items(items: list[Any], inherited: int, strengths: Mapping[str, int], need: int) -> list[Any]:
    kept = [item for item in items if _stands(item, inherited, strengths, need)]
    return items if len(kept) == len(items) else kept


def _stands(item: Any, inherited: int, strengths: Mapping[str, int], need: int) -> bool:  # noqa: ANN401 - lists hold texts too
    if (
        not isinstance(item, dict)
        or "evidence" not in item
        or item.get("alignment") == "conflicting"
    ):
        return True
    return (_best(item["evidence"], strengths) if item["evidence"] else inherited) >= need


def _lead_bodies(bodies: list[Any], strengths: Mapping[str, int], need: int) -> list[Any]:
    """Keep every lead body; only its being led by migrants is a claim that wants proof."""
    if all(not b["is_migrant_led"] or _stands(b, 0, strengths, need) for b in bodies):
        return bodies
    return [
        body if _stands(body, 0, strengths, need) else {**body, "is_migrant_led": False}
        for body in bodies
    ]


def _best(evidence: list[str] | None, strengths: Mapping[str, int]) -> int:
    return max((strengths.get(each, 0) for each in evidence or ()), default=0)


@cache
def evidenced() -> frozenset[str]:
    """List the sections of a practice that are one mapping with evidence of its own."""
    return frozenset(
        name
        for name, field in Practice.model_fields.items()
        if get_origin(field.annotation) is not list
        and any(
            isinstance(part, type) and issubclass(part, Item) for part in get_args(field.annotation)
        )
    )
