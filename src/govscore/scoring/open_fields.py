"""What would settle an open criterion: the fields of the file that have no answer yet.

What a criterion by rules lacks, the questions of the rubric tell; every other measure tells itself.
Nothing is tried here: a field is named if it is open and asked for, whatever an answer would give.
"""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

from govscore.measures._lack import Lack
from govscore.pointers import pointer
from govscore.practice.computed import WHOLE
from govscore.rubric.asks import EACH, SEARCHED

if TYPE_CHECKING:
    from govscore.measures._measure import Reading
    from govscore.rubric.model import AskSpec, CriterionSpec
    from govscore.scoring.case import PracticeCase

OPEN_WORDS = ("unknown", "unclear")
"""Words that answer nothing."""
UNSETTLED = ("unassessed", "partial")
"""The statuses of a criterion that an answer could settle."""


def open_fields(criterion: CriterionSpec, reading: Reading, case: PracticeCase) -> list[Lack]:
    """List what a criterion lacks, in the order of the rubric; nothing if it is settled."""
    if reading.status not in UNSETTLED:
        return []
    if not criterion.measure.asks_fields:
        return list(criterion.measure.lacks(case.of(criterion)))
    found = (lack(ask, case) for ask in criterion.asks)
    return [each for each in found if each is not None]


def lack(ask: AskSpec, case: PracticeCase) -> Lack | None:
    """Tell what a practice lacks of what a question asks for; `None` if that is answered."""
    if ask.field.startswith(SEARCHED):
        return _search(ask, case)
    if ask.row is not None:
        return _entry(ask, case)
    values = _values(case.record, _stretch(ask.field))
    found = [(place, index) for place, index, value in values if _lacks(value)]
    if not found:
        return None
    places, indices = zip(*found, strict=True)
    field = ask.field
    if EACH in field:
        field = field.replace(EACH, f"[{_ranges(indices)}]", 1)
    return Lack("field", field, places, ask.question)


def _search(ask: AskSpec, case: PracticeCase) -> Lack | None:
    """Ask for the search of a list only where it has entries and may lack some."""
    path = ask.field.removeprefix(SEARCHED)
    [(_, _, entries)] = _values(case.record, _stretch(path))
    if not entries or _closed(path, case):
        return None
    return Lack("field", ask.field, (pointer(["searched", path]),), ask.question)


def _entry(ask: AskSpec, case: PracticeCase) -> Lack | None:
    """Ask for a list that is left out, and for what no entry of one is of that may lack some."""
    [(place, _, entries)] = _values(case.record, _stretch(ask.field))
    if entries is None:
        return Lack("list", ask.field, (place,), ask.question)
    if _closed(ask.field, case):
        return None
    wanted = [
        " or ".join(sort)
        for key, sort in ask.sorts
        if not any(set(sort) & set(entry.get(key) or ()) for entry in entries)
    ]
    if ask.sorts and not wanted:
        return None
    return Lack("entry", ask.field, (place,), ask.question, (*wanted,))


def _closed(path: str, case: PracticeCase) -> bool:
    """Tell whether a list with entries lacks none: it is whole, or one cannot tell of its kind."""
    return path not in _LISTS or case.whole_lists[_LISTS[path]]


_LISTS = {".".join(at): name for name, at in WHOLE.items()}


class _Stretch(NamedTuple):
    """A path up to a list whose entries are meant, and what is `inside` each; or all of it."""

    keys: tuple[str, ...]
    pointer: str
    inside: _Stretch | None


@cache
def _stretch(path: str) -> _Stretch:
    first, each, rest = path.partition(EACH)
    keys = tuple(first.split("."))
    return _Stretch(keys, pointer(keys), _stretch(rest.removeprefix(".")) if each else None)


def _values(
    part: Any,  # noqa: ANN401 - what is on the way is of any kind
    stretch: _Stretch,
    before: str = "",
    number: int = 0,
) -> list[tuple[str, int, Any]]:
    """Follow a path to every value that it names; what is left out is `None`.

    Each comes with its pointer, and the number of the last entry on its way.
    """
    keys, step, inside = stretch
    for key in keys:
        part = part.get(key) if type(part) is dict else None
    place = before + step
    if inside is None:
        return [(place, number, part)]
    return [
        found
        for index, entry in enumerate(part or ())
        for found in _values(entry, inside, f"{place}/{index}", index)
    ]


def _lacks(value: object) -> bool:
    return value is None or value in OPEN_WORDS


@lru_cache(1024)
def _ranges(indices: tuple[int, ...]) -> str:
    """Write indices short: `0..3,5`."""
    runs = groupby(enumerate(sorted(set(indices))), key=lambda pair: pair[1] - pair[0])
    ends = [[index for _, index in run] for _, run in runs]
    return ",".join(f"{run[0]}..{run[-1]}" if len(run) > 1 else str(run[0]) for run in ends)
