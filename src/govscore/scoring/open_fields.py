"""What would settle an open criterion: the fields of the file that have no answer yet.

What a criterion by rules lacks, the questions of the rubric tell; every other measure tells itself.
Nothing is tried here: a field is named if it is open and asked for, whatever an answer would give.
"""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import chain, groupby
from typing import TYPE_CHECKING, Any, NamedTuple

from govscore.measures._lack import Lack
from govscore.pointers import pointer
from govscore.practice.computed import WHOLE
from govscore.rubric.asks import EACH, SEARCHED

if TYPE_CHECKING:
    from collections.abc import Iterable

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
    if ask.row is not None:
        return _entry(ask, case)
    if ask.field.startswith(SEARCHED):
        return _search(ask, case)
    stretch = _stretch(ask.field)
    if stretch.inside is None:
        places = _open(case.record, stretch, "")
        return Lack("field", ask.field, (*places,), ask.question) if places else None
    return _within(ask, _at(case.record, stretch.keys) or (), stretch.pointer, stretch.inside)


def _within(ask: AskSpec, entries: Iterable[Any], pointer: str, stretch: _Stretch) -> Lack | None:
    """Ask for what is open within the entries of a list."""
    found = {
        number: places
        for number, entry in enumerate(entries)
        if (places := _open(entry, stretch, f"{pointer}/{number}"))
    }
    if not found:
        return None
    field = ask.field.replace(EACH, f"[{_ranges((*found,))}]", 1)
    return Lack("field", field, (*chain.from_iterable(found.values()),), ask.question)


def _search(ask: AskSpec, case: PracticeCase) -> Lack | None:
    """Ask for the search of a list only where it has entries and may lack some."""
    path = ask.field.removeprefix(SEARCHED)
    if not _at(case.record, _stretch(path).keys) or _closed(path, case):
        return None
    return Lack("field", ask.field, (pointer(["searched", path]),), ask.question)


def _entry(ask: AskSpec, case: PracticeCase) -> Lack | None:
    """Ask for a list that is left out, and for what no entry of one is of that may lack some."""
    stretch = _stretch(ask.field)
    entries = _at(case.record, stretch.keys)
    if entries is None:
        return Lack("list", ask.field, (stretch.pointer,), ask.question)
    if _closed(ask.field, case):
        return None
    held = {
        key: {word for entry in entries for word in entry.get(key) or ()} for key, _ in ask.sorts
    }
    wanted = [" or ".join(sort) for key, sort in ask.sorts if held[key].isdisjoint(sort)]
    if ask.sorts and not wanted:
        return None
    return Lack("entry", ask.field, (stretch.pointer,), ask.question, (*wanted,))


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


def _at(part: Any, keys: tuple[str, ...]) -> Any:  # noqa: ANN401 - what is on the way is of any kind
    """Follow keys; what is left out is `None`."""
    for key in keys:
        part = part.get(key) if type(part) is dict else None
    return part


def _open(part: Any, stretch: _Stretch, before: str) -> list[str]:  # noqa: ANN401 - as above
    """List the pointers of the values that a path names and that nobody has answered."""
    keys, step, inside = stretch
    value = _at(part, keys)
    place = before + step
    if inside is None:
        return [place] if value is None or value in OPEN_WORDS else []
    entries = enumerate(value or ())
    return [each for n, entry in entries for each in _open(entry, inside, f"{place}/{n}")]


@lru_cache(1024)
def _ranges(indices: tuple[int, ...]) -> str:
    """Write indices short: `0..3,5`."""
    runs = groupby(enumerate(sorted(set(indices))), key=lambda pair: pair[1] - pair[0])
    ends = [[index for _, index in run] for _, run in runs]
    return ",".join(f"{run[0]}..{run[-1]}" if len(run) > 1 else str(run[0]) for run in ends)
