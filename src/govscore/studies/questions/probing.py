"""Reading a practice again with answers written into it in memory."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any

from pydantic import TypeAdapter, ValidationError

from govscore.pointers import steps
from govscore.practice.record import Practice
from govscore.practice.view import renewed
from govscore.rubric.asks import keyed
from govscore.scoring import totals
from govscore.scoring.read import Assumptions, read
from govscore.scoring.tree import Tree

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from govscore.measures._measure import Reading
    from govscore.result.questions import Write
    from govscore.rubric.compiled import Rubric


class Probe:
    """A practice, read once as it is and then again with every answer; evidence caps nothing."""

    def __init__(
        self, record: dict[str, Any], practice: Practice, rubric: Rubric, as_of: str
    ) -> None:
        """Read the practice as it is."""
        self._record, self._practice, self._rubric = record, practice, rubric
        self._uncapped = Assumptions(as_of, evidence_cap=False)
        self.start = read(practice, rubric, self._uncapped)
        self._lows = totals.of_readings(rubric, self.start.readings)
        self._shares = Tree(rubric, self.start.readings).shares
        self._alone: dict[tuple[str, ...], Rubric] = {}
        self._gains: dict[tuple[object, ...], tuple[str, float]] = {}
        self._under = {each.id: rubric.indicator[each.under] for each in rubric.spec.criteria}

    def after(self, writes: Iterable[Write], criteria: Iterable[str]) -> dict[str, Reading] | None:
        """Read some criteria with answers written; `None` if no practice file may say so."""
        record = self._record
        changed = set()
        for each in writes:
            path = steps(each.pointer)
            record = _written(record, path, each.value, append=each.append)
            changed.add(path[0])
        try:
            update = {name: _adapter(name).validate_python(record[name]) for name in changed}
        except ValidationError:
            return None
        made = self._practice.model_copy(update=update)
        only = self._only(tuple(criteria))
        before, day = self.start.case.view, self._uncapped.as_of
        seen = renewed(before, made, day, only.programs.keys, frozenset(changed))
        return read(made, only, self._uncapped, seen).readings

    def gain(self, after: Mapping[str, Reading]) -> tuple[str, float]:
        """Give the indicator that gains most from readings, and the points that it gains."""
        key = tuple(
            (name, *_mark(read), read.credited, read.coverage) for name, read in after.items()
        )
        if key not in self._gains:
            self._gains[key] = self._gained(after)
        return self._gains[key]

    def _gained(self, after: Mapping[str, Reading]) -> tuple[str, float]:
        found = totals.of_readings(self._rubric, {**self.start.readings, **after})
        gains = {
            name: (found[name].low if name in found else 0.0)
            - (self._lows[name].low if name in self._lows else 0.0)
            for name in dict.fromkeys(self._under[each] for each in after)
        }
        return max(gains.items(), key=lambda gain: gain[1])

    def differs(self, criterion: str, reading: Reading) -> bool:
        """Tell whether a criterion is read otherwise than it was at the start."""
        return _mark(reading) != _mark(self.start.readings[criterion])

    def indicator(self, criterion: str) -> str:
        """Name the indicator of a criterion."""
        return self._under[criterion]

    def weight(self, criterion: str) -> float:
        """Give the share of the whole (0-1) of a criterion."""
        return self._shares.get(criterion, 0.0)

    def _only(self, criteria: tuple[str, ...]) -> Rubric:
        if criteria not in self._alone:
            kept = [each for each in self._rubric.spec.criteria if each.id in criteria]
            spec = self._rubric.spec.model_copy(update={"criteria": kept})
            rules = [each for name in criteria for each in self._rubric.rules[name].values()]
            names = frozenset[str]().union(*(each.names for each in rules))
            facts = self._rubric.facts.only(names)
            self._alone[criteria] = replace(self._rubric, spec=spec, facts=facts)
        return self._alone[criteria]


def _mark(reading: Reading) -> tuple[object, ...]:
    return reading.status, reading.low, reading.high


@cache
def _adapter(key: str) -> TypeAdapter[Any]:
    return TypeAdapter(keyed(Practice)[key])


def _written(part: Any, path: list[str], value: Any, *, append: bool) -> Any:  # noqa: ANN401 - a part of a record is of any kind
    """Give a part of a record with a value at a path; what is not on the path stays shared."""
    if not path:
        return [*(part or []), value] if append else value
    name, *more = path
    if isinstance(part, list):
        number = int(name)
        inner = _written(part[number], more, value, append=append)
        return [*part[:number], inner, *part[number + 1 :]]
    below = part or {}
    return {**below, name: _written(below.get(name), more, value, append=append)}
