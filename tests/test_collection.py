"""The practices of the repository: a collection that a policy reader could cite."""

from __future__ import annotations

from pathlib import Path

import pytest

from govscore import yamlio
from govscore.practice.record import Practice
from govscore.practice.view import view
from govscore.result.run import Result
from govscore.runs import plan
from govscore.runs.plan import Plan
from govscore.runs.run import run
from govscore.scoring.backing import Backing
from govscore.workspace import discovery

FOLDER = Path(__file__).parent.parent / "practices"
FILES = sorted(FOLDER.glob("*.yaml"))
AS_OF = "2026-11-24"

SCORED = {
    "coordination",
    "delivery",
    "evaluations",
    "legal_basis",
    "policies",
    "resources",
    "social_dialogue",
    "stakeholders",
}
CONTESTED = {
    "australia-offshore-processing",
    "eu-turkey-statement",
    "uk-hostile-environment",
    "us-migrant-protection-protocols",
}


@pytest.fixture(scope="module")
def result() -> Result:
    job = plan.prepare(Plan("gmpa", AS_OF, thorough=True))
    return run(job, discovery.discover([FOLDER]))


def test_the_collection_has_every_practice(result: Result) -> None:
    assert len(result.practices) == len(FILES) == 28


def test_no_file_has_an_error_or_a_warning(result: Result) -> None:
    assert [f for f in result.findings if f.level != "note"] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_scored_item_has_its_evidence(path: Path) -> None:
    practice = Practice.model_validate(yamlio.read(path, path.name).value)
    seen = {key: value for key, value in view(practice, AS_OF).items() if key in SCORED}
    any_evidence = {each.id: 1 for each in practice.evidence or ()}

    assert Backing(seen, any_evidence).left(1) == seen


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_answer_of_a_checklist_has_its_evidence(path: Path) -> None:
    practice = Practice.model_validate(yamlio.read(path, path.name).value)
    bare = [
        f"{name}.{item}"
        for name, section in (practice.checks or {}).items()
        for item, answer in section.answers().items()
        if answer.answer != "unknown" and not (answer.evidence or section.evidence)
    ]

    assert bare == []


def test_ratings_are_of_judged_criteria_and_give_their_reason(result: Result) -> None:
    judged = {each.id for each in result.rubric.criteria if each.kind == "judged"}

    for practice in result.practices:
        for assessment in practice.record.get("assessments", []):
            for name, rating in assessment["ratings"].items():
                assert name in judged
                assert rating["rationale"]


def test_no_criterion_of_any_practice_fails_to_evaluate(result: Result) -> None:
    broken = [c.id for p in result.practices for c in p.criteria if c.status == "error"]

    assert broken == []


def test_a_contested_practice_is_low_because_of_its_conflicts(result: Result) -> None:
    """Not because its file is short: more is known of these than of the others."""
    contested = [p for p in result.practices if p.id in CONTESTED]
    others = [p for p in result.practices if p.id not in CONTESTED]

    assert max(p.overall.low for p in contested) < 15
    assert {p.label.range[0] for p in contested} == {"not-established"}
    mean = sum(p.overall.coverage for p in contested) / len(contested)
    assert mean > sum(p.overall.coverage for p in others) / len(others)


def test_the_order_that_readers_expect_holds_at_the_low_end_and_the_point(result: Result) -> None:
    by_id = {practice.id: practice for practice in result.practices}
    good = [by_id["sao-paulo-pmpi"], by_id["portugal-cnaim"]]
    mixed = [by_id["qatar-kafala-reform"], by_id["canada-sawp"]]
    harmful = [by_id["uk-hostile-environment"], by_id["us-migrant-protection-protocols"]]

    for better, worse in ((good, mixed), (good + mixed, harmful)):
        for strong in better:
            for weak in worse:
                if strong.overall.point is not None and weak.overall.point is not None:
                    assert strong.overall.point > weak.overall.point
    assert min(p.overall.low for p in good + mixed) > max(p.overall.low for p in harmful)
