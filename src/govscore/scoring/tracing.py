"""What conditions counted, traced to the places in the file.

CEL itself offers no trace: a named fact knows where it found its items, and a condition names its
facts.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from govscore.measures._measure import Trace
from govscore.scoring.backing import evidenced, holds_items

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from govscore.expressions.program import Program
    from govscore.rubric.compiled import Rubric
    from govscore.scoring.case import PracticeCase


def trace(case: PracticeCase, criterion: str, condition: str | None = None) -> Trace:
    """Trace a condition of a criterion, or all, to items that facts selected and fields read."""
    facts, behind, fields = _traced(case.rubric)(criterion, condition)
    values, places = case.found.values, case.found.pointers
    pointers: dict[str, Sequence[str]] = {}
    for name, read in behind:
        if name in places:
            for place, item in zip(places[name], values[name], strict=True):
                pointers[place] = item.get("evidence") or () if type(item) is dict else ()
        else:
            fields += read
    seen = case.view
    for section, name, place in fields:
        if section in seen:
            value = seen[section].get(name)
            if value is not None and not holds_items(value):
                pointers[place] = seen[section].get("evidence") or ()
    evidence = dict.fromkeys(each for ids in pointers.values() for each in ids)
    return Trace(tuple(sorted(pointers, key=_in_file_order)), facts, tuple(evidence))


def named(programs: Iterable[Program]) -> frozenset[str]:
    """Give the variables and facts that programs mention."""
    return frozenset(name for each in programs for name in each.names)


class _Field(NamedTuple):
    """A field of an evidenced section, such as `p.coordination.formal`, and its pointer."""

    section: str
    name: str
    place: str


class _Traced(NamedTuple):
    """What a condition, or all of a criterion, reads of any practice.

    `facts` are named in the order of the rubric; `behind` has each with the fields that it reads
    itself, and `fields` are those of the conditions.
    """

    facts: tuple[str, ...]
    behind: tuple[tuple[str, tuple[_Field, ...]], ...]
    fields: tuple[_Field, ...]


@lru_cache(64)
def _traced(rubric: Rubric) -> Callable[[str, str | None], _Traced]:
    """Give what tells of a condition what it reads, which is worked out once for a rubric."""

    @cache
    def traced(criterion: str, condition: str | None) -> _Traced:
        programs = rubric.rules[criterion]
        asked = [programs[condition]] if condition else [*programs.values()]
        facts = rubric.facts.behind(named(asked))
        behind = tuple((name, _fields(rubric.facts.compiled[name])) for name in facts)
        return _Traced(tuple(facts), behind, tuple(f for each in asked for f in _fields(each)))

    return traced


def _fields(program: Program) -> tuple[_Field, ...]:
    """List the fields of evidenced sections that a program reads."""
    return tuple(
        _Field(section, name, f"/{section}/{name}")
        for section, name in program.fields
        if section in evidenced()
    )


@lru_cache(4096)
def _in_file_order(place: str) -> tuple[object, ...]:
    return tuple(
        (part.isdigit(), int(part) if part.isdigit() else 0, part) for part in place.split("/")
    )
