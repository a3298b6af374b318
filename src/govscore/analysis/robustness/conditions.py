"""The conditions of limits and bands, asked of scored practices in scenarios.

Weights change neither a practice nor its levels: a condition that reads only these is asked once. One
that reads `lows` or `coverage` is asked scenario by scenario, unless it can only turn true as these grow.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from govscore.analysis.robustness.values import PRECISION
from govscore.practice import Practice as Record
from govscore.practice.view import view
from govscore.scoring.tree import LIVE

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from govscore.analysis.robustness.averages import Floats
    from govscore.analysis.robustness.values import Bools, Ints, Values
    from govscore.expressions import Program
    from govscore.result import Practice
    from govscore.rubric import Rubric
    from govscore.scoring.labels import End

    Numbers = Mapping[str, Mapping[str, Floats]]

_MOVED = frozenset({"lows", "coverage"})
"""What changes with the weights."""

_LEVEL = re.compile(r"""\blevels\[(?:'([\w-]+)'|"([\w-]+)")\]""")
_LITERAL = re.compile(r"""'[^'\\]*'|"[^"\\]*\"""")
_RISING = re.compile(
    r"""(?:
      \s | '' | && | \|\| | [()]
    | \.?(?!in\b)[A-Za-z_]\w*(?!\w|\s*\()               # a name, not a call
    | \.(?:all|exists)\(\s*\w+\s*,(?!\s*\w+\s*,)        # over one variable
    | \[(?:[A-Za-z_]\w*|''(?:,\s*'')*)\]                # an index, or a list of words
    | >=?\s*\d+(?:\.\d+)?(?![\w.])                      # never "at most", "equal" or "not"
    )*""",
    re.VERBOSE,
)


@cache
def rising(source: str) -> bool:
    """Tell whether a condition, if it changes as numbers grow, can only turn true.

    It compares with plain numbers by `>=` and `>` alone, and joins by `&&`, `||`, `all` and `exists`. A
    condition written otherwise is taken not to.
    """
    return _RISING.fullmatch(_LITERAL.sub("''", source)) is not None


@cache
def levels_read(source: str) -> frozenset[str] | None:
    """List the criteria whose levels a condition reads by name; `None` if it may read them all."""
    if re.search(r"\blevels\b", _LEVEL.sub("", source)):
        return None
    return frozenset(single or double for single, double in _LEVEL.findall(source))


@dataclass
class Witness:
    """One practice as conditions see it, and what they answered."""

    practice: Practice
    rubric: Rubric
    as_of: str
    _answers: dict[tuple[str, End, str | None], bool] = field(default_factory=dict)

    def ask(self, program: Program, end: End, without: str | None) -> bool:
        """Ask a condition that the weights do not change, with a criterion left out or none."""
        read = levels_read(program.source)
        if without not in self._live or (read is not None and without not in read):
            without = None
        key = (program.source, end, without)
        if key not in self._answers:
            self._answers[key] = self.ask_at(program, end, without, {})
        return self._answers[key]

    def ask_at(
        self, program: Program, end: End, without: str | None, moved: Mapping[str, Any]
    ) -> bool:
        """Ask a condition at an end; what it cannot decide does not hold."""
        data = dict(moved)
        if "levels" in program.names:
            data["levels"] = self._levels(end, without)
        if program.names & {"p", *self.rubric.facts.by_name}:
            data |= {name: self._facts[name] for name in program.names if name in self._facts}
        return program.ask(self.rubric.programs.activation(data)) is True

    @cached_property
    def _live(self) -> frozenset[str]:
        return frozenset(each.id for each in self.practice.criteria if each.status in LIVE)

    @cached_property
    def _facts(self) -> dict[str, Any]:
        seen = view(Record.model_validate(self.practice.record), self.as_of)
        return {"p": seen, **self.rubric.facts.find(seen).values}

    def _levels(self, end: End, without: str | None) -> dict[str, float]:
        levels = {
            each.id: each.credited if end == "point" else getattr(each, end)
            for each in self.practice.criteria
            if each.id in self._live and each.id != without
        }
        return {name: float(level) for name, level in levels.items() if level is not None}


def hold(
    program: Program, end: End, values: Values, witnesses: Sequence[Witness], among: Bools
) -> Bools:
    """Tell where a condition holds, among some practices (rows) in some scenarios (columns)."""
    found = np.zeros_like(among)
    moved = _Moved(program, end, values) if program.names & _MOVED else None
    for row, witness in enumerate(witnesses):
        columns = np.flatnonzero(among[row])
        if not columns.size:
            continue
        if moved is not None:
            found[row, columns] = moved.answers(witness, row, columns)
        elif without := values.batch.without:
            found[row, columns] = [witness.ask(program, end, without[each]) for each in columns]
        else:
            found[row, columns] = witness.ask(program, end, None)
    return found


class _Moved:
    """A condition that the weights may change, at one end."""

    def __init__(self, program: Program, end: End, values: Values) -> None:
        self.program = program
        self.end = end
        self.without = values.batch.without
        self.read = {"lows": values.points(end), "coverage": values.coverage(end)}

    def answers(self, witness: Witness, row: int, columns: Ints) -> list[bool]:
        """Ask it of a practice in some scenarios."""
        read = {
            name: {node: points[row, columns] for node, points in nodes.items()}
            for name, nodes in self.read.items()
        }
        if self.without:
            asked = [self.without[each] for each in columns]
            return [self._ask(witness, read, i, name) for i, name in enumerate(asked)]
        same = self._sure(witness, read)
        if same is not None:
            return [same] * len(columns)
        return [self._ask(witness, read, i, None) for i in range(len(columns))]

    def _sure(self, witness: Witness, read: Numbers) -> bool | None:
        """Answer for all scenarios at once from the least and the most of every number, if that does."""
        numbers = [each for nodes in read.values() for each in nodes.values()]
        if not rising(self.program.source) or any(map(_comes_and_goes, numbers)):
            return None
        if witness.ask_at(self.program, self.end, None, _picked(read, np.min)):
            return True
        return None if witness.ask_at(self.program, self.end, None, _picked(read, np.max)) else False

    def _ask(self, witness: Witness, read: Numbers, index: int, without: str | None) -> bool:
        data = _picked(read, lambda each: each[index])
        return witness.ask_at(self.program, self.end, without, data)


def _picked(read: Numbers, pick: Callable[[Floats], float]) -> dict[str, dict[str, float]]:
    """Take one number of each array; a number that is not there is left out."""
    return {
        name: {node: float(pick(each)) for node, each in nodes.items() if not np.isnan(pick(each))}
        for name, nodes in read.items()
    }


def _comes_and_goes(numbers: Floats) -> bool:
    gone = np.isnan(numbers)
    return bool(gone.any() and not gone.all())
