"""What every measure is handed, and what it gives back."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal

from pydantic import BaseModel, ConfigDict

from govscore.measures._backing import backed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cel_expr_python import cel

    from govscore.expressions import Facts, Found, Program, Programs
    from govscore.practice import Practice
    from govscore.practice.assessment import Assessment, Rating

Status = Literal["scored", "partial", "unassessed", "not_applicable", "not_yet_due", "error"]

TOP = 4
"""The highest level. Levels run from 0 to 4; a level is worth 25 points."""


@dataclass(frozen=True, slots=True)
class Spot:
    """What a measure is asked about: a criterion, without its weight, which is not its concern."""

    criterion: str
    claim: str
    na: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """What a measure found in a practice.

    `low` and `high` are the levels (0-4) that are proven and possible; `claimed` is the level before
    evidence capped it to `credited`, which is what is earned. `coverage` is the share (0-1) settled.
    """

    status: Status
    claimed: float | None
    credited: float | None
    low: float
    high: float
    coverage: float
    because: str
    args: Mapping[str, Any] = field(default_factory=dict)
    rule: str | None = None
    pointers: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()

    @classmethod
    def unassessed(cls, because: str = "silent", **args: object) -> Reading:
        """Give the reading of a criterion about which nothing is known."""
        return cls("unassessed", None, None, 0, TOP, 0.0, because, args)

    @classmethod
    def not_applicable(cls, because: str, **args: object) -> Reading:
        """Give the reading of a criterion that does not concern the practice."""
        return cls("not_applicable", None, None, 0, TOP, 0.0, because, args)


@dataclass
class Case:
    """One practice before one rubric: all that measures may look at.

    `data` is what programs run on (`p` and `vocab`); `strengths` gives the strength (1-4) of each piece of
    evidence by kind of claim; `needs` the strength that a level asks for.
    """

    practice: Practice
    data: dict[str, Any]
    found: Found
    facts: Facts
    programs: Programs
    strengths: Mapping[str, Mapping[str, int]]
    needs: Mapping[int, int]
    assessments: tuple[Assessment, ...]
    _backed: dict[tuple[str, int], cel.Activation] = field(default_factory=dict)

    @cached_property
    def activation(self) -> cel.Activation:
        """The data and the facts, for programs."""
        return self.programs.activation({**self.data, **self.found.values})

    def backed(self, claim: str, need: int) -> cel.Activation:
        """Give the same, as it would be if only items with evidence of strength `need` were there."""
        key = (claim, need)
        if key not in self._backed:
            strong = backed(self.data["p"], self.strengths[claim], need)
            if strong is self.data["p"]:
                self._backed[key] = self.activation
            else:
                data = {**self.data, "p": strong}
                found = self.facts.find(data)
                self._backed[key] = self.programs.activation({**data, **found.values})
        return self._backed[key]

    def ratings(self, criterion: str) -> list[tuple[Assessment, Rating]]:
        """List the ratings of the criterion, in the order of the file."""
        return [
            (assessment, assessment.ratings[criterion])
            for assessment in self.assessments
            if criterion in assessment.ratings
        ]

    def strength(self, claim: str, evidence: list[str] | tuple[str, ...] | None) -> int:
        """Give the strength of the best of these pieces of evidence, 0 if there is none."""
        known = self.strengths[claim]
        return max((known.get(each, 0) for each in evidence or ()), default=0)


class Measure(BaseModel):
    """A kind of measure, as a rubric's criterion states it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: str

    def sources(self) -> dict[str, str]:
        """List the expressions of the measure by their place in it, for compiling and checking."""
        return {}

    def names(self) -> dict[str, str]:
        """List the items that a practice file may answer, with their words."""
        return {}

    def descriptors(self) -> dict[int, str]:
        """List the words of the levels."""
        return {}

    def read(self, spot: Spot, case: Case, programs: Mapping[str, Program]) -> Reading:
        """Read the practice; `programs` are the compiled `sources`."""
        raise NotImplementedError
