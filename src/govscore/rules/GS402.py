"""Phase without facts.

The phase is due by the status and the dates of the practice, and none of its sections is there: for formulation
the legal basis, policies, context or stakeholders; for application delivery, social dialogue or stakeholders;
for evaluation evaluations, results or stakeholders. No checklist of the phase is answered either. Whatever of it
is not rated stays open.

If one looked and there is nothing, an empty list says so, with the place of the search:

    evaluations: []
    searched: {evaluations: [e-annual]}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govscore.practice.phases import PHASES, due
from govscore.rules._inspection import Hit
from govscore.titles import title

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govscore.practice.record import Practice
    from govscore.rules._inspection import Inspection

level = "note"
message = "the phase '{name}' is due, and the file has no facts on it"
scope = "practice"


_FACTS = {
    "formulation": ("legal_basis", "policies", "context", "stakeholders.formulation"),
    "application": ("delivery", "social_dialogue", "stakeholders.application"),
    "evaluation": ("evaluations", "results", "stakeholders.evaluation"),
}
"""The sections that speak of each phase; an empty list is a fact too."""


def find(inspection: Inspection) -> Iterator[Hit]:
    """List the phases that are due and of which no section speaks."""
    practice = inspection.practice
    phases = due(practice, inspection.as_of) & inspection.rubric.phases
    silent = [
        phase
        for phase in PHASES
        if phase in phases and not any(_given(practice, path) for path in _FACTS[phase])
    ]
    answered = set(_answered(inspection)) if silent else set()
    for phase in silent:
        if phase not in answered:
            yield Hit("", {"subject": phase, "name": title("phase", phase)})


def _answered(inspection: Inspection) -> Iterator[str | None]:
    """List the phases of which a checklist is answered, in part at least."""
    checks = inspection.practice.checks or {}
    for criterion in inspection.rubric.spec.criteria:
        checklist = checks.get(criterion.id)
        if checklist and any(each.answer != "unknown" for each in checklist.answers().values()):
            yield criterion.phase


def _given(practice: Practice, path: str) -> bool:
    value: object = practice
    for name in path.split("."):
        value = getattr(value, name, None)
    return value is not None
