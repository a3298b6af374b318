"""The law a practice rests on, and how the practice stands to it.

`alignment` is the stand of the practice towards the text; a conflict that a competent body found
counts against the practice until it is remedied.
"""

from typing import Annotated

from pydantic import Field

from govscore.practice.base import (
    Country,
    Date,
    InstrumentId,
    Item,
    Section,
    Text,
    Title,
    Vocabulary,
    Year,
)

Alignment = Annotated[str, Vocabulary("alignment")]
ADVERSE = frozenset({"conflicting", "contested"})
"""What is said against a practice, by the word for its alignment."""

Category = Annotated[str, Vocabulary("law_category")]
TreatyStatus = Annotated[str, Vocabulary("treaty_status")]


class Conflict(Section):
    """A contradiction to a legal text: who found it, and what became of it."""

    found_by: Annotated[str, Vocabulary("found_by")]
    year: Year | None = None
    state: Annotated[str, Vocabulary("conflict_state")] | None = None
    until: Date | None = Field(None, description="when the remedy is due")


class TreatyItem(Item):
    """An instrument of international or regional law."""

    instrument: InstrumentId | None = Field(
        None, description="an id of the catalogue, such as icrmw"
    )
    title: Title | None = Field(None, description="where the catalogue lacks the instrument")
    category: Category | None = Field(None, description="with `title`; otherwise the catalogue's")
    provisions: list[Title] | None = None
    alignment: Alignment | None = None
    use: Annotated[str, Vocabulary("use")] | None = None
    status: TreatyStatus | dict[Country, TreatyStatus] | None = None
    applied_how: Text | None = None
    conflict: Conflict | None = None


class NationalItem(Item):
    """A constitution, act, decree, by-law or collective agreement."""

    title: Title
    type: Annotated[str, Vocabulary("national_law_type")] | None = None
    year: Year | None = None
    provisions: list[Title] | None = None
    mandated_body: Title | None = None
    alignment: Alignment | None = None
    enforcement: Annotated[str, Vocabulary("enforcement")] | None = None
    gap: Annotated[str, Vocabulary("gap")] | None = None
    implements: list[InstrumentId] | None = None
    conflict: Conflict | None = None


class Agreement(Item):
    """A bilateral or other memorandum; shown, not scored as law."""

    title: Title
    parties: list[Title] | None = None
    year: Year | None = None
    alignment: Alignment | None = None


class LegalBasis(Section):
    """The four lists of law; a list left out was not assessed."""

    international: list[TreatyItem] | None = None
    regional: list[TreatyItem] | None = None
    national: list[NationalItem] | None = None
    agreements: list[Agreement] | None = None


class CategoryChange(Section):
    """A category of law added to, or dropped from, those relevant to the practice."""

    category: Category
    reason: Text


class RelevantLaw(Section):
    """Corrections to the categories of law that the themes and target groups imply."""

    add: list[CategoryChange] | None = None
    drop: list[CategoryChange] | None = None


class Principle(Item):
    """The practice's stance on one of the four overarching principles."""

    stance: Annotated[str, Vocabulary("stance")]


class Principles(Section):
    """The four overarching principles of the GMPA note, shown beside the judgement of them."""

    rights_regardless_of_status: Principle | None = None
    equal_treatment_employment: Principle | None = None
    labour_standards_all_migrant_workers: Principle | None = None
    international_protection: Principle | None = None
