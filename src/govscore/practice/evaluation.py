"""How a practice was judged, what it changed, and what is held against it."""

from typing import Annotated

from pydantic import Field

from govscore.practice.base import (
    Figure,
    Id,
    Item,
    Moment,
    Section,
    Text,
    Title,
    Tri,
    Vocabulary,
    Year,
)


class Evaluation(Item):
    """An evaluation, review or audit."""

    title: Title
    year: Year | None = None
    by: Title | None = None
    independence: Annotated[str, Vocabulary("independence")]
    design: Annotated[str, Vocabulary("evaluation_design")] | None = None
    baseline: Tri | None = None
    disaggregated: list[Title] | None = None
    published: Tri | None = None
    taken_up: Tri | None = None
    response: Text | None = None


class Outcome(Item):
    """A change among those concerned, with its figure where there is one."""

    outcome: Text
    value: Figure | None = None
    baseline: Figure | None = None
    unit: Title | None = None
    group: Title | None = None
    lens: Id | None = None
    when: Moment | None = None


class Concern(Item):
    """Criticism or harm, and the answer to it."""

    text: Text
    by: Title | None = None
    year: Year | None = None
    response: Text | None = None


class Claim(Item):
    """What is claimed of sustainability, replicability or innovation; not scored."""

    claim: Text


class Frameworks(Section):
    """Global goals and principles that the practice serves, as a lens."""

    sdg_targets: list[Annotated[str, Vocabulary("sdg_target")]] | None = None
    gcm_objectives: list[Annotated[int, Field(ge=1, le=23)]] | None = None
    gcm_principles: list[Annotated[str, Vocabulary("gcm_principle")]] | None = None
    migof: list[Annotated[str, Vocabulary("migof")]] | None = None
