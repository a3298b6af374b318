"""How sure one may be of an indicator, in the words of GRADE (after it, not by it).

It starts from the weight-median strength of the evidence behind the criteria above level 0 and goes
down one grade for each of three doubts. It never goes up.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from govscore.practice.dates import first_day

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govscore.scoring.case import PracticeCase, Source
    from govscore.scoring.tree import Tree

Grade = Literal["high", "moderate", "low", "very low"]
_GRADES: tuple[Grade, ...] = ("very low", "low", "moderate", "high")
_OLD_YEARS = 5
_RUNNING = frozenset({"pilot", "running"})


def certainty(node: str, tree: Tree, case: PracticeCase, as_of: str) -> Grade | None:
    """Grade an indicator; `None` while none of its criteria is above level 0."""
    earning = [name for name in tree.below(node) if (tree.readings[name].credited or 0) > 0]
    if not earning:
        return None
    claims = tree.rubric.claims
    strengths = [
        (case.strength(claims[name], tree.readings[name].evidence), tree.shares[name])
        for name in earning
    ]
    used = {each for name in earning for each in tree.readings[name].evidence}
    documents = [each for each in case.documents if each.id in used]
    doubts = (
        bool(documents) and all(each.from_lead for each in documents),
        case.practice.status in _RUNNING and _old(documents, as_of),
        _divided(tree.below(node), case),
    )
    start = max(_median(strengths), 1) - 1
    return _GRADES[max(start - sum(doubts), 0)]


def _median(strengths: list[tuple[int, float]]) -> int:
    """Give the strength up to which half of the weight lies, the lower of two."""
    half = sum(weight for _, weight in strengths) / 2
    passed = 0.0
    for strength, weight in sorted(strengths):
        passed += weight
        if passed >= half - 1e-12:
            return strength
    return 0


def _old(documents: list[Source], as_of: str) -> bool:
    dates = [first_day(each.date) for each in documents if each.date]
    limit = f"{int(as_of[:4]) - _OLD_YEARS:04}{as_of[4:]}"
    return bool(dates) and max(dates) < limit


def _divided(criteria: Sequence[str], case: PracticeCase) -> bool:
    """Tell whether evaluators are more than one level apart on a third of the criteria."""
    several = [found for name in criteria if len(found := case.ratings.get(name, ())) > 1]
    apart = 0
    for ratings in several:
        levels = [each.level for each in ratings if each.level is not None]
        apart += bool(levels) and max(levels) - min(levels) > 1
    return 3 * apart >= len(criteria) and apart > 0
