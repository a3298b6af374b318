"""Two editions of a rubric: what changed, and which practices that moved."""

from __future__ import annotations

from typing import Literal

from govscore.result.run import Change
from govscore.result.scored import AnyLevel, Frozen, Status

Why = Literal["rubric", "record"]


class Edition(Frozen):
    """A rubric at a version."""

    id: str
    version: str
    sha256: str


class Changed(Frozen):
    """Something with a name, as it was and as it is; what was not there is null."""

    name: str
    before: str | float | None
    after: str | float | None


class Revision(Frozen):
    """What changed in a criterion that both editions have.

    `descriptors` and `reach` are the levels whose words changed, `rules` the levels whose rule or a
    fact behind it did; `also` names what else did, such as `question`.
    """

    id: str
    descriptors: list[str]
    reach: list[str]
    rules: list[str]
    also: list[str]


class Ends(Frozen):
    """What a practice comes to: points, and the bands of its label at both ends."""

    low: float
    point: float | None
    high: float
    label: tuple[str, str]


class Level(Frozen):
    """What a criterion reads as."""

    status: Status
    credited: AnyLevel | None
    low: AnyLevel
    high: AnyLevel


class Shift(Frozen):
    """A criterion of a practice that reads differently; null where an edition lacks it."""

    id: str
    before: Level | None
    after: Level | None


class Move(Frozen):
    """A practice under both editions; null where one side has no such practice.

    `why` names what alone moves it: the rubric on the earlier record, the record under the later
    rubric.
    """

    id: str
    title: str
    before: Ends | None
    after: Ends | None
    why: list[Why]
    criteria: list[Shift]


class Difference(Frozen):
    """What changed from one edition to another, and what that does to practices.

    `changes` are what the later edition's change log says since the earlier one.
    """

    before: Edition
    after: Edition
    changes: list[Change]
    added: list[str]
    removed: list[str]
    criteria: list[Revision]
    limits: list[Changed]
    weights: list[Changed]
    settings: list[Changed]
    practices: list[Move]
    decimals: int
    rounding: Literal["down", "half-up"]
