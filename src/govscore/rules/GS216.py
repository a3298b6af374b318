"""Criterion that could not be read.

A rule of the rubric failed on this practice, for another reason than that something is not known: it compares
what is not there with a number, say. The criterion is not scored, and its range stays open.

Mostly the rule is at fault, and asks too little before it compares. `govscore explain PRACTICE CRITERION` shows it.

    when: p.evaluations.exists(e, e.year > 2020)                     # wrong: a year may be left out
    when: p.evaluations.exists(e, e.year != null && e.year > 2020)   # right
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govscore.rules._inspection import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govscore.rules._inspection import Inspection

level = "error"
message = "the criterion '{subject}' could not be read: {reason}"
scope = "practice"


def find(inspection: Inspection) -> Iterator[Hit]:
    """List the criteria whose rule failed; one that fails for its value is GS211."""
    given = inspection.practice.indicator_values or {}
    for criterion, reason, measure in inspection.failed:
        if measure.key() not in given:
            yield Hit("", {"reason": reason, "subject": criterion})
