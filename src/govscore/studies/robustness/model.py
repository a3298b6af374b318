"""What the study of robustness yields: stands on its own, and reads and writes itself as JSON.

Points are 0-100; what is not known is `None`. A label holds in a scenario when the bands at its low
and high end stay, and with them the band at the point, where the practice has a point as scored.

How to show it: for each practice the share of `draws` in which its label holds, in how many of the
`choices` and `removals` it does, the spans of its points, and what moves it most. For the
collection the tally of each choice, of the draws, and of the removals that cost most labels.
`Robustness.choices[0]` is the rubric as it is, which trivially holds; each practice has one
`Standing` for each of the choices, in their order.
"""

from __future__ import annotations

from typing import Literal

from govscore.result.run import Heading, Input
from govscore.result.scored import Frozen, Label

SCHEMA_VERSION = "1"

TreeName = Literal["given", "equal", "flat"]
Span = tuple[float, float]
"""The least and the most points."""


class Held(Frozen):
    """In how many of how many cases something holds."""

    held: int
    of: int

    @property
    def share(self) -> float | None:
        """The share (0-1) of cases in which it holds; `None` without a case."""
        return self.held / self.of if self.of else None


class Tally(Frozen):
    """How a collection fares: labels that hold, pairs of practices that keep their order.

    Counted over scenarios times practices, or pairs. Practices that are level as scored have no
    order to keep; by the point, only pairs count of which both have one in the scenario.
    """

    labels: Held
    pairs_low: Held
    pairs_point: Held


class Choice(Frozen):
    """A mean at the root with a tree, and how the collection fares."""

    aggregate: str
    tree: TreeName
    tally: Tally


class Removal(Frozen):
    """A criterion left out, and how the collection fares."""

    criterion: str
    tally: Tally


class Standing(Frozen):
    """A practice in one scenario.

    `band` is the band at the point. Places count from 1 at the top; those by the point are among
    the practices that have a point as scored.
    """

    low: float
    high: float
    point: float | None
    range: tuple[str, str]
    band: str | None
    holds: bool
    place_low: int
    place_point: int | None


class Places(Frozen):
    """How often a practice keeps its place, and the best and the worst it gets."""

    kept: Held
    best: int
    worst: int


class Stability(Frozen):
    """How a practice fares in a family of scenarios; without one there are no spans and places."""

    label: Held
    low: Span | None
    point: Span | None
    places_low: Places | None
    places_point: Places | None


class Move(Frozen):
    """The criterion whose removal changes a figure most, and the change in points."""

    criterion: str
    change: float


class Subject(Frozen):
    """One practice: its label as scored, where it stands under each choice, and how firmly.

    `low` and `point` span all scenarios. Removals count those criteria only that are in its tree.
    """

    id: str
    title: str
    path: str
    label: Label
    standings: list[Standing]
    choices: Stability
    removals: Stability
    draws: Stability
    low: Span
    point: Span | None
    moves_low: Move | None
    moves_point: Move | None


class Robustness(Heading):
    """The study of one result; `drawn` is the tally over all draws of the weights."""

    schema_version: str = SCHEMA_VERSION
    inputs: list[Input]
    draws: int
    seed: int
    factors: Span
    choices: list[Choice]
    removals: list[Removal]
    drawn: Tally
    practices: list[Subject]
