"""What goes together: indicators, criteria, and the length of a file with its points."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from method import ranks
from method.collection import CONTESTED, by_criterion, indicators
from method.tables import table

if TYPE_CHECKING:
    from collections.abc import Callable

    from govscore.result.run import Result
    from govscore.result.scored import ScoredPractice

    Keep = Callable[[ScoredPractice], bool]

LEAST_PAIRS = 12
"""A correlation of two criteria is shown from this many practices that have a level on both."""
_STRONGEST = 10
_HEADS = ["rho", "n", "chance"]


def correlations(result: Result) -> str:
    """Show rank correlations between indicators, and the strongest between criteria."""
    views: dict[str, Keep] = {
        "all": lambda _p: True,
        "not contested": lambda p: p.id not in CONTESTED,
    }
    rows = [
        ranks.row(view, a, b, found=found)
        for view, keep in views.items()
        for a, b, found in ranks.pairs(_tops(result, keep))
    ]
    return "\n\n".join([table(["points of", "", "", *_HEADS], rows), _strongest(result)])


def size(result: Result) -> str:
    """Show whether longer files get more points: rank correlations with the number of items."""
    counts: dict[str, ranks.Column] = {
        "items in all lists": [_items(p.record) for p in result.practices],
        "pieces of evidence": [len(p.record.get("evidence") or []) for p in result.practices],
    }
    ends: dict[str, ranks.Column] = {
        "low": [p.overall.low for p in result.practices],
        "point": [p.overall.point for p in result.practices],
        "high": [p.overall.high for p in result.practices],
        "known": [p.overall.coverage for p in result.practices],
    }
    rows = [
        ranks.row(name, end, found=ranks.spearman(sizes, values))
        for name, sizes in counts.items()
        for end, values in ends.items()
    ]
    return table(["size", "overall", *_HEADS], rows)


def _tops(result: Result, keep: Keep) -> dict[str, ranks.Column]:
    columns: dict[str, ranks.Column] = {}
    for practice in result.practices:
        for node in indicators(practice):
            columns.setdefault(node.id, []).append(node.point if keep(practice) else None)
    return columns


def _strongest(result: Result) -> str:
    levels: dict[str, ranks.Column] = {
        name: [c.credited for c in found] for name, found in by_criterion(result).items()
    }
    pairs = [p for p in ranks.pairs(levels) if p[2][1] >= LEAST_PAIRS]
    pairs.sort(key=lambda p: (-abs(round(p[2][0], 2)), p[0], p[1]))
    beyond = sum(abs(rho) > ranks.chance(n) for _, _, (rho, n) in pairs)
    rows = [ranks.row(a, b, found=found) for a, b, found in pairs[:_STRONGEST]]
    return (
        f"{table(['levels of', '', *_HEADS], rows)}\n\n"
        f"pairs of criteria with n >= {LEAST_PAIRS}: {len(pairs)}; beyond chance: {beyond}, "
        f"of which chance alone would give about {len(pairs) / 20:.0f}"
    )


def _items(value: Any) -> int:  # noqa: ANN401 - any part of a record
    """Count the entries with fields of their own in all lists of a record."""
    if isinstance(value, dict):
        return sum(_items(each) for each in value.values())
    if isinstance(value, list):
        return sum(isinstance(each, dict) + _items(each) for each in value)
    return 0
