"""Scored item without evidence.

A rule or a checklist counts this item, and no evidence stands behind it: the item has no `evidence`, or an
empty list, and neither has what is around it. What is claimed without evidence is not credited, so that points
may be lost; often a line was deleted by mistake.

Name the document, or leave the item out if there is none.

    policies:
    - {title: City plan, alignment: consistent, evidence: []}          # wrong
    - {title: City plan, alignment: consistent, evidence: [e-plan]}    # right

What counts against a practice needs no evidence, and is not reported.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from govscore.pointers import pointer, steps
from govscore.practice.legal import ADVERSE
from govscore.rules._inspection import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govscore.rules._inspection import Inspection

level = "warning"
message = "no evidence stands behind this, and '{criterion}' counts it"
scope = "practice"


def find(inspection: Inspection) -> Iterator[Hit]:
    """Look at the facts behind every level that is claimed, once for each item."""
    told = {""}
    seen: set[str] = set()
    for criterion, reading in inspection.came_to.readings.items():
        for fact in reading.pointers if reading.claimed else ():
            if fact in seen:
                continue
            seen.add(fact)
            place = _bare(inspection.document.value, fact)
            if place not in told:
                told.add(place)
                yield Hit(place, {"criterion": criterion})


def _adverse(item: dict[str, Any]) -> bool:
    """Tell whether an item counts against the practice."""
    led = item.get("is_migrant_led")
    return item.get("alignment") in ADVERSE or item.get("answer") == "no" or led is False


def _bare(record: dict[str, Any], fact: str) -> str:
    """Give the item of a fact, or nothing if it, or a mapping around it, names evidence.

    Values for other rubrics owe none: it would cap nothing.
    """
    value: Any = record
    depth = 0
    parts = steps(fact)
    if parts[0] == "indicator_values":
        return ""
    for number, step in enumerate(parts, start=1):
        value = value[int(step)] if isinstance(value, list) else value.get(step)
        if isinstance(value, dict):
            if value.get("evidence") or _adverse(value):
                return ""
            depth = number
        elif not isinstance(value, list):
            break
    return pointer(parts[:depth])
