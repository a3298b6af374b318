"""National law without a provision.

A law as a whole proves little; the section that gives the right, the duty or the mandate does. Levels above
"partial" for national law ask for it.

Give the provision as the law writes it, and the body that has to apply it.

    - {title: Refugees Act, year: 2006, alignment: consistent}                            # bare
    - title: Refugees Act                                                                 # better
      year: 2006
      provisions: [section 29]
      mandated_body: Office of the Prime Minister
      alignment: consistent
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govscore.practice import law
from govscore.rules._inspection import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govscore.rules._inspection import Inspection

level = "note"
message = "'{name}' is cited without a provision"
scope = "practice"


def find(inspection: Inspection) -> Iterator[Hit]:
    """List the national acts that are cited as a whole."""
    for place, act in law.acts(inspection.practice):
        if not act.provisions:
            yield Hit(place, {"name": act.title})
