"""A run: who made the result, from which files, with what findings, gates and waivers."""

from __future__ import annotations

from typing import Literal

from govscore.result.base import Frozen, Severity
from govscore.result.scored import ScoredPractice
from govscore.result.words import RubricInfo

SCHEMA_VERSION = "1"


class Tool(Frozen):
    """The program that made the result."""

    name: str = "govscore"
    version: str


class CatalogueInfo(Frozen):
    """The catalogue that the rules consulted."""

    version: str
    sha256: str


class Input(Frozen):
    """A file that was read, and the digest of its bytes."""

    path: str
    sha256: str


class Snippet(Frozen):
    """The lines around a finding, as read; `start` is the number of the first."""

    start: int
    lines: list[str]


class Finding(Frozen):
    """Something to mend or to know, at its place."""

    code: str
    level: Severity
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
    practices: list[ScoredPractice]
    inputs: list[Input]
    findings: list[Finding] = []
    gates: list[Gate] = []
    waivers: list[Waiver] = []

    @property
    def order(self) -> dict[str, int]:
        """The rank of each band, 0 for the lowest."""
        return {band.id: rank for rank, band in enumerate(self.rubric.bands)}
