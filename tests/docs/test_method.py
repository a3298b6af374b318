"""docs/method.md shows what docs/figures.py prints now, and says no more than the figures do.

`--update-golden` writes the blocks of the page anew.
"""

from __future__ import annotations

import importlib
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest

from govscore.result.run import Result
from govscore.result.scored import Overall, ScoredPractice

DOCS = Path(__file__).parents[2] / "docs"
PAGE = DOCS / "method.md"
BLOCK = re.compile(
    r"<!-- figure: (?P<name>[a-z]+) \(python docs/figures\.py (?P=name)\) -->\n.*?<!-- end -->",
    re.DOTALL,
)
LEADING = ["sao-paulo-pmpi", "portugal-cnaim"]
MIXED = ["qatar-kafala-reform", "canada-sawp"]
CONTESTED = [
    "uk-hostile-environment",
    "australia-offshore-processing",
    "us-migrant-protection-protocols",
    "eu-turkey-statement",
]

Figure = Callable[[str], str]


@pytest.fixture(scope="module")
def figures() -> Iterator[ModuleType]:
    sys.path.insert(0, str(DOCS))
    yield importlib.import_module("figures")
    sys.path.remove(str(DOCS))


@pytest.fixture(scope="module")
def result(figures: ModuleType) -> Result:
    found = figures.scored()
    assert isinstance(found, Result)
    return found


@pytest.fixture(scope="module")
def figure(figures: ModuleType, result: Result) -> Figure:
    printed: dict[str, str] = {}

    def show(name: str) -> str:
        if name not in printed:
            printed[name] = figures.FIGURES[name](result)
        return printed[name]

    return show


def _written(text: str, figure: Figure) -> str:
    def block(match: re.Match[str]) -> str:
        name = match["name"]
        head = f"<!-- figure: {name} (python docs/figures.py {name}) -->"
        return f"{head}\n```text\n{figure(name)}\n```\n<!-- end -->"

    return BLOCK.sub(block, text)


def _practice(result: Result, practice: str) -> ScoredPractice:
    return next(p for p in result.practices if p.id == practice)


def _overall(result: Result, practice: str) -> Overall:
    return _practice(result, practice).overall


def _points(result: Result, practice: str) -> dict[str, float]:
    nodes = _practice(result, practice).nodes
    return {n.id: n.point for n in nodes if n.kind == "indicator" and n.point is not None}


def _least_known(practice: ScoredPractice) -> float:
    return min(n.coverage or 0 for n in practice.nodes if n.kind == "indicator")


def _rows(text: str) -> list[list[str]]:
    """Split the lines of tables into their cells."""
    return [re.split(r" {2,}", line.strip()) for line in text.splitlines()]


def _low_share(result: Result, practice: str) -> float:
    known = [c.credited for c in _practice(result, practice).criteria if c.credited is not None]
    return sum(level <= 1 for level in known) / len(known)


# The page and the script


def test_every_block_is_what_its_command_prints_now(
    golden: Callable[[Path, bytes], None], figure: Figure
) -> None:
    page = PAGE.read_bytes().decode()
    golden(PAGE, _written(page, figure).encode())


def test_the_page_shows_every_figure_once(figures: ModuleType) -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert [m["name"] for m in BLOCK.finditer(page)] == list(figures.FIGURES)
    assert page.count("<!-- figure:") == page.count("<!-- end -->") == len(figures.FIGURES)


def test_the_script_prints_the_figure_that_is_named(
    figures: ModuleType, figure: Figure, capsys: pytest.CaptureFixture[str]
) -> None:
    figures.main(["cells"])
    assert capsys.readouterr().out == figure("cells") + "\n"


def test_the_script_names_the_figures_there_are(figures: ModuleType) -> None:
    with pytest.raises(SystemExit, match="no figure cell; there are labels"):
        figures.main(["cell"])


# What the page says in words


@pytest.mark.parametrize("strong", LEADING)
def test_integration_plans_stand_above_the_qatar_reform_on_the_point(
    result: Result, strong: str
) -> None:
    above, below = _overall(result, strong).point, _overall(result, "qatar-kafala-reform").point
    assert above is not None
    assert below is not None
    assert above > below


def test_portugal_stands_below_qatar_at_the_low_end_only_since_less_is_known(
    result: Result,
) -> None:
    portugal = _overall(result, "portugal-cnaim")
    qatar = _overall(result, "qatar-kafala-reform")
    assert portugal.low < qatar.low < _overall(result, "sao-paulo-pmpi").low
    assert portugal.coverage < qatar.coverage


def test_seasonal_work_has_no_point_and_stands_below_on_each_indicator(result: Result) -> None:
    seasonal = _practice(result, "canada-sawp")
    assert seasonal.overall.point is None
    assert _least_known(seasonal) < result.rubric.overall_coverage
    for other in [*LEADING, "qatar-kafala-reform"]:
        points = _points(result, other)
        assert all(points[name] > point for name, point in _points(result, "canada-sawp").items())


@pytest.mark.parametrize("weaker", [["canada-sawp"], [CONTESTED[0], CONTESTED[2]]])
def test_the_order_holds_at_both_ends(result: Result, weaker: list[str]) -> None:
    stronger = LEADING if weaker == ["canada-sawp"] else LEADING + MIXED
    for strong in (_overall(result, name) for name in stronger):
        for weak in (_overall(result, name) for name in weaker):
            assert strong.low > weak.low
            assert strong.high > weak.high


def test_six_points_would_go_if_a_third_were_asked(result: Result, figure: Figure) -> None:
    assert "a quarter 15, a third 9" in figure("thin")
    uganda = _practice(result, "uganda-settlement-crrf")
    assert uganda.overall.point == max(p.overall.point or 0 for p in result.practices)
    assert _least_known(uganda) < 1 / 3
    assert [row[-2] for row in _rows(figure("thin"))[1:16]].count("1") == 4


def test_most_is_known_and_the_range_is_narrowest_of_the_british_measures(result: Result) -> None:
    first = "uk-hostile-environment"
    assert max(result.practices, key=lambda p: p.overall.coverage).id == first
    assert min(result.practices, key=lambda p: p.overall.high - p.overall.low).id == first


def test_in_more_than_half_nothing_is_known_of_design_and_delivery(figure: Figure) -> None:
    nothing = {row[0]: int(row[-1]) for row in _rows(figure("cells"))[1:]}
    often = {cell for cell, count in nothing.items() if count > 14}
    assert often == {"stakeholders-formulation", "stakeholders-application"}


def test_criteria_vary_but_many_stay_low(figure: Figure) -> None:
    joined = figure("criteria").replace("\n  ", " ")
    said = dict(line.split(": ") for line in joined.splitlines() if ": " in line)
    assert said["never vary"] == "none"
    assert said["a level in fewer than 5 practices"].count(",") + 1 == 3
    assert said["never above level 2"].count(",") + 1 == 11


def test_involvement_goes_with_the_rest_only_through_the_contested(figure: Figure) -> None:
    rows = [row for row in _rows(figure("correlation")) if row[0].startswith(("all", "and not"))]
    beyond = {tuple(row[:3]) for row in rows if abs(float(row[3])) > float(row[5])}
    assert len(beyond) == 4
    assert [names for names in beyond if names[0] != "all"] == [
        ("and not contested", "standards", "policy")
    ]


def test_what_one_reader_judged_goes_together(result: Result, figure: Figure) -> None:
    kinds = {c.id: c.kind for c in result.rubric.criteria}
    for pair in ("rights-monitoring     results-and", "rights-monitoring     delivery"):
        assert pair in figure("correlation")
    for name in ("rights-monitoring", "delivery", "results-and-learning"):
        assert kinds[name] == "judged"


def test_no_correlation_with_the_size_of_a_file_is_beyond_chance(figure: Figure) -> None:
    assert all(abs(float(row[2])) <= float(row[4]) for row in _rows(figure("size"))[1:])


def test_evidence_caps_over_a_third_of_the_claims_of_3_or_more(
    result: Result, figure: Figure
) -> None:
    numbers = [int(n) for n in re.findall(r"\d+", figure("caps").splitlines()[0])]
    assert numbers[3] > numbers[2] / 3
    capped = [
        c for p in result.practices for c in p.criteria if (c.credited or 0) < (c.claimed or 0)
    ]
    assert all((c.claimed or 0) >= 3 for c in capped)


def test_limits_bind_at_the_high_end_only_and_one_conflict_moves_a_label(result: Result) -> None:
    assert {x.at for p in result.practices for x in p.label.limits} == {"high"}
    breaches = [(p, b) for p in result.practices for b in p.breaches]
    assert len(breaches) == 4
    assert [p.id for p, b in breaches if b.range != p.label.range] == ["canada-sawp"]


def test_three_contested_practices_have_the_largest_shares_of_low_levels(result: Result) -> None:
    shares = {p.id: _low_share(result, p.id) for p in result.practices}
    most = sorted(shares, key=lambda name: -shares[name])
    assert set(most[:3]) == set(CONTESTED[:3])
    assert min(shares[name] for name in most[:3]) >= 0.8
    assert most.index("eu-turkey-statement") > 5
    beside = ["jordan-compact", "qatar-kafala-reform", "thailand-regularisation"]
    assert max(shares[name] for name in beside) <= 0.5


def test_what_criteria_take_sums_to_what_the_indicator_lacks(
    figures: ModuleType, result: Result
) -> None:
    for practice in result.practices:
        for node in (n for n in practice.nodes if n.kind == "indicator" and n.point is not None):
            taken = figures.holding.takes(practice, node.id)
            assert sum(points for _, points in taken) == pytest.approx(100 - (node.point or 0))


def test_judgements_take_between_30_and_55_of_100_from_the_contested(figure: Figure) -> None:
    shares = [int(n) for n in re.findall(r"by judgements (\d+)%", figure("contested"))]
    assert (min(shares), max(shares)) == (30, 55)


def test_plans_and_budgets_of_contested_practices_earn(figure: Figure) -> None:
    assert "implementation-plan 2" in figure("contested")
    assert "at 2 or more: resources 3\n" in figure("contested")


def test_every_judgement_is_that_of_one_reader(result: Result) -> None:
    assessments = [a for p in result.practices for a in p.record.get("assessments", [])]
    assert {a["assessor"] for a in assessments} == {"desk-reader"}


def test_partly_counts_as_no(result: Result) -> None:
    readings = [
        next(c for c in _practice(result, name).criteria if c.id == "equal-treatment")
        for name in ("jordan-compact", "qatar-kafala-reform")
    ]
    assert [(c.low, c.high) for c in readings] == [(0, 3), (0, 3)]
    answers = [
        _practice(result, name).record["checks"]["equal-treatment"]["same_terms_as_nationals"]
        for name in ("jordan-compact", "qatar-kafala-reform")
    ]
    assert [answer["answer"] for answer in answers] == ["no", "partly"]


def test_other_means_change_few_labels_but_the_minimum_nine(figure: Figure) -> None:
    kept = {(row[0], row[1]): row[2] for row in _rows(figure("firmness")) if len(row) == 5}
    assert kept["harmonic", "given"] == "28/28"
    assert kept["arithmetic", "given"] == "26/28"
    assert kept["minimum", "given"] == "19/28"


def test_two_labels_are_lost_in_most_draws_of_weights(figure: Figure) -> None:
    weak = "less than half of the draws: germany-recognition-act, uganda-settlement-crrf\n"
    assert weak in figure("firmness")
    assert "labels kept\nfour-principles" in figure("firmness")


def test_leaving_a_fact_out_never_raises_a_low_end_but_the_high_end(figure: Figure) -> None:
    rows = [row for row in _rows(figure("trials")) if len(row) == 4 and row[0] != "practice"]
    assert len(rows) == 9
    for _, low, _, high in rows:
        before, _, after = low.partition(" to ")
        assert float(after or before) <= float(before)
        now, then = high.split(" to ")
        assert float(then) > float(now)
