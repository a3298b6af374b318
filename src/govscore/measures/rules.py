"""Levels by rule: the highest level whose condition holds.

The low end is the highest level that holds; the high end the highest that holds or is unknown.
Where nothing holds and something is unknown, the criterion is unassessed; where nothing holds and
nothing is unknown, the level is 0.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from govscore.errors import ExpressionError
from govscore.measures._measure import Case, Measure, Reading, Spot
from govscore.measures._trace import trace
from govscore.scale import TOP

if TYPE_CHECKING:
    from collections.abc import Mapping

    from govscore.expressions.program import Program


class RuleLevel(BaseModel):
    """A level: its descriptor, and the condition under which it holds."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    says: str
    when: str | None = None
    reach: str | None = Field(None, description="what to do to reach it, as an order")


class Rules(Measure):
    """A criterion derived from the practice's facts."""

    kind: Literal["rules"]
    assessed: str | None = Field(None, description="when the criterion is scored at all (CEL)")
    na_when: str | None = Field(None, description="when it does not concern the practice (CEL)")
    levels: dict[Annotated[int, Field(ge=0, le=TOP)], RuleLevel]

    def sources(self) -> dict[str, str]:
        """List the conditions by their place."""
        found = {f"levels/{n}/when": level.when for n, level in self.levels.items() if level.when}
        found |= {"assessed": self.assessed} if self.assessed else {}
        return found | ({"na_when": self.na_when} if self.na_when else {})

    def descriptors(self) -> dict[int, str]:
        """List the words of the levels."""
        return {number: level.says for number, level in sorted(self.levels.items())}

    def advice(self) -> dict[int, str]:
        """List what to do to reach the levels."""
        return {n: level.reach for n, level in sorted(self.levels.items()) if level.reach}

    def read(self, spot: Spot, case: Case, programs: Mapping[str, Program]) -> Reading:
        """Ask the rules, then ask again with strong enough evidence only."""
        try:
            return self._read(spot, case, programs)
        except ExpressionError as error:
            return Reading("error", None, None, 0, TOP, 0.0, "error", {"reason": str(error)})

    def _read(self, spot: Spot, case: Case, programs: Mapping[str, Program]) -> Reading:
        if self.na_when and case.ask(programs["na_when"]):
            return Reading.not_applicable("na_when")
        if self.assessed and not case.ask(programs["assessed"]):
            return self._silent(case, programs)
        low, high = self._asked(case, programs)
        if low is None:
            return self._silent(case, programs)
        return self._reading(spot, case, programs, low, high)

    def _asked(self, case: Case, programs: Mapping[str, Program]) -> tuple[int | None, int]:
        """Ask from the top until a level holds; `None` where none does and one is unknown."""
        high = None
        for number, place in self._places():
            answer = case.ask(programs[place])
            if answer:
                return number, number if high is None else high
            if answer is None and high is None:
                high = number
        return (0, 0) if high is None else (None, high)

    def _reading(
        self, spot: Spot, case: Case, programs: Mapping[str, Program], low: int, high: int
    ) -> Reading:
        rule = f"levels/{low}/when" if low else None
        asked = [programs[rule]] if rule else list(programs.values())
        traced = trace(case, asked)
        credited = self._credited(spot, case, programs, low)
        return Reading(
            status="scored" if low == high else "partial",
            claimed=low,
            credited=credited,
            low=credited,
            high=high,
            coverage=1 - (high - low) / TOP,
            because="held" if rule else "none_held",
            args={"level": low},
            rule=programs[rule].source if rule else None,
            pointers=traced.pointers,
            facts=traced.facts,
            evidence=traced.evidence,
        )

    def _silent(self, case: Case, programs: Mapping[str, Program]) -> Reading:
        errors = case.found.errors.keys() & case.facts.behind(
            frozenset[str]().union(*(program.names for program in programs.values()))
        )
        if errors:
            raise ExpressionError(case.found.errors[min(errors)])
        return Reading.unassessed()

    def _credited(
        self, spot: Spot, case: Case, programs: Mapping[str, Program], claimed: int
    ) -> int:
        for level, place in self._places():
            need = case.needs.get(level, 0)
            if level > claimed:
                continue
            if not need or case.ask_backed(programs[place], spot.claim, need):
                return level
        return 0

    def _places(self) -> list[tuple[int, str]]:
        """List the levels with a condition, the highest first."""
        return [
            (number, f"levels/{number}/when")
            for number in sorted(self.levels, reverse=True)
            if self.levels[number].when
        ]
