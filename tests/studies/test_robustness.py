"""How often labels and order hold, against the engine's own arithmetic and by hand."""

from __future__ import annotations

import random
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

import govscore
from govscore import means
from govscore.errors import SetupError
from govscore.measures._measure import Reading
from govscore.result.robustness import Held, Move, Robustness
from govscore.result.run import Result, Tool
from govscore.result.scored import Because, Criterion, Label, Overall, ScoredPractice
from govscore.rubric.compiled import Rubric
from govscore.rubric_testing.specimens import complete
from govscore.runs import plan
from govscore.runs.plan import Plan
from govscore.runs.run import run
from govscore.scoring.about import catalogue_info, rubric_info
from govscore.scoring.conclusion import Conclusion, conclude
from govscore.scoring.conditions import Conditions
from govscore.scoring.totals import known
from govscore.studies import robustness
from govscore.studies.robustness.answers import levels_read, rising
from govscore.studies.robustness.arrays import ARRAYS
from govscore.studies.robustness.scenarios import Batch, Scenarios, draw, trees
from govscore.studies.robustness.table import Table, pairs_kept, places, tabulate
from govscore.workspace import discovery

AS_OF = "2026-01-01"
PRACTICES = Path(__file__).parents[2] / "practices"
Load = Callable[..., Rubric]
Readings = Mapping[str, Reading]
POWERS = ("power -1", "power 0", "power 0.5", "power 3", "power -40")

DEEP = """
rubric: mine
version: "1"
title: A tree of three levels with every mean
scale: {levels: {0: absent, 4: full}}
nodes:
- {id: overall, kind: overall, title: Overall, aggregate: ROOT}
- {id: law, under: overall, kind: indicator, title: Law, weight: 2}
- {id: law-text, under: law, kind: phase, title: Text}
- {id: law-use, under: law, kind: phase, title: Use, weight: 3}
- {id: people, under: overall, kind: indicator, title: People, aggregate: harmonic}
- {id: people-asked, under: people, kind: phase, title: Asked, aggregate: minimum, weight: 2}
- {id: people-heard, under: people, kind: phase, title: Heard, aggregate: geometric}
criteria:
CRITERIA
bands:
- id: high
  title: high
  from: 70
  needs: "['law', 'people'].all(n, lows[n] >= 55.0 && coverage[n] >= 0.6)"
- {id: middle, title: middle, from: 40, needs: "levels.all(c, levels[c] >= 1.0)"}
- {id: low, title: low, from: 15, needs: "levels['text-norms'] >= 1.0"}
- {id: none, title: none, from: 0}
limits:
- {id: cap, at_most: middle, when: "lows['law'] < 45.0"}
- {id: cap, at_most: low, when: "lows['people-asked'] < 30.0 || levels['asked-design'] <= 1.0"}
- {id: gap, at_most: none, when: "lows['law'] > 58.0 && lows['law'] <= 66.0"}
- {id: kind, at_most: low, when: "p.kind == 'law'"}
- {id: failing, at_most: middle, when: "lows['law'] > 66.0 && 1 % size(p.title) > 0"}
- {id: failing-too, at_most: low, when: "levels['whole'] >= 4.0 && int(p.title) > 0"}
- {id: spread, at_most: lowest + 1}
missing: MISSING
"""

_PLACES = {
    "text-norms": "law-text",
    "text-rights": "law-text",
    "use-plan": "law-use",
    "use-funds": "law-use",
    "asked-design": "people-asked",
    "asked-review": "people-asked",
    "heard-reply": "people-heard",
    "heard-again": "people-heard",
    "people-lead": "people",
    "whole": "overall",
}
_WEIGHTS = {"text-norms": 2, "asked-review": 3, "heard-reply": 0.5}

FLAT = """
rubric: mine
version: "1"
title: Two indicators
scale: {levels: {0: absent, 4: full}}
nodes:
- {id: overall, kind: overall, title: Overall}
- {id: law, under: overall, kind: indicator, title: Law}
- {id: law-text, under: law, kind: phase, title: Text}
- {id: law-use, under: law, kind: phase, title: Use}
- {id: people, under: overall, kind: indicator, title: People}
criteria:
CRITERIA
bands:
- {id: good, title: good, from: 50}
- {id: poor, title: poor, from: 0}
"""
LIMIT = """limits:
- id: broken
  at_most: poor
  when: """
_SMALL = {"text": "law-text", "use": "law-use", "use-too": "law-use", "asked": "people"}


def _text(template: str, places: Mapping[str, str], **words: str) -> str:
    lines = [
        f"- {{id: {name}, under: {under}, weight: {_WEIGHTS.get(name, 1)}, title: {name}, "
        f"question: how, measure: {{kind: judged, levels: {{0: {{says: no}}, 4: {{says: yes}}}}}}}}"
        for name, under in places.items()
    ]
    text = template.replace("CRITERIA", "\n".join(lines))
    for word, value in words.items():
        text = text.replace(word.upper(), value)
    return text


def _practice(
    rubric: Rubric, readings: Readings, name: str = "a-practice", kind: str = "programme"
) -> ScoredPractice:
    """Give an empty practice, as if scored to these readings; the label is not looked at."""
    record = complete({"id": name, "kind": kind}, rubric)
    lowest = rubric.bands[0].id
    return ScoredPractice(
        id=name,
        title=f"Practice {name}",
        path=f"{name}.yaml",
        record=record.model_dump(mode="json", exclude_none=True, by_alias=True),
        overall=Overall(point=None, low=0.0, high=100.0, coverage=0.0, method="arithmetic"),
        label=Label(id=None, firm=False, range=(lowest, lowest), so_far=None, limits=[]),
        nodes=[],
        criteria=[_criterion(each, under, readings[each]) for each, under in _under(rubric)],
        lenses={},
        notes=[],
        breaches=[],
    )


def _under(rubric: Rubric) -> list[tuple[str, str]]:
    return [(each.id, each.under) for each in rubric.spec.criteria]


def _criterion(name: str, under: str, reading: Reading) -> Criterion:
    return Criterion(
        id=name,
        under=under,
        phase=None,
        weight=1.0,
        share=0.0,
        status=reading.status,
        claimed=reading.claimed,
        credited=reading.credited,
        low=reading.low,
        high=reading.high,
        points=25.0 * (reading.credited or 0),
        points_max=100.0 * reading.coverage,
        coverage=reading.coverage,
        measure="judged",
        rule=None,
        because=Because(code="given"),
        override=None,
        facts=[],
        selections=[],
        evidence=[],
        next=None,
    )


def _result(rubric: Rubric, practices: list[ScoredPractice]) -> Result:
    return Result(
        tool=Tool(version="1"),
        engine_version="1",
        as_of=AS_OF,
        rubric=rubric_info(rubric),
        catalogue=catalogue_info(),
        inputs=[],
        practices=practices,
    )


def _at(level: float) -> Reading:
    return Reading("scored", level, level, level, level, 1.0, "given")


def _any(chance: random.Random) -> Reading:
    """Give some state in which a criterion may be."""
    low, high = sorted(chance.choices(range(5), [1, 2, 3, 4, 4], k=2))
    kind = chance.choice([*["scored"] * 6, "capped", "partial", "unassessed", "out", "undue"])
    if kind == "capped":
        return Reading("scored", high, low, low, high, 1.0, "given")
    if kind == "partial":
        return Reading("partial", low, low, low, high, 1 - (high - low) / 4, "given")
    if kind == "unassessed":
        return Reading.unassessed()
    if kind == "out":
        return Reading.not_applicable("given")
    if kind == "undue":
        return Reading("not_yet_due", None, None, 0, 4, 0.0, "given")
    return _at(high)


def _variants(batch: Batch) -> Iterator[tuple[Rubric, str | None]]:
    """Write every scenario of a batch out as a rubric of its own, and name what it leaves out."""
    spec = batch.rubric.spec
    for row in range(len(next(iter(batch.weights.values())))):
        weights = {name: float(each[row]) for name, each in batch.weights.items()}
        nodes = [
            node.model_copy(update={"weight": weights.get(node.id, 1.0)}) for node in spec.nodes
        ]
        criteria = [
            each.model_copy(update={"weight": weights[each.id] or 1.0}) for each in spec.criteria
        ]
        changed = spec.model_copy(update={"nodes": nodes, "criteria": criteria})
        yield replace(batch.rubric, spec=changed), batch.without[row] if batch.without else None


def _by_the_engine(batches: list[Batch], readings: Readings, kind: str) -> Iterator[Conclusion]:
    for batch in batches:
        for variant, without in _variants(batch):
            left = dict(readings)
            if without is not None:
                left[without] = Reading.not_applicable("left out")
            asked = Conditions(variant.programs.known({"p": {"kind": kind, "title": "A title"}}))
            yield conclude(variant, left, asked)


def _figures(table: Table, row: int, column: int, bands: list[str]) -> tuple[object, ...]:
    point = float(table.points["point"][row, column])
    return (
        float(table.points["low"][row, column]),
        float(table.points["high"][row, column]),
        None if np.isnan(point) else point,
        bands[table.bands["low"][row, column]],
        bands[table.bands["high"][row, column]],
        None if np.isnan(point) else bands[table.bands["point"][row, column]],
    )


@pytest.mark.parametrize(
    ("template", "places", "root", "missing"),
    [
        (DEEP, _PLACES, "geometric", "settle"),
        (DEEP, _PLACES, "minimum", "zero"),
        (DEEP, _PLACES, "median", "nest"),
        (DEEP, _PLACES, "{power: -2}", "nest"),
        (DEEP, _PLACES, "{power: 0.5}", "settle"),
        (FLAT, _SMALL, "arithmetic", "settle"),
    ],
)
def test_every_scenario_comes_to_what_the_engine_makes_of_it(
    rubric: Load, template: str, places: Mapping[str, str], root: str, missing: str
) -> None:
    loaded = rubric(_text(template, places, root=root, missing=missing))
    chance = random.Random(template)  # noqa: S311 - the same practices in every run
    kinds = ["programme", "programme", "law"]
    given = [{name: _any(chance) for name in places} for _ in range(30)]
    practices = [
        _practice(loaded, each, f"p{row}", kinds[row % 3]) for row, each in enumerate(given)
    ]
    batches = list(Scenarios(loaded, draws=10, seed=3).batches())
    bands = [each.id for each in loaded.bands]

    table = tabulate(_result(loaded, practices), loaded, batches)

    for row, readings in enumerate(given):
        for column, outcome in enumerate(_by_the_engine(batches, readings, kinds[row % 3])):
            low, high, point, *found = _figures(table, row, column, bands)
            assert low == pytest.approx(outcome.overall.low, abs=1e-9)
            assert high == pytest.approx(outcome.overall.high, abs=1e-9)
            assert point == pytest.approx(known(outcome.overall.point), abs=1e-9)
            assert found == [*outcome.label.range, outcome.label.so_far]


@pytest.fixture(scope="module")
def collection() -> tuple[Result, Robustness]:
    job = plan.prepare(Plan("gmpa", AS_OF))
    scored = run(job, discovery.discover([PRACTICES]))
    return scored, robustness.examine(scored, job.rubric, draws=50)


def test_the_rubric_as_it_is_gives_each_practice_of_the_collection_its_score(
    collection: tuple[Result, Robustness],
) -> None:
    scored, study = collection

    assert [each.id for each in study.practices] == [each.id for each in scored.practices]
    for practice, each in zip(scored.practices, study.practices, strict=True):
        base = each.standings[0]
        assert base.low == pytest.approx(practice.overall.low, abs=1e-9)
        assert base.high == pytest.approx(practice.overall.high, abs=1e-9)
        assert base.point == pytest.approx(practice.overall.point, abs=1e-9)
        assert base.range == practice.label.range
        assert practice.label.so_far in {None, base.band}
        assert base.holds


def test_a_study_counts_the_same_as_its_practices_do(
    collection: tuple[Result, Robustness],
) -> None:
    _, study = collection
    some = study.practices

    assert study.drawn.labels.held == sum(each.draws.label.held for each in some)
    assert study.drawn.labels.of == 50 * len(some)
    for number, choice in enumerate(study.choices):
        held = sum(each.standings[number].holds for each in some)
        assert choice.tally.labels == Held(held=held, of=len(some))


def _small(rubric: Load, *levels: tuple[float, float, float, float]) -> Robustness:
    """Study practices at given levels of text, use, use-too and asked."""
    loaded = rubric(_text(FLAT, _SMALL))
    practices = [
        _practice(loaded, {n: _at(each) for n, each in zip(_SMALL, some, strict=True)}, f"p{row}")
        for row, some in enumerate(levels)
    ]
    return robustness.examine(_result(loaded, practices), loaded, draws=4)


def test_the_flat_tree_weighs_all_criteria_of_an_indicator_alike(rubric: Load) -> None:
    # Law is (4 + (0 + 0)/2)/2 = 2 as given, and 4/3 flat; people is 2.
    study = _small(rubric, (4, 0, 0, 2))

    standings = study.practices[0].standings
    assert [(each.aggregate, each.tree) for each in study.choices] == [
        (mean, tree)
        for tree in ("given", "flat")
        for mean in ("arithmetic", "geometric", "harmonic", "minimum")
    ]
    assert [each.point for each in standings] == pytest.approx(
        [50, 50, 50, 50, (100 / 3 + 50) / 2, (100 / 3 * 50) ** 0.5, 40, 100 / 3], abs=1e-9
    )
    assert [each.holds for each in standings] == [True] * 4 + [False] * 4
    assert study.practices[0].choices.label == Held(held=3, of=7)


def test_a_criterion_left_out_leaves_its_weight_to_its_neighbours(rubric: Load) -> None:
    # Law is (4 + (2 + 0)/2)/2 = 2.5, people 2: 56.25 points.
    # Without text: law 1, so 37.5; without use: (4 + 0)/2, so 50; without use-too: (4 + 2)/2, so
    # 62.5; without asked there are no people: 62.5.
    study = _small(rubric, (4, 2, 0, 2))

    only = study.practices[0]
    assert only.moves_point == only.moves_low == Move(criterion="text", change=-18.75)
    assert only.removals.point == only.removals.low == (37.5, 62.5)
    assert only.removals.label == Held(held=3, of=4)
    assert [each.tally.labels.held for each in study.removals] == [0, 1, 1, 1]


def test_nothing_moves_a_practice_that_is_level_throughout(rubric: Load) -> None:
    only = _small(rubric, (3, 3, 3, 3)).practices[0]

    assert only.moves_point is None
    assert only.moves_low is None
    assert only.draws.label == Held(held=4, of=4)
    assert only.low == only.point == (75.0, 75.0)


def test_places_and_pairs_tell_how_the_order_holds(rubric: Load) -> None:
    # As given 56.25, 50 and 25; flat the second has 41.67 and the first 50; by the minimum the
    # first two are level at 50.
    study = _small(rubric, (4, 2, 0, 2), (4, 0, 0, 2), (1, 1, 1, 1))

    places_by_choice = [
        [each.standings[number].place_low for each in study.practices] for number in (0, 3, 4)
    ]
    assert places_by_choice == [[1, 2, 3], [1, 1, 3], [1, 2, 3]]
    assert study.choices[0].tally.pairs_low == Held(held=3, of=3)
    assert study.choices[3].tally.pairs_low == Held(held=2, of=3)
    second = study.practices[1].choices.places_low
    assert second is not None
    assert (second.best, second.worst) == (1, 2)


def test_only_criteria_in_the_tree_are_left_out_of_a_practice(rubric: Load) -> None:
    loaded = rubric(_text(FLAT, _SMALL))
    readings = {"text": _at(4), "use": Reading.not_applicable("given")}
    practice = _practice(loaded, {**readings, "use-too": _at(1), "asked": _at(2)})

    study = robustness.examine(_result(loaded, [practice]), loaded, draws=1)

    assert study.practices[0].removals.label.of == 3
    assert study.removals[1].criterion == "use"
    assert study.removals[1].tally.labels == Held(held=1, of=1)


def test_a_label_without_a_point_holds_by_its_range_and_a_point_that_is_lost_does_not_hold() -> (
    None
):
    table = Table(
        points={},
        bands={
            "low": np.array([[0, 0, 1], [0, 0, 0]]),
            "point": np.array([[-1, 2, -1], [1, -1, 1]]),
            "high": np.array([[3, 3, 3], [3, 3, 3]]),
        },
    )

    assert table.holds.tolist() == [[True, True, False], [True, False, True]]


def test_places_are_shared_by_those_that_are_level_and_last_without_points() -> None:
    points = np.array([[50.0, 20.0], [70.0, 20.0], [50.0, np.nan], [10.0, 30.0]])

    assert places(points).tolist() == [[2, 2], [1, 2], [2, 4], [4, 1]]


def test_pairs_count_that_have_an_order_and_points() -> None:
    points = np.array(
        [[50.0, 20.0, 5.0], [70.0, 20.0, 9.0], [50.0, np.nan, 4.0], [10.0, 30.0, 6.0]]
    )

    kept, pairs = pairs_kept(points)

    # 70 before the two of 50, and all three before 10.
    assert kept.tolist() == [5, 0, 3]
    assert pairs.tolist() == [5, 3, 5]


def test_a_tree_that_changes_nothing_is_left_out(rubric: Load) -> None:
    text = _text(FLAT, {"text": "law", "use": "law", "asked": "people"})
    plain = "\n".join(line for line in text.splitlines() if "under: law, kind: phase" not in line)

    assert list(trees(rubric(plain))) == ["given"]
    assert list(trees(rubric(_text(FLAT, _SMALL)))) == ["given", "flat"]
    deep = rubric(_text(DEEP, _PLACES, root="geometric", missing="settle"))
    assert list(trees(deep)) == ["given", "equal", "flat"]


def test_weights_are_drawn_about_what_is_given_and_follow_from_the_seed(rubric: Load) -> None:
    loaded = rubric(_text(DEEP, _PLACES, root="geometric", missing="settle"))

    drawn = draw(loaded, 200, 7)
    again, fewer, other = draw(loaded, 200, 7), draw(loaded, 3, 7), draw(loaded, 200, 8)

    assert set(drawn) == {*_PLACES, *(node.id for node in loaded.spec.nodes if node.under)}
    heavy = drawn["asked-review"]
    assert 0.75 * 3 <= heavy.min() < 2.4
    assert 3.6 < heavy.max() <= 1.25 * 3
    assert all((drawn[name] == again[name]).all() for name in drawn)
    assert all((drawn[name][:3] == fewer[name]).all() for name in drawn)
    assert not any((drawn[name] == other[name]).any() for name in drawn)


def test_the_same_seed_gives_the_same_bytes_and_they_read_back(rubric: Load) -> None:
    levels = [(4.0, 2.0, 0.0, 2.0), (1.0, 3.0, 3.0, 2.0)]

    first, second = (_small(rubric, *levels).model_dump_json() for _ in range(2))

    assert first == second
    assert Robustness.model_validate_json(first).model_dump_json() == first


def test_a_result_without_practices_is_studied_too(rubric: Load) -> None:
    loaded = rubric(_text(FLAT, _SMALL))

    study = robustness.examine(_result(loaded, []), loaded, draws=2)

    assert study.practices == []
    assert study.drawn.labels == Held(held=0, of=0)
    assert study.drawn.labels.share is None


@pytest.mark.parametrize("kind", [*sorted(means.KINDS), *POWERS])
def test_means_over_arrays_are_those_over_numbers(kind: str) -> None:
    chance = random.Random(kind)  # noqa: S311 - the same numbers in every run
    rows = [[chance.choice([0.0, chance.uniform(0, 100)]) for _ in range(3)] for _ in range(40)]
    weights = [[chance.choice([0.0, chance.uniform(0, 9)]) for _ in range(3)] for _ in rows]
    weights = [[*some[:2], some[2] or 1.0] for some in weights]

    [found] = ARRAYS.means(kind, (list(np.array(rows).T),), list(np.array(weights).T))

    for mean, values, heavy in zip(found, rows, weights, strict=True):
        there = [(value, weight) for value, weight in zip(values, heavy, strict=True) if weight]
        expected = means.of(kind)([v for v, _ in there], [w for _, w in there])
        assert mean == pytest.approx(expected, abs=1e-9)


@pytest.mark.parametrize("kind", [*sorted(means.KINDS), *POWERS])
def test_a_mean_of_nothing_is_unknown(kind: str) -> None:
    values = [np.array([3.0]), np.array([np.nan])]

    assert np.isnan(ARRAYS.means(kind, (values,), [np.array([0.0])] * 2)).all()


def test_halves_of_the_weight_are_parted_over_arrays_as_over_numbers() -> None:
    values = [np.array([10.0]), np.array([30.0]), np.array([90.0])]
    weights = [np.array([1 / 6]), np.array([1 / 3]), np.array([1 / 2])]

    assert ARRAYS.means("median", (values,), weights)[0].tolist() == [60.0]


@pytest.mark.parametrize("kind", [*sorted(means.KINDS), *POWERS])
def test_a_mean_of_something_unknown_is_unknown(kind: str) -> None:
    values = [np.array([0.0, 0.0]), np.array([np.nan, np.nan])]
    weights = [np.array([1.0, 1.0]), np.array([1.0, 0.0])]

    assert np.isnan(ARRAYS.means(kind, (values,), weights)[0]).tolist() == [True, False]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("['a', 'b'].all(n, lows[n] >= 75.0 && coverage[n] >= 0.9)", True),
        ("levels.all(c, levels[c] > 1.0) && coverage['a'] >= 1", True),
        ("lows['a'] >= 10.0 || p.kind.exists(k, k)", True),
        ("lows['a'] < 10.0", False),
        ("lows['a'] <= 10.0", False),
        ("!(lows['a'] >= 10.0)", False),
        ("lows['a'] >= 10.0 == false", False),
        ("lows['a'] >= 10.0 ? false : true", False),
        ("lows['a'] >= lows['b']", False),
        ("lows['a'] - lows['b'] >= 10.0", False),
        ("(lows['a'] >= 10.0) in [false]", False),
        ("['a'].filter (n, lows[n] >= 10.0).all(n, coverage[n] >= 0.5)", False),
        ("['a'].exists_one(n, lows[n] >= 10.0)", False),
        ("lows.all(n, v, v >= 10.0)", False),
        ("size(lows) >= 3", False),
    ],
)
def test_a_condition_that_can_only_turn_true_is_known_by_how_it_is_written(
    source: str, *, expected: bool
) -> None:
    assert rising(source) is expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("levels['a-b'] == 0.0 || levels[\"c\"] == 1.0", {"a-b", "c"}),
        ("p.kind == 'law'", set()),
        ("levels.all(c, levels[c] >= 2.0)", None),
        ("'a' in levels && levels['a'] == 0.0", None),
    ],
)
def test_a_condition_names_the_levels_it_reads(source: str, expected: set[str] | None) -> None:
    assert levels_read(source) == expected


def test_without_numpy_it_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, collection: tuple[Result, Robustness]
) -> None:
    scored, _ = collection
    for name in [name for name in sys.modules if name.startswith("govscore.studies.robustness.")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "numpy", None)
    rubric = plan.prepare(Plan("gmpa", AS_OF)).rubric

    with pytest.raises(SetupError, match=r"pip install 'govscore\[robustness\]'"):
        robustness.examine(scored, rubric)


def test_a_public_call_gives_what_a_study_needs() -> None:
    scored = govscore.score(PRACTICES / "sao-paulo-pmpi.yaml", as_of=AS_OF)
    rubric = plan.prepare(Plan("gmpa", AS_OF)).rubric

    study = robustness.examine(scored, rubric, draws=1)

    assert [each.id for each in study.practices] == ["sao-paulo-pmpi"]


@pytest.mark.parametrize(
    ("when", "bands"),
    [
        ("int(p.title) > 0", ["poor", "poor", "poor", "poor"]),
        # Law has 75 points as given and without `asked`, 100 without `text`, 50 without `use`.
        ("lows['law'] > 80.0 && int(p.title) > 0", ["good", "poor", "good", "good"]),
        ("levels['use'] >= 4.0 && int(p.title) > 0", ["poor", "poor", "good", "poor"]),
    ],
)
def test_a_limit_whose_condition_fails_on_a_practice_binds_wherever_it_is_reached(
    rubric: Load, when: str, bands: list[str]
) -> None:
    loaded = rubric(
        _text(FLAT, {"text": "law", "use": "law-use", "asked": "people"}) + LIMIT + when
    )
    readings = {"text": _at(2), "use": _at(4), "asked": _at(4)}
    batches = list(Scenarios(loaded, draws=1, seed=0).batches())
    practice = _practice(loaded, readings)

    table = tabulate(_result(loaded, [practice]), loaded, batches)

    first = len(Scenarios(loaded, 1, 0).choices)
    columns = [0, *range(first, first + 3)]
    assert [loaded.bands[table.bands["low"][0, each]].id for each in columns] == bands
