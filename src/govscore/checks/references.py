"""GS201-GS208: names that must lead somewhere: evidence, instruments, criteria, checks, rubric."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from govscore.catalogue import instruments, vocabularies
from govscore.checks.context import Inspection, at
from govscore.pointers import pointer
from govscore.spelling import nearest
from govscore.titles import title

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govscore.errors import Problem

_OVERSIGHT = "oversight"


def problems(context: Inspection) -> Iterator[Problem]:
    """Check every reference of one practice."""
    for check in (_evidence, _instruments, _criteria, _checks, _identity, _rubric, _unused):
        yield from check(context)


def _evidence(context: Inspection) -> Iterator[Problem]:
    known = [each.id for each in context.practice.evidence or ()]
    for place, ids in context.evidence_lists:
        for index, each in enumerate(ids):
            if each not in known:
                near = nearest(each, known)
                yield at(context, "GS201", f"{place}/{index}", near, variant="unknown", name=each)
    for index, each in enumerate(known):
        if each in known[:index]:
            yield at(context, "GS201", f"/evidence/{index}/id", variant="twice", name=each)


def _instruments(context: Inspection) -> Iterator[Problem]:
    law = context.practice.legal_basis
    if law is None:
        return
    for kind in ("international", "regional"):
        for index, item in enumerate(getattr(law, kind) or ()):
            if item.instrument:
                yield from _instrument(
                    context, f"/legal_basis/{kind}/{index}/instrument", item.instrument
                )
    for index, act in enumerate(law.national or ()):
        for number, name in enumerate(act.implements or ()):
            yield from _instrument(
                context, f"/legal_basis/national/{index}/implements/{number}", name
            )


def _instrument(context: Inspection, place: str, name: str) -> Iterator[Problem]:
    if instruments.instrument(name) is None:
        yield at(context, "GS202", place, nearest(name, instruments.instrument_ids()), name=name)


def _criteria(context: Inspection) -> Iterator[Problem]:
    known = {criterion.id for criterion in context.rubric.spec.criteria}
    for number, assessment in context.own_assessments():
        for name in assessment.ratings:
            if name not in known:
                place = pointer(["assessments", number, "ratings", name])
                yield at(context, "GS203", place, nearest(name, known), on_key=True, name=name)


def _checks(context: Inspection) -> Iterator[Problem]:
    """Check the names of checklists and their items against those of the rubric."""
    lists = {each.id: each.measure.names() for each in context.rubric.spec.criteria}
    lists = {name: items for name, items in lists.items() if items}
    if not lists:
        return
    for name, section in (context.practice.checks or {}).items():
        if name not in lists:
            place = pointer(["checks", name])
            near = nearest(name, lists)
            yield at(context, "GS204", place, near, on_key=True, variant="checklist", name=name)
            continue
        for item in section.answers():
            if item not in lists[name]:
                place = pointer(["checks", name, item])
                near = nearest(item, lists[name])
                yield at(context, "GS204", place, near, on_key=True, variant="item", name=item)


def _identity(context: Inspection) -> Iterator[Problem]:
    stem = PurePosixPath(context.document.path).stem
    if context.document.path != "-" and context.practice.id != stem:
        yield at(context, "GS206", "/id", name=context.practice.id, stem=stem)


def _rubric(context: Inspection) -> Iterator[Problem]:
    for number, assessment in enumerate(context.practice.assessments or ()):
        name, version = assessment.rubric.split("@")
        place = f"/assessments/{number}/rubric"
        if name not in context.known_rubrics:
            near = nearest(name, context.known_rubrics)
            yield at(context, "GS207", place, near, variant="rubric", name=name)
        elif name == context.rubric.spec.rubric and version not in context.versions:
            found = ", ".join(context.versions)
            yield at(
                context, "GS207", place, variant="version", name=assessment.rubric, versions=found
            )


def _unused(context: Inspection) -> Iterator[Problem]:
    used = {each for _, ids in context.evidence_lists for each in ids}
    oversight = vocabularies.flagged("evidence_type", _OVERSIGHT)
    for index, each in enumerate(context.practice.evidence or ()):
        if each.id not in used:
            code = "GS314" if each.type in oversight else "GS208"
            kind = title("evidence_type", each.type)
            yield at(context, code, f"/evidence/{index}", name=each.id, kind=kind)
