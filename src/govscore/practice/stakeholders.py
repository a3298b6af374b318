"""Who took part, in which phase, how far, and on whose initiative."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from govscore.practice.base import (
    GROUPS_LIMIT,
    ROWS_LIMIT,
    Date,
    Item,
    Section,
    Title,
    Tri,
    Vocabulary,
)

Group = Annotated[str, Vocabulary("group")]


class Stakeholder(Item):
    """One body or group and its part in one phase."""

    who: Title
    groups: Annotated[list[Group], Field(min_length=1, max_length=GROUPS_LIMIT)]
    participation: Annotated[str, Vocabulary("participation")]
    mode: Annotated[str, Vocabulary("mode")]
    role: Annotated[str, Vocabulary("role")] | None = None
    resources: Tri | None = None
    freely_chosen: Tri | None = None
    answered: Tri | None = None
    until: Date | None = Field(None, description="when this part ended")


Rows = Annotated[list[Stakeholder], Field(max_length=ROWS_LIMIT)]


class Stakeholders(Section):
    """Rows by phase. A group without a row is not known, not absent."""

    formulation: Rows | None = None
    application: Rows | None = None
    evaluation: Rows | None = None


class SocialDialogue(Item):
    """A body of employers' and workers' organizations that follows the practice."""

    body: Annotated[str, Vocabulary("social_dialogue_body")]
    decides: Tri | None = None
