"""What tests share: expected files, the option that writes them anew, rubrics, a small practice."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

import pytest

from govscore import rules, yamlio
from govscore.checks import shape
from govscore.errors import Problem
from govscore.rubric.compiled import Rubric
from govscore.rubric.files import load, read
from govscore.rules._inspection import Inspection
from govscore.scoring import score
from govscore.scoring.read import Assumptions


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="write the expected files anew, to be reviewed"
    )


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[Path, bytes], None]:
    """Compare bytes with an expected file, or write it with --update-golden."""

    def compare(path: Path, found: bytes) -> None:
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(found)
        assert found == path.read_bytes()

    return compare


@pytest.fixture
def rubric(tmp_path: Path) -> Callable[..., Rubric]:
    """Load a rubric from its text."""

    def load_text(text: str, name: str = "mine") -> Rubric:
        path = tmp_path / f"{name}.yaml"
        path.write_text(text, encoding="utf-8")
        return read(path, shown=path.name, full=True, folders=(tmp_path,))

    return load_text


CITY_CARD: Mapping[str, str] = {
    "id": "city-card",
    "title": "City card",
    "summary": "A card for all residents.",
    "kind": "service",
    "status": "running",
    "period": "{start: 2015, end: null}",
    "countries": "[PRT]",
    "jurisdiction": "{level: local, name: Porto}",
    "lead_body": "{name: City of Porto, type: local_authority}",
    "target_groups": "[migrants_general]",
    "themes": "[integration_cohesion]",
}


@cache
def _gmpa() -> Rubric:
    return load("gmpa")


@pytest.fixture
def gmpa() -> Rubric:
    return _gmpa()


@pytest.fixture
def document() -> Callable[..., yamlio.Document]:
    """Read the city card with more below its required fields, or other values in them."""

    def read_more(more: str = "", path: str = "city-card.yaml", **fields: str) -> yamlio.Document:
        lines = [f"{key}: {value}\n" for key, value in {**CITY_CARD, **fields}.items()]
        return yamlio.parse(("".join(lines) + more).encode(), path)

    return read_more


@pytest.fixture
def context(document: Callable[..., yamlio.Document]) -> Callable[..., Inspection]:
    """Put the city card before the checks, scored as of a day under a rubric."""

    def make(
        more: str = "", *, as_of: str = "2026-11-24", under: Rubric | None = None, **fields: str
    ) -> Inspection:
        card = document(more, **fields)
        practice, problems = shape.practice(card)
        assert practice is not None, problems
        judge = under or _gmpa()
        scored = score.score(practice, judge, Assumptions(as_of), path=card.path)
        return Inspection(card, practice, scored, judge, as_of, frozenset({"gmpa"}))

    return make


@pytest.fixture
def told() -> Callable[[Problem], str]:
    """Say a problem as line, column, code and message."""

    def say(problem: Problem) -> str:
        page = rules.rule(problem.code)
        place = f"{problem.line}:{problem.column}"
        return f"{place} {problem.code} {page.message(problem.args)}"

    return say
