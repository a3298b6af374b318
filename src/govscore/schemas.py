"""The formats of govscore as JSON Schemas (draft 2020-12)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Literal

from govscore.practice.record import PLACE, REQUIRED, Practice
from govscore.result.run import Result
from govscore.rubric.model import RubricSpec
from govscore.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pydantic import BaseModel

Format = Literal["practice", "rubric", "config", "result"]
_MODELS: dict[str, tuple[type[BaseModel], str]] = {
    "practice": (Practice, "A practice in the governance of migration"),
    "rubric": (RubricSpec, "A govscore rubric"),
    "config": (Settings, "The configuration of a repository of practices"),
    "result": (Result, "What a run of govscore yields"),
}


def schema(of: Format, requires: Iterable[str] = REQUIRED) -> bytes:
    """Give the schema of a format, indented, with a newline at its end.

    `requires` are the fields that a practice must have beside `id` and `title`, which a rubric may
    name.
    """
    model, title = _MODELS[of]
    mode: Literal["validation", "serialization"] = (
        "serialization" if of == "result" else "validation"
    )
    made = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **model.model_json_schema(by_alias=True, mode=mode),
        "title": title,
    }
    if of == "practice":
        _require(made, requires)
    return (json.dumps(made, indent=2, ensure_ascii=False) + "\n").encode()


def _require(made: dict[str, Any], names: Iterable[str]) -> None:
    """Write fields as required; of countries and organisations one is enough, which is not told."""
    wanted = [each for each in dict.fromkeys(names) if each not in (*made["required"], PLACE)]
    for name in wanted:
        field = made["properties"][name]
        kinds = [each for each in field.pop("anyOf") if each != {"type": "null"}]
        field |= kinds[0] if len(kinds) == 1 else {"anyOf": kinds}
        made["properties"][name] = {key: field[key] for key in sorted(field) if key != "default"}
    made["required"] = [*made["required"], *wanted]
