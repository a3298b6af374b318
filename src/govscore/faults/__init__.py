"""From a document to a model, or to every fault of its shape, each at its place."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from pydantic import BaseModel, ValidationError

from govscore.errors import Problem, pointer
from govscore.faults import details
from govscore.faults.documents import Placed, Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = ["Placed", "Text", "validate"]

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
        faults = (
            details.fault(model, document, detail) for detail in error.errors(include_url=False)
        )
        return None, [_problem(document, fault, codes) for fault in _one_a_place(faults)]


def _problem(document: Text, fault: details.Fault, codes: Mapping[str, str]) -> Problem:
    place = pointer(fault.steps)
    line, column = document.place(place, on_key=fault.on_key)
    return Problem(
        code=codes[fault.kind],
        path=document.path,
        pointer=place,
        line=line,
        column=column,
        args={**fault.args, "variant": fault.kind},
        suggestions=fault.suggestions,
        on_key=fault.on_key,
    )


def _one_a_place(faults: Iterable[details.Fault]) -> list[details.Fault]:
    """Keep the most telling fault of each place; a union reports one for every member."""
    kept: dict[tuple[object, ...], details.Fault] = {}
    for fault in faults:
        key = (fault.steps, fault.args.get("name") if fault.kind == "missing" else None)
        rival = kept.get(key)
        if rival is None or details.PREFERENCE.index(fault.kind) < details.PREFERENCE.index(
            rival.kind
        ):
            kept[key] = fault
    return list(kept.values())
