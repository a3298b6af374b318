"""What stands at a place of a record, in a few words."""

from __future__ import annotations

from typing import Any

from govscore.pointers import steps
from govscore.words import spaced

_LONGEST = 90
_NAMES = ("title", "instrument", "who", "name", "text", "outcome", "source", "mechanism", "answer")


def excerpt(record: dict[str, Any], pointer: str) -> str:
    """Say in a few words what stands at a pointer of the record."""
    parts = steps(pointer)
    value: Any = record
    for step in parts:
        value = value[int(step)] if isinstance(value, list) else value.get(step)
        if value is None:
            return parts[-1]
    if not isinstance(value, dict):
        return f"{parts[-1]}: {value}"
    if "answer" in value:
        return f"{spaced(parts[-1])}: {value['answer']}"
    if "level" in value and "rationale" in value:
        return _short(f"rated {value['level']}: {value['rationale']}")
    name = next((str(value[key]) for key in _NAMES if key in value), "".join(parts[-1:]))
    marks = [
        str(value[key]) for key in ("participation", "mode", "alignment", "role") if key in value
    ]
    return f"{name} ({', '.join(marks)})" if marks else name


def _short(sentence: str) -> str:
    return sentence if len(sentence) <= _LONGEST else f"{sentence[: _LONGEST - 1]}…"
