"""Evidence that nothing uses.

The document is listed, and no item, section, result, concern or rating points to it. Either it proves
something and the pointer is missing, which costs points, or it proves nothing and only looks like proof.

Name it where it is the proof, or take it out.

    delivery:
      reach: 1200
      evidence: [e-report]    # what was missing
    evidence:
    - {id: e-report, type: monitoring_report}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govscore.catalogue import vocabularies
from govscore.rules._inspection import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govscore.rules._inspection import Inspection

level = "warning"
message = "nothing uses the evidence '{name}'"
scope = "practice"


def find(inspection: Inspection) -> Iterator[Hit]:
    """List evidence that nothing uses; what a watchdog found is GS314."""
    oversight = vocabularies.flagged("evidence_type", "oversight")
    for place, each in inspection.unused_evidence():
        if each.type not in oversight:
            yield Hit(place, {"name": each.id})
