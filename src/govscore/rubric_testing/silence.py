"""Does silence earn? A file that says less must never have more.

No criterion may be scored by a record with the required fields only, and leaving out a section that
holds no conflict may never raise a level, be it as claimed or as its evidence carries it.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from pydantic import ValidationError

from govscore.practice.record import Practice
from govscore.rubric_testing.flaws import Flaw
from govscore.rubric_testing.records import filled
from govscore.rubric_testing.specimens import deletions
from govscore.scoring.read import Assumptions, take

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from govscore.measures import Reading
    from govscore.rubric.compiled import Rubric
    from govscore.rubric_testing.records import Record

AS_OF = "2026-01-01"
CLAIMED = Assumptions(AS_OF, evidence_cap=False)
CREDITED = Assumptions(AS_OF)


def readings(record: Record, rubric: Rubric) -> dict[str, Reading]:
    """Read a record as claimed; a record that is no practice has no readings."""
    try:
        practice = Practice.model_validate(filled(record, rubric))
    except ValidationError:
        return {}
    return take(practice, rubric, CLAIMED).readings


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
    full = take(practice, rubric, options).readings
    for section, left in deletions(record, practice, options.as_of):
        less = take(Practice.model_validate(left), rubric, options).readings
        yield section, list(_higher(section, full, less))


def _higher(
    section: str, full: Mapping[str, Reading], less: Mapping[str, Reading]
) -> Iterator[Flaw]:
    for name, reading in full.items():
        after = less[name].low
        if after > reading.low:
            args = {"variant": "raised", "name": name, "section": section}
            yield Flaw("GS508", name, args={**args, "before": reading.low, "after": after})
