"""The conditions of limits and bands, asked of a practice in scenarios, as seldom as may be.

Weights change neither a practice nor its levels: a condition that reads only these is asked once.
One that reads `lows` or `coverage` is asked scenario by scenario, unless it can only turn true as
these grow.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np

from govscore.expressions.facts import Found
from govscore.practice.record import Practice
from govscore.practice.view import view
from govscore.result.scored import LIVE
from govscore.scoring.conditions import Conditions, levels

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from govscore.expressions.program import Program
    from govscore.result.scored import ScoredPractice
    from govscore.rubric.compiled import Rubric
    from govscore.scoring.conditions import End
    from govscore.studies.robustness.arrays import Floats
    from govscore.studies.robustness.scenarios import Batch

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

    It compares with plain numbers by `>=` and `>` alone, and joins by `&&`, `||`, `all` and
    `exists`. A condition written otherwise is taken not to.
    """
    return _RISING.fullmatch(_LITERAL.sub("''", source)) is not None


@cache
def levels_read(source: str) -> frozenset[str] | None:
    """List the criteria whose levels a condition reads by name; `None` if it may read them all."""
    if re.search(r"\blevels\b", _LEVEL.sub("", source)):
        return None
    return frozenset(single or double for single, double in _LEVEL.findall(source))


class Answers:
    """What one practice of a result answers; what no weight changes is asked once."""

    def __init__(self, practice: ScoredPractice, rubric: Rubric, as_of: str) -> None:
        """Read what the conditions of limits and bands may ask about."""
        self.live = {each.id: each for each in practice.criteria if each.status in LIVE}
        self._conditions = Conditions(rubric.programs.known(_facts(practice, rubric, as_of)))
        self._levels: dict[tuple[End, str | None], dict[str, float]] = {}
        self._fixed: dict[tuple[str, End, str | None], bool | None] = {}

    def ask(
        self, program: Program, end: End, without: str | None, moved: Mapping[str, Any]
    ) -> bool | None:
        """Ask a condition where the numbers that weights change are these."""
        return self._conditions.at(levels=self._levels_at(end, without), **moved)(program)

    def fixed(self, program: Program, end: End, without: str | None) -> bool | None:
        """Ask a condition that no weight changes; what is left out may not concern it."""
        read = levels_read(program.source)
        if without not in (self.live if read is None else self.live.keys() & read):
            without = None
        key = (program.source, end if "levels" in program.names else "low", without)
        if key not in self._fixed:
            self._fixed[key] = self.ask(program, end, without, {})
        return self._fixed[key]

    def _levels_at(self, end: End, without: str | None) -> dict[str, float]:
        if (end, without) not in self._levels:
            left = {name: each for name, each in self.live.items() if name != without}
            self._levels[end, without] = levels(left, end)
        return self._levels[end, without]


def _facts(practice: ScoredPractice, rubric: Rubric, as_of: str) -> dict[str, Any]:
    """Give the practice and the facts that conditions read, as the engine reads them."""
    facts = rubric.facts
    programs = [each for each in (*rubric.limits, *rubric.needs) if each]
    wanted = frozenset[str]().union(*(program.names for program in programs))
    if not wanted & {"p", *facts.by_name}:
        return {}
    seen = view(Practice.model_validate(practice.record), as_of)
    found = Found(seen)
    for name in facts.in_turn(wanted):
        facts.evaluate(name, found)
    return {"p": seen, **found.values}


class Questions:
    """One practice at one end, in the scenarios of a batch."""

    def __init__(
        self, practice: Answers, end: End, row: int, numbers: Numbers, batch: Batch
    ) -> None:
        """Keep where the numbers stand; `row` is that of the practice."""
        self._practice = practice
        self._end = end
        self._row = row
        self._numbers = numbers
        self._without = batch.without
        self._asked: dict[tuple[str, int], bool | None] = {}

    def answers(self, program: Program, columns: list[int]) -> list[bool | None]:
        """Ask a condition in some scenarios."""
        if program.names & _MOVED:
            return self._moved(program, columns)
        if not self._without:
            return [self._practice.fixed(program, self._end, None)] * len(columns)
        return [self._practice.fixed(program, self._end, self._without[c]) for c in columns]

    def _moved(self, program: Program, columns: list[int]) -> list[bool | None]:
        source = program.source
        asked = [column for column in columns if (source, column) not in self._asked]
        if asked:
            read = {
                name: {node: each[self._row, asked] for node, each in self._numbers[name].items()}
                for name in program.names & _MOVED
            }
            same = None if self._without else self._sure(program, read)
            for index, column in enumerate(asked):
                without = self._without[column] if self._without else None
                self._asked[source, column] = (
                    self._practice.ask(program, self._end, without, _picked(read, index))
                    if same is None
                    else same
                )
        return [self._asked[source, column] for column in columns]

    def _sure(self, program: Program, read: Numbers) -> bool | None:
        """Answer for all scenarios from the least and the most of every number, if that does."""
        numbers = [each for nodes in read.values() for each in nodes.values()]
        if not rising(program.source) or any(map(_comes_and_goes, numbers)):
            return None
        if self._practice.ask(program, self._end, None, _picked(_all(read, np.min), 0)):
            return True
        most = self._practice.ask(program, self._end, None, _picked(_all(read, np.max), 0))
        return False if most is False else None


def _all(read: Numbers, pick: Callable[..., Floats]) -> Numbers:
    """Bring each array down to one number."""
    return {
        name: {node: pick(each, keepdims=True) for node, each in nodes.items()}
        for name, nodes in read.items()
    }


def _picked(read: Numbers, index: int) -> dict[str, dict[str, float]]:
    """Take the numbers of one scenario; one that is not there is left out."""
    return {
        name: {
            node: float(each[index]) for node, each in nodes.items() if not np.isnan(each[index])
        }
        for name, nodes in read.items()
    }


def _comes_and_goes(numbers: Floats) -> bool:
    gone = np.isnan(numbers)
    return bool(gone.any() and not gone.all())
