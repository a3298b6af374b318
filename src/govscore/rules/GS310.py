"""Participation on the lead body's word.

All evidence for this row comes from the lead body: its web pages, its own evaluations or declarations, or
documents marked `independent: false`. Whoever invites is seldom the best witness of how far the invited could
shape the matter.

A statement of those who took part, minutes, or a report of a third party would settle it, and is stronger
evidence too.

    evidence: [e-own-page]                 # the lead body's page
    evidence: [e-own-page, e-statement]    # and a word of those concerned
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govscore.practice.phases import PHASES
from govscore.rules._inspection import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govscore.rules._inspection import Inspection

level = "note"
message = "only the lead body's own word stands behind the part of '{name}'"
scope = "practice"


def find(inspection: Inspection) -> Iterator[Hit]:
    """Find participation that earns on the word of the lead body alone."""
    practice = inspection.practice
    from_lead = {each.id: each.from_lead for each in practice.evidence or ()}
    for phase in PHASES:
        for index, row in enumerate(getattr(practice.stakeholders, phase, None) or ()):
            behind = [from_lead[each] for each in row.evidence or () if each in from_lead]
            if behind and all(behind) and row.rank > 0 and row.takes_part:
                yield Hit(f"/stakeholders/{phase}/{index}/evidence", {"name": row.who})
