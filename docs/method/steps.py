"""What the second edition of the rubric changed: the same records under both."""

from __future__ import annotations

from typing import TYPE_CHECKING

import govscore
from method.collection import AS_OF, FIRST, PRACTICES
from method.tables import points, span, table

if TYPE_CHECKING:
    from govscore.result.run import Result
    from govscore.result.scored import ScoredPractice


def editions(result: Result) -> str:
    """Show every practice under the first edition and under this one; the records are the same."""
    before = {p.id: p for p in first().practices}
    rows = [[p.id, *_ends(before[p.id]), *_ends(p)] for p in result.practices]
    labels = sum(before[p.id].label.range != p.label.range for p in result.practices)
    pairs = [(before[p.id].overall.point, p.overall.point) for p in result.practices]
    gone = sum(was is not None and now is None for was, now in pairs)
    come = sum(was is None and now is not None for was, now in pairs)
    heads = ["practice", "1.0.0", "label", "2.0.0", "label"]
    return (
        f"low, point and high end:\n\n{table(heads, rows)}\n\n"
        f"labels that move: {labels} of {len(rows)}; points gone: {gone}, new: {come}"
    )


def first() -> Result:
    """Score the practices under the first edition."""
    return govscore.score(PRACTICES, rubric=FIRST, as_of=AS_OF)


def _ends(practice: ScoredPractice) -> list[str]:
    overall = practice.overall
    ends = " ".join(points(end).rjust(4) for end in (overall.low, overall.point, overall.high))
    return [ends, span(practice.label.range)]
