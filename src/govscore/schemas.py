"""The formats of govscore as JSON Schemas (draft 2020-12)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Literal

from govscore.practice.record import Practice
from govscore.result.run import Result
from govscore.rubric.model import RubricSpec
from govscore.settings import Settings

if TYPE_CHECKING:
    from pydantic import BaseModel

_MODELS: dict[str, tuple[type[BaseModel], str]] = {
    "practice": (Practice, "A practice in the governance of migration"),
    "rubric": (RubricSpec, "A govscore rubric"),
    "config": (Settings, "The configuration of a repository of practices"),
    "result": (Result, "What a run of govscore yields"),
}


def schema(of: Literal["practice", "rubric", "config", "result"]) -> bytes:
    """Give the schema of a format, indented, with a newline at its end."""
    model, title = _MODELS[of]
    mode: Literal["validation", "serialization"] = (
        "serialization" if of == "result" else "validation"
    )
    made = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **model.model_json_schema(by_alias=True, mode=mode),
        "title": title,
    }
    return (json.dumps(made, indent=2, ensure_ascii=False) + "\n").encode()
