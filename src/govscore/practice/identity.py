"""Who, where, when and for whom."""

from typing import Annotated

from pydantic import Field

from govscore.practice.base import Country, Date, Item, Section, Text, Title, Vocabulary


class Period(Section):
    """When the practice ran; a year, a month or a day, as precise as it is known."""

    start: Date = Field(description="when the practice began")
    end: Date | None = Field(None, description="when it ended; null while it runs")


class Corridor(Section):
    """The countries between which people move."""

    origin: list[Country] | None = None
    destination: list[Country] | None = None


class Jurisdiction(Section):
    """Where the practice applies, and at which level of government."""

    level: Annotated[str, Vocabulary("level")]
    name: Title
    place: Title | None = None
    entity_type: Annotated[str, Vocabulary("entity_type")] | None = None
    corridor: Corridor | None = None


class LeadBody(Item):
    """A body that leads the practice."""

    name: Title
    type: Annotated[str, Vocabulary("group")]
    sector: Annotated[str, Vocabulary("sector")] | None = Field(
        None, description="of a public body"
    )
    level: Annotated[str, Vocabulary("level")] | None = None
    is_migrant_led: bool | None = None
    formerly: list[Title] | None = None


class Context(Item):
    """What the practice answers."""

    problem: Text | None = None
    baseline: Text | int | float | None = None
    data_sources: list[Text] | None = None


class Objective(Item):
    """An aim, and how its achievement would show."""

    id: Title
    text: Text
    indicator: Text | None = None
    baseline: Text | int | float | None = None
    target: Text | int | float | None = None
