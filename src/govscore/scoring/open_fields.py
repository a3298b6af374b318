"""What would settle an open criterion: the fields of the file that have no answer yet.

What a criterion by rules lacks, the questions of the rubric tell; every other measure tells itself.
Nothing is tried here: a field is named if it is open and asked for, whatever an answer would give.
"""

from __future__ import annotations

from functools import cache, lru_cache, partial
from itertools import chain, groupby
from typing import TYPE_CHECKING, Any, NamedTuple

from govscore.measures._lack import Lack
from govscore.pointers import pointer
from govscore.practice.computed import WHOLE
from govscore.rubric.asks import EACH, SEARCHED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from govscore.measures._measure import Reading
    from govscore.rubric.compiled import Rubric
    from govscore.rubric.model import AskSpec, CriterionSpec
    from govscore.scoring.case import PracticeCase

    Asking = Callable[[PracticeCase], Lack | None]
    _Open = tuple[tuple[int, "_Open"], ...]

OPEN_WORDS = ("unknown", "unclear")
"""Words that answer nothing."""
_NOTHING = (None, *OPEN_WORDS)
UNSETTLED = ("unassessed", "partial")
"""The statuses of a criterion that an answer could settle."""


def open_fields(criterion: CriterionSpec, reading: Reading, case: PracticeCase) -> list[Lack]:
    """List what a criterion lacks, in the order of the rubric; nothing if it is settled."""
    if reading.status not in UNSETTLED:
        return []
    if not criterion.measure.asks_fields:
        return list(criterion.measure.lacks(case.of(criterion)))
    asked = _asked(case.rubric)[criterion.id]
    return [found for ask in asked if (found := ask(case)) is not None]


def lack(ask: AskSpec, case: PracticeCase) -> Lack | None:
    """Tell what a practice lacks of what a question asks for; `None` if that is answered."""
    return _asking(ask)(case)


@lru_cache(64)
def _asked(rubric: Rubric) -> dict[str, list[Asking]]:
    """Lay out the questions of each criterion: what one says does not depend on the practice."""
    return {each.id: [_asking(ask) for ask in each.asks] for each in rubric.spec.criteria}


def _asking(ask: AskSpec) -> Asking:
    stretch = _stretch(ask.field)
    if ask.row is not None:
        left_out = Lack("list", ask.field, (stretch.pointer,), ask.question)
        sorts = [(key, frozenset(sort), " or ".join(sort)) for key, sort in ask.sorts]
        return partial(_entry, stretch.keys, left_out, left_out._replace(kind="entry"), sorts)
    if ask.field.startswith(SEARCHED):
        path = ask.field.removeprefix(SEARCHED)
        place = pointer(["searched", path])
        unsaid = Lack("field", ask.field, (place,), ask.question)
        return partial(_search, path, _stretch(path).keys, unsaid)
    if stretch.inside is None:
        return partial(
            _field, stretch.keys, Lack("field", ask.field, (stretch.pointer,), ask.question)
        )
    return partial(_within, stretch.keys, stretch.inside, ask.field, ask.question)


def _field(keys: tuple[str, ...], unsaid: Lack, case: PracticeCase) -> Lack | None:
    """Ask for a field that stands once in the file."""
    return unsaid if _at(case.record, keys) in _NOTHING else None


def _within(
    keys: tuple[str, ...], inside: _Stretch, field: str, question: str, case: PracticeCase
) -> Lack | None:
    """Ask for what is open within the entries of a list."""
    entries = _at(case.record, keys)
    found = _open(entries, inside) if entries else ()
    return _unanswered(field, question, found) if found else None


@lru_cache(4096)  # many practices leave the same open of their first few entries
def _unanswered(field: str, question: str, found: _Open) -> Lack:
    _, above, inside = _stretch(field)
    numbers = _ranges(tuple([number for number, _ in found]))
    places = _places(found, inside, above) if inside else ()
    return Lack("field", field.replace(EACH, f"[{numbers}]", 1), (*places,), question)


def _places(found: _Open, stretch: _Stretch, above: str) -> list[str]:
    """List the pointers of what has no answer within the entries of a list."""
    _, step, inside = stretch
    if inside is None:
        return [f"{above}/{number}{step}" for number, _ in found]
    within = [_places(below, inside, f"{above}/{number}{step}") for number, below in found]
    return [*chain.from_iterable(within)]


def _search(path: str, keys: tuple[str, ...], unsaid: Lack, case: PracticeCase) -> Lack | None:
    """Ask for the search of a list only where it has entries and may lack some."""
    return unsaid if _at(case.record, keys) and not _closed(path, case) else None


def _entry(
    keys: tuple[str, ...],
    left_out: Lack,
    further: Lack,
    sorts: Sequence[tuple[str, frozenset[str], str]],
    case: PracticeCase,
) -> Lack | None:
    """Ask for a list that is left out, and for what no entry of one is of that may lack some."""
    entries = _at(case.record, keys)
    if entries is None:
        return left_out
    if _closed(further.field, case):
        return None
    if not sorts:
        return further
    held = {
        key: {word for entry in entries for word in entry.get(key) or ()}
        for key in {key for key, _, _ in sorts}
    }
    wanted = [words for key, sort, words in sorts if held[key].isdisjoint(sort)]
    return further._replace(wanted=(*wanted,)) if wanted else None


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


def _open(entries: Iterable[Any], stretch: _Stretch) -> _Open:
    """Number the entries that lack an answer, each with the same of the list within it."""
    keys, _, inside = stretch
    values = entries
    for key in keys:
        values = [each.get(key) if type(each) is dict else None for each in values]
    if inside is None:
        return tuple([(n, ()) for n, value in enumerate(values) if value in _NOTHING])
    below = enumerate([_open(value or (), inside) for value in values])
    return tuple([(n, found) for n, found in below if found])


def _ranges(indices: tuple[int, ...]) -> str:
    """Write indices short: `0..3,5`."""
    runs = groupby(enumerate(sorted(set(indices))), key=lambda pair: pair[1] - pair[0])
    ends = [[index for _, index in run] for _, run in runs]
    return ",".join(f"{run[0]}..{run[-1]}" if len(run) > 1 else str(run[0]) for run in ends)
