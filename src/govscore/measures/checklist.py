"""Levels by a list of yes/no facts.

Of n applicable items, y answered yes: level 4 if y = n; 3 if y ≥ n-1 and y ≥ 2; 2 if y ≥ n-2 and
2y ≥ n; 1 if y ≥ 1; else 0. `partly` counts as no, and is shown. What is open widens the interval.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from govscore.measures._measure import Case, Measure, Reading, Spot
from govscore.pointers import pointer
from govscore.scale import TOP

if TYPE_CHECKING:
    from collections.abc import Mapping

    from govscore.expressions.program import Program
    from govscore.practice.policy import Checklist as Section


class Descriptor(BaseModel):
    """A level in words."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    says: str
    reach: str | None = Field(None, description="what to do to reach it, as an order")


class Checklist(Measure):
    """A criterion made of named checks."""

    kind: Literal["checklist"]
    items: dict[str, str]
    levels: dict[Annotated[int, Field(ge=0, le=TOP)], Descriptor]

    def names(self) -> dict[str, str]:
        """List the checks."""
        return dict(self.items)

    def descriptors(self) -> dict[int, str]:
        """List the words of the levels."""
        return {number: level.says for number, level in sorted(self.levels.items())}

    def advice(self) -> dict[int, str]:
        """List what to do to reach the levels."""
        return {n: level.reach for n, level in sorted(self.levels.items()) if level.reach}

    def extremes(self, criterion: str) -> list[dict[str, Any]]:
        """Give the checklist answered no throughout, and yes throughout."""
        return [
            {"checks": {criterion: dict.fromkeys(self.items, answer)}} for answer in ("no", "yes")
        ]

    def read(self, spot: Spot, case: Case, programs: Mapping[str, Program]) -> Reading:
        """Count the answers, and what could still be answered yes."""
        del programs
        section = (case.practice.checks or {}).get(spot.criterion)
        sorted_ = self._sorted(section)
        total = len(self.items) - len(sorted_["not_applicable"])
        if section is None or len(sorted_["unknown"]) >= total:
            return Reading.unassessed("silent", **sorted_ if section is not None else {})
        strengths = self._strengths(spot, case, section, sorted_["yes"])
        low = level(total, len(strengths))
        high = level(total, len(strengths) + len(sorted_["unknown"]))
        credited = _credited(total, list(strengths.values()), low, case.needs)
        answered = [name for name in self.items if name not in sorted_["unknown"]]
        return Reading(
            status="scored" if low == high else "partial",
            claimed=low,
            credited=credited,
            low=credited,
            high=high,
            coverage=1 - (high - low) / TOP,
            because="checklist",
            args={**sorted_, "of": total},
            pointers=tuple(pointer(["checks", spot.criterion, name]) for name in answered),
            evidence=_evidence(section, answered),
        )

    def _sorted(self, section: Section | None) -> dict[str, list[str]]:
        """Sort the checks by their answer; a check without an answer is unknown."""
        answers = section.answers() if section else {}
        sorted_: dict[str, list[str]] = {
            answer: [] for answer in ("yes", "partly", "no", "unknown", "not_applicable")
        }
        for name in self.items:
            sorted_[answers[name].answer if name in answers else "unknown"].append(name)
        return sorted_

    def _strengths(
        self, spot: Spot, case: Case, section: Section, yes: list[str]
    ) -> dict[str, int]:
        answers = section.answers()
        return {
            name: case.strength(spot.claim, answers[name].evidence or section.evidence)
            for name in yes
        }


def level(total: int, yes: int) -> int:
    """Give the level (0-4) of `yes` out of `total` applicable checks."""
    if yes == total:
        return 4
    if yes >= total - 1 and yes >= 2:  # noqa: PLR2004 - one yes alone is never substantial
        return 3
    if yes >= total - 2 and 2 * yes >= total:
        return 2
    return 1 if yes else 0


def _credited(total: int, strengths: list[int], claimed: int, needs: Mapping[int, int]) -> int:
    for candidate in range(claimed, 0, -1):
        counted = sum(strength >= needs.get(candidate, 0) for strength in strengths)
        if level(total, counted) >= candidate:
            return candidate
    return 0


def _evidence(section: Section, answered: list[str]) -> tuple[str, ...]:
    answers = section.answers()
    lists = [answers[name].evidence or section.evidence or [] for name in answered]
    return tuple(dict.fromkeys(each for ids in lists for each in ids))
