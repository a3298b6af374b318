"""The verdict on a run: which findings count, which fail, which gates were missed, and the whole.

Every command and every format asks here, so that none passes what another fails.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from govscore.result.run import Finding, Gate, Result
    from govscore.result.scored import Severity

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")
"""From the gravest on."""

State = Literal["passed", "failed", "waived"]
"""What became of a gate."""


class Verdict:
    """What a result comes to, if findings fail at a severity and above it."""

    def __init__(self, result: Result, fail_level: Severity = "error") -> None:
        """Judge nothing until something is asked."""
        self.result = result
        self.fail_level = fail_level

    @cached_property
    def passed(self) -> bool:
        """Tell whether every file was scored, every gate held and nothing fails."""
        if self.result.unscored or self.missed:
            return False
        return not any(self.fails(each) for each in self.result.findings)

    @cached_property
    def counted(self) -> list[Finding]:
        """The findings that no waiver takes out, by place."""
        return ordered(each for each in self.result.findings if each.waived_by is None)

    @cached_property
    def waived(self) -> list[Finding]:
        """The findings that a waiver takes out, by place."""
        return ordered(each for each in self.result.findings if each.waived_by is not None)

    @cached_property
    def gates(self) -> list[tuple[Gate, State]]:
        """The gates, and whether each was cleared; a waiver of its finding excuses a missed one."""
        excused = {each.fingerprint for each in self.waived}
        return [(gate, _state(gate, excused)) for gate in self.result.gates]

    @cached_property
    def missed(self) -> list[Gate]:
        """The gates that were missed and that no waiver excuses."""
        return [gate for gate, state in self.gates if state == "failed"]

    def fails(self, finding: Finding) -> bool:
        """Tell whether a finding is as grave as what fails, and not waived."""
        return self.grave(finding) and finding.waived_by is None

    def grave(self, finding: Finding) -> bool:
        """Tell whether a finding is as grave as what fails, waived or not."""
        return SEVERITIES.index(finding.level) <= SEVERITIES.index(self.fail_level)

    def beside(self, findings: Iterable[Finding]) -> list[Finding]:
        """Leave out the findings that only repeat a gate, where the gates are shown themselves."""
        told = {(gate.code, gate.scope) for gate in self.result.gates}
        return [each for each in findings if (each.code, each.path) not in told]


def _state(gate: Gate, excused: set[str]) -> State:
    if gate.passed:
        return "passed"
    return "waived" if gate.fingerprint in excused else "failed"


def ordered(findings: Iterable[Finding]) -> list[Finding]:
    """Sort findings by their place."""
    return sorted(
        findings, key=lambda f: (f.path, f.line or 0, f.column or 0, f.code, f.pointer, f.message)
    )


def gravest(findings: Iterable[Finding]) -> list[Finding]:
    """Sort findings by their severity, then by their place."""
    return sorted(ordered(findings), key=lambda each: SEVERITIES.index(each.level))
