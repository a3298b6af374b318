"""Checking expressions against the shape of a practice, before any practice is read."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from govscore.errors import ExpressionError
from govscore.expressions.facts import Facts
from govscore.expressions.type_checker import Checker, Shape
from govscore.practice.fields import COMPUTED_FIELDS
from govscore.practice.policy import Checklist
from govscore.practice.record import Practice

SHAPE = Shape(Practice, COMPUTED_FIELDS, frozenset({"assessments"}), (Checklist,))


@pytest.fixture
def checker(facts: Callable[..., Facts]) -> Checker:
    return Checker(
        facts(
            acts={"of": "p.legal_basis.national", "where": "it.earns"},
            loose={"of": "p.?policies"},
            best="math.greatest(acts.map(a, size(a.provisions)))",
            broken="p.no_such_field",
        ),
        SHAPE,
    )


@pytest.mark.parametrize(
    "source",
    [
        "size(p.policies) > 0",
        "p.policies.exists(q, q.alignment == 'consistent' && q.link == 'decree' && q.earns)",
        "p.legal_basis.international.all(i, i.status_known || i.party_everywhere)",
        "p.legal_basis.national.exists(i, i.year != null && i.year > 2000)",
        "p.stakeholders.formulation.exists(r, r.rank >= 2 && 'workers' in r.groups)",
        "p.resources.funding.exists(f, f.years >= 2 && f.contract_secured == true)",
        "p.lead_body.exists(b, b.public && b.sector != null)",
        "has(p.coordination) && p.coordination.formal == 'yes'",
        "p.?legal_basis.?regional.hasValue()",
        "acts.exists(a, a.standing_conflict)",
        "size(loose) >= 2 && best >= 1",
        "broken == 3 || broken == 'x'",
        "unknown || 'red' in vocab.colour",
        "levels['delivery'] >= 2.0 && lows.all(n, lows[n] > 0.0) && coverage['policy'] < 1.0",
        "p.checks['remedy'].free == 'yes'",
        "p.searched['policies'] == []",
    ],
)
def test_a_condition_that_fits_the_practice_passes(checker: Checker, source: str) -> None:
    checker.check(source, condition=True)


@pytest.mark.parametrize(
    ("source", "field"),
    [
        ("size(p.polices) > 0", "polices"),
        ("p.policies.exists(q, q.aligment == 'partly')", "aligment"),
        ("acts.exists(a, a.provision == [])", "provision"),
        ("p.coordination.formel == 'yes'", "formel"),
        ("size(p.assessments) > 0", "assessments"),
        ("p.resources.funding.exists(f, f.start != null)", "start"),
    ],
)
def test_an_unknown_field_is_named(checker: Checker, source: str, field: str) -> None:
    with pytest.raises(ExpressionError, match=f"undefined field '{field}'"):
        checker.check(source, condition=True)


@pytest.mark.parametrize(
    "source",
    [
        "p.title > 3",
        "p.policies == 'A plan'",
        "p.policies.exists(q, q.year == '2016')",
        "p.policies.exists(q, q.earns == 'yes')",
        "p.stakeholders.formulation.exists(r, r.rank >= 'consult')",
        "p.coordination.exists(s, true)",
        "p.title.formal == 'yes'",
        "levels['delivery'] >= 2",
        "best == 'x'",
        "size(p.title + 3) > 0",
    ],
)
def test_types_that_do_not_fit_are_refused(checker: Checker, source: str) -> None:
    with pytest.raises(ExpressionError):
        checker.check(source, condition=True)


@pytest.mark.parametrize(
    ("source", "kind"), [("size(p.policies)", "int"), ("[1, 2]", "list"), ("'yes'", "string")]
)
def test_a_condition_is_true_or_false(checker: Checker, source: str, kind: str) -> None:
    with pytest.raises(ExpressionError, match=f"true or false; this is {kind}"):
        checker.check(source, condition=True)

    checker.check(source, condition=False)


def test_what_may_be_null_may_be_compared_with_null(checker: Checker) -> None:
    checker.check("p.policies.exists(q, q.year == null || q.level == null)", condition=True)


def test_a_fact_with_a_fault_is_found_when_it_is_checked_itself(checker: Checker) -> None:
    with pytest.raises(ExpressionError, match="no_such_field"):
        checker.check("p.no_such_field", condition=False)


def test_the_fields_known_are_those_of_the_file_and_the_view(checker: Checker) -> None:
    assert {"policies", "from", "to", "rank", "earns", "implemented_units"} <= checker.fields
    assert not {"start_", "assessments", "end_"} & checker.fields


def test_every_part_of_a_practice_is_described_but_what_is_opaque() -> None:
    described = {model.__name__ for model in SHAPE.models()}

    assert {"Practice", "LegalBasis", "NationalItem", "Stakeholder", "Conflict"} <= described
    assert "Checklist" not in described
    assert "Assessment" not in described


def test_a_shape_has_its_fields_by_the_keys_of_the_file() -> None:
    funding: Any = next(model for model in SHAPE.models() if model.__name__ == "Funding")

    fields = SHAPE.fields(funding)

    assert {"source", "from", "to", "years"} <= fields.keys()
    assert fields["years"] is int
