"""GS511: an earlier result that cannot serve as baseline.

The other setup problems (GS501-GS512) are found where rubrics, the configuration and waivers are
read; all of them end the run, because nothing could be evaluated.
"""

from __future__ import annotations

import json

from pydantic import ValidationError

from govscore.errors import Problem, SetupError
from govscore.pointers import pointer
from govscore.result.run import SCHEMA_VERSION, Result


def baseline(data: bytes, path: str) -> Result:
    """Read a saved result.

    Args:
        data: The bytes of the file.
        path: The file's name for people.

    Raises:
        SetupError: It is no JSON, or no result of this schema version.
    """
    try:
        value = json.loads(data)
    except (ValueError, RecursionError) as error:
        line = getattr(error, "lineno", 1)
        raise _unusable(path, "json", "", line, getattr(error, "colno", 1)) from None
    version = value.get("schema_version") if isinstance(value, dict) else None
    if version != SCHEMA_VERSION:
        raise _unusable(path, "version" if version else "shape")
    try:
        return Result.model_validate_json(data)
    except ValidationError as error:
        place = pointer(error.errors(include_url=False)[0]["loc"])
        raise _unusable(path, "shape", place) from None


def _unusable(
    path: str, variant: str, place: str = "", line: int = 1, column: int = 1
) -> SetupError:
    args = {"variant": variant, "place": place or "/", "version": SCHEMA_VERSION}
    problem = Problem("GS511", path, place, line, column, args)
    return SetupError(f"{path}: the baseline cannot be used", [problem])
