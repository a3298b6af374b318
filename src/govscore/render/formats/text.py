"""Findings for people at a terminal or in a log: each with the lines around it, then the outcome.

What is not grave enough to be shown is counted by its code.

Nothing from a file is read as markup; what it holds of control characters is shown by pictures.
"""

from __future__ import annotations

import textwrap
from itertools import groupby
from typing import TYPE_CHECKING

from govscore.render import outcomes
from govscore.render.escaping import visible
from govscore.verdict import Verdict
from govscore.words import suggested

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from govscore.render.style import Style
    from govscore.result.run import Finding, Result, Snippet

serves = frozenset({"check"})
rank = 10
shows_practices = False
counts_rest = True

_COLOURS = {
    "error": "1;31",
    "warning": "1;33",
    "note": "1;36",
    "passed": "1;32",
    "heading": "1",
    "aside": "2",
}
_LEAST = 20
"""Columns that a code frame keeps however narrow the terminal says it is."""


def render(result: Result, style: Style) -> Iterable[tuple[str, bytes]]:
    """Write the findings, the failed gates, the waivers, and one line of summary."""
    verdict = Verdict(outcomes.renamed(result, style.named), style.fail_level)
    blocks = list(_found(verdict, style))
    blocks += [_missed(verdict, style), _waivers(verdict, style)]
    outcome = "passed" if verdict.passed else "error"
    blocks.append([_paint(outcome, outcomes.summary(verdict), style)])
    text = "\n".join("".join(f"{line}\n" for line in block) for block in blocks if block)
    yield "result.text", text.encode()


def _paint(what: str, text: str, style: Style) -> str:
    return f"\x1b[{_COLOURS[what]}m{text}\x1b[0m" if style.color else text


def _found(verdict: Verdict, style: Style) -> Iterator[list[str]]:
    """Show what is grave enough, and count the rest; or count all."""
    if style.statistics:
        yield _kinds(verdict.counted, style)
        return
    found = verdict.beside(verdict.counted)
    yield from _findings((each for each in found if style.shows(each)), style)
    if rest := [each for each in found if not style.shows(each)]:
        yield [_paint("heading", outcomes.left_out(rest), style), *_kinds(rest, style)]


def _kinds(findings: Iterable[Finding], style: Style) -> list[str]:
    """Give a line to each code: how often it was found, and what it is about."""
    from govscore import rules

    counts = outcomes.kinds(findings)
    wide = max((len(str(count)) for _, _, count in counts), default=0)
    return [
        f"  {count:>{wide}} {_paint(level, f'{level} {code}', style)} {rules.rule(code).title}"
        for level, code, count in counts
    ]


def _findings(findings: Iterable[Finding], style: Style) -> Iterator[list[str]]:
    """Give a block to each finding that asks to be mended, and one to the notes between them."""
    for is_note, group in groupby(findings, lambda each: each.level == "note"):
        if is_note:
            yield [_line(each, style) for each in group]
        else:
            yield from (_finding(each, style) for each in group)


def _line(finding: Finding, style: Style) -> str:
    level = _paint(finding.level, f"{finding.level} {finding.code}", style)
    where = _paint("heading", visible(outcomes.place(finding)), style)
    return f"{where}: {level} {visible(finding.message)}"


def _finding(finding: Finding, style: Style) -> list[str]:
    lines = [_line(finding, style)]
    if finding.suggestions:
        lines.append(f"  {visible(suggested(finding.suggestions))}")
    if finding.snippet is not None:
        lines += _frame(finding.snippet, finding, style)
    lines.append(_paint("aside", f"  see: govscore rule {finding.code}", style))
    return lines


def _frame(snippet: Snippet, finding: Finding, style: Style) -> Iterator[str]:
    """Draw the lines around a finding with their numbers, and a caret under its column."""
    from rich.cells import cell_len

    gutter = len(str(snippet.start + len(snippet.lines) - 1))
    room = max(style.width - gutter - len("   | "), _LEAST)
    texts = dict(enumerate(map(visible, snippet.lines), snippet.start))
    column = _column(finding, texts)
    cut = _cut(texts.get(finding.line or 0, ""), column, room)
    for number, text in texts.items():
        shown = _cropped(text, cut, room)
        margin = _paint("aside", f"  {number:>{gutter}} |", style)
        yield f"{margin} {shown}".rstrip()
        if number == finding.line and column:
            margin = _paint("aside", f"  {' ' * gutter} |", style)
            before = cell_len(shown[: column - 1 - cut])
            yield f"{margin} {' ' * before}{_paint(finding.level, '^', style)}"


def _column(finding: Finding, texts: dict[int, str]) -> int:
    """Give the column for the caret, 0 where it lies beyond the text that came with the finding."""
    text = texts.get(finding.line or 0, "")
    return finding.column if finding.column and finding.column <= len(text) + 1 else 0


def _cut(text: str, column: int, room: int) -> int:
    """Say how many characters to leave out at the left, so that the column is in view."""
    from rich.cells import cell_len

    in_view = cell_len(text[:column]) < room
    return 0 if in_view else column - 1 - room // 4


def _cropped(text: str, cut: int, room: int) -> str:
    from rich.cells import cell_len, set_cell_size

    shown = f"…{text[cut + 1 :]}" if cut and text[cut:] else text[cut:]
    return shown if cell_len(shown) <= room else f"{set_cell_size(shown, room - 1)}…"


def _missed(verdict: Verdict, style: Style) -> list[str]:
    remedies = outcomes.remedies(verdict.result)
    lines = []
    for gate in verdict.missed:
        lines.append(f"  {visible(outcomes.gate_line(gate, verdict.result.rubric))}")
        lines += [line for each in remedies(gate) for line in _remedy(each, style)]
    return [_paint("heading", "Failed gates", style), *lines] if lines else []


def _remedy(remedy: str, style: Style) -> list[str]:
    width = max(style.width, _LEAST)
    return textwrap.wrap(
        visible(remedy), width, initial_indent="    - ", subsequent_indent="      "
    )


def _waivers(verdict: Verdict, style: Style) -> list[str]:
    lines = [f"  {visible(outcomes.waiver_line(each))}" for each in verdict.result.waivers]
    taken_out = [f"  waived: {visible(outcomes.line(each))}" for each in verdict.waived]
    return [_paint("heading", "Waivers", style), *lines, *taken_out] if lines or taken_out else []
