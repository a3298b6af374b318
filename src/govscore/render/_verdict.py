"""The outcome of a check: what counts, what fails, and the tool's sentences about it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from govscore.render import _words
from govscore.render._safe import relative

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from govscore.render import Options
    from govscore.result import Finding, Gate, Level, Practice, Result, RubricInfo, Waiver

LEVELS: tuple[Level, ...] = ("error", "warning", "note")
_ENDS = {"low": "as proven", "point": "as it stands"}
_GATES = {"overall": "GS901", "indicator": "GS902", "coverage": "GS903", "label": "GS904"}
_SHARE = "coverage"


def ordered(findings: Iterable[Finding]) -> list[Finding]:
    """Sort findings by their place."""
    return sorted(
        findings, key=lambda f: (f.path, f.line or 0, f.column or 0, f.code, f.pointer, f.message)
    )


def gravest(findings: Iterable[Finding]) -> list[Finding]:
    """Sort findings by their level, then by their place."""
    return sorted(ordered(findings), key=lambda each: LEVELS.index(each.level))


def counted(result: Result) -> list[Finding]:
    """List the findings that no waiver takes out, by place."""
    return ordered(each for each in result.findings if each.waived_by is None)


def waived(result: Result) -> list[Finding]:
    """List the findings that a waiver takes out, by place."""
    return ordered(each for each in result.findings if each.waived_by is not None)


def numbered(findings: Iterable[Finding]) -> Iterator[tuple[Finding, int]]:
    """Give each finding its number among those with an equal fingerprint, from 1."""
    seen: Counter[str] = Counter()
    for each in findings:
        seen[each.fingerprint] += 1
        yield each, seen[each.fingerprint]


def fails(finding: Finding, options: Options) -> bool:
    """Tell whether a finding is at the level that fails, or above it, and not waived."""
    grave = LEVELS.index(finding.level) <= LEVELS.index(options.fail_level)
    return grave and finding.waived_by is None


def failed_gates(result: Result) -> list[Gate]:
    """List the bars that were missed and that no waiver excuses."""
    excused = {(each.code, each.path) for each in waived(result)}
    return [
        gate
        for gate in result.gates
        if not gate.passed and (gate_code(gate), gate.scope) not in excused
    ]


def beside_gates(findings: Iterable[Finding], result: Result) -> list[Finding]:
    """Leave out the findings that only repeat a gate, where the gates are shown themselves."""
    told = {(gate_code(gate), gate.scope) for gate in result.gates}
    return [each for each in findings if (each.code, each.path) not in told]


def passed(result: Result, options: Options) -> bool:
    """Tell whether every gate held and nothing fails."""
    return not failed_gates(result) and not any(fails(each, options) for each in result.findings)


def summary(result: Result, options: Options) -> str:
    """Say the outcome in one line."""
    levels = Counter(each.level for each in counted(result))
    found = ", ".join(plural(levels[name], name) for name in LEVELS)
    parts = [f"{found} in {plural(len(result.inputs), 'file')}"]
    if excused := len(result.findings) - levels.total():
        parts.append(f"{excused} more waived")
    if result.gates:
        parts.append(f"{len(failed_gates(result))} of {plural(len(result.gates), 'gate')} failed")
    return f"{'Passed' if passed(result, options) else 'Failed'}: {'; '.join(parts)}."


def plural(number: int, noun: str) -> str:
    """Say how many."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def place(finding: Finding) -> str:
    """Say where, as path:line:column with what is known of it."""
    steps = [relative(finding.path), finding.line, finding.column]
    return ":".join(str(step) for step in steps if step is not None)


def said(finding: Finding) -> str:
    """Say what was found, and what may have been meant."""
    if not finding.suggestions:
        return finding.message
    return f"{finding.message} ({meant(finding)})"


def meant(finding: Finding) -> str:
    """Say what may have been meant."""
    return f"did you mean: {', '.join(finding.suggestions)}?"


def line(finding: Finding) -> str:
    """Say a finding in one line: where, how grave, which, what."""
    return f"{place(finding)}: {finding.level} {finding.code} {said(finding)}"


def waiver_line(waiver: Waiver) -> str:
    """Say what a waiver excuses, why, who answers for it, until when, and what became of it."""
    what = " ".join(part for part in (waiver.code, waiver.path, waiver.pointer) if part)
    return f"{waiver.state}: {what}: {waiver.reason} ({waiver.owner}, until {waiver.expires})"


def excuse(finding: Finding) -> str:
    """Say why a finding is waived."""
    return f"waived: {finding.waived_by}"


def gate_code(gate: Gate) -> str:
    """Give the code of the finding that tells of a missed bar."""
    return _GATES.get(gate.id.partition(":")[0], "")


def gate_name(gate: Gate) -> str:
    """Name a bar: what it measures, and at which end."""
    end = "" if gate.id.startswith(_SHARE) else _ENDS.get(gate.on)
    return f"{gate.id}, {end}" if end else gate.id


def gate_line(gate: Gate, rubric: RubricInfo) -> str:
    """Say what a bar asked of whom, and what there was."""
    expected, found = gate_figures(gate, rubric)
    where = f"{relative(gate.scope)}: {gate_code(gate)}".removesuffix(": ")
    return f"{where} {gate_name(gate)}: expected at least {expected}, found {found}"


def gate_figures(gate: Gate, rubric: RubricInfo) -> tuple[str, str]:
    """Show what was expected and what was found."""
    return _expected(gate, rubric), _found(gate, rubric)


def _expected(gate: Gate, rubric: RubricInfo) -> str:
    if isinstance(gate.expected, float) and gate.id.startswith(_SHARE):
        return f"{gate.expected * 100:g}%"
    if isinstance(gate.expected, float):
        return f"{gate.expected:g}"
    return _words.band(gate.expected or "", rubric)


def _found(gate: Gate, rubric: RubricInfo) -> str:
    """Show what was found; in full, if rounded it would seem to reach a bar that it missed."""
    if isinstance(gate.found, str):
        return _words.band(gate.found, rubric)
    if gate.id.startswith(_SHARE):
        return _words.percent(gate.found)
    shown = _words.points(gate.found, rubric)
    missed = isinstance(gate.found, float) and not gate.passed
    return (
        f"{gate.found:.9g}" if missed and shown == f"{gate.expected:.{rubric.decimals}f}" else shown
    )


def ways_up(gate: Gate, result: Result) -> list[str]:
    """Say which criteria would close the gap cheapest, with what they would bring."""
    told = {each.id: each for each in result.rubric.criteria}
    practice = _practice(gate, result)
    reached = {each.id: each for each in practice.criteria} if practice else {}
    ways = []
    for name in gate.cheapest:
        title = f"{told[name].title} ({name})" if name in told else name
        step = name in told and name in reached
        gain = _words.next_step(reached[name], told[name], result.rubric) if step else ""
        ways.append(f"{title}: {gain}".removesuffix(": "))
    return ways


def _practice(gate: Gate, result: Result) -> Practice | None:
    """Find the practice that a gate judged."""
    return next((each for each in result.practices if each.path == gate.scope), None)
