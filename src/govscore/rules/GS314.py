"""Finding of a watchdog that supports nothing.

A court decision, a finding of a supervisory body or an audit report is listed, and no item points to it. This
is the evidence that most often speaks against a practice; listed but not used, it looks as if it had been
weighed.

Say what it found: as a `conflict` of the law concerned, as a concern, as an evaluation, or behind a rating.

    concerns:
    - text: The court held that lawful residents were refused service
      evidence: [e-judgment]
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govscore.catalogue import vocabularies
from govscore.rules._inspection import Hit
from govscore.titles import title

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govscore.rules._inspection import Inspection

level = "warning"
message = "the evidence '{name}' ({kind}) supports nothing"
scope = "practice"


def find(inspection: Inspection) -> Iterator[Hit]:
    """List what a watchdog found and nothing uses; other such evidence is GS208."""
    oversight = vocabularies.flagged("evidence_type", "oversight")
    for place, each in inspection.unused_evidence():
        if each.type in oversight:
            kind = title("evidence_type", each.type)
            yield Hit(place, {"name": each.id, "kind": kind})
