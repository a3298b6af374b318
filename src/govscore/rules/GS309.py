"""Security drift.

The practice is led by an interior, border or police body, and no body for labour, social protection, equality,
justice or human rights is among those that take part. The GMPA note warns of this shift of migration
governance to security institutions. It is an observation, never points.

Nothing needs mending if it is so. If other bodies do take part, `coordination.sectors` should name them; those
that must merely check or report belong in `obliged`.

    coordination:
      sectors: [interior_immigration, labour_employment]
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govscore.catalogue import vocabularies
from govscore.rules._inspection import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govscore.rules._inspection import Inspection

level = "note"
message = "'{name}' leads, and no labour, social, equality, justice or human-rights body is engaged"
scope = "practice"


_DRIFT = "security_drift"


def find(inspection: Inspection) -> Iterator[Hit]:
    """Pass on the rubric's note at the lead body behind it."""
    bodies = inspection.practice.lead_body
    if _DRIFT not in inspection.came_to.notes or bodies is None:
        return
    security = vocabularies.flagged("sector", "security")
    index = next((i for i, body in enumerate(bodies) if body.sector in security), 0)
    several = isinstance(inspection.document.value["lead_body"], list)
    place = f"/lead_body/{index}" if several else "/lead_body"
    yield Hit(f"{place}/sector", {"name": bodies[index].name})
