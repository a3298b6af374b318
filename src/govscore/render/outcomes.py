"""The tool's sentences about findings, waivers and gates, and about the outcome of a check."""

from __future__ import annotations

from collections import Counter
from functools import cache
from itertools import zip_longest
from typing import TYPE_CHECKING

from govscore.render import sentences
from govscore.render.escaping import relative
from govscore.verdict import SEVERITIES
from govscore.words import enough, listed, plural, suggested

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from govscore.result.run import CriterionWords, Finding, Gate, Result, RubricInfo, Waiver
    from govscore.result.scored import Criterion
    from govscore.verdict import Verdict


def numbered(findings: Iterable[Finding]) -> Iterator[tuple[Finding, int]]:
    """Give each finding its number among those with an equal fingerprint, from 1."""
    seen: Counter[str] = Counter()
    for each in findings:
        seen[each.fingerprint] += 1
        yield each, seen[each.fingerprint]


def summary(verdict: Verdict) -> str:
    """Say the outcome in one line."""
    result = verdict.result
    levels = Counter(each.level for each in verdict.counted)
    found = ", ".join(plural(levels[name], name) for name in SEVERITIES)
    parts = [f"{found} in {plural(len(result.inputs), 'file')}"]
    if unscored := len(result.unscored):
        parts.append(f"{len(result.inputs) - unscored} scored, {unscored} not")
    if excused := len(result.findings) - levels.total():
        parts.append(f"{excused} more waived")
    if result.gates:
        parts.append(f"{len(verdict.missed)} of {plural(len(result.gates), 'gate')} failed")
    return f"{'Passed' if verdict.passed else 'Failed'}: {'; '.join(parts)}."


def renamed(result: Result, named: Callable[[str], str]) -> Result:
    """Name the files of a result anew."""
    name = cache(named)
    findings = [
        each if (path := name(each.path)) == each.path else each.model_copy(update={"path": path})
        for each in result.findings
    ]
    practices = [each.model_copy(update={"path": name(each.path)}) for each in result.practices]
    gates = [each.model_copy(update={"scope": name(each.scope)}) for each in result.gates]
    changed = {"practices": practices, "findings": findings, "gates": gates}
    return result.model_copy(update=changed)


def kinds(findings: Iterable[Finding]) -> list[tuple[str, str, int]]:
    """Count findings by level and code, the gravest first, then the most frequent."""
    counts = Counter((each.level, each.code) for each in findings)
    rows = sorted(counts.items(), key=lambda row: (SEVERITIES.index(row[0][0]), -row[1], row[0][1]))
    return [(level, code, count) for (level, code), count in rows]


def left_out(findings: Sequence[Finding]) -> str:
    """Say in one line how many findings are not shown each, and what would show them."""
    levels = Counter(each.level for each in findings)
    counted = listed([plural(levels[name], name) for name in SEVERITIES if levels[name]])
    last = [name for name in SEVERITIES if levels[name]][-1]
    return f"{counted} in {plural(len(kinds(findings)), 'kind')}; --show {last} lists them"


def place(finding: Finding) -> str:
    """Say where, as path:line:column with what is known of it."""
    steps = [relative(finding.path), finding.line, finding.column]
    return ":".join(str(step) for step in steps if step is not None)


def said(finding: Finding) -> str:
    """Say what was found, and what may have been meant."""
    if not finding.suggestions:
        return finding.message
    return f"{finding.message} ({suggested(finding.suggestions)})"


def line(finding: Finding) -> str:
    """Say a finding in one line: where, how grave, which, what."""
    return f"{place(finding)}: {finding.level} {finding.code} {said(finding)}"


def waiver_line(waiver: Waiver) -> str:
    """Say what a waiver excuses, why, who answers for it, until when, and what became of it."""
    parts = (waiver.code, waiver.path, waiver.pointer, waiver.fingerprint)
    what = " ".join(part for part in parts if part)
    return f"{waiver.state}: {what}: {waiver.reason} ({waiver.owner}, until {waiver.expires})"


def excuse(finding: Finding) -> str:
    """Say why a finding is waived."""
    return f"waived: {finding.waived_by}"


_ENDS = {"low": "as proven", "point": "as it stands"}


def gate_name(gate: Gate) -> str:
    """Name a gate: what it measures, and at which end."""
    end = "" if gate.is_share else _ENDS.get(gate.on)
    return f"{gate.id}, {end}" if end else gate.id


def gate_line(gate: Gate, rubric: RubricInfo) -> str:
    """Say what a gate asked of whom, and what there was."""
    expected, found = gate_figures(gate, rubric)
    where = f"{relative(gate.scope)}: {gate.code}".removesuffix(": ")
    return f"{where} {gate_name(gate)}: expected at least {expected}, found {found}"


def gate_figures(gate: Gate, rubric: RubricInfo) -> tuple[str, str]:
    """Show what was expected and what was found."""
    return _expected(gate, rubric), _found(gate, rubric)


def _expected(gate: Gate, rubric: RubricInfo) -> str:
    if isinstance(gate.expected, float) and gate.is_share:
        return f"{gate.expected * 100:g}%"
    if isinstance(gate.expected, float):
        return f"{gate.expected:g}"
    return sentences.band(gate.expected or "", rubric)


def _found(gate: Gate, rubric: RubricInfo) -> str:
    """Show what was found; in full, if rounded it would seem to reach a bar that it missed."""
    if isinstance(gate.found, str):
        return sentences.band(gate.found, rubric)
    if gate.is_share:
        return sentences.percent(gate.found)
    shown = sentences.points(gate.found, rubric)
    if gate.passed or gate.found is None or shown != f"{gate.expected:.{rubric.decimals}f}":
        return shown
    return f"{gate.found:.12g}"


def remedies(result: Result) -> Callable[[Gate], list[str]]:
    """Give a function that says which criteria would clear a gate cheapest, and what they bring.

    The figures are the gate's own, so that they are those of the finding that tells of it.
    """
    told = {each.id: each for each in result.rubric.criteria}
    practices = {each.path: each for each in result.practices}

    def told_of(gate: Gate) -> list[str]:
        practice = practices.get(gate.scope)
        reached = {each.id: each for each in practice.criteria} if practice else {}
        ways = []
        for name, gained in brought(gate, result.rubric).items():
            words = told.get(name)
            way = _remedy(words, reached.get(name), gained, result.rubric) if words else name
            ways.append(way)
        return [*ways, enough(gate.enough)] if gate.enough else ways

    return told_of


def brought(gate: Gate, rubric: RubricInfo) -> dict[str, str]:
    """Show what each of the cheapest criteria adds to a gate's figure; an older result is mute."""
    shown = [
        sentences.percent(gain) if gate.is_share else sentences.points(gain, rubric)
        for gain in gate.gains
    ]
    return dict(zip_longest(gate.cheapest, shown[: len(gate.cheapest)], fillvalue=""))


def _remedy(
    words: CriterionWords, criterion: Criterion | None, gained: str, rubric: RubricInfo
) -> str:
    gain = sentences.next_step(criterion, words, rubric, gained) if criterion else ""
    return f"{words.title} ({words.id}): {gain}".removesuffix(": ")
