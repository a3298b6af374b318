"""docs/method.md shows what docs/figures.py prints now; --update-golden writes its blocks anew."""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from govscore.result import Overall, Practice, Result

DOCS = Path(__file__).parents[2] / "docs"
PAGE = DOCS / "method.md"
BLOCK = re.compile(
    r"<!-- figure: (?P<name>[a-z]+) \(python docs/figures\.py (?P=name)\) -->\n.*?<!-- end -->",
    re.DOTALL,
)


@pytest.fixture(scope="module")
def figures() -> ModuleType:
    spec = importlib.util.spec_from_file_location("figures", DOCS / "figures.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def result(figures: ModuleType) -> Result:
    found = figures.scored()
    assert isinstance(found, Result)
    return found


def _written(text: str, figures: ModuleType, result: Result) -> str:
    def block(match: re.Match[str]) -> str:
        name = match["name"]
        head = f"<!-- figure: {name} (python docs/figures.py {name}) -->"
        return f"{head}\n```text\n{figures.FIGURES[name](result)}\n```\n<!-- end -->"

    return BLOCK.sub(block, text)


def _overall(result: Result, practice: str) -> Overall:
    return _practice(result, practice).overall


def _practice(result: Result, practice: str) -> Practice:
    return next(p for p in result.practices if p.id == practice)


def _points(result: Result, practice: str) -> dict[str, float]:
    nodes = _practice(result, practice).nodes
    return {n.id: n.point for n in nodes if n.kind == "indicator" and n.point is not None}


def test_every_block_is_what_its_command_prints_now(
    golden: Callable[[Path, bytes], None], figures: ModuleType, result: Result
) -> None:
    page = PAGE.read_bytes().decode()
    golden(PAGE, _written(page, figures, result).encode())


def test_the_page_shows_every_figure_once(figures: ModuleType) -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert [m["name"] for m in BLOCK.finditer(page)] == list(figures.FIGURES)
    assert page.count("<!-- figure:") == page.count("<!-- end -->") == len(figures.FIGURES)


def test_the_script_prints_the_figure_that_is_named(
    figures: ModuleType, result: Result, capsys: pytest.CaptureFixture[str]
) -> None:
    figures.main(["cells"])
    assert capsys.readouterr().out == figures.FIGURES["cells"](result) + "\n"


def test_the_script_names_the_figures_there_are(figures: ModuleType) -> None:
    with pytest.raises(SystemExit, match="no figure cell; there are labels"):
        figures.main(["cell"])


@pytest.mark.parametrize("strong", ["sao-paulo-pmpi", "portugal-cnaim"])
def test_integration_plans_stand_above_the_qatar_reform(result: Result, strong: str) -> None:
    above, below = _overall(result, strong).point, _overall(result, "qatar-kafala-reform").point
    assert above is not None
    assert below is not None
    assert above > below


def test_seasonal_work_has_no_point_and_stands_below_on_each_indicator(result: Result) -> None:
    least = result.rubric.overall_coverage
    nodes = [n for n in _practice(result, "canada-sawp").nodes if n.kind == "indicator"]
    assert sum((n.coverage or 0) < least for n in nodes) == 1
    assert _overall(result, "canada-sawp").point is None
    seasonal = _points(result, "canada-sawp")
    for other in ["sao-paulo-pmpi", "portugal-cnaim", "qatar-kafala-reform"]:
        points = _points(result, other)
        assert all(points[name] > point for name, point in seasonal.items())


@pytest.mark.parametrize("contested", ["uk-hostile-environment", "us-migrant-protection-protocols"])
def test_the_contested_stand_below_at_both_ends(result: Result, contested: str) -> None:
    below = _overall(result, contested)
    for other in ["sao-paulo-pmpi", "portugal-cnaim", "qatar-kafala-reform", "canada-sawp"]:
        above = _overall(result, other)
        assert above.low > below.low
        assert above.high > below.high
