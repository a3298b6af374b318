"""Rating of a criterion not due.

An evaluator gave a level to a criterion whose phase is not due. The level is not counted: a practice that
began last year is not to be judged by its evaluation, neither for better nor for worse.

Take the rating out until the phase is due. If the practice has in truth come further than its status, dates
and facts show, say so in `phase_reached`.

    status: planned
    ratings:
      delivery: {level: 1}    # wrong: nothing is delivered yet
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govscore.rules._inspection import Hit
from govscore.titles import title

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govscore.rules._inspection import Inspection

level = "warning"
message = "'{name}' is rated, but the phase '{phase}' is not due yet"
scope = "practice"


def find(inspection: Inspection) -> Iterator[Hit]:
    """Find levels given to criteria whose phase is not due."""
    readings = inspection.came_to.readings
    for place, assessment, name in inspection.own_ratings:
        waits = name in readings and readings[name].status == "not_yet_due"
        if waits and assessment.ratings[name].level is not None:
            phase = title("phase", readings[name].args["phase"])
            yield Hit(place, {"name": name, "phase": phase}, on_key=True)
