"""Ratings in the file: where one lies, and which operations write a level or take it out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from govscore.desk import forms
from govscore.pointers import at, pointer
from govscore.practice.assessment import Assessment
from govscore.rubric.asks import keyed
from govscore.yamlio.operations import Append, Drop, Operation, Set

if TYPE_CHECKING:
    from govscore.desk.forms import Field
    from govscore.desk.subject import Subject

OUTSIDE = "not_applicable"
"""The state of a rating that says that a criterion does not concern the practice."""


def place(value: dict[str, Any], criterion: str) -> str:
    """Give the place of the rating of a criterion: in the last assessment of the file."""
    known = value.get("assessments") or []
    return pointer(["assessments", max(len(known) - 1, 0), "ratings", criterion])


def rated(value: dict[str, Any], pointer_: str, said: dict[str, Any]) -> tuple[Operation, ...]:
    """Give what writes a level or a state (`said`) at a place; what it goes against goes."""
    rating = at(pointer_, value)
    if not isinstance(rating, dict):
        return (Set(pointer_, said),)
    other = ("state",) if "level" in said else ("level", "up_to")
    gone = [key for key in other if key in rating]
    written = [Set(f"{pointer_}/{key}", found) for key, found in said.items()]
    return (*written, *(Drop(f"{pointer_}/{key}") for key in gone))


def rate(
    sitting: Subject, criterion: str, said: dict[str, Any], who: dict[str, Any]
) -> tuple[Operation, ...]:
    """Give what writes a level or a state: in the last assessment, or in a new one.

    `who` describes the evaluator of a record that has no assessment yet.
    """
    if sitting.value.get("assessments"):
        return rated(sitting.value, place(sitting.value, criterion), said)
    spec = sitting.job.rubric.spec
    made = {
        **who,
        "date": sitting.job.plan.as_of,
        "rubric": f"{spec.rubric}@{spec.version}",
        "ratings": {criterion: said},
    }
    return (Append("/assessments", {key: made[key] for key in keyed(Assessment) if key in made}),)


def unrated(sitting: Subject, criterion: str) -> tuple[Operation, ...]:
    """Give what takes the rating of a criterion out."""
    return (Drop(place(sitting.value, criterion)),)


def evaluator() -> list[Field]:
    """List what is asked of who rates, once."""
    kept = {"assessor", "role", "affiliation", "interests"}
    return [each for each in forms.fields(Assessment) if each.path[0] in kept]
