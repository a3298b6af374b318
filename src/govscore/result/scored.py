"""One practice, and everything that the rubric makes of it.

Every part of a result is immutable, and made of a few kinds of value.
"""

from collections.abc import Callable
from functools import cached_property, lru_cache
from typing import Any, Literal, Self

from pydantic import BaseModel, ConfigDict

from govscore import built
from govscore.models import SelfContained
from govscore.scale import TOP

Place = Callable[[str], tuple[int, int]]
"""Finds line and column of a JSON pointer in a practice file."""
Status = Literal["scored", "partial", "unassessed", "not_applicable", "not_yet_due", "error"]
LIVE: frozenset[Status] = frozenset({"scored", "partial", "unassessed", "error"})
"""The statuses in which a level is asked for; what is set aside has another."""

Severity = Literal["error", "warning", "note"]
Box = Literal["full", "claimed", "open", "none", "aside"]
"""What one of the four levels above 0 is: credited, claimed alone, still possible, out of reach."""

Lacking = Literal["list", "entry", "field", "item", "rating", "value"]
"""What an open criterion lacks: a whole list, a further entry of one, a field, a check, a rating,
or a value of `indicator_values`."""

AnyLevel = int | float
"""A level: whole for rules, checklists and judgements; any number from 0 to 4 for figures."""
Mark = Literal["none", "mentioned", "targeted", "evidenced"]


class Frozen(SelfContained, BaseModel):
    """A part of the result: immutable, and strict about its keys."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


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
    """The band as a range; `id` only where both ends agree or the label is firm.

    `short` counts the criteria that are still to be settled, at the fewest, before it is firm.
    """

    id: str | None
    firm: bool
    range: tuple[str, str]
    so_far: str | None
    short: int = 0
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


class Location(Frozen):
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


class Breach(Location):
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


class OpenField(Frozen):
    """A field whose answer could settle a criterion, the question, and its places in the file.

    Of a list that has entries, `wanted` names what none of them is of.
    """

    question: str
    field: str
    lacks: Lacking
    wanted: list[str]
    at: list[str]


class Step(Frozen):
    """The next step, and the change of the indicator's low end in points."""

    kind: Literal["level", "evidence", "answer"]
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
    facts: list[Location]
    selections: list[Selection]
    evidence: list[EvidenceUse]
    open: list[OpenField] = []
    next: Step | None

    @property
    def boxes(self) -> tuple[Box, ...]:
        """What each level from 1 on is to the criterion."""
        return _boxes(self.status, self.credited, self.claimed, self.high)


@lru_cache(maxsize=1024)
def _boxes(
    status: Status, credited: AnyLevel | None, claimed: AnyLevel | None, high: AnyLevel
) -> tuple[Box, ...]:
    """Tell of each level what it is; the same few readings come again and again."""

    def box(number: int) -> Box:
        if status not in LIVE:
            return "aside"
        if number <= (credited or 0):
            return "full"
        if number <= (claimed or 0):
            return "claimed"
        return "open" if number <= high else "none"

    return tuple(map(box, range(1, TOP + 1)))


class ScoredPractice(Frozen):
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

    @property
    def indicators(self) -> list[Node]:
        """The nodes right under the overall."""
        known = {node.id for node in self.nodes}
        return [node for node in self.nodes if node.parent not in known]

    @property
    def indicator_of(self) -> dict[str, str]:
        """The indicator of each criterion, by their ids."""
        parents = {node.id: node.parent for node in self.nodes}
        return {each.id: _highest(each.under, parents) for each in self.criteria}


built.equip(ScoredPractice)


class Scored:
    """A scored practice in plain parts, of which the model is made when something asks for it.

    `plain` is what the model would dump: the same keys in the same order, and the same numbers.
    """

    def __init__(self, plain: dict[str, Any]) -> None:
        """Keep the parts."""
        self.plain = plain

    @classmethod
    def of(cls, practice: ScoredPractice) -> Self:
        """Give a practice that is there as a model."""
        scored = cls(practice.model_dump())
        scored.practice = practice
        return scored

    @cached_property
    def practice(self) -> ScoredPractice:
        """The practice, validated."""
        return ScoredPractice.model_validate(self.plain)


def _highest(node: str, parents: dict[str, str | None]) -> str:
    """Climb to the node right under the overall; a saved result might lead round in a circle."""
    seen: set[str] = set()
    while (parent := parents.get(node)) in parents and node not in seen:
        seen.add(node)
        node = str(parent)
    return node
