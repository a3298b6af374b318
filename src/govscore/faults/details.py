"""One of pydantic's errors, read as a fault of a place.

pydantic names places by steps that mix keys of the file with labels of its own (union members,
tags); walking the value beside the steps tells them apart: what is no key of the value is a label.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, get_args

from pydantic import BaseModel

from govscore.errors import pointer
from govscore.spelling import nearest

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

    from govscore.faults.documents import Text

_KINDS = {
    "missing": "missing",
    "extra_forbidden": "unknown",
    "literal_error": "word",
    "enum": "word",
    "union_tag_invalid": "word",
    "union_tag_not_found": "missing",
    "string_too_long": "length",
    "too_long": "length",
}
_EXPECTED = {
    "string_type": "text",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "bool_type": "true or false",
    "list_type": "a list",
    "tuple_type": "a list",
    "dict_type": "a mapping",
    "model_type": "a mapping",
    "model_attributes_type": "a mapping",
}
PREFERENCE = ("word", "value", "length", "missing", "unknown", "type")
"""The kinds of fault, the most telling first."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault of one place: its kind, the steps to it, and the arguments of its sentence."""

    kind: str
    steps: tuple[str | int, ...]
    args: dict[str, object]
    suggestions: tuple[str, ...] = ()
    on_key: bool = False


def fault(model: type[BaseModel], document: Text, detail: ErrorDetails) -> Fault:
    """Read one of pydantic's errors."""
    steps = _steps(document.value, detail["loc"])
    kind = _KINDS.get(detail["type"], "type" if detail["type"] in _EXPECTED else "value")
    name = str(steps[-1]) if steps else ""
    tag = str(detail.get("ctx", {}).get("discriminator", "")).strip("'")
    if kind == "missing":
        return Fault(kind, steps, {"name": tag or str(detail["loc"][-1])})
    if kind == "unknown":
        known = _fields(model, steps[:-1])
        return Fault(kind, steps, {"name": name}, nearest(name, known), on_key=True)
    found = detail["input"]
    if kind == "word":
        at, word = ((*steps, tag), found[tag]) if tag else (steps, found)
        words = _expected_words(detail)
        told = {"name": str(at[-1]), "found": _shown(word), "words": ", ".join(words)}
        return Fault(kind, at, {**told}, nearest(str(word), words))
    if kind == "length":
        return Fault(kind, steps, {"name": name, **_limits(detail)})
    on_key = detail["loc"][-1] == "[key]"
    if kind == "type":
        args = {"name": name, "expected": _EXPECTED[detail["type"]], "found": _shown(found)}
        return Fault(kind, steps, {**args, "hint": _hint(document, steps, detail)}, on_key=on_key)
    return Fault(
        kind,
        steps,
        {"name": name, "found": _shown(found), "reason": _reason(detail)},
        on_key=on_key,
    )


def _steps(value: Any, loc: tuple[int | str, ...]) -> tuple[str | int, ...]:  # noqa: ANN401 - a document's value is of any kind
    steps: list[str | int] = []
    for step in loc:
        if _stands(step, value):
            value = value[step]
            steps.append(step)
    return tuple(steps)


def _stands(step: str | int, value: object) -> bool:
    """Tell whether a step leads into a value: a key of a mapping, or a number within a list."""
    if isinstance(value, list):
        return isinstance(step, int) and step < len(value)
    return isinstance(value, dict) and step in value


def _fields(model: type[BaseModel], steps: tuple[str | int, ...]) -> list[str]:
    """List the keys that may stand in the mapping at the end of the steps."""
    models = [model]
    for step in steps:
        if isinstance(step, int):
            continue
        found = [m.model_fields[step].annotation for m in models if step in m.model_fields]
        models = [inner for annotation in found for inner in _models(annotation)] or models
    return sorted({field.alias or name for m in models for name, field in m.model_fields.items()})


def _models(annotation: Any) -> list[type[BaseModel]]:  # noqa: ANN401 - an annotation is of any kind
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [model for part in get_args(annotation) for model in _models(part)]


def _expected_words(detail: ErrorDetails) -> list[str]:
    context = detail.get("ctx", {})
    listed = str(context.get("expected_tags") or context.get("expected") or "")
    return re.findall(r"'([^']*)'", listed)


def _limits(detail: ErrorDetails) -> dict[str, object]:
    context = detail.get("ctx", {})
    unit = "characters" if detail["type"] == "string_too_long" else "items"
    return {"limit": context.get("max_length"), "found": len(detail["input"]), "unit": unit}


def _reason(detail: ErrorDetails) -> str:
    if detail["type"] == "string_pattern_mismatch":
        return f"it must match {detail.get('ctx', {}).get('pattern')}"
    if detail["type"] in {"too_short", "string_too_short"}:
        return "it may not be empty"
    message = detail["msg"].removeprefix("Value error, ")
    return message[:1].lower() + message[1:]


def _hint(document: Text, steps: tuple[str | int, ...], detail: ErrorDetails) -> str:
    found = detail["input"]
    if detail["type"] == "string_type" and isinstance(found, int | float):
        source = document.source(pointer(steps)) or _shown(found)
        return f"; write '{source}' in quotes"
    if detail["type"] == "bool_type" and isinstance(found, str) and found.casefold() in _BOOLEANS:
        return f"; write {_BOOLEANS[found.casefold()]}"
    return ""


_BOOLEANS = {"yes": "true", "on": "true", "no": "false", "off": "false"}


def _shown(value: object) -> str:
    """Name a value for a message: short scalars as they stand, everything else by its kind."""
    if isinstance(value, dict):
        return "a mapping"
    if isinstance(value, list):
        return "a list"
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return str(value).lower()
    text = str(value) if not isinstance(value, str) else f"'{value}'"
    return text if len(text) <= 60 else text[:57] + "…'"  # noqa: PLR2004 - what fits a line beside its sentence
