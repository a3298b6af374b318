"""Small rubrics, levels set by hand, and practices of which a test says only what matters."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from govscore.measures._measure import Reading
from govscore.result.scored import Criterion, ScoredPractice
from govscore.rubric import files
from govscore.rubric.compiled import Rubric, compile_rubric
from govscore.rubric.model import RubricSpec
from govscore.rubric_testing.specimens import complete
from govscore.scale import TOP
from govscore.scoring import score as scoring
from govscore.scoring.conclusion import Conclusion, conclude
from govscore.scoring.conditions import Conditions
from govscore.scoring.read import Assumptions

AS_OF = "2026-11-24"
JUDGED = {"kind": "judged", "levels": {0: {"says": "no"}, 4: {"says": "yes"}}}


def reading(level: object) -> Reading:
    """Give the reading of a level: a number, a pair that is partly open, or a status."""
    if isinstance(level, Reading):
        return level
    if isinstance(level, tuple):
        low, high = level
        return Reading("partial", low, low, low, high, 1 - (high - low) / TOP, "given")
    if isinstance(level, int | float):
        return Reading("scored", level, level, level, level, 1.0, "given")
    statuses = {
        "unassessed": Reading.unassessed(),
        "not_applicable": Reading.not_applicable("given"),
        "not_yet_due": Reading("not_yet_due", None, None, 0, TOP, 0.0, "not_yet_due"),
        "error": Reading("error", None, None, 0, TOP, 0.0, "error"),
    }
    return statuses[str(level)]


@pytest.fixture(scope="session")
def gmpa() -> Rubric:
    return files.load("gmpa")


@pytest.fixture
def built() -> Callable[..., Rubric]:
    """Build a rubric from its nodes, criteria and other sections; criteria are judged unless told."""

    def build(nodes: list[Any], criteria: list[Any], **sections: object) -> Rubric:
        spec = RubricSpec.model_validate(
            {
                "rubric": "small",
                "version": "1",
                "title": "Small",
                "scale": {"levels": {}},
                "nodes": [{"kind": "node", "title": node["id"], **node} for node in nodes],
                "criteria": [
                    {"title": each["id"], "question": "", "measure": JUDGED, **each}
                    for each in criteria
                ],
                "bands": [
                    {"id": "low", "title": "low", "from": 0},
                    {"id": "middle", "title": "middle", "from": 50},
                    {"id": "high", "title": "high", "from": 75},
                ],
                **sections,
            }
        )
        return compile_rubric(spec, text="", sha256="", path="small.yaml")

    return build


@pytest.fixture(scope="session")
def settled() -> Callable[..., Conclusion]:
    """Work out what levels come to under a rubric; criteria without one are unassessed."""

    def work_out(
        under: Rubric, levels: Mapping[str, object], data: Mapping[str, Any] | None = None
    ) -> Conclusion:
        readings = {
            each.id: reading(levels.get(each.id, "unassessed")) for each in under.spec.criteria
        }
        return conclude(under, readings, Conditions(under.programs.known(data or {})))

    return work_out


@pytest.fixture
def scored(gmpa: Rubric) -> Callable[..., ScoredPractice]:
    """Score a part of a practice, by the rubric of the repository unless told."""

    def score(part: dict[str, Any], under: Rubric | None = None, **options: Any) -> ScoredPractice:
        judge = under or gmpa
        used = Assumptions(**{"as_of": AS_OF, **options})
        return scoring.score(complete(part, judge), judge, used, path="a-practice.yaml")

    return score


@pytest.fixture
def criterion(scored: Callable[..., ScoredPractice]) -> Callable[..., Criterion]:
    """Score a part of a practice and give one criterion of it."""

    def pick(name: str, part: dict[str, Any], **options: Any) -> Criterion:
        return next(each for each in scored(part, **options).criteria if each.id == name)

    return pick


@pytest.fixture
def rated() -> Callable[..., dict[str, Any]]:
    """Give the part of a practice in which evaluators rate one criterion, one after the other."""

    def rate(name: str, *ratings: dict[str, Any] | int) -> dict[str, Any]:
        return {
            "assessments": [
                {
                    "assessor": f"evaluator {number}",
                    "affiliation": each.get("affiliation", "a university")
                    if isinstance(each, dict)
                    else "a university",
                    "ratings": {
                        name: {k: v for k, v in each.items() if k != "affiliation"}
                        if isinstance(each, dict)
                        else {
                            "level": each,
                            "evidence": ["court_decision", "independent_evaluation"],
                        }
                    },
                }
                for number, each in enumerate(ratings, 1)
            ]
        }

    return rate
