"""Value that no rubric reads.

`indicator_values` holds answers and figures by the keys that rubrics read. No rubric that ships, and none in
`rubrics/`, reads this key, so the value counts for nothing.

`govscore rubric show` names the keys that a rubric reads.

    indicator_values:
      equal_pya: yes_with_status    # wrong
      equal_pay: yes_with_status    # right
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govscore.pointers import pointer
from govscore.rubric.elsewhere import values
from govscore.rules._inspection import Hit
from govscore.spelling import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govscore.rules._inspection import Inspection

level = "error"
message = "no rubric reads the value '{name}'"
scope = "practice"


def find(inspection: Inspection) -> Iterator[Hit]:
    """Look up the keys of values, first among those of the rubric."""
    answered = inspection.practice.indicator_values
    if not answered:  # most have none; what is read is sought in all of the rubric's text
        return
    rubric = inspection.rubric
    keys = {each.measure.key() for each in rubric.spec.criteria} | values(rubric.text)
    own = {each for each in keys if each is not None}
    for name in answered:
        if name not in own and name not in inspection.elsewhere.values:
            near = nearest(name, own) or nearest(name, inspection.elsewhere.values)
            yield Hit(pointer(["indicator_values", name]), {"name": name}, near, on_key=True)
