"""Conflict without evidence.

The practice is said to conflict with a law or with the standards, and no document is named. A conflict without
evidence is shown, earns nothing and does not limit the label, whoever found it.

Name the decision or report, and who found the conflict:

    - title: Equality Act 2010
      alignment: conflicting
      conflict: {found_by: nhri, year: 2020, state: standing}
      evidence: [e-commission]
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govscore.practice import law
from govscore.rules._inspection import Hit
from govscore.rules._treaties import name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govscore.practice.policy import Policy
    from govscore.practice.record import Practice
    from govscore.rules._inspection import Inspection

level = "note"
message = "a conflict with '{name}' is stated without evidence"
scope = "practice"


def find(inspection: Inspection) -> Iterator[Hit]:
    """Look for the word `conflicting` wherever there is an alignment."""
    for place, item in _aligned(inspection.practice):
        if item.alignment == "conflicting" and not item.evidence:
            yield Hit(f"{place}/alignment", {"name": name(item)})


def _aligned(practice: Practice) -> Iterator[tuple[str, law.LegalItem | Policy]]:
    """List what has an alignment: the law and the policies."""
    yield from law.items(practice)
    for index, policy in enumerate(practice.policies or ()):
        yield f"/policies/{index}", policy
