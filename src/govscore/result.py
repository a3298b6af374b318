"""The one result object: all that was read, scored and found, and all that a renderer may look at.

Points are 0-100, levels 0-4, shares and coverages 0-1; what is not known is `None`. Lines and
columns count from 1, in code points. Sentences of the tool itself are codes with arguments here,
and words in the renderers; the words of the rubric travel in `rubric`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

SCHEMA_VERSION = "1"

Place = Callable[[str], tuple[int, int]]
"""Finds line and column of a JSON pointer in a practice file."""
Status = Literal["scored", "partial", "unassessed", "not_applicable", "not_yet_due", "error"]
Level = Literal["error", "warning", "note"]
AnyLevel = int | float
"""A level: whole for rules, checklists and judgements; any number from 0 to 4 for figures."""
Mark = Literal["none", "mentioned", "targeted", "evidenced"]


class Frozen(BaseModel):
    """A part of the result: immutable, and strict about its keys."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Tool(Frozen):
    """The program that made the result."""

    name: str = "govscore"
    version: str


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


class CatalogueInfo(Frozen):
    """The catalogue that the rules consulted."""

    version: str
    sha256: str


class Input(Frozen):
    """A file that was read, and the digest of its bytes."""

    path: str
    sha256: str


class Overall(Frozen):
    """The points over the whole tree, and the mean that made them."""

    point: float | None
    low: float
    high: float
    coverage: float
    method: str


class Limit(Frozen):
    """A limit that binds: which, and at which end of the label."""

    id: str
    at: Literal["low", "point", "high"]


class Label(Frozen):
    """The band as a range; `id` only where both ends agree or the label is firm."""

    id: str | None
    firm: bool
    range: tuple[str, str]
    so_far: str | None
    limits: list[Limit]


class Node(Frozen):
    """An indicator, a phase within it, or any other node of the rubric's tree."""

    id: str
    parent: str | None
    kind: str
    title: str
    weight: float
    aggregate: str
    share: float
    point: float | None
    low: float | None
    high: float | None
    coverage: float | None
    certainty: Literal["high", "moderate", "low", "very low"] | None
    band: str | None


class Because(Frozen):
    """Why a criterion has its level: a code for the tool's sentence, and its arguments."""

    code: str
    args: dict[str, Any] = {}


class Override(Frozen):
    """A rating that replaced a derived level."""

    level: int
    derived: int | None
    assessors: list[str]


class Fact(Frozen):
    """A place in the practice file that a rule counted; the value is in the practice's `record`."""

    pointer: str
    path: str
    line: int | None = None
    column: int | None = None


class Cost(Frozen):
    """What a conflict takes from a criterion: its level as it is, and were it remedied."""

    criterion: str
    level: AnyLevel | None
    remedied: AnyLevel | None


class Breach(Fact):
    """A legal item that a competent body found the practice to contradict, and what that costs.

    `range` is the label's range were the conflict remedied.
    """

    costs: list[Cost]
    range: tuple[str, str]


class Selection(Frozen):
    """A named fact that a rule read: what it selects, how many it found, and where."""

    name: str
    says: str
    count: int
    pointers: list[str]


class EvidenceUse(Frozen):
    """A piece of evidence behind a criterion and its strength, 1-4, for that kind of claim."""

    id: str
    strength: int


class Step(Frozen):
    """The next step, and the change of the indicator's low end in points."""

    kind: Literal["level", "evidence", "assessment"]
    level: int
    gain: float


class Criterion(Frozen):
    """One criterion of one practice."""

    id: str
    under: str
    phase: str | None
    weight: float
    share: float
    status: Status
    claimed: AnyLevel | None
    credited: AnyLevel | None
    low: AnyLevel
    high: AnyLevel
    points: float
    points_max: float
    coverage: float
    measure: str
    rule: str | None
    because: Because
    override: Override | None
    facts: list[Fact]
    selections: list[Selection]
    evidence: list[EvidenceUse]
    next: Step | None


class Practice(Frozen):
    """One practice: its normalised record and everything that the rubric makes of it."""

    id: str
    title: str
    path: str
    record: dict[str, Any]
    overall: Overall
    label: Label
    nodes: list[Node]
    criteria: list[Criterion]
    lenses: dict[str, dict[str, Mark]]
    notes: list[str]
    breaches: list[Breach]


class Snippet(Frozen):
    """The lines around a finding, as read; `start` is the number of the first."""

    start: int
    lines: list[str]


class Finding(Frozen):
    """Something to mend or to know, at its place."""

    code: str
    level: Level
    message: str
    path: str
    line: int | None
    column: int | None
    pointer: str
    fingerprint: str
    waived_by: str | None = None
    suggestions: list[str] = []
    snippet: Snippet | None = None


class Gate(Frozen):
    """A bar that a practice had to clear."""

    id: str
    scope: str
    on: str
    expected: float | str | None
    found: float | str | None
    passed: bool
    cheapest: list[str] = []


class Waiver(Frozen):
    """A waiver of the configuration and what became of it."""

    code: str
    path: str
    pointer: str | None
    reason: str
    owner: str
    expires: str
    state: Literal["active", "expired", "unused", "unknown"]


class Result(Frozen):
    """Everything one run yields; reads and writes itself as JSON."""

    schema_version: str = SCHEMA_VERSION
    tool: Tool
    engine_version: str
    as_of: str
    rubric: RubricInfo
    catalogue: CatalogueInfo
    practices: list[Practice]
    inputs: list[Input]
    findings: list[Finding] = []
    gates: list[Gate] = []
    waivers: list[Waiver] = []

    @property
    def order(self) -> dict[str, int]:
        """The rank of each band, 0 for the lowest."""
        return {band.id: rank for rank, band in enumerate(self.rubric.bands)}
