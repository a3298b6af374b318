"""The rubric that scored: its identity, its text, and its words for renderers."""

from __future__ import annotations

from typing import Literal

from govscore.result.base import Frozen


class BandWords(Frozen):
    """A band of the rubric: its name and the points from which it holds (inclusive)."""

    id: str
    title: str
    start: float


class CriterionWords(Frozen):
    """The rubric's words about a criterion; `levels` and `rules` go by "0" to "4"."""

    id: str
    title: str
    question: str
    why: str
    source: str
    evidence: str
    claim: str
    essential: bool
    kind: str
    levels: dict[str, str]
    rules: dict[str, str]
    items: dict[str, str]
    na: str | None


class LensWords(Frozen):
    """A lens of the rubric: a reading of the practices that earns no points."""

    id: str
    title: str
    items: dict[str, str]


class Change(Frozen):
    """One entry of the rubric's change log."""

    version: str
    changes: list[str]


class RubricInfo(Frozen):
    """The rubric that scored: its identity, its whole text, and its words for renderers."""

    id: str
    version: str
    sha256: str
    text: str
    title: str
    source: str
    licence: str
    scale: dict[str, str]
    bands: list[BandWords]
    criteria: list[CriterionWords]
    lenses: list[LensWords]
    words: dict[str, str]
    changelog: list[Change]
    limits: dict[str, str]
    notes: dict[str, str]
    firm_coverage: float
    overall_coverage: float
    decimals: int
    rounding: Literal["down", "half-up"]
