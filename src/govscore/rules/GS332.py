"""List that is not whole.

What stands in the list counts. What does not is unknown, since nobody said that the list was read to its end: criteria
that ask for what is absent stay open.

If the practice's own text was read from end to end and names nothing more, say so with that document; else the list
is right as it is.

    searched:
      legal_basis.international: [e-programme]
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govscore.pointers import pointer
from govscore.practice.computed import WHOLE, unfinished
from govscore.rules._inspection import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govscore.rules._inspection import Inspection

level = "note"
message = "'{name}' is not known to be whole; {open} of the criteria that read it stay open"
scope = "practice"


def find(inspection: Inspection) -> Iterator[Hit]:
    """Count, for every list that is begun, the criteria that ask for more of it and are open."""
    readings = inspection.came_to.readings
    for name in unfinished(inspection.practice):
        field = ".".join(WHOLE[name])
        asking = [readings[each] for each in inspection.rubric.asking.get(field, ())]
        still = sum(each.status != "not_applicable" and each.low < each.high for each in asking)
        if still:
            yield Hit(pointer(WHOLE[name]), {"name": field, "open": still})
