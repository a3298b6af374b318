"""One practice under one rubric, as it stands in the result."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pydantic_core import to_json

from govscore import yamlio
from govscore.checks import shape
from govscore.practice.record import Practice
from govscore.result.scored import Criterion, ScoredPractice
from govscore.rubric.compiled import Rubric
from govscore.rubric.files import load
from govscore.scoring import score
from govscore.scoring.about import catalogue_info, rubric_info
from govscore.scoring.read import Assumptions

Scored = Callable[..., ScoredPractice]
ReadCriterion = Callable[..., Criterion]
Rated = Callable[..., dict[str, Any]]

PRACTICES = Path(__file__).parents[2] / "practices"
PLAN = {"title": "A plan", "alignment": "consistent", "evidence": ["official_policy_text"]}
TEXT = """\
id: city-card
title: City card
summary: A card for all residents.
kind: service
status: running
period: {start: 2015}
countries: [PT]
jurisdiction: {level: local, name: Porto}
lead_body: {name: City of Porto, type: local_authority}
target_groups: [migrants_general]
themes: [integration_cohesion]
policies:
- title: A compact
  alignment: conflicting
- title: A plan
  alignment: consistent
  commitment: Cards for all
  evidence: [e-plan]
coordination:
  sectors: [health, education]
  formal: yes
evidence:
- {id: e-plan, type: official_policy_text}
"""


@pytest.fixture
def card(gmpa: Rubric) -> ScoredPractice:
    """Score a whole file, with its places."""
    document = yamlio.parse(TEXT.encode(), "city-card.yaml")
    practice = Practice.model_validate(document.value)
    options = Assumptions("2026-11-24")
    return score.score(practice, gmpa, options, path="city-card.yaml", place=document.place)


def _of(scored: ScoredPractice, name: str) -> Criterion:
    return next(each for each in scored.criteria if each.id == name)


def test_a_level_comes_with_its_rule_its_facts_and_its_evidence(card: ScoredPractice) -> None:
    found = _of(card, "policy-commitment")

    assert found.rule == "size(policies_committed) > 0 || size(policies_possible) > 0 && unknown"
    assert (found.because.code, found.because.args) == ("held", {"level": 2})
    assert [(fact.path, fact.line, fact.column) for fact in found.facts] == [
        ("city-card.yaml", 15, 3)
    ]
    assert [(each.name, each.count) for each in found.selections] == [
        ("policies_named", 1),
        ("policies_committed", 1),
        ("policies_possible", 1),
    ]
    assert [(each.id, each.strength) for each in found.evidence] == [("e-plan", 4)]


def test_a_selection_says_where_each_of_its_items_stands(card: ScoredPractice) -> None:
    found = {each.name: each for each in _of(card, "policy-commitment").selections}
    named, committed = found["policies_named"], found["policies_committed"]

    assert named.pointers == ["/policies/1"]
    assert committed.pointers == ["/policies/1"]
    assert all(each.says for each in (named, committed))


def test_fields_of_a_section_are_facts_too(card: ScoredPractice) -> None:
    found = _of(card, "whole-of-government")

    assert {fact.pointer for fact in found.facts} >= {"/coordination/formal"}
    assert {fact.line for fact in found.facts} <= {20, 21, 9}


def test_facts_stay_without_lines_where_there_is_no_file(scored: Scored) -> None:
    fact = _of(scored({"policies": [PLAN]}), "policy-commitment").facts[0]

    assert (fact.pointer, fact.path) == ("/policies/0", "a-practice.yaml")
    assert (fact.line, fact.column) == (None, None)


def test_the_record_is_normalised_and_in_the_keys_of_the_file(card: ScoredPractice) -> None:
    assert card.record["countries"] == ["PRT"]
    assert card.record["period"] == {"start": "2015"}
    assert isinstance(card.record["lead_body"], list)
    assert "results" not in card.record


def test_nodes_and_criteria_stand_in_the_order_of_the_rubric(
    card: ScoredPractice, gmpa: Rubric
) -> None:
    assert [node.id for node in card.nodes] == [n.id for n in gmpa.spec.nodes if n.under]
    assert [each.id for each in card.criteria] == [each.id for each in gmpa.spec.criteria]


def test_shares_of_what_is_due_and_applies_sum_to_one(card: ScoredPractice) -> None:
    assert sum(each.share for each in card.criteria) == pytest.approx(1)
    assert _of(card, "social-partners").share == 0


def test_an_overall_names_its_mean(card: ScoredPractice) -> None:
    assert card.overall.method == "geometric"


def test_a_phase_that_is_not_due_leaves_the_tree_and_is_noted(scored: Scored) -> None:
    new = scored({"period": {"start": "2026"}, "policies": [PLAN]})

    assert _of(new, "evaluation").status == "not_yet_due"
    assert _of(new, "evaluation").because.args == {"phase": "evaluation"}
    assert new.notes == ["evaluation_not_due"]
    assert next(node for node in new.nodes if node.id == "policy-evaluation").low is None
    assert sum(each.share for each in new.criteria) == pytest.approx(1)


def test_a_rating_of_what_is_not_due_does_not_count(criterion: ReadCriterion, rated: Rated) -> None:
    part = {"period": {"start": "2026"}, **rated("public-response", 4)}

    assert criterion("public-response", part).status == "not_yet_due"


def test_security_drift_is_noted_and_costs_nothing(scored: Scored) -> None:
    body = {"name": "The police", "type": "government", "sector": "police"}
    part = {"lead_body": body, "coordination": {"sectors": ["border_security", "health"]}}

    drifting = scored(part)
    engaged = scored({**part, "coordination": {"sectors": ["border_security", "justice"]}})

    assert drifting.notes == ["security_drift"]
    assert engaged.notes == []
    assert drifting.overall == engaged.overall


def test_a_supposed_level_stands_over_everything(criterion: ReadCriterion) -> None:
    found = criterion("policy-commitment", {"policies": [PLAN]}, suppose={"policy-commitment": 4})

    assert (found.claimed, found.credited, found.low, found.high) == (4, 4, 4, 4)
    assert (found.because.code, found.override) == ("supposed", None)


def test_what_does_not_apply_says_why(criterion: ReadCriterion) -> None:
    found = criterion("social-partners", {})

    assert (found.status, found.because.code, found.share) == ("not_applicable", "na_when", 0)


def test_a_rule_that_fails_on_a_practice_is_an_error_of_its_criterion_alone(
    built: Callable[..., Rubric], scored: Scored
) -> None:
    failing = {
        "kind": "rules",
        "levels": {0: {"says": "no"}, 1: {"says": "yes", "when": "p.policies[7].earns"}},
    }
    rubric = built(
        [{"id": "whole"}, {"id": "all", "under": "whole"}],
        [{"id": "bad", "under": "all", "measure": failing}, {"id": "good", "under": "all"}],
    )

    bad, good = scored({"policies": [PLAN]}, rubric).criteria

    assert (bad.status, bad.claimed, bad.low, bad.high, bad.coverage) == ("error", None, 0, 4, 0)
    assert "index" in bad.because.args["reason"]
    assert good.status == "unassessed"


def test_two_scorings_are_equal(card: ScoredPractice, scored: Scored) -> None:
    part = {"policies": [PLAN], "coordination": {"sectors": ["health"]}}

    assert scored(part) == scored(part)
    assert ScoredPractice.model_validate_json(card.model_dump_json()) == card


def test_the_words_of_the_rubric_travel_with_the_result(gmpa: Rubric) -> None:
    info = rubric_info(gmpa)

    assert (info.id, info.version, info.sha256) == ("gmpa", gmpa.spec.version, gmpa.sha256)
    assert [band.start for band in info.bands] == [0, 25, 50, 75, 87.5]
    assert info.scale == {str(n): words for n, words in gmpa.spec.scale.levels.items()}
    by_id = {each.id: each for each in info.criteria}
    assert by_id["remedy"].items["free_and_multilingual"] == "free and multilingual"
    assert set(by_id["resources"].rules) == {"1", "2", "3", "4"}
    assert by_id["four-principles"].essential
    assert by_id["remedy"].reach["1"].startswith("Open a channel")
    assert by_id["evaluation"].asks[1].field == "evaluations[].taken_up"
    assert by_id["evaluation"].asks[1].question.startswith("Did the responsible body adopt")


def test_every_criterion_with_rules_asks_and_no_other(gmpa: Rubric) -> None:
    for each in rubric_info(gmpa).criteria:
        assert bool(each.asks) == (each.kind == "rules"), each.id


def test_the_first_edition_asks_nothing() -> None:
    assert not any(each.asks for each in rubric_info(load("gmpa@1.0.0")).criteria)


def test_a_limit_that_stands_twice_under_one_id_says_both() -> None:
    words = rubric_info(load("gmpa@1.0.0")).limits["breach"].split("; or ")

    assert [each.rsplit(" ", 1)[1] for each in words] == ["stands", "remedied"]


def test_the_catalogue_is_named_by_version_and_digest() -> None:
    info = catalogue_info()

    assert info.version
    assert len(info.sha256) == 64


@pytest.mark.parametrize("rubric", ["gmpa", "gmpa@1.0.0", "mipex-2014", "sdg-10-7-2"])
def test_plain_parts_are_written_as_the_model_would_be(rubric: str) -> None:
    for document, weighed in _weighed(rubric):
        scored = weighed.scored(document.path, document.place)
        assert to_json(scored.plain) == scored.practice.model_dump_json().encode()


@pytest.mark.parametrize("rubric", ["gmpa", "mipex-2014", "sdg-10-7-2"])
def test_coverage_alone_is_that_of_the_result(rubric: str) -> None:
    for document, weighed in _weighed(rubric):
        nodes = weighed.scored(document.path).practice.nodes
        assert [weighed.coverage.get(each.id) for each in nodes] == [
            each.coverage for each in nodes
        ]


def _weighed(rubric: str) -> Iterator[tuple[yamlio.Document, score.Weighed]]:
    """Weigh every practice of the repository that has what the rubric requires."""
    judge = load(rubric)
    for path in sorted(PRACTICES.glob("*.yaml")):
        document = yamlio.read(path, path.name)
        practice, _ = shape.practice(document, judge.required)
        if practice is not None:
            yield document, score.Weighed(practice, judge, Assumptions("2026-11-24"))
