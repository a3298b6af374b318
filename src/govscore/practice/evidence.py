"""The documents behind the facts, and where the record itself comes from."""

from typing import Annotated

from pydantic import Field

from govscore.catalogue import vocabularies
from govscore.practice.base import Date, Id, Section, Title, Url, Vocabulary


class Evidence(Section):
    """A document. Its `type` decides how strong it is for each kind of claim."""

    id: Id
    type: Annotated[str, Vocabulary("evidence_type")]
    title: Title | None = None
    publisher: Title | None = None
    date: Date | None = None
    url: Url | None = None
    language: Title | None = None
    independent: bool | None = Field(None, description="false: it comes from the lead body")

    @property
    def from_lead(self) -> bool:
        """Whether it comes from the lead body, as it says itself or by its type."""
        if self.independent is not None:
            return not self.independent
        return self.type in vocabularies.flagged("evidence_type", "from_lead")


class Provenance(Section):
    """The database or page from which the record was taken."""

    source_db: Title | None = None
    source_url: Url | None = None
    retrieved: Date | None = None
    licence: Title | None = None
