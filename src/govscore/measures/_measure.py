"""What every measure is handed, and what it gives back."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any, ClassVar, Literal, NamedTuple, Protocol, TypeAlias

from pydantic import BaseModel, ConfigDict, Field

from govscore import scale
from govscore.measures._lack import Lack
from govscore.models import SelfContained
from govscore.pointers import pointer
from govscore.scale import TOP

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from govscore.result.run import CriterionWords
    from govscore.result.scored import Criterion, Status

Figure: TypeAlias = float | bool | str
"""A value of `indicator_values`."""


class Answer(NamedTuple):
    """An answer of a checklist, its place in the file, and the evidence behind it."""

    answer: str
    pointer: str
    evidence: Sequence[str]


class Rated(NamedTuple):
    """What one evaluator gave a criterion.

    `independent` says that the evaluator does not belong to the lead body.
    """

    assessor: str
    independent: bool
    level: int | None
    up_to: int | None
    state: str | None
    rationale: str | None
    evidence: Sequence[str]
    pointer: str


class Trace(NamedTuple):
    """The pointers a condition counted, the facts it read, and the evidence behind them."""

    pointers: tuple[str, ...]
    facts: tuple[str, ...]
    evidence: tuple[str, ...]


class Asks(Protocol):
    """What tells whether a condition of a measure holds."""

    def ask(self, condition: str) -> bool | None:
        """Give true, false or unknown (`None`); the condition goes by its key in `sources()`."""


class Case(Asks, Protocol):
    """One practice before one criterion: all that a measure may look at.

    What it asks may fail; whoever calls the measure sees to that.
    """

    @property
    def criterion(self) -> str:
        """The id of the criterion."""

    @property
    def claim(self) -> str:
        """The kind of claim (norm, process, effect) by which evidence is weighed."""

    @property
    def na(self) -> bool:
        """Whether the rubric says when the criterion does not concern a practice."""

    @property
    def needs(self) -> Mapping[int, int]:
        """The strength of evidence (1-4) that a level asks for; a level left out asks for none."""

    @property
    def view(self) -> Mapping[str, Any]:
        """The practice as conditions see it: what was left out is absent."""

    def backed(self, need: int) -> Asks:
        """Give the case as if only items with evidence of strength `need` were there."""

    def trace(self, condition: str | None = None) -> Trace:
        """Tell what a condition counted, or what all of the measure's conditions did."""

    def answers(self) -> Mapping[str, Answer] | None:
        """Give the answers of the criterion's checklist, `None` where the practice has none."""

    def value(self, key: str) -> Figure | None:
        """Give a value of `indicator_values`, `None` where it is left out or `unknown`."""

    def behind(self, key: str) -> Sequence[str]:
        """Give the ids of the evidence behind a value of `indicator_values`."""

    def ratings(self) -> Sequence[Rated]:
        """List the ratings of the criterion, in the order of the file."""

    def strength(self, evidence: Iterable[str]) -> int:
        """Give the strength of the best of these pieces of evidence, 0 if there is none."""


class Reading(NamedTuple):
    """What a measure found in a practice.

    `low` and `high` are the levels (0-4) that are proven and possible; `claimed` is the level
    before evidence capped it to `credited`, which is what is earned. `coverage` is the share (0-1)
    settled. `because` is the code of its reason, one of `REASONS`.
    """

    status: Status
    claimed: float | None
    credited: float | None
    low: float
    high: float
    coverage: float
    because: str
    args: Mapping[str, Any] = MappingProxyType({})
    rule: str | None = None
    pointers: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()

    @classmethod
    def between(cls, low: int, high: int, credited: int, because: str, **more: Any) -> Reading:  # noqa: ANN401 - what a reading holds beside its levels
        """Give the reading of the levels that hold and that may; `credited` has evidence."""
        return cls(
            status="scored" if low == high else "partial",
            claimed=low,
            credited=credited,
            low=credited,
            high=high,
            coverage=1 - (high - low) / TOP,
            because=because,
            **more,
        )

    @classmethod
    def settled(cls, level: float, because: str, **args: object) -> Reading:
        """Give the reading of a level that needs no evidence and leaves nothing open."""
        return cls("scored", level, level, level, level, 1.0, because, args)

    @classmethod
    def unassessed(cls, because: str = "silent", **args: object) -> Reading:
        """Give the reading of a criterion about which nothing is known."""
        return cls("unassessed", None, None, 0, TOP, 0.0, because, args)

    @classmethod
    def not_applicable(cls, because: str, **args: object) -> Reading:
        """Give the reading of a criterion that does not concern the practice."""
        return cls("not_applicable", None, None, 0, TOP, 0.0, because, args)

    @classmethod
    def not_yet_due(cls, phase: str) -> Reading:
        """Give the reading of a criterion whose phase the practice has not reached."""
        return cls("not_yet_due", None, None, 0, TOP, 0.0, "not_yet_due", {"phase": phase})

    @classmethod
    def unfit(cls, reason: str) -> Reading:
        """Give the reading of a value that the measure cannot place."""
        return cls("error", None, None, 0, TOP, 0.0, "unfit", {"reason": reason})

    @classmethod
    def failed(cls, reason: str) -> Reading:
        """Give the reading of a criterion that cannot be read."""
        return cls("error", None, None, 0, TOP, 0.0, "error", {"reason": reason})


class Reason(NamedTuple):
    """The sentence for a code that readings give as their reason.

    `told_by` names what says the same on a full page of the criterion: the words of its level, or
    its ratings where it has some.
    """

    say: Callable[[Criterion, CriterionWords], str]
    told_by: Literal["", "level", "ratings"] = ""


class Descriptor(SelfContained, BaseModel):
    """A level in words."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    says: str
    reach: str | None = Field(None, description="what to do to reach it, as an order")


class Measure(SelfContained, BaseModel):
    """A kind of measure, as a rubric's criterion states it."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    rated: ClassVar[bool] = False
    """Whether ratings are its input; to every other measure a rating is an override."""
    asks_fields: ClassVar[bool] = False
    """Whether what it lacks are fields of the record, so that its criterion may ask for them."""
    names_are_ids: ClassVar[bool] = False
    """Whether its answers are ids, to be shown with spaces for underscores."""
    decided: ClassVar[str] = ""
    """How it comes to a level, in one sentence for those who read of the method."""

    kind: str

    def sources(self) -> dict[str, str]:
        """List the expressions of the measure by their place in it, for compiling and checking."""
        return {}

    def names(self) -> dict[str, str]:
        """List the items that a practice file may answer, with their words."""
        return {}

    def descriptors(self) -> dict[int, str]:
        """List the words of the levels, as the rubric describes them."""
        return {number: level.says for number, level in self._described()}

    def advice(self) -> dict[int, str]:
        """List what to do to reach the levels, where the rubric says it."""
        return {number: level.reach for number, level in self._described() if level.reach}

    def _described(self) -> list[tuple[int, Descriptor]]:
        levels: Mapping[int, Descriptor] = getattr(self, "levels", {})
        return sorted(levels.items())

    def key(self) -> str | None:
        """Name the key of a practice's `indicator_values` that it reads, if it reads one."""
        return None

    def choices(self) -> list[str]:
        """List the words that the value of its key may be, if they are few."""
        return []

    def extremes(self, criterion: str) -> list[dict[str, Any]]:
        """Give parts of practice records that it reads as its lowest and its highest level.

        A measure that follows from rules has none to give: only cases show what its rules ask.
        """
        del criterion
        return []

    def describe(self) -> Iterator[tuple[str, str]]:
        """Give its lines for people who read the rubric: what stands before a line, and the line.

        What stands before is a level, a sign, nothing, or the word before a condition.
        """
        if key := self.key():
            yield "", f"reads indicator_values: {key}"
        for name, words in self.names().items():
            yield "☐", f"{name}: {words}"
        sources = self.sources()
        advice = self.advice()
        for level, words in sorted(self.descriptors().items(), reverse=True):
            yield str(level), words
            if level in advice:
                yield "to reach it:", advice[level]
            if (condition := f"levels/{level}/when") in sources:
                yield "when", sources[condition]

    def lacks(self, case: Case) -> Iterator[Lack]:
        """List what would settle it where it is open; what rules lack, the rubric's asks tell."""
        del case
        if key := self.key():
            yield Lack("value", f"indicator_values.{key}", (pointer(["indicator_values", key]),))

    def answers(self) -> list[tuple[Any, str]]:
        """List what may be answered, with its own words; for rules, the rubric's asks tell."""
        return []

    def read(self, case: Case) -> Reading:
        """Read the practice."""
        raise NotImplementedError


def _silent(found: Criterion, words: CriterionWords) -> str:
    del words
    open_ = found.because.args.get("unknown")
    return "Every check is open." if open_ else "The record does not say."


REASONS = {
    "silent": Reason(_silent),
    "not_yet_due": Reason(
        lambda found, _: f"The {found.because.args['phase']} phase is not due yet."
    ),
    "supposed": Reason(lambda found, _: f"Supposed to be {scale.level(found.claimed)}."),
    "error": Reason(lambda found, _: f"The rule failed: {found.because.args['reason']}."),
}
"""The reasons that a criterion of any measure may have."""
