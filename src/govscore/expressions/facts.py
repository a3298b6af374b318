"""The named facts of a rubric: selections from the practice that know where they were found.

A selection runs as `of.transformList(i, it, where, i)`, which yields indices; an index into a list
of the file is a pointer, and a pointer is a line. CEL itself offers no trace.
"""

from __future__ import annotations

from copy import copy
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from govscore.errors import ExpressionError
from govscore.expressions.program import sections
from govscore.expressions.unknown import ITERATIONS, Known

if TYPE_CHECKING:
    from collections.abc import Iterable

    from govscore.expressions.program import Program, Programs, Rule

View = dict[str, Any]


class Facts:
    """The facts of a rubric, compiled, in an order in which each finds what it reads."""

    def __init__(self, facts: Iterable[Fact], programs: Programs) -> None:
        """Compile the facts.

        Raises:
            ExpressionError: A fact does not compile, or facts read each other in a circle.
            TooLarge: A fact could grow beyond measure.
        """
        self.by_name = {fact.name: fact for fact in facts}
        self.programs = programs
        self.flat = {name: self._flattened(fact) for name, fact in self.by_name.items()}
        self.compiled = {name: programs.compile(f.source()) for name, f in self.flat.items()}
        self.stages = self._staged()
        for name in (each for stage in self.stages for each in stage):
            programs.bound(name, self.compiled[name], self.by_name[name].source())
        self._sources = {
            n: _Source(each.of) for n, each in self.flat.items() if each.of is not None
        }
        self._behind = self._closed()
        self._known_behind: dict[frozenset[str], list[str]] = {}
        self._known_sections: dict[str, frozenset[str]] = {}
        self._known_conditions: dict[str, frozenset[str]] = {}

    def _flattened(self, fact: Fact) -> Fact:
        """Rewrite a selection from a selection as one from the list itself, to be found with it."""
        seen = {fact.name}
        while fact.of in self.by_name and fact.of not in seen:
            seen.add(fact.of)
            above = self.by_name[fact.of]
            where = f"({above.where or 'true'}) && ({fact.where or 'true'})"
            fact = fact._replace(of=above.of, where=where)
        return fact

    def behind(self, names: frozenset[str]) -> list[str]:
        """List the facts among the names and all that these read, in the order of the rubric."""
        if names not in self._known_behind:
            read = [self._behind[name] for name in names if name in self._behind]
            wanted = frozenset[str]().union(*read)
            self._known_behind[names] = [name for name in self.by_name if name in wanted]
        return self._known_behind[names]

    def only(self, names: frozenset[str]) -> Facts:
        """Give these facts where none is found but those among the names and what they read."""
        wanted = set(self.behind(names))
        kept = copy(self)
        kept.stages = [[name for name in stage if name in wanted] for stage in self.stages]
        kept.laid_out = [each for each in self.laid_out if each[0] in wanted]
        return kept

    def in_turn(self, names: frozenset[str]) -> list[str]:
        """List the same facts, each after what it reads."""
        wanted = set(self.behind(names))
        return [name for stage in self.stages for name in stage if name in wanted]

    def sections(self, program: Program) -> frozenset[str]:
        """List the keys of the practice that a program reads, itself or by its facts."""
        if program.source not in self._known_sections:
            read = [self.compiled[name].sections for name in self.behind(program.names)]
            self._known_sections[program.source] = program.sections.union(*read)
        return self._known_sections[program.source]

    def condition(self, name: str) -> frozenset[str]:
        """List the keys of the practice that the condition of a selection reads, or its facts."""
        if name not in self._known_conditions:
            facts = self.compiled[name].names & self.by_name.keys()
            behind = (self.sections(self.compiled[each]) for each in facts)
            read = sections(self.flat[name].where or "").union(*behind)
            self._known_conditions[name] = read
        return self._known_conditions[name]

    def find(self, view: View) -> Found:
        """Evaluate all facts on a practice, as `evaluate` does, with fewer calls for each."""
        found = Found(view)
        known, pointers = found.values, found.pointers
        for name, function, source in self.laid_out:
            known.left = ITERATIONS
            try:
                value = function(view, known)
            except KeyError:
                continue
            except Exception:  # noqa: BLE001 - what it is, is said where it is evaluated alone
                self.evaluate(name, found)
                continue
            if value is None:
                continue
            if source is not None:
                pointers[name], value = source.chosen(view, value)
            known[name] = value
        return found

    @cached_property
    def laid_out(self) -> list[tuple[str, Rule, _Source | None]]:
        """The facts in the order in which they are found, with what finds them."""
        names = (name for stage in self.stages for name in stage)
        return [(name, self.compiled[name].function, self._sources.get(name)) for name in names]

    def evaluate(self, name: str, found: Found) -> None:
        """Evaluate a fact whose own facts are known, and add it to what was found."""
        try:
            value = self.compiled[name].value(found.values)
        except ExpressionError as error:
            found.errors[name] = str(error)
            return
        if value is None:
            return
        source = self._sources.get(name)
        if source is not None:
            found.pointers[name], value = source.chosen(found.values.view, value)
        found.values[name] = value

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
        pending = [name for stage in self.stages for name in stage]
        while pending:
            name = pending.pop(0)
            of = self.by_name[name].of
            read = {*self.compiled[name].names, *([of] if of else [])} & self.by_name.keys()
            if read <= closed.keys():
                closed[name] = frozenset({name}).union(*(closed[each] for each in read))
            else:
                pending.append(name)
        return closed


class _Source:
    """The list that a selection chooses from, by its path from the practice."""

    def __init__(self, of: str) -> None:
        self._steps = of.replace("?", "").split(".")[1:]
        self._places = [f"/{'/'.join(self._steps)}/{index}" for index in range(_PLACES)]

    def chosen(self, view: Any, indices: list[int]) -> tuple[list[str], list[Any]]:  # noqa: ANN401 - what is on the way is of any kind
        """Give the places of the items with these indices, in ascending order, and the items."""
        if not indices:
            return [], []
        items = view
        for step in self._steps:
            items = items[step]
        places = self._places
        if indices[-1] >= _PLACES:
            places = [f"/{'/'.join(self._steps)}/{index}" for index in range(len(items))]
        return [places[index] for index in indices], [items[index] for index in indices]


_PLACES = 32
"""So many pointers into each list are written once: few lists are longer."""


class Fact(NamedTuple):
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


class Found:
    """What the facts came to on one practice.

    `values` lacks the facts that are unknown; `pointers` has the places of each selection; `errors`
    the reasons of facts that failed, by name.
    """

    __slots__ = ("errors", "pointers", "values")

    def __init__(self, view: View) -> None:
        """Begin on a practice of which no fact is known."""
        self.values = Known(view)
        self.pointers: dict[str, list[str]] = {}
        self.errors: dict[str, str] = {}
