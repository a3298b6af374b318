"""The outcome of a check: what counts, what fails, and the tool's sentences about it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from govscore.render import _gates
from govscore.render.escaping import relative

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from govscore.render.style import Style
    from govscore.result.run import Finding, Result, Waiver
    from govscore.result.scored import Severity

LEVELS: tuple[Severity, ...] = ("error", "warning", "note")


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


def fails(finding: Finding, options: Style) -> bool:
    """Tell whether a finding is at the level that fails, or above it, and not waived."""
    grave = LEVELS.index(finding.level) <= LEVELS.index(options.fail_level)
    return grave and finding.waived_by is None


def passed(result: Result, options: Style) -> bool:
    """Tell whether every gate held and nothing fails."""
    return not _gates.failed(result) and not any(fails(each, options) for each in result.findings)


def summary(result: Result, options: Style) -> str:
    """Say the outcome in one line."""
    levels = Counter(each.level for each in counted(result))
    found = ", ".join(plural(levels[name], name) for name in LEVELS)
    parts = [f"{found} in {plural(len(result.inputs), 'file')}"]
    if excused := len(result.findings) - levels.total():
        parts.append(f"{excused} more waived")
    if result.gates:
        parts.append(f"{len(_gates.failed(result))} of {plural(len(result.gates), 'gate')} failed")
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
