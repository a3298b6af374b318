"""What evaluators judged, kept apart from the description."""

from typing import Annotated

from pydantic import Field, StringConstraints

from govscore.practice.base import Date, Id, Section, Text, Title, Vocabulary


class Rating(Section):
    """A level from 0 to 4, or why there is none."""

    level: Annotated[int, Field(ge=0, le=4)] | None = None
    up_to: Annotated[int, Field(ge=0, le=4)] | None = Field(
        None, description="the highest level that what was seen does not rule out"
    )
    state: Annotated[str, Vocabulary("rating_state")] | None = None
    rationale: Text | None = None
    evidence: list[Id] | None = None


class Assessment(Section):
    """The ratings of one evaluator, named by role."""

    assessor: Title
    role: Title | None = None
    affiliation: Title | None = None
    date: Date
    rubric: Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+@[0-9]+(\.[0-9]+)*$")]
    interests: Text | None = None
    ratings: dict[str, Rating]


class SecondAssessment(Assessment):
    """An assessment in a file of its own, until it is joined to the record of its practice.

    `record` is the SHA-256 of the practice file that was rated.
    """

    practice: Id
    record: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
