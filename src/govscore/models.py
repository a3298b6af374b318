"""What the models of files and of results have in common."""

from __future__ import annotations

from typing import Any


class SelfContained:
    """Beside `BaseModel`: a model whose annotations need no names but those of its own module.

    pydantic completes a model when it is first used, and looks for names in the frame of whoever
    does that. Python 3.13.0 dies of some of these looks; ours need none.
    """

    @classmethod
    def model_rebuild(cls, **how: Any) -> bool | None:  # noqa: ANN401 - as pydantic has them
        """Complete the model; arguments are as for `BaseModel.model_rebuild`."""
        found: bool | None = super().model_rebuild(**{**how, "_parent_namespace_depth": 0})  # type: ignore[misc]
        return found
