"""What a measure may look at: one practice before one criterion."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from govscore.expressions.program import WHOLE
from govscore.measures._measure import Case
from govscore.rubric.compiled import Rubric
from govscore.rubric_testing.specimens import complete
from govscore.scoring.backing import Backing
from govscore.scoring.case import CriterionCase
from govscore.scoring.read import Assumptions, read

CaseOf = Callable[..., CriterionCase]
MINUTES = {"id": "m", "type": "minutes"}
PRESS = {"id": "p", "type": "media_report"}


@pytest.fixture
def case(gmpa: Rubric) -> CaseOf:
    """Give the case of a criterion of the shipped rubric."""

    def made(criterion: str, part: dict[str, Any]) -> CriterionCase:
        spec = next(each for each in gmpa.spec.criteria if each.id == criterion)
        practice = complete({"evidence": [MINUTES, PRESS], **part}, gmpa)
        return read(practice, gmpa, Assumptions("2026-11-24")).case.of(spec)

    return made


def test_it_is_told_of_the_criterion_what_concerns_a_measure(case: CaseOf) -> None:
    partners: Case = case("social-partners", {})

    assert (partners.criterion, partners.claim, partners.na) == ("social-partners", "process", True)
    assert not case("resources", {}).na


def test_it_sees_the_practice_with_all_its_keys(case: CaseOf) -> None:
    seen = case("resources", {"summary": "What nobody asks for."}).view

    assert seen["summary"] == "What nobody asks for."
    assert "policies" not in seen


def test_an_answer_has_its_place_and_its_own_evidence_before_that_of_the_list(case: CaseOf) -> None:
    own = {"answer": "yes", "evidence": ["p"]}
    checks = {"remedy": {"evidence": ["m"], "complaint_channel": own, "cases_recorded": "no"}}

    answers = case("remedy", {"checks": checks}).answers()

    assert answers is not None
    assert answers["complaint_channel"] == ("yes", "/checks/remedy/complaint_channel", ["p"])
    assert answers["cases_recorded"].evidence == ["m"]
    assert case("remedy", {}).answers() is None


@pytest.mark.parametrize(
    ("given", "value"), [({"a": 1.5}, 1.5), ({"a": "unknown"}, None), ({}, None)]
)
def test_a_value_that_is_not_known_is_not_there(
    case: CaseOf, given: dict[str, Any], value: float | None
) -> None:
    assert case("resources", {"indicator_values": given}).value("a") == value


def test_a_rating_has_its_place_and_says_whether_it_comes_from_the_lead_body(case: CaseOf) -> None:
    ratings = {"resources": {"level": 2, "evidence": ["m"]}}
    of_another = {"ratings": ratings, "rubric": "other@1"}
    lead = {"ratings": ratings, "affiliation": "A BODY"}
    outside = {"ratings": ratings, "affiliation": "a university"}

    found = case("resources", {"assessments": [of_another, lead, outside]}).ratings()

    assert [(each.independent, each.pointer) for each in found] == [
        (False, "/assessments/1/ratings/resources"),
        (True, "/assessments/2/ratings/resources"),
    ]


def test_evidence_is_as_strong_as_its_best_piece_for_the_claim(case: CaseOf) -> None:
    resources = case("resources", {})

    assert resources.strength(["p", "m"]) == resources.strength(["m"]) > resources.strength(["p"])
    assert resources.strength([]) == resources.strength(["no such"]) == 0


def test_only_the_sections_that_a_condition_reads_are_held_against_their_evidence() -> None:
    seen = {"policies": [{"evidence": ["a"]}], "evaluations": [{"evidence": ["b"]}]}
    backing = Backing(seen, {"a": 1, "b": 3})

    assert backing.loses({"policies"}, 2)
    assert not backing.loses({"policies"}, 1)
    assert not backing.loses({"evaluations", "results"}, 3)
    assert backing.loses({WHOLE}, 3)
