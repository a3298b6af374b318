"""The band at an end of the label, decided once for all scenarios that are alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from govscore.scoring.labels import band, rank
from govscore.studies.robustness.answers import Questions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govscore.expressions.program import Program
    from govscore.rubric.compiled import Rubric
    from govscore.scoring.conditions import End
    from govscore.studies.robustness.answers import Answers
    from govscore.studies.robustness.arrays import Ints
    from govscore.studies.robustness.sums import Sums

NO_BAND = -1
"""Stands where there is no point, hence no band at it."""


def bands(sums: Sums, answers: Sequence[Answers], end: End) -> Ints:
    """Give the rank of the band at an end, 0 for the lowest, in each practice and scenario."""
    rubric = sums.batch.rubric
    points = sums.points(end)
    overall = points[rubric.root.id]
    indicators = [points[node.id] for node in rubric.top if node.id in points]
    weakest = np.fmin.reduce([np.full(sums.shape, np.nan), *indicators])
    reached, lowest = (
        rank(rubric, each) + np.zeros(sums.shape, int) for each in (overall, weakest)
    )
    known = ~np.isnan(overall)
    coverage = sums.coverage(end)
    found = np.full(sums.shape, NO_BAND)
    for row, practice in enumerate(answers):
        asked = Questions(practice, end, row, {"lows": points, "coverage": coverage}, sums.batch)
        groups: dict[tuple[int, int], list[int]] = {}
        for column in np.flatnonzero(known[row]).tolist():
            groups.setdefault((int(reached[row, column]), int(lowest[row, column])), []).append(
                column
            )
        for (own, least), columns in groups.items():
            for alike, decided in _decided(rubric, own, least, asked, columns):
                found[row, alike] = decided
    return found


def _decided(
    rubric: Rubric, reached: int, lowest: int, asked: Questions, columns: list[int]
) -> list[tuple[list[int], int]]:
    """Decide scenarios of the same ranks; they part where a condition does not answer all alike."""
    found = []
    waiting = [columns]
    while waiting:
        group = _Group(asked, waiting.pop(), waiting)
        decided, _ = band(rubric, reached, lowest, group.ask)
        found.append((group.columns, decided))
    return found


class _Group:
    """Scenarios that have answered alike so far; those that come to differ wait for their turn."""

    def __init__(self, asked: Questions, columns: list[int], waiting: list[list[int]]) -> None:
        self.columns = columns
        self._asked = asked
        self._waiting = waiting

    def ask(self, program: Program) -> bool | None:
        answers = self._asked.answers(program, self.columns)
        first = answers[0]
        others = [c for c, each in zip(self.columns, answers, strict=True) if each is not first]
        if others:
            self.columns = [
                c for c, each in zip(self.columns, answers, strict=True) if each is first
            ]
            self._waiting.append(others)
        return first
