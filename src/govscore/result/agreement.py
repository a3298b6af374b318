"""How far evaluators agree: what they rated, by criterion, and where to talk.

A *unit* is one criterion of one practice that two or more evaluators rated; a *pair* is two of
their ratings. Levels are 0-4, shares 0-1.
"""

from __future__ import annotations

from typing import Literal

from govscore.result.run import Head, Input
from govscore.result.scored import AnyLevel, Frozen

Silent = Literal["few", "alike"]
"""Why there is no alpha: too few units, or next to no variation to agree on."""


class Figures(Frozen):
    """How far ratings agree.

    `alpha` is Krippendorff's for ordinal data: 1 is perfect, 0 what chance gives. `interval` holds
    95 % of what it comes to when units are drawn again; `silent` says why there is none.
    """

    units: int
    pairs: int
    same: float | None
    within_one: float | None
    alpha: float | None
    interval: tuple[float, float] | None
    silent: Silent | None


class CriterionFigures(Figures):
    """How far the ratings of one criterion agree."""

    id: str
    title: str


class Voice(Frozen):
    """A rating, with its reason."""

    assessor: str
    level: int
    rationale: str | None
    evidence: list[str]


class Apart(Frozen):
    """A unit whose ratings lie more than one level apart, the lowest first."""

    practice: str
    criterion: str
    voices: list[Voice]


class Against(Frozen):
    """A rule or checklist whose level, from `low` to `high`, a rating lies outside of."""

    practice: str
    criterion: str
    level: AnyLevel | None
    low: AnyLevel
    high: AnyLevel
    voices: list[Voice]


class Agreement(Head):
    """What a collection of ratings says of those who rated.

    `assessors` counts names. `all` pools the units of all judged criteria, which share one scale.
    `sealed` are the practices of which nothing is told, as a second rating is under way.
    """

    assessors: int
    practices: int
    all: Figures
    criteria: list[CriterionFigures]
    apart: list[Apart]
    against: list[Against]
    draws: int
    seed: int
    sealed: list[str]
    inputs: list[Input]
