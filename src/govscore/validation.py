"""From a document to a model, or to every fault of its shape, each at its place.

pydantic names places by steps that mix keys of the file with labels of its own (union members,
tags); walking the value beside the steps tells them apart: what is no key of the value is a label.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, TypeVar, get_args

from pydantic import BaseModel, ValidationError

from govscore.errors import Problem
from govscore.pointers import pointer
from govscore.spelling import Speller

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from pydantic_core import ErrorDetails

Model = TypeVar("Model", bound=BaseModel)


def validate(
    model: type[Model], document: Text, codes: Mapping[str, str]
) -> tuple[Model | None, list[Problem]]:
    """Build the model from the document, or list all that keeps it from being built.

    `codes` maps the kinds of fault (missing, unknown, type, word, value, length) to finding codes.
    """
    try:
        return model.model_validate(document.value), []
    except ValidationError as error:
        faults = (fault(model, document, detail) for detail in error.errors(include_url=False))
        speller = Speller()
        return None, [_problem(document, each, codes, speller) for each in _one_a_place(faults)]


def _problem(document: Text, fault: Fault, codes: Mapping[str, str], speller: Speller) -> Problem:
    place = pointer(fault.steps)
    line, column = document.place(place, on_key=fault.on_key)
    return Problem(
        code=codes[fault.kind],
        path=document.path,
        pointer=place,
        line=line,
        column=column,
        args={**fault.args, "variant": fault.kind},
        suggestions=speller.likeliest(*fault.misspelt) if fault.misspelt else fault.suggestions,
        on_key=fault.on_key,
    )


def _one_a_place(faults: Iterable[Fault]) -> list[Fault]:
    """Keep the most telling fault of each place; a union reports one for every member."""
    kept: dict[tuple[object, ...], Fault] = {}
    for fault in faults:
        key = (fault.steps, fault.args.get("name") if fault.kind == "missing" else None)
        rival = kept.get(key)
        if rival is None or PREFERENCE.index(fault.kind) < PREFERENCE.index(rival.kind):
            kept[key] = fault
    return list(kept.values())


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


class Fault(NamedTuple):
    """A fault of one place: its kind, the steps to it, and the arguments of its sentence.

    `misspelt` is the word that was found, and those that it may have meant; `suggestions` are what
    the model itself knows that was meant.
    """

    kind: str
    steps: tuple[str | int, ...]
    args: dict[str, object]
    misspelt: tuple[object, Sequence[str]] | None = None
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
        return Fault(kind, steps, {"name": name}, (name, known), on_key=True)
    found = detail["input"]
    if kind == "word":
        at, word = ((*steps, tag), found[tag]) if tag else (steps, found)
        words = _expected_words(detail)
        told = {"name": str(at[-1]), "found": _shown(word), "words": ", ".join(words)}
        return Fault(kind, at, {**told}, (word, words))
    if kind == "length":
        return Fault(kind, steps, {"name": name, **_limits(detail)})
    on_key = detail["loc"][-1] == "[key]"
    if kind == "type":
        args = {"name": name, "expected": _EXPECTED[detail["type"]], "found": _shown(found)}
        return Fault(kind, steps, {**args, "hint": _hint(document, steps, detail)}, on_key=on_key)
    return Fault(
        kind,
        steps,
        {"name": name, "found": _shown(found), "reason": _reason(detail), "of": detail["type"]},
        suggestions=tuple(detail.get("ctx", {}).get("near", ())),
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


class Placed(Protocol):
    """What can place a pointer: a file that was read, or a file laid over another."""

    @property
    def path(self) -> str:
        """The file's name for people."""
        ...

    def place(self, pointer: str, *, on_key: bool = False) -> tuple[int, int]:
        """Give line and column of a pointer."""
        ...


class Text(Placed, Protocol):
    """What can be validated: a value, with its places and its scalars as written."""

    @property
    def value(self) -> Any:  # noqa: ANN401 - a document's value is of any kind
        """The plain value."""
        ...

    @property
    def lines(self) -> list[str]:
        """The text of the file in lines."""
        ...

    def source(self, pointer: str) -> str | None:
        """Give a number or boolean as the file spells it."""
        ...
