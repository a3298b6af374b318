"""What every measure is handed, and what it gives back."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict

from govscore.expressions.subset import Subset
from govscore.measures._backing import Backing
from govscore.scale import TOP

if TYPE_CHECKING:
    from collections.abc import Mapping

    from govscore.expressions.facts import Facts, Found
    from govscore.expressions.program import Activation, Program
    from govscore.practice.assessment import Assessment, Rating
    from govscore.practice.record import Practice

Status = Literal["scored", "partial", "unassessed", "not_applicable", "not_yet_due", "error"]

Figure: TypeAlias = float | bool | str
"""A value of `indicator_values`."""


@dataclass(frozen=True, slots=True)
class Spot:
    """What a measure is asked about: a criterion, without its weight, which is not its concern."""

    criterion: str
    claim: str
    na: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """What a measure found in a practice.

    `low` and `high` are the levels (0-4) that are proven and possible; `claimed` is the level
    before evidence capped it to `credited`, which is what is earned. `coverage` is the share (0-1)
    settled.
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

    `view` is the practice as rules see it; `strengths` gives the strength (1-4) of each piece of
    evidence by kind of claim; `needs` the strength that a level asks for.
    """

    practice: Practice
    view: dict[str, Any]
    found: Found
    facts: Facts
    strengths: Mapping[str, Mapping[str, int]]
    needs: Mapping[int, int]
    assessments: tuple[Assessment, ...]
    _strong: dict[tuple[str, int], Subset] = field(default_factory=dict)
    _backing: dict[str, Backing] = field(default_factory=dict)

    @cached_property
    def _activation(self) -> Activation:
        return self.facts.activation_of_all(self.view, self.found)

    def ask(self, program: Program) -> bool | None:
        """Evaluate a condition on the practice to true, false or unknown (`None`)."""
        return program.ask(self._activation)

    def ask_backed(self, program: Program, claim: str, need: int) -> bool | None:
        """Evaluate a condition as if only items with evidence of strength `need` were there."""
        key = (claim, need)
        if key not in self._strong:
            if claim not in self._backing:
                self._backing[claim] = Backing(self.view, self.strengths[claim])
            left = self._backing[claim].left(need)
            self._strong[key] = Subset(self.facts, self.view, self.found, left)
        strong = self._strong[key]
        return strong.ask(program) if strong.affects(program) else self.ask(program)

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

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

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

    def advice(self) -> dict[int, str]:
        """List what to do to reach the levels, where the rubric says it."""
        return {}

    def key(self) -> str | None:
        """Name the key of a practice's `indicator_values` that it reads, if it reads one."""
        return None

    def extremes(self, criterion: str) -> list[dict[str, Any]]:
        """Give parts of practice records that it reads as its lowest and its highest level.

        A measure that follows from rules has none to give: only cases show what its rules ask.
        """
        del criterion
        return []

    def read(self, spot: Spot, case: Case, programs: Mapping[str, Program]) -> Reading:
        """Read the practice; `programs` are the compiled `sources`."""
        raise NotImplementedError
