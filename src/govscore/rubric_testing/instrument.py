"""Is a rubric an instrument? Every level must have a witness, and silence must earn nothing.

The records are the rubric's cases, the extremes that its measures name, and seeded changes of
both. A witness shows a level as claimed: what evidence can carry is the same for every criterion.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import chain, product
from random import Random
from typing import TYPE_CHECKING

from pydantic import ValidationError

from govscore.errors import Problem
from govscore.pointers import pointer
from govscore.practice.record import Practice
from govscore.rubric_testing.cases import part
from govscore.rubric_testing.specimens import bare, changed, deletions, filled, joined
from govscore.scale import TOP
from govscore.scoring.read import Assumptions, read

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from govscore.measures._measure import Reading
    from govscore.rubric.compiled import Rubric
    from govscore.rubric.model import CriterionSpec
    from govscore.rubric_testing.case_files import RubricCase
    from govscore.rubric_testing.specimens import Record
    from govscore.yamlio import Document


SEED = 1
TRIES = 400
"""How many changed records are tried for a criterion that lacks a witness."""
JOINED = 60
"""How many pairs of cases are joined, so that sections stand beside each other."""
LOW = 1
"""The highest level that counts as failing."""


@dataclass(frozen=True)
class Examination:
    """What was tried, and what was found wanting."""

    flaws: tuple[Flaw, ...]
    levels: int
    by_change: int
    records: int
    bare_records: int
    deletions: int


def examine(rubric: Rubric, cases: Iterable[RubricCase]) -> Examination:
    """Hold a rubric against its cases and what can be made of them."""
    dice = Random(SEED)  # noqa: S311 - chance for test records, not for secrets
    parts = [stated for case in cases if (stated := part(case.given))]
    parts += chain.from_iterable(c.measure.extremes(c.id) for c in rubric.spec.criteria)
    parts += [joined(dice.choice(parts), dice.choice(parts)) for _ in range(JOINED) if parts]
    witnesses = _Witnesses(rubric, dice)
    for each in parts:
        witnesses.show(each)
    before = witnesses.count()
    witnesses.search(parts)
    silent = list(bare(dice))
    deletions, raised = shortened(rubric, parts)
    flaws = [*witnesses.flaws(), *scored(rubric, silent), *raised]
    return Examination(
        flaws=tuple(flaws),
        levels=witnesses.count(),
        by_change=witnesses.count() - before,
        records=witnesses.records,
        bare_records=len(silent),
        deletions=deletions,
    )


class _Witnesses:
    """The levels of each criterion that some record reaches."""

    def __init__(self, rubric: Rubric, dice: Random) -> None:
        self.records = 0
        self._rubric = rubric
        self._dice = dice
        self._found: dict[str, set[float]] = {each.id: set() for each in rubric.spec.criteria}

    def show(self, record: Record) -> None:
        """Note the levels that a record reaches; what is no practice reaches none."""
        found = readings(record, self._rubric)
        self.records += bool(found)
        for name, reading in found.items():
            if reading.claimed is not None:
                self._found[name].add(reading.claimed)

    def search(self, parts: list[Record]) -> None:
        """Try changed records while levels are missing."""
        for _ in range(TRIES if parts else 0):
            if not any(self.missing(each) for each in self._rubric.spec.criteria):
                return
            self.show(changed(self._dice.choice(parts), self._dice))

    def missing(self, criterion: CriterionSpec) -> list[int]:
        """List the levels that must have a witness and have none, the highest first."""
        due = {TOP}
        if criterion.measure.sources():
            due |= criterion.measure.descriptors().keys()
        return sorted(due - self._found[criterion.id], reverse=True)

    def count(self) -> int:
        """Count the levels reached, over all criteria."""
        return sum(map(len, self._found.values()))

    def flaws(self) -> Iterator[Flaw]:
        """List the levels never reached, and the criteria never failed."""
        for each in self._rubric.spec.criteria:
            for level in self.missing(each):
                args = {"variant": "unreached", "name": each.id, "level": level}
                yield Flaw("GS506", each.id, level, args)
            if min(self._found[each.id], default=TOP) > LOW:
                yield Flaw("GS507", each.id, args={"name": each.id})


AS_OF = "2026-01-01"
CLAIMED = Assumptions(AS_OF, evidence_cap=False)
CREDITED = Assumptions(AS_OF)


def readings(record: Record, rubric: Rubric) -> dict[str, Reading]:
    """Read a record as claimed; a record that is no practice has no readings."""
    try:
        practice = Practice.model_validate(filled(record, rubric))
    except ValidationError:
        return {}
    return read(practice, rubric, CLAIMED).readings


def scored(rubric: Rubric, records: Iterable[Record]) -> list[Flaw]:
    """List the criteria that one of the records scores."""
    found: dict[str, Flaw] = {}
    for record in records:
        for name, reading in readings(record, rubric).items():
            if reading.claimed is not None:
                found[name] = Flaw("GS508", name, args={"variant": "silent", "name": name})
    return list(found.values())


def shortened(rubric: Rubric, parts: Iterable[Record]) -> tuple[int, list[Flaw]]:
    """Leave sections out, one at a time; count how often, and list the criteria this raised."""
    tried = 0
    found: dict[tuple[str, str], Flaw] = {}
    for each, options in product(parts, (CLAIMED, CREDITED)):
        for section, flaws in raised(filled(each, rubric), rubric, options):
            tried += 1
            for flaw in flaws:
                found.setdefault((section, flaw.criterion), flaw)
    return tried, list(found.values())


def raised(
    record: Record, rubric: Rubric, options: Assumptions
) -> Iterator[tuple[str, list[Flaw]]]:
    """Leave out each scored section of a whole record; list the criteria that this raised."""
    try:
        practice = Practice.model_validate(record)
    except ValidationError:
        return
    full = read(practice, rubric, options).readings
    for section, left in deletions(record, practice, options.as_of):
        less = read(Practice.model_validate(left), rubric, options).readings
        yield section, list(_higher(section, full, less))


def _higher(
    section: str, full: Mapping[str, Reading], less: Mapping[str, Reading]
) -> Iterator[Flaw]:
    for name, reading in full.items():
        after = less[name].low
        if after > reading.low:
            args = {"variant": "raised", "name": name, "section": section}
            yield Flaw("GS508", name, args={**args, "before": reading.low, "after": after})


@dataclass(frozen=True)
class Flaw:
    """A criterion that does not measure; `code` and `args` are those of a finding."""

    code: str
    criterion: str
    level: int | None = None
    args: Mapping[str, object] = field(default_factory=dict)


def placed(flaws: Iterable[Flaw], document: Document) -> list[Problem]:
    """Place flaws in the rubric file; those of a criterion it took over, where it says so."""
    criteria = document.value.get("criteria") or []
    numbers = {each["id"]: number for number, each in enumerate(criteria)}
    found = []
    for flaw in flaws:
        place = _place(flaw, numbers[flaw.criterion]) if flaw.criterion in numbers else "/extends"
        line, column = document.place(place)
        found.append(Problem(flaw.code, document.path, place, line, column, flaw.args))
    return found


def _place(flaw: Flaw, number: int) -> str:
    level: list[str | int] = [] if flaw.level is None else ["measure", "levels", flaw.level]
    return pointer(["criteria", number, *level])
