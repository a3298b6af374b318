"""What the checks of one practice may look at, and how they say where."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from govscore.errors import Problem
from govscore.pointers import pointer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govscore.practice.assessment import Assessment
    from govscore.practice.record import Practice
    from govscore.result.scored import ScoredPractice
    from govscore.rubric.compiled import Rubric
    from govscore.yamlio import Document


@dataclass(frozen=True)
class Inspection:
    """A practice that validated, its document, its scores, and the rubric behind them."""

    document: Document
    practice: Practice
    scored: ScoredPractice
    rubric: Rubric
    as_of: str
    known_rubrics: frozenset[str]

    @cached_property
    def versions(self) -> tuple[str, ...]:
        """The versions of the rubric that its change log knows, the current one among them."""
        logged = [each.version for each in self.rubric.spec.changelog]
        return tuple(dict.fromkeys([self.rubric.spec.version, *logged]))

    @cached_property
    def evidence_lists(self) -> list[tuple[str, list[str]]]:
        """Every list of evidence ids in the file, with its pointer."""
        return _evidence_lists(self.document.value)

    def own_assessments(self) -> Iterator[tuple[int, Assessment]]:
        """List the assessments under this rubric with their number in the file."""
        for number, assessment in enumerate(self.practice.assessments or ()):
            if assessment.rubric.split("@")[0] == self.rubric.spec.rubric:
                yield number, assessment


def at(
    context: Inspection,
    code: str,
    place: str,
    suggestions: tuple[str, ...] = (),
    *,
    on_key: bool = False,
    **args: object,
) -> Problem:
    """Make a problem at the place (a JSON pointer) of the practice's file."""
    line, column = context.document.place(place, on_key=on_key)
    return Problem(code, context.document.path, place, line, column, args, suggestions, on_key)


def _evidence_lists(root: dict[str, Any]) -> list[tuple[str, list[str]]]:
    """Find a file's lists of evidence ids, each with its pointer."""
    found = [(pointer(["searched", key]), ids) for key, ids in (root.get("searched") or {}).items()]
    pending = [(pointer([key]), value) for key, value in root.items() if key not in _NO_LISTS]
    for place, value in pending:
        if not isinstance(value, dict | list):
            continue
        entries = enumerate(value) if isinstance(value, list) else value.items()
        for key, entry in entries:
            if key == "evidence" and isinstance(entry, list):
                found.append((f"{place}/evidence", entry))
            elif isinstance(entry, dict | list):
                pending.append((place + pointer([key]), entry))
    return found


_NO_LISTS = frozenset({"evidence", "searched"})
