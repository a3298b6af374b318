"""What holds scores down: evidence, limits, conflicts with the law, and rule by rule."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from govscore import yamlio
from govscore.catalogue import vocabularies
from method.collection import BESIDE, CONTESTED, PRACTICES, indicators
from method.tables import level, most, percent, points, sentence, span, table

if TYPE_CHECKING:
    from govscore.result.run import Result
    from govscore.result.scored import Breach, Criterion, ScoredPractice

_NEEDS_DOCUMENTS = 3
"""The lowest level for which not just any evidence will do."""
_FIRST = 9
"""So many practices are named of those with the most low levels."""
_LISTS = (
    "/legal_basis/international",
    "/legal_basis/regional",
    "/legal_basis/national",
    "/policies",
)
_AGAINST = ("conflicting", "contested")


def caps(result: Result) -> str:
    """Show how often weak evidence holds a level down."""
    read = [c for p in result.practices for c in p.criteria if c.claimed is not None]
    high = [c for c in read if (c.claimed or 0) >= _NEEDS_DOCUMENTS]
    capped = [c for c in read if (c.credited or 0) < (c.claimed or 0)]
    rows = [[name, str(n)] for name, n in most(Counter(c.id for c in capped))]
    return (
        f"levels claimed: {len(read)}; of these 3 or more: {len(high)}; "
        f"capped by evidence: {len(capped)}\n\n{table(['criterion', 'capped'], rows)}"
    )


def limits(result: Result) -> str:
    """Show how often limits bind, and what standing conflicts cost."""
    bound = [p for p in result.practices if p.label.limits]
    counts = Counter((x.id, x.at) for p in result.practices for x in p.label.limits)
    rows = [
        [p.id, str(b.line), _costs(b), "yes" if b.range != p.label.range else "no"]
        for p in result.practices
        for b in p.breaches
    ]
    return "\n\n".join(
        [
            f"practices with a limit that binds: {len(bound)} of {len(result.practices)}",
            table(["limit", "at", "practices"], [[*k, str(n)] for k, n in most(counts)]),
            table(["conflict that stands in", "line", "if remedied", "label moves"], rows),
        ]
    )


def contested(result: Result) -> str:
    """Show which criteria took which points from the contested practices."""
    counts = {p.id: _lows(p) for p in result.practices}
    ranked = sorted(counts, key=lambda name: (-counts[name][0] / counts[name][1], name))
    first = [f"{name} {counts[name][0]} of {counts[name][1]}" for name in ranked[:_FIRST]]
    return (
        f"{_told(result, CONTESTED)}\n\n"
        "levels at 0 or 1, of those known, where they are most:\n  " + "\n  ".join(first)
    )


def beside(result: Result) -> str:
    """Show the same for the practices beside them."""
    return _told(result, BESIDE)


def _lows(practice: ScoredPractice) -> tuple[int, int]:
    """Count the levels at 0 or 1, and all that are known."""
    known = [c.credited for c in practice.criteria if c.credited is not None]
    return sum(each <= 1 for each in known), len(known)


def _told(result: Result, names: tuple[str, ...]) -> str:
    by_id = {p.id: p for p in result.practices}
    return "\n\n".join(_one(by_id[name]) for name in names)


def _one(practice: ScoredPractice) -> str:
    tops = indicators(practice)
    taken = {name: share for top in tops for name, share in takes(practice, top.id)}
    low = [c for c in practice.criteria if c.id in taken and (c.credited or 0) <= 1]
    rows = [[_level(c), c.id, c.measure, points(taken[c.id]), _where(c)] for c in low]
    at = " ".join(f"{top.id} {points(top.point)}" for top in tops)
    few, known = _lows(practice)
    lines = [
        f"{practice.id}: {span(practice.label.range)}",
        f"levels at 0 or 1: {few} of {known} known",
        f"points: {at}; overall {points(practice.overall.point)}",
        f"taken by judgements {percent(_judged(practice, taken))}, the rest by rules and checklists",
        table(["level", "criterion", "by", "takes", "line"], rows),
        _above(practice),
        *_conflicts(practice),
    ]
    return "\n".join(lines)


def _above(practice: ScoredPractice) -> str:
    known = [c for c in practice.criteria if (c.credited or 0) > 1]
    told = ", ".join(f"{c.id} {level(c.credited)}" for c in known) or "none"
    return sentence(f"at 2 or more: {told}")


def takes(practice: ScoredPractice, indicator: str) -> list[tuple[str, float]]:
    """Give what each criterion takes from the 100 points of its indicator: in sum 100 - point."""
    under = {n.id for n in practice.nodes if n.parent == indicator}
    own = [c for c in practice.criteria if c.under in under and c.credited is not None]
    settled = sum(c.share * c.points_max for c in own)
    return [(c.id, 100 * c.share * (c.points_max - c.points) / settled) for c in own]


def _judged(practice: ScoredPractice, taken: dict[str, float]) -> float:
    """Give the share of what was taken that rests on a judgement, not on a rule over facts."""
    judged = {c.id for c in practice.criteria if c.measure == "judged"}
    return sum(share for name, share in taken.items() if name in judged) / sum(taken.values())


def _conflicts(practice: ScoredPractice) -> list[str]:
    """Tell of every text that the practice is said to contradict: where, and who says so."""
    document = yamlio.read(PRACTICES / f"{practice.id}.yaml", practice.id)
    standing = {b.pointer: b for b in practice.breaches}
    told = []
    for place in _LISTS:
        for index, item in enumerate(_at(practice.record, place)):
            if item.get("alignment") in _AGAINST:
                pointer = f"{place}/{index}"
                line, _ = document.place(pointer)
                kind = "conflict" if item["alignment"] == "conflicting" else "contested"
                told.append(f"{kind}, line {line}: {_found(item, standing.get(pointer))}")
    return told


def _found(item: dict[str, Any], breach: Breach | None) -> str:
    conflict = item.get("conflict")
    if conflict is None:
        return "as this record reads it; earns nothing"
    by = vocabularies.vocabulary("found_by")[conflict["found_by"]].title
    if breach is None:
        return f"{conflict['state'].replace('_', ' ')}, by {by}"
    return f"found by {by}, {conflict['state'].replace('_', ' ')};\n  if remedied: {_costs(breach)}; label {span(breach.range)}"


def _costs(breach: Breach) -> str:
    costs = [f"{c.criterion} {level(c.level)} to {level(c.remedied)}" for c in breach.costs]
    return ", ".join(costs) or "no level moves"


def _at(record: dict[str, Any], place: str) -> list[dict[str, Any]]:
    value: Any = record
    for key in place.strip("/").split("/"):
        value = value.get(key) or {}
    return value or []


def _level(criterion: Criterion) -> str:
    more = f" to {criterion.high:g}" if criterion.status == "partial" else ""
    return level(criterion.credited) + more


def _where(criterion: Criterion) -> str:
    lines = [str(f.line) for f in criterion.facts if f.line is not None]
    return lines[0] if lines else "-"
