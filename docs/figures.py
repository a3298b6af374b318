"""Print the figures of docs/method.md from a real run: `python docs/figures.py [NAME]`."""

from __future__ import annotations

import sys
from collections import Counter
from itertools import combinations
from math import floor
from pathlib import Path
from statistics import correlation, fmean, median
from typing import TYPE_CHECKING, Any

import govscore
from govscore import means

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from govscore.result import Criterion, Node, Practice, Result

ROOT = Path(__file__).parent.parent
AS_OF = "2026-11-24"
ORDERED = (
    "sao-paulo-pmpi",
    "portugal-cnaim",
    "qatar-kafala-reform",
    "canada-sawp",
    "uk-hostile-environment",
    "us-migrant-protection-protocols",
)
"""Practices that most readers would put in this order."""
CONTESTED = (
    "uk-hostile-environment",
    "australia-offshore-processing",
    "us-migrant-protection-protocols",
    "eu-turkey-statement",
    "jordan-compact",
    "qatar-kafala-reform",
    "thailand-regularisation",
)
LEAST_PAIRS = 12
"""A correlation of two criteria is shown from this many practices that have a level on both."""
STRONGEST = 10
_NEEDS_DOCUMENTS = 3
"""The lowest level for which not just any evidence will do."""


def scored() -> Result:
    """Score the practices of this repository on the day that the page states."""
    return govscore.score(ROOT / "practices", as_of=AS_OF)


def labels(result: Result) -> str:
    """Show every practice's label, points and coverage, and how the labels are distributed."""
    rows = [
        [
            p.id,
            _points(p.overall.low),
            _points(p.overall.point),
            _points(p.overall.high),
            _percent(p.overall.coverage),
            _range(p.label.range),
        ]
        for p in sorted(result.practices, key=lambda p: (-(p.overall.point or -1), p.id))
    ]
    parts = [_table(["practice", "low", "point", "high", "known", "label"], rows)]
    ranges = Counter(_range(p.label.range) for p in result.practices)
    parts.append(_table(["label", "practices"], [[k, str(n)] for k, n in _most(ranges)]))
    overall = [p.overall for p in result.practices]
    parts.append(
        _table(
            ["", "n", "lowest", "median", "highest"],
            [
                _spread("point", [o.point for o in overall if o.point is not None]),
                _spread("low end", [o.low for o in overall]),
                _spread("high end", [o.high for o in overall]),
                _spread("width of the range", [o.high - o.low for o in overall]),
                _spread("known, in %", [100 * o.coverage for o in overall]),
            ],
        )
    )
    firm = sum(p.label.firm for p in result.practices)
    parts.append(f"firm labels: {firm} of {len(result.practices)}")
    return "\n\n".join(parts)


def order(result: Result) -> str:
    """Show the points of the practices whose order a reader would expect, by indicator."""
    by_id = {p.id: p for p in result.practices}
    rows = []
    for practice in (by_id[name] for name in ORDERED):
        o = practice.overall
        tops = _indicators(practice)
        rows.append(
            [practice.id, _points(o.low), _points(o.point), _points(o.high)]
            + [f"{_points(n.point)} ({_percent(n.coverage)})" for n in tops]
        )
    names = [n.id for n in _indicators(result.practices[0])]
    return _table(["practice", "low", "point", "high", *names], rows) + "\n\nin brackets: known"


def cells(result: Result) -> str:
    """Show how much is known in each of the nine cells, and in how many practices nothing is."""
    nodes = [n for p in result.practices for n in p.nodes if n.kind == "phase"]
    rows = []
    for cell in dict.fromkeys(n.id for n in nodes):
        known = [n.coverage or 0.0 for n in nodes if n.id == cell]
        rows.append(
            [
                cell,
                _percent(fmean(known)),
                _percent(min(known)),
                _percent(max(known)),
                str(sum(k == 0 for k in known)),
            ]
        )
    return _table(["cell", "known: mean", "least", "most", "nothing known"], rows)


def criteria(result: Result) -> str:
    """Show how often each criterion is scored, its mean level, and which never vary."""
    rows, same = [], []
    for criterion, found in _by_criterion(result).items():
        levels = [float(c.credited) for c in found if c.credited is not None]
        status = Counter(c.status for c in found)
        rows.append(
            [
                criterion,
                str(status["scored"]),
                str(status["partial"]),
                str(status["unassessed"] + status["error"]),
                str(status["not_applicable"] + status["not_yet_due"]),
                f"{fmean(levels):.1f}" if levels else "-",
                f"{min(levels):g}-{max(levels):g}" if levels else "-",
            ]
        )
        if len(set(levels)) <= 1:
            same.append(criterion)
    heads = ["criterion", "scored", "partly", "unknown", "n/a", "mean level", "levels"]
    return f"{_table(heads, rows)}\n\nnever vary: {', '.join(same) or 'none'}"


def correlations(result: Result) -> str:
    """Show rank correlations between indicators, and the strongest between criteria."""
    indicators: dict[str, list[float | None]] = {}
    for practice in result.practices:
        for node in _indicators(practice):
            indicators.setdefault(node.id, []).append(node.point)
    levels: dict[str, list[float | None]] = {
        name: [c.credited for c in found] for name, found in _by_criterion(result).items()
    }
    pairs = [p for p in _pairs(levels) if p[2] is not None and p[3] >= LEAST_PAIRS]
    pairs.sort(key=lambda p: (-abs(round(p[2] or 0, 2)), p[0], p[1]))
    shown = [[a, b, _rho(rho), str(n)] for a, b, rho, n in pairs[:STRONGEST]]
    return "\n\n".join(
        [
            _table(
                ["indicator", "indicator", "rho", "n"],
                [[a, b, _rho(rho), str(n)] for a, b, rho, n in _pairs(indicators)],
            ),
            _table(["criterion", "criterion", "rho", "n"], shown),
            f"criteria: the {len(shown)} strongest of {len(pairs)} pairs with n >= {LEAST_PAIRS}",
        ]
    )


def caps(result: Result) -> str:
    """Show how often weak evidence, limits and conflicts with the law hold a score down."""
    held = [
        c
        for p in result.practices
        for c in p.criteria
        if c.claimed is not None and c.credited is not None and c.credited < c.claimed
    ]
    claims = [c for p in result.practices for c in p.criteria if c.claimed is not None]
    capped = Counter(c.id for c in held)
    limits = Counter((x.id, x.at) for p in result.practices for x in p.label.limits)
    breaches = [b for p in result.practices for b in p.breaches]
    touched = {p.id: p.breaches for p in result.practices if p.breaches}
    moved = {p.id for p in result.practices for b in p.breaches if b.range != p.label.range}
    bound = sum(bool(p.label.limits) for p in result.practices)
    high = sum((c.claimed or 0) >= _NEEDS_DOCUMENTS for c in claims)
    costly = sum(bool(b.costs) for b in breaches)
    parts = [
        f"levels claimed: {len(claims)}; of these 3 or more: {high}; capped by evidence: {len(held)}",
        _table(["criterion", "capped"], [[k, str(n)] for k, n in _most(capped)]),
        f"practices with a limit that binds: {bound} of {len(result.practices)}",
        _table(["limit", "at", "practices"], [[*k, str(n)] for k, n in _most(limits)]),
        f"standing conflicts: {len(breaches)}",
        _table(
            ["practice", "conflicts", "label changes"],
            [[k, str(len(v)), "yes" if k in moved else "no"] for k, v in touched.items()],
        ),
        f"conflicts that cost a level: {costly}",
    ]
    return "\n\n".join(parts)


def size(result: Result) -> str:
    """Show whether longer files get more points: rank correlations with the number of items."""
    counts: dict[str, list[float | None]] = {
        "items in all lists": [_items(p.record) for p in result.practices],
        "pieces of evidence": [len(p.record.get("evidence") or []) for p in result.practices],
    }
    ends: dict[str, list[float | None]] = {
        "low": [p.overall.low for p in result.practices],
        "point": [p.overall.point for p in result.practices],
        "high": [p.overall.high for p in result.practices],
        "known": [p.overall.coverage for p in result.practices],
    }
    rows = []
    for name, sizes in counts.items():
        for end, values in ends.items():
            rho, n = _spearman(sizes, values)
            rows.append([name, end, _rho(rho), str(n)])
    return _table(["size", "overall", "rho", "n"], rows)


def contested(result: Result) -> str:
    """Show where the contested practices have a level below 2, and what conflicts cost them."""
    by_id = {p.id: p for p in result.practices}
    return "\n\n".join(_contested(by_id[name]) for name in CONTESTED)


def aggregators(result: Result) -> str:
    """Show what other means of the three indicators would give, before any limit acts."""
    rows = []
    changed: Counter[str] = Counter()
    for practice in result.practices:
        plain = _plain(result, practice, practice.overall.method)
        row = [practice.id]
        for kind in means.KINDS:
            bands, point = _plain(result, practice, kind)
            row += [_ranks_of(result, bands), _points(point)]
            changed[kind] += bands != plain[0]
        rows.append(row)
    heads = [head for kind in means.KINDS for head in (kind, "point")]
    tail = ", ".join(f"{kind} {changed[kind]}" for kind in means.KINDS)
    method = result.practices[0].overall.method
    legend = ", ".join(f"{rank} {band}" for band, rank in result.order.items())
    return (
        f"{_table(['practice', *heads], rows)}\n\n"
        f"bands: {legend}\n"
        f"ranges that differ from those of the {method} mean: {tail}"
    )


FIGURES: dict[str, Callable[[Result], str]] = {
    "labels": labels,
    "order": order,
    "cells": cells,
    "criteria": criteria,
    "correlation": correlations,
    "caps": caps,
    "size": size,
    "contested": contested,
    "aggregators": aggregators,
}


def _contested(practice: Practice) -> str:
    low = [c for c in practice.criteria if c.credited is not None and c.credited <= 1]
    lines = [f"{practice.id}: {len(low)} criteria at 0 or 1; {_range(practice.label.range)}"]
    for c in low:
        line = next((f.line for f in c.facts if f.line is not None), None)
        where = f"line {line}" if line is not None else "no fact"
        level = _level(c.credited) + (f" to {c.high:g}" if c.status == "partial" else "")
        lines.append(f"  {level:<8}{c.id:<28}{where}")
    for breach in practice.breaches:
        costs = [f"{c.criterion} {_level(c.level)} -> {_level(c.remedied)}" for c in breach.costs]
        lines.append(
            f"  conflict at line {breach.line}: were it remedied: {', '.join(costs) or 'no other level'}"
            f"; {_range(breach.range)}"
        )
    return "\n".join(lines)


def _plain(result: Result, practice: Practice, kind: str) -> tuple[tuple[str, str], float | None]:
    """Give the bands that low and high reach under a mean, and the point where there is one."""
    nodes = _indicators(practice)
    weights = [n.weight for n in nodes]
    mean = means.KINDS[kind]
    low = mean([n.low or 0.0 for n in nodes], weights)
    high = mean([n.high or 0.0 for n in nodes], weights)
    points = [n.point for n in nodes if n.point is not None]
    known = practice.overall.point is not None and len(points) == len(nodes)
    return (_band(result, low), _band(result, high)), mean(points, weights) if known else None


def _ranks_of(result: Result, ends: tuple[str, str]) -> str:
    return "-".join(str(result.order[end]) for end in ends)


def _band(result: Result, points: float) -> str:
    return max(
        (b for b in result.rubric.bands if b.start <= round(points, 9)), key=lambda b: b.start
    ).id


def _indicators(practice: Practice) -> list[Node]:
    return [n for n in practice.nodes if n.kind == "indicator"]


def _by_criterion(result: Result) -> dict[str, list[Criterion]]:
    found: dict[str, list[Criterion]] = {}
    for practice in result.practices:
        for criterion in practice.criteria:
            found.setdefault(criterion.id, []).append(criterion)
    return found


def _items(value: Any) -> int:  # noqa: ANN401 - any part of a record
    """Count the entries with fields of their own in all lists of a record."""
    if isinstance(value, dict):
        return sum(_items(each) for each in value.values())
    if isinstance(value, list):
        return sum(isinstance(each, dict) + _items(each) for each in value)
    return 0


def _pairs(
    columns: dict[str, list[float | None]],
) -> list[tuple[str, str, float | None, int]]:
    return [(a, b, *_spearman(columns[a], columns[b])) for a, b in combinations(columns, 2)]


def _spearman(
    left: Sequence[float | None], right: Sequence[float | None]
) -> tuple[float | None, int]:
    """Give Spearman's rho over what is known on both sides, and over how many."""
    both = [(a, b) for a, b in zip(left, right, strict=True) if a is not None and b is not None]
    a, b = [x for x, _ in both], [y for _, y in both]
    varied = len(set(a)) > 1 and len(set(b)) > 1
    return (correlation(_ranks(a), _ranks(b)) if varied else None), len(both)


def _ranks(values: Sequence[float]) -> list[float]:
    """Give each value's rank; equal values share the mean of theirs."""
    return [sum(v < x for v in values) + (values.count(x) + 1) / 2 for x in values]


def _most(counts: Counter[Any]) -> list[tuple[Any, int]]:
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))


def _spread(name: str, values: Sequence[float]) -> list[str]:
    return [name, str(len(values)), *(_points(f(values)) for f in (min, median, max))]


def _points(value: float | None) -> str:
    """Write points as the tool does: one decimal, rounded down."""
    return "-" if value is None else f"{floor(round(10 * value, 6)) / 10:.1f}"


def _level(value: float | None) -> str:
    return "unknown" if value is None else f"{value:g}"


def _rho(value: float | None) -> str:
    return "-" if value is None else f"{value:+.2f}"


def _percent(value: float | None) -> str:
    return "-" if value is None else f"{100 * value:.0f}%"


def _range(ends: tuple[str, str]) -> str:
    return ends[0] if ends[0] == ends[1] else " to ".join(ends)


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Set a table: numbers to the right, words to the left."""
    body = [list(row) for row in rows]
    columns = list(zip(heads, *body, strict=True))
    widths = [max(map(len, column)) for column in columns]
    right = [all(c[-1:].isdigit() or c[-1:] in "-%)" for c in column[1:]) for column in columns]
    return "\n".join(
        "  ".join(
            c.rjust(w) if r else c.ljust(w) for c, w, r in zip(row, widths, right, strict=True)
        ).rstrip()
        for row in [list(heads), *body]
    )


def main(names: Sequence[str]) -> None:
    """Print the figures that are named, or all of them."""
    unknown = [name for name in names if name not in FIGURES]
    if unknown:
        sys.exit(f"no figure {unknown[0]}; there are {', '.join(FIGURES)}")
    result = scored()
    print("\n\n".join(FIGURES[name](result) for name in names or FIGURES))


if __name__ == "__main__":
    main(sys.argv[1:])
