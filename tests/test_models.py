"""Models are completed by what their own module knows."""

from __future__ import annotations

import pytest
from pydantic import BaseModel, ConfigDict
from pydantic.errors import PydanticUndefinedAnnotation

from govscore.models import SelfContained


class Looking(BaseModel):
    model_config = ConfigDict(defer_build=True)

    part: Part  # type: ignore[name-defined]  # noqa: F821 - who uses it has one of that name


class Alone(SelfContained, BaseModel):
    model_config = ConfigDict(defer_build=True)

    part: Part  # type: ignore[name-defined]  # noqa: F821 - as above


def test_a_model_does_not_look_for_names_where_it_is_used() -> None:
    Part = str  # noqa: N806, F841 - a name that annotations above have

    assert Looking.model_rebuild()
    with pytest.raises(PydanticUndefinedAnnotation):
        Alone.model_rebuild()
