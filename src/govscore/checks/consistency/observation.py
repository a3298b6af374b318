"""GS309, GS310, GS312 and GS313: what is true of the record, and a reader should know."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from govscore.catalogue import references, vocabularies
from govscore.catalogue.countries import folded
from govscore.checks.context import at
from govscore.practice.computed import rank, takes_part
from govscore.practice.phases import PHASES
from govscore.scoring.certainty import from_lead

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govscore.errors import Problem
    from govscore.practice.stakeholders import Stakeholder
    from govscore.rules._inspection import Inspection

_DRIFT = "security_drift"
_ALIKE = 0.85
_FEWEST_WORDS = 2
_SMALL = frozenset({"a", "an", "and", "for", "in", "of", "on", "s", "the", "to"})


def problems(context: Inspection) -> Iterator[Problem]:
    """Observe one practice."""
    yield from _drift(context)
    yield from _participation(context)
    yield from _policies(context)


def _drift(context: Inspection) -> Iterator[Problem]:
    """Pass on the rubric's note at the lead body behind it."""
    if _DRIFT not in context.scored.notes:
        return
    security = vocabularies.flagged("sector", "security")
    bodies = context.practice.lead_body
    index = next((i for i, body in enumerate(bodies) if body.sector in security), 0)
    several = isinstance(context.document.value["lead_body"], list)
    place = f"/lead_body/{index}" if several else "/lead_body"
    yield at(context, "GS309", f"{place}/sector", name=bodies[index].name)


def _participation(context: Inspection) -> Iterator[Problem]:
    """Find participation that earns on the word of the lead body alone."""
    kept = {each.id: from_lead(each) for each in context.practice.evidence or ()}
    for phase in PHASES:
        for index, row in enumerate(getattr(context.practice.stakeholders, phase, None) or ()):
            behind = [kept[each] for each in row.evidence or () if each in kept]
            if behind and all(behind) and _earns(row):
                place = f"/stakeholders/{phase}/{index}/evidence"
                yield at(context, "GS310", place, name=row.who)


def _earns(row: Stakeholder) -> bool:
    return rank(row) > 0 and takes_part(row)


def _policies(context: Inspection) -> Iterator[Problem]:
    practice = context.practice
    title = _words(practice.title)
    for index, policy in enumerate(practice.policies or ()):
        framework = references.frameworks().get(policy.framework or "")
        if framework is None and _same(_words(policy.title), title):
            yield at(context, "GS312", f"/policies/{index}/title", name=policy.title)
        year = policy.year or (framework and framework.year)
        if year and year > int(practice.period.start[:4]):
            place = f"/policies/{index}/{'year' if policy.year else 'framework'}"
            yield at(context, "GS313", place, year=year, start=practice.period.start)


def _same(policy: list[str], practice: list[str]) -> bool:
    """Tell whether the words of two titles name one thing: alike, or one within the other."""
    fewer, more = sorted((set(policy), set(practice)), key=len)
    shared = fewer & more
    if len(fewer) >= _FEWEST_WORDS and shared == fewer:
        return True
    # Titles that are alike share most words; only then is the slow comparison worth its time.
    if 2 * len(shared) < len(fewer):
        return False
    alike = SequenceMatcher(None, " ".join(policy), " ".join(practice))
    return alike.ratio() >= _ALIKE


def _words(title: str) -> list[str]:
    return [word for word in re.findall(r"\w+", folded(title)) if word not in _SMALL]
