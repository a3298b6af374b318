"""One line for each finding, as editors and other programs read them.

It says `path:line:col: code message`. Paths are from here, so that a click on them leads there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govscore.render import outcomes
from govscore.render.escaping import visible
from govscore.verdict import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable

    from govscore.render.style import Style
    from govscore.result.run import Result

serves = frozenset({"check"})
rank = 15
shows_practices = False
counts_rest = True


def render(result: Result, style: Style) -> Iterable[tuple[str, bytes]]:
    """Write the findings that are grave enough and not waived, by place, and nothing else."""
    verdict = Verdict(outcomes.renamed(result, style.named), style.fail_level)
    lines = [
        f"{outcomes.place(each)}: {each.code} {outcomes.said(each)}"
        for each in verdict.counted
        if style.shows(each)
    ]
    yield "result.concise", "".join(f"{visible(line)}\n" for line in lines).encode()
