"""The named facts of a rubric: selections from the practice that know where they were found.

A selection runs as `of.transformList(i, it, where, i)`, which yields indices; an index into a list of the
file is a pointer, and a pointer is a line. CEL itself offers no trace.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from govscore.expressions.programs import ExpressionError, Program, Programs, names

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

_IN_WHERE = frozenset({"i", "it"})


@dataclass(frozen=True, slots=True)
class Fact:
    """A named fact: a selection (`of`, `where`) or a value (`value`).

    `of` is a path from `p`, or the name of another selection. A path with `?` takes a list that is left
    out as empty; without, the selection is unknown then.
    """

    name: str
    of: str | None = None
    where: str | None = None
    value: str | None = None
    says: str | None = None

    def source(self) -> str:
        """Give the expression that is compiled."""
        if self.of is None:
            return self.value or ""
        return f"{self.items()}.transformList(i, it, {self.where or 'true'}, i)"

    def items(self) -> str:
        """Give the expression for all that a selection chooses from."""
        of = self.of or "[]"
        return f"{of}.orValue([])" if "?" in of else of

    def mentions(self) -> frozenset[str]:
        """List the names it reads."""
        return names(self.source()) - _IN_WHERE


@dataclass(slots=True)
class Found:
    """What the facts came to on one practice.

    `values` lacks the facts that are unknown; `pointers` has the places of each selection; `errors` the
    reasons of facts that failed, by name.
    """

    values: dict[str, Any] = field(default_factory=dict)
    pointers: dict[str, list[str]] = field(default_factory=dict)
    errors: dict[str, str] = field(default_factory=dict)


class Facts:
    """The facts of a rubric, compiled, in an order in which each finds what it reads."""

    def __init__(self, facts: Iterable[Fact], programs: Programs) -> None:
        """Compile the facts.

        Raises:
            ExpressionError: A fact does not compile, or facts read each other in a circle.
        """
        self.by_name = {fact.name: fact for fact in facts}
        self._programs = programs
        self._compiled = {name: programs.compile(f.source()) for name, f in self.by_name.items()}
        self.stages = self._staged()

    def behind(self, names_: Collection[str]) -> list[str]:
        """List the facts among the names and all that these read, in rubric order."""
        wanted: set[str] = set()
        pending = [name for name in names_ if name in self.by_name]
        while pending:
            name = pending.pop()
            if name not in wanted:
                wanted.add(name)
                pending += [n for n in self.by_name[name].mentions() if n in self.by_name]
        return [name for name in self.by_name if name in wanted]

    def find(self, data: Mapping[str, Any], only: Collection[str] | None = None) -> Found:
        """Evaluate the facts, or `only` those named, on the data (`p`, `vocab` and the like)."""
        found = Found()
        for stage in self.stages:
            wanted = [name for name in stage if only is None or name in only]
            if not wanted:
                continue
            activation = self._programs.activation({**data, **found.values})
            for name in wanted:
                self._evaluate(self.by_name[name], self._compiled[name], activation, data, found)
        return found

    def _evaluate(
        self, fact: Fact, program: Program, activation: object, data: Mapping[str, Any], found: Found
    ) -> None:
        try:
            value = program.value(activation)
        except ExpressionError as error:
            found.errors[fact.name] = str(error)
            return
        if value is None:
            return
        if fact.of is None:
            found.values[fact.name] = value
            return
        items, pointers = _source(fact.of, data, found)
        found.values[fact.name] = [items[index] for index in value]
        found.pointers[fact.name] = [pointers[index] for index in value]

    def _staged(self) -> list[list[str]]:
        left = {name: fact.mentions() & self.by_name.keys() for name, fact in self.by_name.items()}
        stages: list[list[str]] = []
        while left:
            stage = [name for name, needs in left.items() if not needs & left.keys()]
            if not stage:
                raise ExpressionError(f"facts read each other in a circle: {', '.join(left)}")
            stages.append(stage)
            left = {name: needs for name, needs in left.items() if name not in stage}
        return stages


def _source(of: str, data: Mapping[str, Any], found: Found) -> tuple[list[Any], list[str]]:
    """Give the items that a selection chooses from, and the pointer of each."""
    if of in found.pointers:
        return found.values[of], found.pointers[of]
    value: Any = data
    steps = of.replace("?", "").split(".")
    for step in steps:
        value = value.get(step, {})
    base = "/" + "/".join(steps[1:])
    return list(value), [f"{base}/{index}" for index in range(len(value))]
