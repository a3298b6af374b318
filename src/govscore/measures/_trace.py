"""From a rule to the places in the file that it counted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from govscore.measures._backing import evidenced

if TYPE_CHECKING:
    from collections.abc import Iterable

    from govscore.expressions.program import Program
    from govscore.measures._measure import Case


@dataclass(frozen=True, slots=True)
class Trace:
    """The pointers a rule counted, the facts it read, and the evidence behind them."""

    pointers: tuple[str, ...]
    facts: tuple[str, ...]
    evidence: tuple[str, ...]


def trace(case: Case, programs: Iterable[Program]) -> Trace:
    """Trace programs to the items their facts selected and the fields they read by path."""
    asked = list(programs)
    facts = case.facts.behind(frozenset[str]().union(*(program.names for program in asked)))
    pointers: dict[str, list[str]] = {}
    for name in facts:
        for index, place in enumerate(case.found.pointers.get(name, ())):
            item = case.found.values[name][index]
            pointers[place] = item.get("evidence") or [] if isinstance(item, dict) else []
        if name not in case.found.pointers:
            asked.append(case.facts.compiled[name])
    for program in asked:
        pointers |= _fields(program, case.view)
    evidence = dict.fromkeys(each for ids in pointers.values() for each in ids)
    return Trace(tuple(sorted(pointers, key=_in_file_order)), tuple(facts), tuple(evidence))


def _fields(program: Program, view: dict[str, Any]) -> dict[str, list[str]]:
    """Find the fields of evidenced sections (`p.coordination.formal`) that a program reads."""
    found: dict[str, list[str]] = {}
    for section, name in program.fields:
        if section not in view or section not in evidenced():
            continue
        value = view[section].get(name)
        if value is not None and not _holds_items(value):
            found[f"/{section}/{name}"] = view[section].get("evidence") or []
    return found


def _holds_items(value: object) -> bool:
    return isinstance(value, list) and bool(value) and isinstance(value[0], dict)


def _in_file_order(place: str) -> tuple[object, ...]:
    return tuple(
        (part.isdigit(), int(part) if part.isdigit() else 0, part) for part in place.split("/")
    )
