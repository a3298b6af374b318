"""The label: a band at each end, under the rubric's limits, and whether it is firm.

At the low end only what is proven holds; at the high end everything open counts as settled and
true. A limit or a need that cannot be decided at an end does not act there.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from govscore.errors import ExpressionError
from govscore.result.scored import Label, Limit
from govscore.scale import PRECISION

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from govscore.expressions.program import Program
    from govscore.rubric.compiled import Rubric
    from govscore.scoring.tree import Total, Tree

End = Literal["low", "point", "high"]


@dataclass(frozen=True)
class Ends:
    """What the label is made from: the tree, the overall, and the data of conditions."""

    tree: Tree
    overall: Total
    data: Mapping[str, Any]
    _known: dict[str, bool | None] = field(default_factory=dict)

    def points(self, end: End) -> dict[str, float]:
        """Give every node's points at an end; a node without a point is left out."""
        values = {**self.tree.values, self.tree.rubric.root.id: self.overall}
        found = {name: getattr(value, end) for name, value in values.items()}
        return {name: round(p, PRECISION) for name, p in found.items() if p is not None}

    def asker(self, end: End) -> Callable[[Program], bool | None]:
        """Give what tells whether a condition holds at an end; what is unknown does not hold.

        The answer to a condition that fails on the practice is `None`.
        """
        programs = self.tree.rubric.programs
        activation = programs.activation(
            {
                **self.data,
                "levels": self._levels(end),
                "lows": self.points(end),
                "coverage": self._coverage(end),
            }
        )

        def ask(program: Program) -> bool | None:
            try:
                return program.ask(activation) is True
            except ExpressionError:
                return None

        def ask_once(program: Program) -> bool | None:
            if program.names & _OF_AN_END:
                return ask(program)
            if program.source not in self._known:
                self._known[program.source] = ask(program)
            return self._known[program.source]

        return ask_once

    def _levels(self, end: End) -> dict[str, float]:
        live = {name: r for name, r in self.tree.readings.items() if name in self.tree.shares}
        levels = {
            name: reading.credited if end == "point" else getattr(reading, end)
            for name, reading in live.items()
        }
        return {name: float(level) for name, level in levels.items() if level is not None}

    def _coverage(self, end: End) -> dict[str, float]:
        return {
            name: 1.0 if end == "high" else round(value.coverage, PRECISION)
            for name, value in self.tree.values.items()
        }


_OF_AN_END = frozenset({"levels", "lows", "coverage"})
"""What differs from end to end; a condition that reads nothing of it is asked once."""


def label(rubric: Rubric, ends: Ends) -> Label:
    """Put the overall into words: the bands at both ends, and the one band if it is known."""
    low, low_limits = _band(rubric, ends, "low")
    high, high_limits = _band(rubric, ends, "high")
    point, point_limits = (
        _band(rubric, ends, "point") if ends.overall.point is not None else (None, [])
    )
    essentials = _essentials_scored(rubric, ends)
    firm = essentials and _covered(rubric, ends)
    bands = [band.id for band in rubric.bands]
    so_far = bands[point] if point is not None and essentials else None
    single = bands[low] if low == high else so_far if firm else None
    return Label(
        id=single,
        firm=firm,
        range=(bands[low], bands[high]),
        so_far=so_far,
        limits=[*low_limits, *point_limits, *high_limits],
    )


def plain_band(rubric: Rubric, points: float) -> int:
    """Give the rank of the band that the points alone reach, 0 for the lowest."""
    rounded = round(points, PRECISION)
    starts = [band.start for band in rubric.bands]
    return max(rank for rank, start in enumerate(starts) if rank == 0 or rounded >= start)


def _band(rubric: Rubric, ends: Ends, end: End) -> tuple[int, list[Limit]]:
    """Give the band at an end and the limits that hold it down."""
    ask = ends.asker(end)
    points = ends.points(end)
    reached = plain_band(rubric, points.get(rubric.root.id, 0.0))
    while reached and not _needs_met(rubric, reached, ask):
        reached -= 1
    ceilings = _ceilings(rubric, points, ask)
    binding = [name for name, ceiling in ceilings.items() if ceiling < reached]
    band = min([reached, *ceilings.values()])
    return band, [Limit(id=name, at=end) for name in binding]


def _needs_met(rubric: Rubric, rank: int, ask: Callable[[Program], bool | None]) -> bool:
    program = rubric.needs[rubric.spec.bands.index(rubric.bands[rank])]
    return program is None or ask(program) is True


def _ceilings(
    rubric: Rubric, points: Mapping[str, float], ask: Callable[[Program], bool | None]
) -> dict[str, int]:
    """Give the highest band each limit allows; the first of an id that holds decides."""
    ranks = {band.id: rank for rank, band in enumerate(rubric.bands)}
    ceilings: dict[str, int] = {}
    for limit, program in zip(rubric.spec.limits, rubric.limits, strict=True):
        # A limit that fails on a practice binds: a fault must not open what it was to close.
        if limit.id in ceilings or (program is not None and ask(program) is False):
            continue
        if limit.at_most in ranks:
            ceilings[limit.id] = ranks[limit.at_most]
        else:
            lows = [points[node.id] for node in rubric.top if node.id in points]
            lowest = min((plain_band(rubric, each) for each in lows), default=0)
            ceilings[limit.id] = min(lowest + 1, len(ranks) - 1)
    return ceilings


def _essentials_scored(rubric: Rubric, ends: Ends) -> bool:
    open_ = {"unassessed", "partial", "error"}
    return all(
        ends.tree.readings[criterion.id].status not in open_
        for criterion in rubric.spec.criteria
        if criterion.essential
    )


def _covered(rubric: Rubric, ends: Ends) -> bool:
    least = round(rubric.spec.coverage.firm, PRECISION)
    live = [ends.tree.values[node.id] for node in rubric.top if node.id in ends.tree.values]
    return bool(live) and all(round(value.coverage, PRECISION) >= least for value in live)
