"""Too little known.

For one indicator the file settles less than the rubric asks for. Nothing is wrong: what is not known stays open
and widens the interval. Under the first threshold the label is not firm; under the second there are no overall
points at all.

`govscore explain PRACTICE` lists the gaps that cost most coverage. Often one checklist answered, or one section
of stakeholders filled, closes them. Write only what the sources show.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govscore.rules._inspection import Hit
from govscore.scale import PRECISION, percent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govscore.rules._inspection import Inspection

level = "note"
message = {
    "firm": "{name}: {found} is known, and a firm label asks for {least}",
    "overall": "{name}: {found} is known, and overall points ask for {least}",
}
scope = "practice"


def find(inspection: Inspection) -> Iterator[Hit]:
    """Compare what is known of each indicator with what the rubric asks for."""
    asked = inspection.rubric.spec.coverage
    for node in inspection.rubric.top:
        known = inspection.came_to.coverage.get(node.id)
        if known is None:
            continue
        variant = "overall" if _under(known, asked.overall) else "firm"
        least = asked.overall if variant == "overall" else asked.firm
        if _under(known, least):
            args = {"variant": variant, "subject": node.id, "name": node.title}
            yield Hit("", {**args, "found": percent(known), "least": percent(least)})


def _under(share: float, least: float) -> bool:
    return round(share, PRECISION) < round(least, PRECISION)
