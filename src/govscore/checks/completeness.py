"""GS401-GS405: what is known of a practice, and what stands against it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from govscore.catalogue import instruments
from govscore.checks.context import Inspection, at
from govscore.pointers import steps
from govscore.practice.phases import PHASES, due
from govscore.scale import PRECISION, percent
from govscore.titles import title

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govscore.errors import Problem
    from govscore.practice.legal import Agreement, NationalItem, TreatyItem
    from govscore.practice.policy import Policy
    from govscore.practice.record import Practice

    Aligned: TypeAlias = TreatyItem | NationalItem | Agreement | Policy

_FACTS = {
    "formulation": ("legal_basis", "policies", "context", "stakeholders.formulation"),
    "application": ("delivery", "social_dialogue", "stakeholders.application"),
    "evaluation": ("evaluations", "results", "stakeholders.evaluation"),
}
"""The sections that speak of each phase; an empty list is a fact too."""


def problems(context: Inspection) -> Iterator[Problem]:
    """Observe one practice."""
    for check in (_coverage, _phases, _provisions, _breaches, _unproven):
        yield from check(context)


def _coverage(context: Inspection) -> Iterator[Problem]:
    """Compare what is known of each indicator with what the rubric asks for."""
    asked = context.rubric.spec.coverage
    tops = {node.id for node in context.rubric.top}
    for node in context.scored.nodes:
        if node.id not in tops or node.coverage is None:
            continue
        variant = "overall" if _under(node.coverage, asked.overall) else "firm"
        least = asked.overall if variant == "overall" else asked.firm
        if _under(node.coverage, least):
            yield at(
                context,
                "GS401",
                "",
                variant=variant,
                subject=node.id,
                name=node.title,
                found=percent(node.coverage),
                least=percent(least),
            )


def _under(share: float, least: float) -> bool:
    return round(share, PRECISION) < round(least, PRECISION)


def _phases(context: Inspection) -> Iterator[Problem]:
    for phase in PHASES:
        if phase in due(context.practice, context.as_of) and not _told(context.practice, phase):
            name = title("phase", phase)
            yield at(context, "GS402", "", subject=phase, name=name)


def _told(practice: Practice, phase: str) -> bool:
    for path in _FACTS[phase]:
        value: object = practice
        for name in path.split("."):
            value = getattr(value, name, None)
        if value is not None:
            return True
    return False


def _provisions(context: Inspection) -> Iterator[Problem]:
    law = context.practice.legal_basis
    for index, act in enumerate((law and law.national) or ()):
        if not act.provisions:
            yield at(context, "GS403", f"/legal_basis/national/{index}", name=act.title)


def _breaches(context: Inspection) -> Iterator[Problem]:
    """Pass on the conflicts that limit the label."""
    for fact in context.scored.breaches:
        _, kind, index = steps(fact.pointer)
        item: TreatyItem | NationalItem = getattr(context.practice.legal_basis, kind)[int(index)]
        if item.conflict is not None:
            state = item.conflict.state or "standing"
            found_by = title("found_by", item.conflict.found_by)
            place = f"{fact.pointer}/conflict"
            yield at(context, "GS404", place, variant=state, name=_name(item), found_by=found_by)


def _unproven(context: Inspection) -> Iterator[Problem]:
    for place, item in _aligned(context.practice):
        if item.alignment == "conflicting" and not item.evidence:
            yield at(context, "GS405", f"{place}/alignment", name=_name(item))


def _aligned(practice: Practice) -> Iterator[tuple[str, Aligned]]:
    """List what has an alignment: the law and the policies."""
    for kind in ("international", "regional", "national", "agreements"):
        for index, item in enumerate(getattr(practice.legal_basis, kind, None) or ()):
            yield f"/legal_basis/{kind}/{index}", item
    for index, policy in enumerate(practice.policies or ()):
        yield f"/policies/{index}", policy


def _name(item: Aligned) -> str:
    known = instruments.instrument(getattr(item, "instrument", None) or "")
    return known.short if known else str(item.title)
