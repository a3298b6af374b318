"""A run: who made the result, by which rubric, from which files, and with what findings.

The rubric's words travel here, for those who draw the result.
"""

from typing import Any, Literal

from govscore.result.scored import Frozen, ScoredPractice, Severity
from govscore.scale import Rounding

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
    """A file of the run: its path, the digest of its bytes, and whether it could be scored."""

    path: str
    sha256: str
    scored: bool = True


class Snippet(Frozen):
    """The lines around a finding, as read; `start` is the number of the first."""

    start: int
    lines: list[str]


class Finding(Frozen):
    """Something to mend or to know, at its place.

    `named_pointer` is the pointer with list items named by their own key, as waivers name them.
    """

    code: str
    level: Severity
    message: str
    path: str
    line: int | None
    column: int | None
    pointer: str
    fingerprint: str
    named_pointer: str = ""
    waived_by: str | None = None
    suggestions: list[str] = []
    snippet: Snippet | None = None


GATES = {"overall": "GS901", "indicator": "GS902", "coverage": "GS903", "label": "GS904"}
"""What a gate may measure, and the code of the finding that tells of a missed one."""


class Gate(Frozen):
    """A bar that a practice had to clear, and the criteria that would clear it cheapest.

    `gains` says what the next step of each of these adds to the figure that was found, in points,
    or in shares for coverage; `enough` how many of them, in their order, reach the bar. Of a missed
    one, `fingerprint` is that of the finding that tells of it.
    """

    id: str
    scope: str
    on: str
    expected: float | str | None
    found: float | str | None
    passed: bool
    cheapest: list[str] = []
    gains: list[float] = []
    enough: int | None = None
    fingerprint: str | None = None

    @property
    def kind(self) -> str:
        """What it measures, a key of `GATES`."""
        return self.id.partition(":")[0]

    @property
    def node(self) -> str:
        """The node whose figure it measures, nothing if it is the practice's."""
        return self.id.partition(":")[2]

    @property
    def code(self) -> str:
        """The code of the finding that tells of it, nothing if another version made it."""
        return GATES.get(self.kind, "")

    @property
    def is_share(self) -> bool:
        """Tell whether its figures are shares (0-1), not points or bands."""
        return self.kind == "coverage"


class Waiver(Frozen):
    """A waiver of the configuration and what became of it."""

    code: str
    path: str
    pointer: str | None
    fingerprint: str | None = None
    reason: str
    owner: str
    expires: str
    state: Literal["active", "expired", "unused", "unknown"]


class BandWords(Frozen):
    """A band: its name, the points from which it holds (inclusive), what else it asks for."""

    id: str
    title: str
    start: float
    says: str = ""


class AskWords(Frozen):
    """A question that the rubric asks for a criterion, and the field that takes its answer."""

    field: str
    question: str


class CriterionWords(Frozen):
    """The rubric's words about a criterion; `levels`, `reach` and `rules` go by "0" to "4"."""

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
    reach: dict[str, str] = {}
    rules: dict[str, str]
    items: dict[str, str]
    na: str | None
    asks: list[AskWords] = []


class LensWords(Frozen):
    """A lens of the rubric: a reading of the practices that earns no points."""

    id: str
    title: str
    items: dict[str, str]


class Change(Frozen):
    """One entry of the rubric's change log."""

    version: str
    changes: list[str]


class Extended(Frozen):
    """The rubric that another extends, and the criteria for which ratings under it count."""

    id: str
    criteria: list[str]


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
    rounding: Rounding
    extends: Extended | None = None


class Head(Frozen):
    """What stands at the head of all that a command says: made by whom, with what, as of when."""

    schema_version: str = SCHEMA_VERSION
    tool: Tool
    engine_version: str
    as_of: str
    rubric: RubricInfo
    catalogue: CatalogueInfo

    @property
    def head(self) -> dict[str, Any]:
        """The head alone, by field: what a study of this has at its own head."""
        return {name: getattr(self, name) for name in Head.model_fields}


class Result(Head):
    """Everything one run yields; reads and writes itself as JSON."""

    practices: list[ScoredPractice]
    inputs: list[Input]
    findings: list[Finding] = []
    gates: list[Gate] = []
    waivers: list[Waiver] = []

    @property
    def unscored(self) -> frozenset[str]:
        """The paths of the files that could not be read or scored."""
        return frozenset(each.path for each in self.inputs if not each.scored)

    @property
    def order(self) -> dict[str, int]:
        """The rank of each band, 0 for the lowest."""
        return {band.id: rank for rank, band in enumerate(self.rubric.bands)}
