"""Whether the questions of a rubric ask for fields that a practice file has.

A path names fields from the top of the file; `[]` behind a list of entries stands for each of
them, and such a list without it asks for a further entry.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_args, get_origin

from pydantic import TypeAdapter, ValidationError

from govscore.practice.base import Section
from govscore.practice.record import Practice
from govscore.rubric.structure import problem
from govscore.spelling import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govscore.errors import Problem
    from govscore.rubric.model import AskSpec, RubricSpec
    from govscore.validation import Placed

EACH = "[]"
"""Stands in a path behind a list, for each entry of it."""


class _NoFieldError(Exception):
    def __init__(self, name: str, near: tuple[str, ...]) -> None:
        self.name = name
        self.near = near


def asks(spec: RubricSpec, document: Placed) -> Iterator[Problem]:
    """Check that only criteria with rules ask, for fields there are, with entries that fit."""
    for index, criterion in enumerate(spec.criteria):
        steps: list[str | int] = ["criteria", index, "asks"]
        if criterion.asks and not criterion.measure.asks_fields:
            yield problem(document, "GS503", steps, variant="asks", name=criterion.id)
            continue
        for number, ask in enumerate(criterion.asks):
            yield from _ask(ask, [*steps, number], document)


def _ask(ask: AskSpec, steps: list[str | int], document: Placed) -> Iterator[Problem]:
    try:
        entry = entry_of(ask.field)
    except _NoFieldError as error:
        place = [*steps, "field"]
        yield problem(document, "GS503", place, error.near, variant="field", name=error.name)
        return
    if (entry is None) != (ask.row is None):
        variant = "row" if entry else "no_row"
        yield problem(document, "GS503", steps, variant=variant, name=ask.field)
    elif entry is not None:
        try:
            TypeAdapter(entry).validate_python(ask.row)
        except ValidationError as error:
            reason = f"{'.'.join(map(str, error.errors()[0]['loc']))}: {error.errors()[0]['msg']}"
            place = [*steps, "row"]
            yield problem(document, "GS503", place, variant="entry", name=ask.field, reason=reason)


def entry_of(path: str) -> type[Section] | None:
    """Give the kind of entry that a path asks for, `None` where it asks for a field.

    Raises:
        _NoFieldError: A name of the path is no field there.
    """
    model: type[Section] | None = Practice
    entry: type[Section] | None = None
    for name in path.split("."):
        key, each = name.removesuffix(EACH), name.endswith(EACH)
        fields = (
            {f.alias or n: f.annotation for n, f in model.model_fields.items()} if model else {}
        )
        if key not in fields:
            raise _NoFieldError(key, nearest(key, fields))
        section, listed = _holds(fields[key])
        if each and not (section and listed):
            raise _NoFieldError(name, (key,))
        entry = section if listed and not each else None
        model = None if entry else section
    return entry


def _holds(annotation: Any) -> tuple[type[Section] | None, bool]:  # noqa: ANN401 - an annotation is of any kind
    """Give the section that a field holds, if any, and whether it holds a list of them."""
    if isinstance(annotation, type) and issubclass(annotation, Section):
        return annotation, False
    found = next((held for each in get_args(annotation) if (held := _holds(each))[0]), None)
    if found is None or get_origin(annotation) is dict:
        return None, False
    return found[0], found[1] or get_origin(annotation) is list
