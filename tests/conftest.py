"""What all tests share: expected files; rubrics, practices, results and files of their own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

import pytest

from govscore import rules, yamlio
from govscore.checks import shape
from govscore.errors import Problem
from govscore.result.run import (
    BandWords,
    CatalogueInfo,
    CriterionWords,
    Finding,
    Gate,
    Input,
    Result,
    RubricInfo,
    Tool,
    Waiver,
)
from govscore.result.scored import (
    Because,
    Criterion,
    EvidenceUse,
    Label,
    Location,
    Node,
    Overall,
    ScoredPractice,
    Step,
)
from govscore.rubric.compiled import Rubric
from govscore.rubric.files import load, read
from govscore.rules._inspection import Inspection
from govscore.scoring import score
from govscore.scoring.read import Assumptions


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="write the expected files anew, to be reviewed"
    )
    parser.addoption(
        "--records", type=int, default=200, help="random records on which both runtimes must agree"
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

    def load(text: str, name: str = "mine") -> Rubric:
        path = tmp_path / f"{name}.yaml"
        path.write_text(text, encoding="utf-8")
        return read(path, shown=path.name, full=True, folders=(tmp_path,))

    return load


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


def _written(fields: Mapping[str, str]) -> str:
    return "".join(f"{key}: {value}\n" for key, value in fields.items())


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
        return yamlio.parse((_written({**CITY_CARD, **fields}) + more).encode(), path)

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
        came_to = score.Weighed(practice, judge, Assumptions(as_of))
        return Inspection(card, practice, came_to, judge, as_of, frozenset({"gmpa"}))

    return make


@pytest.fixture
def told() -> Callable[[Problem], str]:
    """Say a problem as line, column, code and message."""

    def say(problem: Problem) -> str:
        page = rules.rule(problem.code)
        place = f"{problem.line}:{problem.column}"
        return f"{place} {problem.code} {page.message(problem.args)}"

    return say


def _words(name: str, title: str) -> CriterionWords:
    return CriterionWords(
        id=name,
        title=title,
        question="?",
        why="",
        source="",
        evidence="",
        claim="norm",
        essential=False,
        kind="rules",
        levels={str(level): f"Level {level} of {name}." for level in range(5)},
        rules={},
        items={},
        na="nothing to deliver",
    )


_RUBRIC = RubricInfo(
    id="tiny",
    version="2.0.0",
    sha256="0" * 64,
    text="rubric: tiny\n",
    title="A tiny rubric",
    source="",
    licence="",
    scale={},
    bands=[
        BandWords(id="low", title="low practice", start=0),
        BandWords(id="high", title="high practice", start=50),
    ],
    criteria=[_words("law", "Anchored in law"), _words("remedy", "Complaint and remedy")],
    lenses=[],
    words={},
    changelog=[],
    limits={},
    notes={},
    firm_coverage=0.75,
    overall_coverage=0.25,
    decimals=1,
    rounding="half-up",
)


def _criterion(name: str, phase: str, **changes: object) -> Criterion:
    made = Criterion(
        id=name,
        under=f"standards-{phase}",
        phase=phase,
        weight=1.0,
        share=0.5,
        status="scored",
        claimed=3,
        credited=2,
        low=2,
        high=2,
        points=50.0,
        points_max=100.0,
        coverage=1.0,
        measure="rules",
        rule="3",
        because=Because(code="held"),
        override=None,
        facts=[],
        selections=[],
        evidence=[EvidenceUse(id="e-act", strength=2)],
        next=Step(kind="level", level=4, gain=12.55),
    )
    return made.model_copy(update=changes)


def _node(name: str, parent: str, kind: str, title: str) -> Node:
    return Node(
        id=name,
        parent=parent,
        kind=kind,
        title=title,
        weight=1.0,
        aggregate="arithmetic",
        share=1.0,
        point=50.0,
        low=25.0,
        high=75.0,
        coverage=0.5,
        certainty="low",
        band="low",
    )


def _practice(**changes: object) -> ScoredPractice:
    made = ScoredPractice(
        id="harbour",
        title="The harbour desk",
        path="practices/harbour.yaml",
        record={"id": "harbour"},
        overall=Overall(point=50.0, low=25.0, high=75.0, coverage=0.5, method="arithmetic"),
        label=Label(id=None, firm=False, range=("low", "high"), so_far="low", limits=[]),
        nodes=[
            _node("standards", "overall", "indicator", "Consistency with standards"),
            _node("standards-design", "standards", "phase", "design"),
        ],
        criteria=[
            _criterion(
                "law",
                "design",
                facts=[Location(pointer="/legal_basis/0", path="x", line=12, column=3)],
            ),
            _criterion(
                "remedy",
                "design",
                status="not_applicable",
                claimed=None,
                credited=None,
                rule=None,
                because=Because(code="na_when"),
                evidence=[],
                next=None,
            ),
        ],
        lenses={},
        notes=[],
        breaches=[],
    )
    return made.model_copy(update=changes)


@pytest.fixture
def make_criterion() -> Callable[..., Criterion]:
    """Make a criterion at level 2 of 3 claimed, with changes."""
    return _criterion


@pytest.fixture
def make_practice() -> Callable[..., ScoredPractice]:
    """Make a practice with one scored criterion and one that does not apply, with changes."""
    return _practice


@pytest.fixture
def make_finding() -> Callable[..., Finding]:
    """Make a finding, with changes."""
    made = Finding(
        code="GS104",
        level="error",
        message="'consistant' is not in the vocabulary",
        path="practices/harbour.yaml",
        line=33,
        column=16,
        pointer="/legal_basis/0/alignment",
        fingerprint="b" * 32,
    )

    def make(**changes: object) -> Finding:
        return Finding.model_validate({**made.model_dump(), **changes})

    return make


@pytest.fixture
def make_gate() -> Callable[..., Gate]:
    """Make a gate that failed, with changes."""
    made = Gate(
        id="overall",
        scope="practices/harbour.yaml",
        on="low",
        expected=25.0,
        found=24.99,
        passed=False,
        cheapest=["law"],
        gains=[3.45],
        enough=1,
    )

    def make(**changes: object) -> Gate:
        return Gate.model_validate({**made.model_dump(), **changes})

    return make


@pytest.fixture
def make_waiver() -> Callable[..., Waiver]:
    """Make a waiver that is active, with changes."""
    made = Waiver(
        code="GS309",
        path="practices/*.yaml",
        pointer=None,
        reason="under review",
        owner="migration desk",
        expires="2027-02-01",
        state="active",
    )

    def make(**changes: object) -> Waiver:
        return Waiver.model_validate({**made.model_dump(), **changes})

    return make


@pytest.fixture
def make_result() -> Callable[..., Result]:
    """Make a result of two files, with changes."""
    made = Result(
        tool=Tool(version="1.2.3"),
        engine_version="1",
        as_of="2026-11-24",
        rubric=_RUBRIC,
        catalogue=CatalogueInfo(version="1", sha256="0" * 64),
        inputs=[Input(path=f"practices/{name}.yaml", sha256="0" * 64) for name in ("a", "b")],
        practices=[],
    )

    def make(**changes: object) -> Result:
        return made.model_copy(update=changes)

    return make


@pytest.fixture
def excuse() -> str:
    """Give what a waived finding says of its waiver."""
    return "under review (migration desk, until 2027-02-01)"


@pytest.fixture
def write() -> Callable[..., Path]:
    """Write a file, with its folders: a small practice unless told what."""

    def make(name: str, text: str | None = None) -> Path:
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        content = _written({**CITY_CARD, "id": path.stem}) if text is None else text
        path.write_text(content, encoding="utf-8")
        return path

    return make
