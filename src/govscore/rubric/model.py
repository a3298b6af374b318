"""The shape of a rubric file.

Weights and thresholds may be written as fractions (`2/3`). Levels are 0-4, points 0-100, shares
0-1.
"""

from collections.abc import Mapping
from fractions import Fraction
from functools import cached_property
from typing import Annotated, Any, Literal, Self

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    model_validator,
)
from pydantic_core import PydanticCustomError

from govscore import means
from govscore.measures import AnyMeasure
from govscore.models import SelfContained
from govscore.result.reference import Reference
from govscore.scale import TOP

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*$", max_length=80)]
Name = Annotated[str, StringConstraints(pattern=r"^[a-z_][a-z0-9_]*$", max_length=80)]
Claim = Literal["norm", "process", "effect"]
PhaseName = Literal["formulation", "application", "evaluation"]


def _fraction(value: Any) -> Any:  # noqa: ANN401 - what is no fraction is left to the next check
    if not isinstance(value, str) or "/" not in value:
        return value
    try:
        return float(Fraction(value))
    except (ValueError, ZeroDivisionError, OverflowError):
        raise PydanticCustomError("fraction", "a fraction is written as 2/3") from None


Number = Annotated[float, BeforeValidator(_fraction, json_schema_input_type=float | str)]
MAX_FACTS = 300
"""Each is known by name to all that come after it, so that the work grows with their square."""

Share = Annotated[Number, Field(ge=0, le=1)]


class Spec(SelfContained, BaseModel):
    """A part of a rubric file; its keys are the whole of what may stand there."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, defer_build=True)


class Scale(Spec):
    """The levels from 0 to 4, in words."""

    levels: dict[Annotated[int, Field(ge=0, le=TOP)], str]


class FactSpec(Spec):
    """A named fact: `{of, where}` keeps items of a list, `{is}` is a value."""

    of: str | None = None
    where: str | None = None
    value: str | None = Field(None, alias="is")
    says: str | None = None


class Power(Spec):
    """The power mean of an exponent: below 0 it is harder on a weak member, above 1 softer."""

    power: Annotated[float, Field(allow_inf_nan=False)]


Aggregate = Literal["arithmetic", "geometric", "harmonic", "minimum", "median"] | Power


class NodeSpec(Spec):
    """A node of the tree; the one without `under` is the overall."""

    id: Slug
    under: Slug | None = None
    kind: str
    title: str
    weight: Number = 1.0
    aggregate: Aggregate = "arithmetic"

    @property
    def mean(self) -> str:
        """The name of its mean, as `means.of` knows it."""
        given = self.aggregate
        return given if isinstance(given, str) else means.powered(given.power)


class AskSpec(Spec):
    """A question whose answer settles the criterion, and the field that takes the answer."""

    field: Annotated[
        str, StringConstraints(pattern=r"^[a-z_]+(?:\[\])?(?:\.[a-z_]+(?:\[\])?)*$")
    ] = Field(description="where the answer goes, such as `evaluations[].taken_up`")
    question: str
    row: dict[str, Any] | None = Field(
        None, description="a specimen of the entry, where a list asks for a further one"
    )
    vary: dict[str, list[Any]] = Field(
        {}, description="other values of the specimen's fields, each making one more specimen"
    )

    @cached_property
    def sorts(self) -> list[tuple[str, list[str]]]:
        """The sorts of entry that a list should have, by the key that holds them in a list."""
        return [
            (key, row[key])
            for key in self.vary
            for row in self.rows()
            if type(row.get(key)) is list
        ]

    def rows(self) -> list[dict[str, Any]]:
        """List the specimens of the entry: the one written, and it with each other value."""
        if self.row is None:
            return []
        others = ((key, value) for key, values in self.vary.items() for value in values)
        return [self.row, *({**self.row, key: value} for key, value in others)]


class CriterionSpec(Spec):
    """A criterion: its place in the tree, its words, and how it is measured."""

    id: Slug
    under: Slug
    phase: PhaseName | None = None
    weight: Number = 1.0
    essential: bool = False
    claim: Claim = "process"
    title: str
    question: str
    why: str = ""
    source: str = ""
    evidence: str = ""
    measure: AnyMeasure
    na: str | None = Field(None, description="when it does not concern a practice, in words")
    asks: list[AskSpec] = Field([], description="what to ask, where `kind` is `rules`")

    def referred(self, references: Mapping[str, Reference]) -> Self:
        """Give the criterion with the reference of the key that its measure reads."""
        known = references.get(self.measure.key() or "")
        if known is None or getattr(self.measure, "reference", known) is not None:
            return self
        measure = self.measure.model_copy(update={"reference": known})
        return self.model_copy(update={"measure": measure})


class BandSpec(Spec):
    """A band of points; it holds from `from` points on (inclusive), where `needs` is met."""

    id: Slug
    title: str
    start: Annotated[float, Field(alias="from", ge=0, le=100)]
    needs: str | None = None
    says: str = ""


class LimitSpec(Spec):
    """A ceiling: a band, or `lowest + 1`. The first of an id whose `when` holds binds."""

    id: Annotated[str, StringConstraints(pattern=r"^[a-z0-9:-]+$")]
    at_most: str
    when: str | None = None
    says: str = ""


class CoverageSpec(Spec):
    """The shares (0-1) that a firm label asks of every indicator, and the overall of each."""

    firm: Share = 2 / 3
    overall: Share = 1 / 4


class Strength(Spec):
    """The strength (1-4) of a type of evidence for each kind of claim."""

    norm: Annotated[int, Field(ge=0, le=4)]
    process: Annotated[int, Field(ge=0, le=4)]
    effect: Annotated[int, Field(ge=0, le=4)]


class EvidenceSpec(Spec):
    """The strength that a level needs, and the strength of each type of evidence."""

    needs: dict[Annotated[int, Field(ge=1, le=TOP)], Annotated[int, Field(ge=0, le=4)]] = {}
    strengths: dict[str, Strength] = {}


class LensItem(Spec):
    """One reading of a lens, and the criteria that can fill it."""

    says: str
    echoes: list[Slug] = []


class LensSpec(Spec):
    """A reading of the practice that earns no points."""

    title: str
    items: dict[str, LensItem]


class NoteSpec(Spec):
    """An observation that earns no points, and when it is made (CEL)."""

    when: str
    says: str


class Display(Spec):
    """How points are shown: decimals, and rounding down or half up."""

    decimals: Annotated[int, Field(ge=0, le=3)] = 1
    rounding: Literal["down", "half-up"] = "down"


class ChangeSpec(Spec):
    """One version in the change log."""

    version: str
    changes: list[str]


class RubricSpec(Spec):
    """A rubric file."""

    rubric: Slug
    version: Annotated[str, StringConstraints(pattern=r"^[0-9]+(\.[0-9]+)*$")]
    title: str
    source: str = ""
    licence: str = ""
    changelog: list[ChangeSpec] = []
    extends: Slug | None = None
    requires: list[str] | None = Field(
        None, description="the fields that a practice file must have, beside `id` and `title`"
    )
    scale: Scale
    facts: dict[Name, FactSpec] = Field({}, max_length=MAX_FACTS)
    nodes: Annotated[list[NodeSpec], Field(min_length=1)]
    criteria: Annotated[list[CriterionSpec], Field(min_length=1)]
    bands: Annotated[list[BandSpec], Field(min_length=1)]
    limits: list[LimitSpec] = []
    missing: Literal["settle", "zero", "nest"] = "settle"
    reference: dict[str, Reference] = {}
    coverage: CoverageSpec = CoverageSpec.model_construct()
    evidence: EvidenceSpec = EvidenceSpec.model_construct()
    lenses: dict[Name, LensSpec] = {}
    notes: dict[Name, NoteSpec] = {}
    display: Display = Display.model_construct()
    words: dict[str, str] = {}

    @model_validator(mode="after")
    def _referred(self) -> Self:
        """Hand each normalised measure the reference of its key, where it states none itself."""
        criteria = [each.referred(self.reference) for each in self.criteria]
        return self.model_copy(update={"criteria": criteria}) if self.reference else self
