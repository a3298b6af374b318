"""One practice under one rubric, from its facts to its place in the result."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from govscore.result.scored import Scored
from govscore.scoring import conflicts, parts, totals
from govscore.scoring.conclusion import Conclusion, add_up, conclude
from govscore.scoring.conditions import Conditions
from govscore.scoring.labels import label
from govscore.scoring.lenses import lenses
from govscore.scoring.read import Assumptions, case, read_criteria, reread

if TYPE_CHECKING:
    from govscore.measures._measure import Reading
    from govscore.practice.record import Practice
    from govscore.result.scored import Place, ScoredPractice
    from govscore.rubric.compiled import Rubric


def score(
    practice: Practice,
    rubric: Rubric,
    options: Assumptions,
    *,
    path: str,
    place: Place | None = None,
) -> ScoredPractice:
    """Score a practice: read every criterion, add up, and put it into words.

    Scoring knows pointers, not files: `place` finds the line and column of a pointer for the facts
    of the result, which stay without lines when it is left out.
    """
    return Weighed(practice, rubric, options).scored(path, place).practice


class Weighed:
    """A practice that was read under a rubric, and what that comes to.

    Every criterion is read at once; the rest is worked out when it is asked for: rules ask for
    little of it.
    """

    def __init__(self, practice: Practice, rubric: Rubric, options: Assumptions) -> None:
        """Read every criterion."""
        self._practice, self._rubric, self._options = practice, rubric, options
        whole = case(practice, rubric, options)
        self._taken = read_criteria(whole, rubric.spec.criteria, options)

    @property
    def readings(self) -> dict[str, Reading]:
        """The readings of the criteria, by their ids."""
        return self._taken.readings

    @property
    def conflicts(self) -> list[str]:
        """The pointers of the legal items against which a conflict stands."""
        return conflicts.standing(self._practice)

    @cached_property
    def coverage(self) -> dict[str, float | None]:
        """The share (0-1) known of each node in the tree, as the result states it."""
        found = totals.coverage(self._rubric, self.readings)
        return {name: totals.known(each) for name, each in found.items()}

    @cached_property
    def notes(self) -> list[str]:
        """What the rubric notes, and that a phase is not due yet; what fails notes nothing."""
        ask = self._conditions.at()
        notes = [name for name, program in self._rubric.notes.items() if ask(program)]
        undue = any(reading.status == "not_yet_due" for reading in self.readings.values())
        return [*notes, "evaluation_not_due"] if undue else notes

    def scored(self, path: str, place: Place | None = None) -> Scored:
        """Give the practice as the result has it, in plain parts; arguments are as for `score`."""
        practice, spec, taken = self._practice, self._rubric.spec, self._taken
        sums = add_up(self._rubric, self.readings)
        came_to = Conclusion(*sums, label(*sums, self._conditions))
        where = parts.Where(path, place)
        day = self._options.as_of
        nodes = [each for each in spec.nodes if each.under]
        return Scored(
            {
                "id": practice.id,
                "title": practice.title,
                "path": path,
                "record": taken.case.record,
                "overall": parts.overall(came_to),
                "label": parts.label(came_to),
                "nodes": [parts.node(each, came_to, taken.case, day) for each in nodes],
                "criteria": parts.criteria(taken, came_to, where),
                "lenses": lenses(practice, self._rubric, self.readings),
                "notes": self.notes,
                "breaches": self._breaches(where),
            }
        )

    @cached_property
    def _conditions(self) -> Conditions:
        return Conditions.of(self._taken.case)

    def _breaches(self, where: parts.Where) -> list[dict[str, Any]]:
        found = []
        for at, remedied in conflicts.remedied(self._practice):
            without = reread(self._taken, remedied, self._options, conflicts.KEY)
            after = conclude(self._rubric, without.readings, Conditions.of(without.case))
            found.append(parts.breach(where.fact(at), self._taken, without, after.label))
        return found
