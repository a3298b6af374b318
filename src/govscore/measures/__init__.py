"""How a criterion is measured: one file per kind, and the file name is the kind.

A rubric's `measure: {kind: …}` is read by the model of that kind, which turns a practice into a
`Reading`.
"""

from __future__ import annotations

import sys
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from govscore import rooms
from govscore.measures._measure import Case, Measure, Reading, Spot
from govscore.scale import TOP

__all__ = ["TOP", "AnyMeasure", "Case", "Measure", "Reading", "Spot", "kinds"]


def kinds() -> list[str]:
    """List the kinds of measure."""
    return rooms.names(sys.modules[__name__])


for _kind in kinds():
    rooms.enter(sys.modules[__name__], _kind)

if TYPE_CHECKING:
    AnyMeasure = Measure
else:
    AnyMeasure = Annotated[reduce(or_, Measure.__subclasses__()), Field(discriminator="kind")]
