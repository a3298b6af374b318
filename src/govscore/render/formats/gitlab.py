"""GitLab's Code Quality report: a list of findings, each with a fingerprint of its own."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from govscore.render import outcomes
from govscore.render.escaping import relative
from govscore.verdict import ordered

if TYPE_CHECKING:
    from collections.abc import Iterable

    from govscore.render.style import Style
    from govscore.result.run import Finding, Result

serves = frozenset({"check"})
rank = 60
shows_practices = False

_SEVERITIES = {"error": "major", "warning": "minor", "note": "info"}


def render(result: Result, style: Style) -> Iterable[tuple[str, bytes]]:
    """Write the findings; a waived one is information that names its waiver."""
    del style
    numbered = outcomes.numbered(ordered(result.findings))
    issues = [_issue(each, number, result) for each, number in numbered]
    yield "result.gitlab", f"{json.dumps(issues, indent=2)}\n".encode()


def _issue(finding: Finding, number: int, result: Result) -> dict[str, Any]:
    excused = finding.waived_by is not None
    said = outcomes.said(finding)
    return {
        "description": f"{said} [{outcomes.excuse(finding)}]" if excused else said,
        "check_name": f"{result.tool.name}/{finding.code}",
        "fingerprint": _unique(finding.fingerprint, number),
        "severity": "info" if excused else _SEVERITIES[finding.level],
        "location": {"path": relative(finding.path), "lines": {"begin": finding.line or 1}},
    }


def _unique(fingerprint: str, number: int) -> str:
    """Tell equal fingerprints apart; only the first of them would be shown."""
    import hashlib

    if number == 1:
        return fingerprint
    return hashlib.sha256(f"{fingerprint}\0{number}".encode()).hexdigest()[:32]
