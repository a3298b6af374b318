"""What was made of this package when it was built: read here, or not there.

The folder `_built` lies inside the package, where only those can write who can write its code. It
has the rubrics that are shipped as Python, rules and all, what pydantic makes of the models that a
score validates, and the catalogue's digest. A checkout has it from an editable install, and there
it counts only as long as no file behind it has changed since; without it all of that is made in
memory.
"""

from __future__ import annotations

import importlib
import json
import os
import re
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable
    from types import ModuleType

    from pydantic import BaseModel

PACKAGE = Path(__file__).parent
FOLDER = PACKAGE / "_built"


@cache
def index() -> dict[str, Any]:
    """Give what was made, by name; nothing if it was not, or if it is not today's."""
    try:
        found: dict[str, Any] = json.loads((FOLDER / "index.json").read_bytes())
    except FileNotFoundError:
        return {}
    return found if states(found["states"]) == found["states"] else {}


def states(names: Iterable[str]) -> dict[str, list[int]]:
    """Give size and time of files by their paths from the package; one that is gone has none."""
    found = {}
    for name in names:
        with suppress(FileNotFoundError):
            state = os.stat(f"{PACKAGE}/{name}")  # noqa: PTH116 - pathlib costs time
            found[name] = [state.st_size, state.st_mtime_ns]
    return found


def rubric(name: str, sha256: str) -> ModuleType | None:
    """Give a shipped rubric if its file has this digest."""
    if index().get("rubrics", {}).get(name) != sha256:
        return None
    return importlib.import_module(f"govscore._built.{module(name)}")


def module(name: str) -> str:
    """Name the module of a rubric: `gmpa_1_0_0` for `gmpa@1.0.0`."""
    return re.sub(r"\W", "_", name)


def equip(model: type[BaseModel]) -> None:
    """Give a model what validates and dumps it, from the schema that was made of it.

    pydantic would work out the same, in ten times as long, when the model is first used; what
    describes a model, it does. Another version of it may want another schema, and makes its own.
    """
    import pydantic_core  # noqa: PLC0415 - who has a model has loaded it; rubrics need none

    if index().get("pydantic_core") == pydantic_core.__version__:
        schema = importlib.import_module(f"govscore._built.{schema_module(model)}").SCHEMA
        model.__pydantic_validator__ = pydantic_core.SchemaValidator(schema)
        model.__pydantic_serializer__ = pydantic_core.SchemaSerializer(schema)


def schema_module(model: type[BaseModel]) -> str:
    """Name the module of a model's schema."""
    return f"schema_of_{model.__name__}"
