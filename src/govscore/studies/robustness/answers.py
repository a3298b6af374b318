"""The conditions of limits and bands, asked in scenarios.

Weights change neither a practice nor its levels: a condition that reads only these is asked once.
One that reads `lows` or `coverage` is asked scenario by scenario, unless it can only turn true as
these grow.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from govscore.expressions.program import Program
    from govscore.scoring.labels import End
    from govscore.studies.robustness.arrays import Floats
    from govscore.studies.robustness.respondent import Respondent
    from govscore.studies.robustness.sums import Bools, Ints, Values

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


class Conditions:
    """What conditions answer about some practices (rows); what no weight changes is kept."""

    def __init__(self, respondents: Sequence[Respondent]) -> None:
        """Keep the practices."""
        self._respondents = respondents
        self._asked: dict[tuple[str, End, tuple[str, ...]], tuple[Bools, Bools]] = {}

    def hold(self, program: Program, end: End, values: Values, among: Bools) -> Bools:
        """Tell where a condition holds, among some practices in some scenarios (columns)."""
        rows: Bools = np.any(among, axis=1)
        if not program.names & _MOVED:
            return among & self._fixed(program, end, values.batch.without, rows)
        found = np.zeros_like(among)
        if rows.any():
            moved = _Moved(program, end, values)
            for row in _numbered(rows):
                columns = np.flatnonzero(among[row])
                found[row, columns] = moved.answers(self._respondents[row], row, columns)
        return found

    def _fixed(self, program: Program, end: End, without: tuple[str, ...], rows: Bools) -> Bools:
        """Give the answers with each criterion left out, or none, for all scenarios at once."""
        key = (program.source, end if "levels" in program.names else "low", without)
        if key not in self._asked:
            shape = (len(rows), len(without) or 1)
            self._asked[key] = (np.zeros_like(rows), np.zeros(shape, dtype=np.bool_))
        asked, answers = self._asked[key]
        whole = self._fixed(program, end, (), rows) if without else None
        for row in _numbered(rows & ~asked):
            respondent = self._respondents[row]
            answers[row] = respondent.ask(program, end, None, {}) if whole is None else whole[row]
            for column in _telling(program, respondent, without):
                answers[row, column] = respondent.ask(program, end, without[column], {})
        asked |= rows
        return answers


def _numbered(rows: Bools) -> list[int]:
    found: list[int] = np.flatnonzero(rows).tolist()
    return found


def _telling(program: Program, respondent: Respondent, without: tuple[str, ...]) -> list[int]:
    """List the columns in which what is left out may change the answer."""
    read = levels_read(program.source)
    wanted = respondent.live if read is None else respondent.live & read
    return [column for column, name in enumerate(without) if name in wanted]


class _Moved:
    """A condition that the weights may change, at one end."""

    def __init__(self, program: Program, end: End, values: Values) -> None:
        self._program = program
        self._end = end
        self._without = values.batch.without
        numbers = {"lows": values.points(end), "coverage": values.coverage(end)}
        self._numbers = {name: numbers[name] for name in program.names & _MOVED}

    def answers(self, respondent: Respondent, row: int, columns: Ints) -> list[bool]:
        """Ask it of a practice in some scenarios."""
        read = {
            name: {node: points[row, columns] for node, points in nodes.items()}
            for name, nodes in self._numbers.items()
        }
        same = None if self._without else self._sure(respondent, read)
        if same is not None:
            return [same] * len(columns)
        without = [self._without[each] if self._without else None for each in columns]
        return [
            respondent.ask(self._program, self._end, name, _picked(read, index))
            for index, name in enumerate(without)
        ]

    def _sure(self, respondent: Respondent, read: Numbers) -> bool | None:
        """Answer for all scenarios from the least and the most of every number, if that does."""
        numbers = [each for nodes in read.values() for each in nodes.values()]
        if not rising(self._program.source) or any(map(_comes_and_goes, numbers)):
            return None
        least, most = (_all(read, pick) for pick in (np.min, np.max))
        if respondent.ask(self._program, self._end, None, _picked(least, 0)):
            return True
        return None if respondent.ask(self._program, self._end, None, _picked(most, 0)) else False


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
