"""The label: a band at each end, under the rubric's limits, and whether it is firm.

At the low end only what is proven holds; at the high end everything open counts as settled and
true. A limit or a need that cannot be decided at an end does not act there.
"""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from govscore.result.scored import Label, Limit
from govscore.scale import PRECISION
from govscore.scoring.conditions import levels
from govscore.scoring.shortfall import OPEN, shortfall

if TYPE_CHECKING:
    from collections.abc import Mapping

    from govscore.expressions.program import Program
    from govscore.measures._measure import Reading
    from govscore.rubric.compiled import Rubric
    from govscore.scoring.conditions import Ask, Conditions, End
    from govscore.scoring.totals import Stated, Total
    from govscore.scoring.tree import Tree


def label(
    tree: Tree,
    totals: Mapping[str, Total[float]],
    stated: Mapping[str, Stated],
    conditions: Conditions,
) -> Label:
    """Put the overall into words: the bands at both ends, and the one band if it is known."""
    rubric, readings = tree.rubric, tree.readings
    at: dict[End, str] = {}
    limits: list[Limit] = []
    coverage = {name: each.coverage for name, each in stated.items()}
    for end, lows in _lows(stated).items():
        if rubric.root.id not in lows:
            continue
        reached = rank(rubric, lows[rubric.root.id])
        weakest = min((lows[n.id] for n in rubric.top if n.id in lows), default=math.nan)
        covered = dict.fromkeys(coverage, 1.0) if end == "high" else coverage
        ask = conditions.at(levels=levels(readings, end), lows=lows, coverage=covered)
        found, binding = band(rubric, reached, rank(rubric, weakest), ask)
        at[end] = rubric.bands[found].id
        limits += [Limit.model_construct(id=name, at=end) for name in binding]
    essentials = _essentials_scored(rubric, readings)
    firm = essentials and _covered(rubric, coverage)
    so_far = at.get("point") if essentials else None
    single = at["low"] if at["low"] == at["high"] else so_far if firm else None
    return Label.model_construct(
        id=single,
        firm=firm,
        range=(at["low"], at["high"]),
        so_far=so_far,
        short=shortfall(tree, totals),
        limits=limits,
    )


def rank(rubric: Rubric, points: Any) -> Any:  # noqa: ANN401 - a number, or an array of them
    """Give the rank of the band that rounded points alone reach, 0 for the lowest and for none."""
    return sum([points >= start for start in rubric.starts])


def band(rubric: Rubric, reached: int, lowest: int, ask: Ask) -> tuple[int, list[str]]:
    """Give the rank of the band at an end, and the limits that hold it down.

    Args:
        rubric: Whose bands and limits they are.
        reached: The rank that the points alone reach.
        lowest: The rank that the points of the weakest indicator reach.
        ask: What answers a condition: true, false, or `None` if it fails.
    """
    while reached and (need := rubric.needed[reached]) and not ask(need):
        reached -= 1
    highest = len(rubric.bands) - 1
    ceilings: dict[str, int] = {}
    for name, at_most, when in _limits(rubric):
        # The first of an id that holds decides. One that fails on a practice binds.
        if name not in ceilings and (when is None or ask(when) is not False):
            ceilings[name] = min(lowest + 1, highest) if at_most is None else at_most
    binding = [name for name, ceiling in ceilings.items() if ceiling < reached]
    return min([reached, *ceilings.values()]), binding


@lru_cache(64)
def _limits(rubric: Rubric) -> list[tuple[str, int | None, Program | None]]:
    """Lay out the limits: the rank of each, `None` where it goes by the weakest; its condition."""
    specs = zip(rubric.spec.limits, rubric.limits, strict=True)
    return [(each.id, rubric.ranks.get(each.at_most), when) for each, when in specs]


def _lows(stated: Mapping[str, Stated]) -> dict[End, dict[str, float]]:
    """Give every node's points at each end; a node without a point is left out there."""
    return {
        "low": {name: each.low for name, each in stated.items()},
        "point": {name: each.point for name, each in stated.items() if each.point is not None},
        "high": {name: each.high for name, each in stated.items()},
    }


def _essentials_scored(rubric: Rubric, readings: Mapping[str, Reading]) -> bool:
    return OPEN.isdisjoint([readings[name].status for name in rubric.essential])


def _covered(rubric: Rubric, coverage: Mapping[str, float]) -> bool:
    least = round(rubric.spec.coverage.firm, PRECISION)
    live = [coverage[node.id] for node in rubric.top if node.id in coverage]
    return bool(live) and all(each >= least for each in live)
