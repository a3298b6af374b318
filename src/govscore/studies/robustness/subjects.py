"""One practice in the study: where it stands in each choice, how firmly, and what moves it most."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from govscore.result import robustness as model
from govscore.result.scored import LIVE
from govscore.studies.robustness.bands import NO_BAND

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from govscore.result.scored import ScoredPractice
    from govscore.studies.robustness.arrays import Floats, Ints
    from govscore.studies.robustness.scenarios import Scenarios
    from govscore.studies.robustness.table import Table


def studied(
    practice: ScoredPractice, row: int, table: Table, scenarios: Scenarios
) -> model.StudiedPractice:
    """Tell how one practice, a row of the table, fares."""
    line = _Line(row, table)
    live = {each.id for each in practice.criteria if each.status in LIVE}
    removed = {
        name: column
        for name, column in zip(scenarios.removals, scenarios.removed, strict=True)
        if name in live
    }
    bands = [each.id for each in scenarios.rubric.bands]
    return model.StudiedPractice(
        id=practice.id,
        title=practice.title,
        path=practice.path,
        label=practice.label,
        standings=[
            line.placing(0, bands),
            *(line.placing(each, bands) for each in scenarios.chosen),
        ],
        choices=line.stability(scenarios.chosen),
        removals=line.stability(removed.values()),
        draws=line.stability(scenarios.drawn),
        low=line.span(line.low) or (0.0, 0.0),
        point=line.span(line.point),
        moves_low=_most(line.low, removed),
        moves_point=_most(line.point, removed),
    )


class _Line:
    """The row of a practice in the table."""

    def __init__(self, row: int, table: Table) -> None:
        self.low = table.points["low"][row]
        self.point = table.points["point"][row]
        self._high = table.points["high"][row]
        self._ranks = {end: ranks[row] for end, ranks in table.bands.items()}
        self._holds = table.holds[row]
        self._places_low = table.places_low[row]
        self._places_point: Ints | None = None
        if row in table.pointed:
            self._places_point = table.places_point[int(np.searchsorted(table.pointed, row))]

    def placing(self, column: int, bands: Sequence[str]) -> model.Placing:
        """Give where the practice stands in one scenario."""
        low, point, high = (int(self._ranks[end][column]) for end in ("low", "point", "high"))
        places = self._places_point
        return model.Placing(
            low=self.low[column],
            high=self._high[column],
            point=None if np.isnan(self.point[column]) else self.point[column],
            range=(bands[low], bands[high]),
            band=None if point == NO_BAND else bands[point],
            holds=self._holds[column],
            place_low=self._places_low[column],
            place_point=None if places is None else places[column],
        )

    def stability(self, columns: Iterable[int]) -> model.Stability:
        """Tell how the practice fares in some scenarios."""
        some = list(columns)
        return model.Stability(
            label=model.Held(held=int(self._holds[some].sum()), of=len(some)),
            low=self.span(self.low[some]),
            point=self.span(self.point[some]),
            places_low=_places(self._places_low, some),
            places_point=None if self._places_point is None else _places(self._places_point, some),
        )

    def span(self, numbers: Floats) -> model.Span | None:
        """Give the least and the most of what is known."""
        known = numbers[~np.isnan(numbers)]
        return (float(known.min()), float(known.max())) if known.size else None


def _places(found: Ints, columns: list[int]) -> model.Places | None:
    some = found[columns]
    if not some.size:
        return None
    return model.Places(
        kept=model.Held(held=int((some == found[0]).sum()), of=some.size),
        best=int(some.min()),
        worst=int(some.max()),
    )


def _most(numbers: Floats, removed: dict[str, int]) -> model.Move | None:
    """Find the criterion without which the points change most; of equals, the rubric's first."""
    changes = {
        name: round(float(numbers[column] - numbers[0]), 9)
        for name, column in removed.items()
        if not np.isnan(numbers[column] - numbers[0])
    }
    name = max(changes, key=lambda each: abs(changes[each]), default=None)
    if name is None or not changes[name]:
        return None
    return model.Move(criterion=name, change=changes[name])
