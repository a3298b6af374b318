"""From a part of a practice to a practice: what a case leaves out is filled in with neutral words.

A neutral practice says nothing that a rule could count. Its evidence has one entry of every type,
whose id is the type, so that a case may write `evidence: [court_decision]`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from govscore.catalogue import vocabularies
from govscore.practice.record import Practice

if TYPE_CHECKING:
    from govscore.rubric.compiled import Rubric

Record = dict[str, Any]


def complete(part: Record, rubric: Rubric) -> Practice:
    """Build the practice of which `part` is given.

    Raises:
        pydantic.ValidationError: The part is no part of a practice.
    """
    return Practice.model_validate(filled(part, rubric))


def filled(part: Record, rubric: Rubric) -> Record:
    """Fill in what a record must have, leaving `part` as it is."""
    record = {**neutral(), **part}
    record.setdefault(
        "evidence", [{"id": n, "type": n} for n in vocabularies.words("evidence_type")]
    )
    if "assessments" in part:
        assessor = {
            "assessor": "an evaluator",
            "date": "2025",
            "rubric": f"{rubric.spec.rubric}@{rubric.spec.version}",
        }
        record["assessments"] = [{**assessor, **each} for each in part["assessments"]]
    return record


def neutral() -> Record:
    """Give a record with the required fields only: a running practice, ten years old."""
    return {
        "id": "a-practice",
        "title": "A practice",
        "summary": "A practice about which nothing is known.",
        "kind": "programme",
        "status": "running",
        "period": {"start": "2015"},
        "countries": ["PRT"],
        "jurisdiction": {"level": "national", "name": "a country"},
        "lead_body": {"name": "a body", "type": "civil_society"},
        "target_groups": ["general_public"],
        "themes": ["media_discourse"],
    }
