"""The named facts of a rubric: selections from the practice that know where they were found.

A selection runs as `of.transformList(i, it, where, i)`, which yields indices; an index into a list
of the file is a pointer, and a pointer is a line. CEL itself offers no trace.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from govscore.expressions.programs import WHOLE, Activation, ExpressionError, Program, Programs

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

View = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Fact:
    """A named fact: a selection (`of`, `where`) or a value (`value`).

    `of` is a path from `p`, or the name of another selection. A path with `?` takes a list that is
    left out as empty; without, the selection is unknown then.
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


@dataclass(slots=True)
class Found:
    """What the facts came to on one practice.

    `values` lacks the facts that are unknown; `pointers` has the places of each selection; `errors`
    the reasons of facts that failed, by name.
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
        self.programs = programs
        self.compiled = {name: programs.compile(f.source()) for name, f in self.by_name.items()}
        self.stages = self._staged()
        self._behind = self._closed()

    def behind(self, names: Collection[str]) -> list[str]:
        """List the facts among the names and all that these read, each after what it reads."""
        wanted = set().union(*(self._behind[name] for name in names if name in self._behind))
        return [name for name in self._behind if name in wanted]

    def sections(self, program: Program) -> frozenset[str]:
        """List the keys of the practice that a program reads, itself or by its facts."""
        read = [self.compiled[name].sections for name in self.behind(program.names)]
        return program.sections.union(*read)

    def find(self, view: View) -> Found:
        """Evaluate all facts on a practice."""
        found = Found()
        for stage in self.stages:
            self.evaluate(stage, view, found)
        return found

    def evaluate(self, names: Collection[str], view: View, found: Found) -> None:
        """Evaluate facts that do not read each other, and add them to what was found."""
        programs = [self.compiled[name] for name in names]
        activation = self.activation(programs, view, found)
        for name, program in zip(names, programs, strict=True):
            try:
                value = program.value(activation)
            except ExpressionError as error:
                found.errors[name] = str(error)
                continue
            if value is not None:
                self._keep(self.by_name[name], value, view, found)

    def activation(self, programs: Iterable[Program], view: View, found: Found) -> Activation:
        """Hand programs what they mention, and no more: data are converted at every activation."""
        wanted = list(programs)
        data = {
            name: found.values[name]
            for program in wanted
            for name in program.names
            if name in found.values
        }
        return self.programs.activation({**data, "p": _part(wanted, view)})

    def activation_of_all(self, view: View, found: Found) -> Activation:
        """Hand programs all facts, and all sections that any expression of the rubric reads."""
        return self.programs.activation({**found.values, "p": _only(self.programs.read, view)})

    def _keep(self, fact: Fact, value: Any, view: View, found: Found) -> None:  # noqa: ANN401 - a fact is of any kind
        if fact.of is None:
            found.values[fact.name] = value
            return
        items, pointers = source(fact.of, view, found)
        found.values[fact.name] = [items[index] for index in value]
        found.pointers[fact.name] = [pointers[index] for index in value]

    def _staged(self) -> list[list[str]]:
        known = self.by_name.keys()
        left = {name: program.names & known for name, program in self.compiled.items()}
        stages: list[list[str]] = []
        while left:
            stage = [name for name, needs in left.items() if not needs & left.keys()]
            if not stage:
                raise ExpressionError(f"facts read each other in a circle: {', '.join(left)}")
            stages.append(stage)
            left = {name: needs for name, needs in left.items() if name not in stage}
        return stages

    def _closed(self) -> dict[str, frozenset[str]]:
        """Map each fact to itself and all facts that it reads, directly or not."""
        closed: dict[str, frozenset[str]] = {}
        for name in (name for stage in self.stages for name in stage):
            read = self.compiled[name].names & closed.keys()
            closed[name] = frozenset({name}).union(*(closed[each] for each in read))
        return closed


def _part(programs: Iterable[Program], view: View) -> View:
    """Give the sections of the practice that programs read."""
    return _only(frozenset[str]().union(*(program.sections for program in programs)), view)


def _only(sections: frozenset[str], view: View) -> View:
    return view if WHOLE in sections else {key: view[key] for key in sections if key in view}


def source(of: str, view: View, found: Found) -> tuple[list[Any], list[str]]:
    """Give the items that a selection chooses from, and the pointer of each."""
    if of in found.pointers:
        return found.values[of], found.pointers[of]
    steps = of.replace("?", "").split(".")[1:]
    value: Mapping[str, Any] | list[Any] = view
    for step in steps:
        value = value.get(step, {}) if isinstance(value, dict) else {}
    base = "/" + "/".join(steps)
    return list(value), [f"{base}/{index}" for index in range(len(value))]
