"""Who took part, in which phase, how far, and on whose initiative."""

from typing import Annotated

from pydantic import Field

from govscore.catalogue import vocabularies
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

    @property
    def takes_part(self) -> bool:
        """Whether the row earns: by invitation, or heard and answered in substance."""
        answered = self.mode == "own_initiative" and self.answered == "yes"
        return answered or self.mode in vocabularies.flagged("mode", "taking_part")

    @property
    def rank(self) -> int:
        """IAP2's level (collaborate and empower rank the same), -1 if unknown."""
        found = vocabularies.vocabulary("participation")[self.participation].rank
        return -1 if found is None else found


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
