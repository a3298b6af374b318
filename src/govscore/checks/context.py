"""What the checks of one practice may look at, and how they say where."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from govscore.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govscore.practice import Practice
    from govscore.practice.assessment import Assessment
    from govscore.result import Practice as Scored
    from govscore.rubric import Rubric
    from govscore.yamlio import Document


@dataclass(frozen=True)
class Context:
    """A practice that validated, its document, its scores, and the rubric behind them."""

    document: Document
    practice: Practice
    scored: Scored
    rubric: Rubric
    as_of: str
    known_rubrics: frozenset[str]

    @cached_property
    def versions(self) -> tuple[str, ...]:
        """The versions of the rubric that its change log knows, the current one among them."""
        logged = [each.version for each in self.rubric.spec.changelog]
        return tuple(dict.fromkeys([self.rubric.spec.version, *logged]))

    def own_assessments(self) -> Iterator[tuple[int, Assessment]]:
        """List the assessments under this rubric with their number in the file."""
        for number, assessment in enumerate(self.practice.assessments or ()):
            if assessment.rubric.split("@")[0] == self.rubric.spec.rubric:
                yield number, assessment


def at(
    context: Context,
    code: str,
    pointer: str,
    suggestions: tuple[str, ...] = (),
    *,
    on_key: bool = False,
    **args: object,
) -> Problem:
    """Make a problem at a pointer of the practice's file."""
    line, column = context.document.place(pointer, on_key=on_key)
    return Problem(code, context.document.path, pointer, line, column, args, suggestions, on_key)


def evidence_lists(value: Any, place: str = "") -> Iterator[tuple[str, list[str]]]:  # noqa: ANN401 - a document's value is of any kind
    """Walk a file's value for the lists of evidence ids, each with its pointer."""
    if isinstance(value, list):
        for index, entry in enumerate(value):
            yield from evidence_lists(entry, f"{place}/{index}")
    elif isinstance(value, dict):
        for key, entry in value.items():
            here = f"{place}/{str(key).replace('~', '~0').replace('/', '~1')}"
            if key == "evidence" and place and isinstance(entry, list):
                yield here, [each for each in entry if isinstance(each, str)]
            elif place == "/searched" and isinstance(entry, list):
                yield here, [each for each in entry if isinstance(each, str)]
            else:
                yield from evidence_lists(entry, here)
