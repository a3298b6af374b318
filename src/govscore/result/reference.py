"""The figures of a collection that a normalised criterion is placed among."""

from typing import Annotated

from pydantic import Field

from govscore.result.scored import Frozen

Finite = Annotated[float, Field(allow_inf_nan=False)]


class Reference(Frozen):
    """What the values of one key came to over a collection, as `rubric reference` reckons it."""

    n: Annotated[int, Field(ge=1, description="how many practices had a number")]
    min: Finite | None = None
    max: Finite | None = None
    mean: Finite | None = None
    sd: Annotated[Finite, Field(ge=0)] | None = Field(
        None, description="standard deviation, divided by n - 1"
    )
    values: list[Finite] = Field([], description="every number, for ranks")
