"""Labels, points and coverage: of practices, of the nine cells, of criteria."""

from __future__ import annotations

from collections import Counter
from statistics import fmean
from typing import TYPE_CHECKING

from method.collection import ORDERED, by_criterion, indicators, phases
from method.tables import most, percent, points, sentence, span, spread, table

if TYPE_CHECKING:
    from govscore.result.run import Result
    from govscore.result.scored import Criterion, ScoredPractice

_PARTIAL = 2
_FEW = 5
"""A criterion with a level in fewer practices says little about the collection."""


def labels(result: Result) -> str:
    """Show every practice's label, points and coverage, the strongest first."""
    rows = [
        [*_ends(p), percent(p.overall.coverage), span(p.label.range)]
        for p in sorted(result.practices, key=_rank)
    ]
    return table(["practice", "low", "point", "high", "known", "label"], rows)


def spreads(result: Result) -> str:
    """Show how labels, points, ranges and coverage are distributed."""
    ranges = Counter(span(p.label.range) for p in result.practices)
    overall = [p.overall for p in result.practices]
    firm = sum(p.label.firm for p in result.practices)
    return "\n\n".join(
        [
            table(["label", "practices"], [[k, str(n)] for k, n in most(ranges)]),
            table(
                ["", "n", "lowest", "median", "highest"],
                [
                    spread("point", [o.point for o in overall if o.point is not None]),
                    spread("low end", [o.low for o in overall]),
                    spread("high end", [o.high for o in overall]),
                    spread("width of the range", [o.high - o.low for o in overall]),
                    spread("known, in %", [100 * o.coverage for o in overall]),
                ],
            ),
            f"firm labels: {firm} of {len(result.practices)}",
        ]
    )


def order(result: Result) -> str:
    """Show the points of the practices whose order a reader would expect, by indicator."""
    by_id = {p.id: p for p in result.practices}
    rows = [
        _ends(p) + [f"{points(n.point)} ({percent(n.coverage)})" for n in indicators(p)]
        for p in (by_id[name] for name in ORDERED)
    ]
    names = [n.id for n in indicators(result.practices[0])]
    return table(["practice", "low", "point", "high", *names], rows) + "\n\nin brackets: known"


def cells(result: Result) -> str:
    """Show how much is known in each of the nine cells, and in how many practices nothing is."""
    nodes = [n for p in result.practices for n in p.nodes if n.kind == "phase"]
    rows = []
    for cell in dict.fromkeys(n.id for n in nodes):
        known = [n.coverage or 0.0 for n in nodes if n.id == cell]
        shares = [percent(f(known)) for f in (fmean, min, max)]
        rows.append([cell, *shares, str(sum(k == 0 for k in known))])
    return table(["cell", "known: mean", "least", "most", "nothing known"], rows)


def criteria(result: Result) -> str:
    """Show how often each criterion is scored, its mean level, and which never vary."""
    found = by_criterion(result)
    heads = ["criterion", "scored", "partly", "unknown", "n/a", "mean level", "levels"]
    known = {name: _levels(each) for name, each in found.items()}
    same = [name for name, each in known.items() if len(set(each)) <= 1]
    low = [name for name, each in known.items() if each and max(each) <= _PARTIAL]
    few = [f"{name} {len(each)}" for name, each in known.items() if len(each) < _FEW]
    return "\n".join(
        [
            table(heads, [_criterion(name, each) for name, each in found.items()]),
            "",
            f"never vary: {', '.join(same) or 'none'}",
            f"a level in fewer than {_FEW} practices: {', '.join(few) or 'none'}",
            sentence(f"never above level {_PARTIAL}: {', '.join(low)}"),
        ]
    )


def thin(result: Result) -> str:
    """Show on how little an overall point may rest, and who keeps one if more were asked."""
    rows = []
    least = {p.id: min(n.coverage or 0.0 for n in indicators(p)) for p in result.practices}
    for p in sorted(result.practices, key=lambda p: (least[p.id], p.id)):
        if p.overall.point is not None:
            weak = min(indicators(p), key=lambda n: n.coverage or 0.0)
            told = sum(bool(n.coverage) for n in phases(p, weak.id))
            about = [percent(weak.coverage), str(told), points(weak.point)]
            rows.append([p.id, points(p.overall.point), weak.id, *about])
    asked = {"a quarter": 1 / 4, "a third": 1 / 3, "a half": 1 / 2}
    kept = [
        f"{name} {sum(c >= share - 1e-9 for c in least.values())}" for name, share in asked.items()
    ]
    heads = ["practice", "point", "least known", "known", "phases", "its point"]
    return (
        f"{table(heads, rows)}\n\npractices with a point if this much is asked: {', '.join(kept)}"
    )


def _rank(practice: ScoredPractice) -> tuple[bool, float, str]:
    point = practice.overall.point
    return point is None, -(point or 0.0), practice.id


def _ends(practice: ScoredPractice) -> list[str]:
    o = practice.overall
    return [practice.id, points(o.low), points(o.point), points(o.high)]


def _levels(found: list[Criterion]) -> list[float]:
    return [float(c.credited) for c in found if c.credited is not None]


def _criterion(name: str, found: list[Criterion]) -> list[str]:
    levels = _levels(found)
    status = Counter(c.status for c in found)
    return [
        name,
        str(status["scored"]),
        str(status["partial"]),
        str(status["unassessed"] + status["error"]),
        str(status["not_applicable"] + status["not_yet_due"]),
        f"{fmean(levels):.1f}" if levels else "-",
        f"{min(levels):g}-{max(levels):g}" if levels else "-",
    ]
