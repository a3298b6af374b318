"""Gates: which bars were cleared, and the tool's sentences about them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from govscore.render import sentences
from govscore.render.escaping import relative

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from govscore.result.run import CriterionWords, Finding, Gate, Result, RubricInfo
    from govscore.result.scored import Criterion

_ENDS = {"low": "as proven", "point": "as it stands"}
_CODES = {"overall": "GS901", "indicator": "GS902", "coverage": "GS903", "label": "GS904"}
_SHARE = "coverage"


def failed(result: Result) -> list[Gate]:
    """List the bars that were missed and that no waiver excuses."""
    return [gate for gate, state in states(result) if state == "failed"]


def states(result: Result) -> Iterator[tuple[Gate, Literal["passed", "failed", "waived"]]]:
    """Say of each bar whether it was cleared; a waiver of its finding excuses a missed one."""
    excused = {(each.code, each.path) for each in result.findings if each.waived_by is not None}
    for gate in result.gates:
        if gate.passed:
            yield gate, "passed"
        else:
            yield gate, "waived" if (code(gate), gate.scope) in excused else "failed"


def beside(findings: Iterable[Finding], result: Result) -> list[Finding]:
    """Leave out the findings that only repeat a gate, where the gates are shown themselves."""
    told = {(code(gate), gate.scope) for gate in result.gates}
    return [each for each in findings if (each.code, each.path) not in told]


def code(gate: Gate) -> str:
    """Give the code of the finding that tells of a missed bar."""
    return _CODES.get(gate.id.partition(":")[0], "")


def name(gate: Gate) -> str:
    """Name a bar: what it measures, and at which end."""
    end = "" if gate.id.startswith(_SHARE) else _ENDS.get(gate.on)
    return f"{gate.id}, {end}" if end else gate.id


def line(gate: Gate, rubric: RubricInfo) -> str:
    """Say what a bar asked of whom, and what there was."""
    expected, found = figures(gate, rubric)
    where = f"{relative(gate.scope)}: {code(gate)}".removesuffix(": ")
    return f"{where} {name(gate)}: expected at least {expected}, found {found}"


def figures(gate: Gate, rubric: RubricInfo) -> tuple[str, str]:
    """Show what was expected and what was found."""
    return _expected(gate, rubric), _found(gate, rubric)


def _expected(gate: Gate, rubric: RubricInfo) -> str:
    if isinstance(gate.expected, float) and gate.id.startswith(_SHARE):
        return f"{gate.expected * 100:g}%"
    if isinstance(gate.expected, float):
        return f"{gate.expected:g}"
    return sentences.band(gate.expected or "", rubric)


def _found(gate: Gate, rubric: RubricInfo) -> str:
    """Show what was found; in full, if rounded it would seem to reach a bar that it missed."""
    if isinstance(gate.found, str):
        return sentences.band(gate.found, rubric)
    if gate.id.startswith(_SHARE):
        return sentences.percent(gate.found)
    shown = sentences.points(gate.found, rubric)
    if gate.passed or gate.found is None or shown != f"{gate.expected:.{rubric.decimals}f}":
        return shown
    return f"{gate.found:.12g}"


def ways_up(result: Result) -> Callable[[Gate], list[str]]:
    """Give a function that says which criteria would clear a bar cheapest, and what they bring."""
    told = {each.id: each for each in result.rubric.criteria}
    practices = {each.path: each for each in result.practices}

    def ways(gate: Gate) -> list[str]:
        practice = practices.get(gate.scope)
        reached = {each.id: each for each in practice.criteria} if practice else {}
        return [_way(each, told.get(each), reached.get(each), result) for each in gate.cheapest]

    return ways


def _way(
    criterion_id: str, words: CriterionWords | None, criterion: Criterion | None, result: Result
) -> str:
    if words is None:
        return criterion_id
    gain = sentences.next_step(criterion, words, result.rubric) if criterion else ""
    return f"{words.title} ({criterion_id}): {gain}".removesuffix(": ")
