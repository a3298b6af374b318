"""What other means, trees and weights would say; needs numpy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govscore.runs import plan
from govscore.runs.plan import Plan
from govscore.studies import robustness
from method.collection import AS_OF, EDITION
from method.tables import held, percent, points, table

if TYPE_CHECKING:
    from govscore.result.run import Result
    from govscore.studies.robustness.model import Choice, Robustness, Standing

_DRAWS = 1000
_WORST = 5


def means(result: Result) -> str:
    """Show labels and points under each mean of the indicators, all limits applied."""
    study = _study(result, draws=1)
    picked = [i for i, c in enumerate(study.choices) if c.tree == "given"]
    stand = {s.id: [s.standings[i] for i in picked] for s in study.practices}
    heads = ["practice", *(study.choices[i].aggregate for i in picked)]
    labels = [
        [name, *(_label(result, s) for s in each)]
        for name, each in stand.items()
        if not all(s.holds for s in each)
    ]
    rows = [
        [name, *(points(s.point) for s in each)]
        for name, each in stand.items()
        if each[0].point is not None
    ]
    legend = ", ".join(f"{rank} {band}" for band, rank in result.order.items())
    return (
        f"labels that change, from-to/at the point:\n({legend})\n\n{table(heads, labels)}\n\n"
        f"points:\n\n{table(heads, rows)}"
    )


def firmness(result: Result) -> str:
    """Show how labels and order fare under other means, trees and weights, or without a rule."""
    study = _study(result, draws=_DRAWS)
    heads = ["mean", "weights", "labels kept", "order, low", "order, point"]
    worst = sorted(study.removals, key=lambda r: (r.tally.labels.held, r.criterion))[:_WORST]
    weak = [s.id for s in study.practices if 2 * s.draws.label.held < s.draws.label.of]
    drawn, (low, high) = study.drawn, study.factors
    orders = f"{percent(drawn.pairs_low.share)} and {percent(drawn.pairs_point.share)}"
    kept = f"labels kept {percent(drawn.labels.share)}, order {orders}"
    return "\n\n".join(
        [
            table(heads, [_choice(c) for c in study.choices[1:]]),
            f"weights drawn {study.draws} times, each times {low:g} to {high:g}: {kept}",
            f"labels kept in less than half of the draws: {', '.join(weak) or 'none'}",
            table(
                ["criterion left out", "labels kept"],
                [[r.criterion, held(r.tally.labels)] for r in worst],
            ),
        ]
    )


def _study(result: Result, *, draws: int) -> Robustness:
    job = plan.prepare(Plan(EDITION, AS_OF))
    return robustness.examine(result, job.rubric, draws=draws)


def _choice(choice: Choice) -> list[str]:
    tally = choice.tally
    orders = [percent(tally.pairs_low.share), percent(tally.pairs_point.share)]
    return [choice.aggregate, choice.tree, held(tally.labels), *orders]


def _label(result: Result, standing: Standing) -> str:
    low, high = (result.order[end] for end in standing.range)
    return f"{low}-{high}" + (f"/{result.order[standing.band]}" if standing.band else "")
