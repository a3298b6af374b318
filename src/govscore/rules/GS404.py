"""Standing conflict.

A court, a supervisory body, a human-rights institution, an audit or the responsible body itself found that the
practice conflicts with this law, and the matter is not remedied. The law does not count for the practice, and
the label is limited: at most emerging, or promising while the conflict is being remedied.

When it has been remedied, say so, with the evidence:

    conflict: {found_by: court, year: 2020, state: remedied}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govscore.practice import law
from govscore.rules._inspection import Hit
from govscore.rules._treaties import name
from govscore.titles import title

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govscore.rules._inspection import Inspection

level = "note"
message = {
    "standing": "{found_by} found a conflict with '{name}', and it stands",
    "being_remedied": "{found_by} found a conflict with '{name}', and it is being remedied",
}
scope = "practice"


def find(inspection: Inspection) -> Iterator[Hit]:
    """Pass on the conflicts that limit the label."""
    limiting = {*inspection.came_to.conflicts}
    for place, item in law.items(inspection.practice) if limiting else ():
        conflict = getattr(item, "conflict", None)
        if place in limiting and conflict is not None:
            state = conflict.state or "standing"
            found_by = title("found_by", conflict.found_by)
            args = {"variant": state, "name": name(item), "found_by": found_by}
            yield Hit(f"{place}/conflict", args)
