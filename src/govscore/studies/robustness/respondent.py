"""A scored practice as the conditions of limits and bands see it."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from govscore.expressions.facts import Found
from govscore.practice.record import Practice as Record
from govscore.practice.view import view
from govscore.scoring.tree import LIVE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from govscore.expressions.program import Program
    from govscore.result.scored import ScoredPractice
    from govscore.rubric.compiled import Rubric
    from govscore.scoring.labels import End


@dataclass
class Respondent:
    """One practice of a result, the rubric that scored it, and the day that dates everything."""

    practice: ScoredPractice
    rubric: Rubric
    as_of: str
    _levels: dict[tuple[End, str | None], dict[str, float]] = field(default_factory=dict)

    @cached_property
    def live(self) -> frozenset[str]:
        """The criteria in the tree."""
        return frozenset(each.id for each in self.practice.criteria if each.status in LIVE)

    def ask(
        self, program: Program, end: End, without: str | None, moved: Mapping[str, Any]
    ) -> bool:
        """Ask a condition at an end, with a criterion left out or none; true only if it is sure.

        `moved` are the numbers that the weights change.
        """
        data = dict(moved)
        if "levels" in program.names:
            data["levels"] = self.levels(end, without)
        if program.names & {"p", *self.rubric.facts.by_name}:
            data |= {name: self._facts[name] for name in program.names if name in self._facts}
        return program.ask(self.rubric.programs.activation(data)) is True

    def levels(self, end: End, without: str | None) -> dict[str, float]:
        """Give the levels of the criteria in the tree at an end, those left out that have none."""
        if (end, without) not in self._levels:
            levels = {
                each.id: each.credited if end == "point" else getattr(each, end)
                for each in self.practice.criteria
                if each.id in self.live and each.id != without
            }
            known = {name: float(level) for name, level in levels.items() if level is not None}
            self._levels[end, without] = known
        return self._levels[end, without]

    @cached_property
    def _facts(self) -> dict[str, Any]:
        """The practice and the facts that conditions read, as the engine reads them."""
        facts = self.rubric.facts
        programs = [each for each in (*self.rubric.limits, *self.rubric.needs) if each]
        wanted = frozenset[str]().union(*(program.names for program in programs))
        seen = view(Record.model_validate(self.practice.record), self.as_of)
        found = Found()
        for name in facts.behind(wanted):
            facts.evaluate(name, seen, found)
        return {"p": seen, **found.values}
