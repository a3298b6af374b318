"""The policies a practice implements, and the means: coordination, checklists, money, delivery."""

from typing import Annotated

from pydantic import BeforeValidator, ConfigDict, Discriminator, Field, Tag

from govscore.practice.base import (
    Date,
    Figure,
    Item,
    Moment,
    Section,
    Text,
    Title,
    Tri,
    Vocabulary,
    Year,
)
from govscore.practice.legal import Alignment

Answer = Annotated[str, Vocabulary("answer")]
Sector = Annotated[str, Vocabulary("sector")]
LevelWord = Annotated[str, Vocabulary("level")]


class Link(Section):
    """The adopted instrument that ties the practice to the policy."""

    kind: Annotated[str, Vocabulary("link_kind")]
    title: Title | None = None


class Policy(Item):
    """A policy to be implemented; `alignment` is the policy's, with the standards."""

    title: Title
    level: LevelWord | None = None
    framework: Annotated[str, Vocabulary("framework")] | None = None
    year: Year | None = None
    commitment: Text | None = None
    link: Link | None = None
    own: bool | None = Field(None, description="true: it is the practice's own text")
    alignment: Alignment | None = None


class Coordination(Item):
    """How parts of government work together; `obliged` ones merely check or report."""

    mechanism: Text | None = None
    formal: Tri | None = None
    sectors: list[Sector] | None = None
    obliged: list[Sector] | None = None
    levels: list[LevelWord] | None = None


class Checked(Item):
    """An answer with its own evidence or remark."""

    answer: Answer


def _as_checked(value: object) -> object:
    return {"answer": value} if isinstance(value, str | bool | int | float) else value


class Checklist(Item):
    """Answers by the names of a checklist's items; the items are the rubric's."""

    model_config = ConfigDict(extra="allow")

    __pydantic_extra__: dict[
        str,
        Annotated[Checked, BeforeValidator(_as_checked, json_schema_input_type=Answer | Checked)],
    ]

    def answers(self) -> dict[str, Checked]:
        """Give the answers by the name of their item, in the order of the file."""
        return self.__pydantic_extra__


class IndicatorValue(Item):
    """A figure or an answer with its year, where it is from, and its evidence."""

    value: int | float | bool | Text
    year: Year | None = None
    source: Text | None = None


def _written(value: object) -> str:
    return "full" if isinstance(value, dict | IndicatorValue) else "plain"


AnyIndicatorValue = Annotated[
    Annotated[int | float | bool | Text, Tag("plain")] | Annotated[IndicatorValue, Tag("full")],
    Discriminator(_written),
]
"""A figure or an answer, alone or with what stands behind it."""


class Funding(Item):
    """One source of money or support."""

    source: Annotated[str, Vocabulary("funding")]
    amount: Figure | None = None
    currency: Title | None = None
    start: Date | None = Field(None, alias="from")
    end: Date | None = Field(None, alias="to")
    recurring: bool | None = None
    contract_secured: bool | None = None


class Resources(Item):
    """Who pays, and whether there are trained people."""

    funding: list[Funding] | None = None
    trained_staff: Tri | None = None


class Output(Item):
    """Something delivered."""

    name: Title
    value: Figure | None = None
    target: Figure | None = None
    unit: Title | None = None
    by: Moment | None = None


class Delivery(Item):
    """What was delivered, to how many of how many."""

    outputs: list[Output] | None = None
    reach: Figure | None = None
    eligible_population: Figure | None = None
