"""The practice file as a whole."""

from collections.abc import Iterator
from functools import cache
from typing import Annotated, Any, get_args, get_origin

from pydantic import BeforeValidator, Field, StringConstraints

from govscore import built
from govscore.practice.assessment import Assessment
from govscore.practice.base import (
    Country,
    Id,
    Item,
    LeftOut,
    Section,
    Slug,
    Text,
    Title,
    Vocabulary,
)
from govscore.practice.evaluation import Claim, Concern, Evaluation, Frameworks, Outcome
from govscore.practice.evidence import Evidence, Provenance
from govscore.practice.identity import Context, Jurisdiction, LeadBody, Objective, Period
from govscore.practice.legal import LegalBasis, Principles, RelevantLaw
from govscore.practice.policy import (
    AnyIndicatorValue,
    Checklist,
    Coordination,
    Delivery,
    IndicatorValue,
    Policy,
    Resources,
)
from govscore.practice.stakeholders import SocialDialogue, Stakeholders


def _as_list(value: object) -> object:
    return [value] if isinstance(value, dict) else value


Mark = Annotated[str, Vocabulary("mark")]
Consideration = Annotated[str, Vocabulary("consideration")]
OutcomeWord = Annotated[str, Vocabulary("outcome")]
LeadBodies = Annotated[
    list[LeadBody],
    BeforeValidator(_as_list, json_schema_input_type=LeadBody | list[LeadBody]),
    Field(min_length=1),
]


REQUIRED = (
    "summary",
    "kind",
    "status",
    "period",
    "countries",
    "jurisdiction",
    "lead_body",
    "target_groups",
    "themes",
)
"""What a practice file must say beside its id and title, unless its rubric requires otherwise."""

PLACE = "countries"
"""Required, it may be answered by `organisations` too."""


class Practice(Section):
    """One practice. A section left out was not assessed; an empty list says that there is none."""

    id: Slug
    title: Annotated[str, StringConstraints(min_length=1, max_length=120)]
    summary: Annotated[str, StringConstraints(min_length=1, max_length=1500)] | None = None
    schema_version: Title | None = None
    kind: Annotated[str, Vocabulary("kind")] | None = None
    status: Annotated[str, Vocabulary("status")] | None = None
    period: Period | None = None
    countries: list[Country] | None = None
    organisations: list[Title] | None = None
    jurisdiction: Jurisdiction | None = None
    lead_body: LeadBodies | None = None
    target_groups: (
        Annotated[list[Annotated[str, Vocabulary("target_group")]], Field(min_length=1)] | None
    ) = None
    themes: Annotated[list[Annotated[str, Vocabulary("theme")]], Field(min_length=1)] | None = None
    relevant_law: RelevantLaw | None = None
    context: Context | None = None
    objectives: list[Objective] | None = None
    legal_basis: LegalBasis | None = None
    principles: Principles | None = None
    policies: list[Policy] | None = None
    coordination: Coordination | None = None
    checks: Annotated[dict[str, Checklist], LeftOut] | None = None
    resources: Resources | None = None
    delivery: Delivery | None = None
    stakeholders: Stakeholders | None = None
    social_dialogue: SocialDialogue | None = None
    evaluations: list[Evaluation] | None = None
    results: list[Outcome] | None = None
    concerns: list[Concern] | None = None
    lessons: list[Text] | None = None
    success_factors: list[Text] | None = None
    constraints: list[Text] | None = None
    sustainability: Claim | None = None
    replicability: Claim | None = None
    innovation: Claim | None = None
    considerations: Annotated[dict[Consideration, Mark], LeftOut] | None = None
    outcomes: Annotated[dict[OutcomeWord, Mark], LeftOut] | None = None
    frameworks: Frameworks | None = None
    indicator_values: Annotated[dict[str, AnyIndicatorValue], LeftOut] | None = None
    searched: Annotated[dict[str, list[Id]], LeftOut] | None = None
    phase_reached: Annotated[str, Vocabulary("phase")] | None = None
    evidence: list[Evidence] | None = None
    assessments: list[Assessment] | None = None
    provenance: Provenance | None = None

    def indicator(self, key: str) -> IndicatorValue | None:
        """Give a value of `indicator_values`; one left out, or `unknown`, is none."""
        found = (self.indicator_values or {}).get(key)
        full = found if isinstance(found, IndicatorValue | None) else IndicatorValue(value=found)
        return None if full is None or full.value == "unknown" else full

    def lists(self) -> Iterator[tuple[tuple[str, ...], list[Item]]]:
        """Give the lists of items that the file has, at its top or right below, with their path."""
        for path in list_paths():
            value: Any = self
            for name in path:
                value = getattr(value, name, None)
            if value is not None:
                yield path, value


built.equip(Practice)


@cache
def list_paths() -> tuple[tuple[str, ...], ...]:
    """List where a practice file may have a list of items."""
    found: list[tuple[str, ...]] = []
    for name, field in Practice.model_fields.items():
        if _holds_items(field.annotation):
            found.append((name,))
        for part in get_args(field.annotation):
            if isinstance(part, type) and issubclass(part, Section):
                inner = part.model_fields.items()
                found += [(name, key) for key, each in inner if _holds_items(each.annotation)]
    return tuple(found)


def _holds_items(annotation: Any) -> bool:  # noqa: ANN401 - an annotation is of any kind
    if get_origin(annotation) is list:
        (entry,) = get_args(annotation)
        return isinstance(entry, type) and issubclass(entry, Item)
    return any(_holds_items(part) for part in get_args(annotation))
