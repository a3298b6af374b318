"""GS307, GS308 and GS311: ratings that came too early, under other words, or from the lead body.

A change log names the criteria whose descriptors a version changed by their ids.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from govscore.checks.context import Inspection, at
from govscore.pointers import pointer
from govscore.titles import title

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govscore.errors import Problem
    from govscore.practice.identity import LeadBody

_BRACKETED = re.compile(r"\(([^()]+)\)")


def problems(context: Inspection) -> Iterator[Problem]:
    """Check the assessments of one practice."""
    yield from _early(context)
    yield from _reworded(context)
    yield from _own(context)


def _early(context: Inspection) -> Iterator[Problem]:
    """Find levels given to criteria whose phase is not due."""
    waiting = {c.id: c.phase for c in context.scored.criteria if c.status == "not_yet_due"}
    for number, assessment in context.own_assessments():
        for name, rating in assessment.ratings.items():
            if rating.level is not None and name in waiting:
                phase = title("phase", str(waiting[name]))
                place = pointer(["assessments", number, "ratings", name])
                yield at(context, "GS307", place, on_key=True, name=name, phase=phase)


def _reworded(context: Inspection) -> Iterator[Problem]:
    """Find levels given under an older version of the rubric, to criteria changed since."""
    for number, assessment in context.own_assessments():
        version = assessment.rubric.split("@")[1]
        if version not in context.versions:
            continue
        changed = _changed_since(context, version)
        for name, rating in assessment.ratings.items():
            if rating.level is not None and name in changed:
                place = pointer(["assessments", number, "ratings", name])
                yield at(
                    context,
                    "GS308",
                    place,
                    on_key=True,
                    name=name,
                    rubric=assessment.rubric,
                    version=changed[name],
                )


def _changed_since(context: Inspection, version: str) -> dict[str, str]:
    """Map the criteria that later versions changed to the first of these versions."""
    spec = context.rubric.spec
    found: dict[str, str] = {}
    for entry in sorted(spec.changelog, key=lambda entry: _ordinal(entry.version)):
        if _ordinal(entry.version) > _ordinal(version):
            words = {word for change in entry.changes for word in re.findall(r"[a-z0-9-]+", change)}
            for criterion in spec.criteria:
                if criterion.id in words:
                    found.setdefault(criterion.id, entry.version)
    return found


def _ordinal(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split("."))


def _own(context: Inspection) -> Iterator[Problem]:
    """Find assessors who belong to the lead body."""
    names = {name for body in context.practice.lead_body for name in _names(body)}
    for number, assessment in enumerate(context.practice.assessments or ()):
        if assessment.affiliation and _folded(assessment.affiliation) in names:
            place = f"/assessments/{number}/affiliation"
            name = assessment.affiliation
            yield at(context, "GS311", place, assessor=assessment.assessor, name=name)


def _names(body: LeadBody) -> Iterator[str]:
    """Give the names of a body: as written, without brackets, what they hold, and former ones."""
    for name in (body.name, *(body.formerly or ())):
        yield _folded(name)
        yield _folded(name.split(" (")[0])
        for short in _BRACKETED.findall(name):
            yield _folded(short)


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())
