"""Levels by rule: the highest level whose condition holds.

The low end is the highest level that holds; the high end the highest that holds or is unknown.
Where nothing holds and something is unknown, the criterion is unassessed; where nothing holds and
nothing is unknown, the level is 0.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field

from govscore import scale
from govscore.measures._measure import Case, Descriptor, Measure, Reading, Reason
from govscore.scale import TOP

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from govscore.result.run import CriterionWords
    from govscore.result.scored import Criterion


class RuleLevel(Descriptor):
    """A level: its descriptor, and the condition under which it holds."""

    when: str | None = None


class Rules(Measure):
    """A criterion derived from the practice's facts."""

    asks_fields = True
    decided = "Decided by rules from the facts in the record."

    kind: Literal["rules"]
    assessed: str | None = Field(None, description="when the criterion is scored at all (CEL)")
    na_when: str | None = Field(None, description="when it does not concern the practice (CEL)")
    levels: dict[Annotated[int, Field(ge=0, le=TOP)], RuleLevel]

    def sources(self) -> dict[str, str]:
        """List the conditions by their place."""
        found = {f"levels/{n}/when": level.when for n, level in self.levels.items() if level.when}
        found |= {"assessed": self.assessed} if self.assessed else {}
        return found | ({"na_when": self.na_when} if self.na_when else {})

    def describe(self) -> Iterator[tuple[str, str]]:
        """Say first whether the levels are asked at all."""
        if self.na_when:
            yield "not applicable when", self.na_when
        if self.assessed:
            yield "scored when", self.assessed
        yield from super().describe()

    def read(self, case: Case) -> Reading:
        """Ask from the top until a level holds, then again with strong enough evidence only."""
        if self.na_when and case.ask("na_when"):
            return Reading.not_applicable("na_when")
        if self.assessed and not case.ask("assessed"):
            return Reading.unassessed()
        answers: dict[int, bool | None] = {}
        conditions = self._conditions
        for level, condition in conditions:
            answers[level] = answer = case.ask(condition)
            if answer:
                break
        low, high = _ends(answers)
        if low is None:
            return Reading.unassessed()
        credited, needs = 0, case.needs
        for level, condition in conditions:
            need = needs.get(level, 0)
            if level <= low and (not need or case.backed(need).ask(condition)):
                credited = level
                break
        return self._reading(case, low, high, credited)

    @cached_property
    def _conditions(self) -> list[tuple[int, str]]:
        """The levels that have a condition with its key, the highest first."""
        return [
            (number, f"levels/{number}/when")
            for number in sorted(self.levels, reverse=True)
            if self.levels[number].when
        ]

    def _reading(self, case: Case, low: int, high: int, credited: int) -> Reading:
        traced = case.trace(f"levels/{low}/when" if low else None)
        return Reading.between(
            low,
            high,
            credited,
            "held" if low else "none_held",
            args={"level": low},
            rule=self.levels[low].when if low else None,
            pointers=traced.pointers,
            facts=traced.facts,
            evidence=traced.evidence,
        )


def _ends(answers: Mapping[int, bool | None]) -> tuple[int | None, int]:
    """Give the level that holds and the highest that may; `None` where that is not known.

    `answers` runs from the top down to the first level that holds.
    """
    possible = [level for level, answer in answers.items() if answer is not False]
    if not possible:
        return 0, 0
    return possible[-1] if answers[possible[-1]] else None, possible[0]


def _held(found: Criterion, words: CriterionWords) -> str:
    says = words.levels.get(scale.level(found.claimed), "")
    if found.status != "partial":
        return says
    return f"{says} What the record leaves open could make it {scale.level(found.high)}."


REASONS = {
    "held": Reason(_held, told_by="level"),
    "none_held": Reason(
        lambda found, words: words.levels.get("0", "No level holds.") if found.claimed == 0 else ""
    ),
    "na_when": Reason(
        lambda _, words: f"Not applicable: {words.na}." if words.na else "Not applicable."
    ),
}
