"""Writing as Python what pydantic makes of a model, which need not be worked out at each start.

pydantic calls it the core schema: plain values, with the model's classes and functions by name.
"""

from __future__ import annotations

import sys
from functools import partial
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pydantic import BaseModel

_FOR_JSON_SCHEMA = frozenset({"metadata", "json_schema_input_schema"})
"""What describes a model, and neither validates nor dumps it."""
_REFERENCES = frozenset({"ref", "schema_ref"})


def module(model: type[BaseModel]) -> str:
    """Write the module of a model."""
    model.model_rebuild()
    rooms: dict[str, str] = {}
    schema = written(model.__pydantic_core_schema__, rooms)
    imports = [f"from {room} import {name}\n" for name, room in sorted(rooms.items())]
    told = f'"""What validates {model.__name__}, made by the build: do not change it here."""'
    return f"{told}\n\n{''.join(imports)}\nSCHEMA = {schema}\n"


def written(value: Any, rooms: dict[str, str]) -> str:  # noqa: ANN401 - a schema holds many kinds
    """Write a value of a schema, and note by its name where each class and function is from."""
    if isinstance(value, dict):
        pairs = [
            f"{key!r}: {written(_everywhere(each) if key in _REFERENCES else each, rooms)}"
            for key, each in value.items()
            if key not in _FOR_JSON_SCHEMA
        ]
        return f"{{{', '.join(pairs)}}}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(written(each, rooms) for each in value)}]"
    if isinstance(value, str | int | float | None):
        return repr(value)
    if isinstance(value, partial):
        told = f"{written(value.func, rooms)}, **{written(value.keywords, rooms)}"
        return f"{written(partial, rooms)}({told})"
    name, room = getattr(value, "__name__", ""), getattr(value, "__module__", "")
    found = getattr(sys.modules.get(room), name, None)
    if found is not value or rooms.setdefault(name, room) != room:
        raise TypeError(f"a schema holds {value!r}, which is known by no name of its own")
    return str(name)


def _everywhere(reference: str) -> str:
    """Leave out of a reference to a class where this lies in the memory of one process."""
    return reference.partition(":")[0]
