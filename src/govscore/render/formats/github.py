"""Annotations for GitHub's workflows: commands that its runner reads from the log.

Ten annotations of each kind are kept for a step; files that changed come first, if that is known.
The rest are plain lines. The runner would obey a command in these, too; so they stand where it
obeys none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govscore.render import outcomes
from govscore.render.escaping import relative, visible
from govscore.verdict import SEVERITIES, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from govscore.render.style import Style
    from govscore.result.run import Finding, Result

serves = frozenset({"check"})
rank = 50
shows_practices = False
counts_rest = True

KEPT = 10
_KINDS = {"error": "error", "warning": "warning", "note": "notice"}


def render(result: Result, style: Style) -> Iterable[tuple[str, bytes]]:
    """Write the annotations, then everything else as a log."""
    verdict = Verdict(result, style.fail_level)
    found = [each for each in verdict.counted if style.shows(each)]
    found.sort(key=lambda each: each.path not in style.changed)
    kinds = [[each for each in found if each.level == level] for level in SEVERITIES]
    lines = [_command(each) for kind in kinds for each in kind[:KEPT]]
    rest = [each for each in verdict.counted if not style.shows(each)]
    lines += _unread(_log(result, [each for kind in kinds for each in kind[KEPT:]], rest))
    lines.append(outcomes.summary(verdict))
    yield "result.github", "".join(f"{line}\n" for line in lines).encode()


def _command(finding: Finding) -> str:
    places = {"file": relative(finding.path), "line": finding.line, "col": finding.column}
    places["title"] = finding.code
    given = ",".join(f"{key}={_property(value)}" for key, value in places.items() if value)
    return f"::{_KINDS[finding.level]} {given}::{_message(outcomes.said(finding))}"


def _message(text: str) -> str:
    escaped = visible(text, "\r\n").replace("%", "%25")
    return escaped.replace("\r", "%0D").replace("\n", "%0A")


def _property(value: object) -> str:
    return _message(str(value)).replace(":", "%3A").replace(",", "%2C")


def _log(result: Result, more: Sequence[Finding], rest: Sequence[Finding]) -> list[str]:
    """Tell what found no place as an annotation, count what is not shown, and tell of waivers."""
    lines = [f"{len(more)} more not annotated:"] if more else []
    lines += [outcomes.line(each) for each in more]
    lines += [f"{outcomes.left_out(rest)}."] if rest else []
    lines += [outcomes.waiver_line(each) for each in result.waivers]
    return [visible(line) for line in lines]


def _unread(lines: Sequence[str]) -> list[str]:
    """Bid the runner obey nothing in these lines, up to a word that they cannot contain."""
    if not lines:
        return []
    import hashlib

    word = hashlib.sha256("\n".join(lines).encode()).hexdigest()
    return [f"::stop-commands::{word}", *lines, f"::{word}::"]
