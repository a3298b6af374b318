"""GS306: an empty list says that one looked and found nothing, and owes where one looked."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, get_args, get_origin

from govscore.checks.context import at
from govscore.practice.base import Item, Section
from govscore.practice.record import Practice

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govscore.errors import Problem
    from govscore.rules._inspection import Inspection


def problems(context: Inspection) -> Iterator[Problem]:
    """Check every section list of one practice."""
    searched = context.practice.searched or {}
    for path in sections():
        if _value(context.practice, path) == [] and not searched.get(".".join(path)):
            yield at(context, "GS306", "/" + "/".join(path), name=".".join(path))


@cache
def sections() -> tuple[tuple[str, ...], ...]:
    """List the paths of the lists of items, at the top of a practice file or right below."""
    found: list[tuple[str, ...]] = []
    for name, field in Practice.model_fields.items():
        if _holds_items(field.annotation):
            found.append((name,))
        for part in get_args(field.annotation):
            if isinstance(part, type) and issubclass(part, Section):
                inner = part.model_fields.items()
                found += [(name, key) for key, each in inner if _holds_items(each.annotation)]
    return tuple(found)


def _holds_items(annotation: Any) -> bool:  # noqa: ANN401 - an annotation is of any kind
    if get_origin(annotation) is list:
        (entry,) = get_args(annotation)
        return isinstance(entry, type) and issubclass(entry, Item)
    return any(_holds_items(part) for part in get_args(annotation))


def _value(practice: Practice, path: tuple[str, ...]) -> object:
    value: object = practice
    for name in path:
        value = getattr(value, name, None)
    return value
