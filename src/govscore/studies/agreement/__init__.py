"""How far do evaluators agree, where do they not, and do rules see what people see?

Agreement informs; it changes no score, for which the lower median of the ratings stands.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Any

from govscore import measures
from govscore.result.agreement import Against, Agreement, Apart, CriterionFigures, Figures, Silent
from govscore.studies.agreement.alpha import alpha, interval
from govscore.studies.agreement.ratings import under_way, voices

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from govscore.practice.assessment import SecondAssessment
    from govscore.result.agreement import Voice
    from govscore.result.run import Input, Result
    from govscore.result.scored import Criterion
    from govscore.studies.agreement.ratings import Voices

FEWEST = 10
"""Units below which no alpha is given: its interval would span most of the scale."""


def examine(
    result: Result,
    second: Iterable[SecondAssessment] = (),
    read: Sequence[Input] = (),
    *,
    draws: int = 2000,
    seed: int = 0,
) -> Agreement:
    """Compare all ratings under the rubric of a result.

    While a second rating of a practice is under way, nothing is told of the others.

    Args:
        result: The practices as scored; their records hold the ratings that count.
        second: Assessments that stand in files of their own.
        read: The files of these.
        draws: How many times to draw units anew for the interval of alpha.
        seed: What the draws follow from; the same seed gives the same interval.
    """
    second = list(second)
    judged = {each.id: each for each in result.rubric.criteria if measures.of(each.kind).rated}
    sealed = under_way(result, second, judged)
    given = voices(result, second, sealed)
    units = {unit: told for unit, told in given.items() if unit[1] in judged}
    return Agreement(
        **result.head,
        assessors=len({voice.assessor for told in given.values() for voice in told}),
        practices=len({practice for practice, _ in given}),
        all=_figures(units.values(), draws, seed),
        criteria=[
            CriterionFigures(id=name, title=each.title, **_of(name, units, draws, seed))
            for name, each in judged.items()
        ],
        apart=list(_apart(units)),
        against=list(_against(given, result, judged.keys())),
        draws=draws,
        seed=seed,
        sealed=sealed,
        inputs=[*result.inputs, *read],
    )


def _of(criterion: str, units: Voices, draws: int, seed: int) -> dict[str, Any]:
    own = [told for (_, name), told in units.items() if name == criterion]
    return _figures(own, draws, seed).model_dump()


def _figures(units: Iterable[list[Voice]], draws: int, seed: int) -> Figures:
    levels = [[voice.level for voice in told] for told in units if len(told) > 1]
    pairs = [abs(one - two) for unit in levels for one, two in combinations(unit, 2)]
    enough = len(levels) >= FEWEST
    found = alpha(levels) if enough else None
    silent: Silent | None = None
    if found is None:
        silent = "alike" if enough else "few"
    return Figures(
        units=len(levels),
        pairs=len(pairs),
        same=_share(sum(each == 0 for each in pairs), len(pairs)),
        within_one=_share(sum(each <= 1 for each in pairs), len(pairs)),
        alpha=found,
        interval=interval(levels, draws, seed) if found is not None else None,
        silent=silent,
    )


def _share(part: int, of: int) -> float | None:
    return part / of if of else None


def _apart(units: Voices) -> Iterator[Apart]:
    for (practice, criterion), told in units.items():
        if told[-1].level - told[0].level > 1:
            yield Apart(practice=practice, criterion=criterion, voices=told)


def _against(given: Voices, result: Result, judged: Iterable[str]) -> Iterator[Against]:
    """Find the ratings that lie outside of what a rule or checklist leaves possible."""
    read = {(p.id, each.id): each for p in result.practices for each in p.criteria}
    for unit, told in given.items():
        criterion = read.get(unit)
        if criterion is None or criterion.id in judged or criterion.override is not None:
            continue
        if outside := [voice for voice in told if _outside(voice, criterion)]:
            yield Against(
                practice=unit[0],
                criterion=unit[1],
                level=criterion.claimed,
                low=criterion.low,
                high=criterion.high,
                voices=outside,
            )


def _outside(voice: Voice, criterion: Criterion) -> bool:
    """Compare with what is claimed, since a rater does not weigh evidence as the rules do."""
    low = criterion.low if criterion.claimed is None else min(criterion.claimed, criterion.high)
    return not low <= voice.level <= criterion.high
