"""What is said of an open criterion: what it lacks, and what would settle it."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from govscore.render import sentences
from govscore.result.run import BandWords, CriterionWords, RubricInfo
from govscore.result.scored import Criterion, OpenField, Step

DISPLAY: dict[str, Any] = {"decimals": 1, "rounding": "down"}
RUBRIC = RubricInfo.model_construct(**DISPLAY)
TOLD: dict[str, Any] = {
    "question": "Is there one?",
    "levels": {"3": "Three."},
    "reach": {"3": "Get there."},
}
WORDS = CriterionWords.model_construct(**TOLD)


def _open(
    lacks: Any, field: str, wanted: tuple[str, ...] = (), at: tuple[str, ...] = ()
) -> OpenField:
    return OpenField(question="Which?", field=field, lacks=lacks, wanted=list(wanted), at=list(at))


def _criterion(status: Any, *lacking: OpenField, step: Step | None = None) -> Criterion:
    step = step or Step(kind="answer", level=3, gain=4.25)
    known: dict[str, Any] = {"status": status, "open": list(lacking), "next": step}
    return Criterion.model_construct(**known)


@pytest.mark.parametrize(
    ("lack", "said"),
    [
        (_open("field", "evaluations[0..3].taken_up"), "evaluations[0..3].taken_up is not said"),
        (_open("list", "resources.funding"), "nothing is written under resources.funding"),
        (_open("entry", "policies"), "policies may lack rows"),
        (_open("entry", "a.b", ("local_authority",)), "no row for local authority under a.b"),
        (_open("entry", "a", ("x", "y", "z")), "no row for x, y or z under a"),
        (_open("item", "checks.remedy.channel"), "checks.remedy.channel is not answered"),
        (_open("rating", "assessments[].ratings.it"), "no rating"),
        (_open("rating", "assessments[].ratings.it", (), ("/x",)), "its ratings settle no level"),
        (_open("value", "indicator_values.speed"), "indicator_values.speed is not said"),
    ],
)
def test_what_is_not_there_is_said(lack: OpenField, said: str) -> None:
    assert sentences.lacks(lack) == said


def test_lists_and_fields_are_said_in_one_line_and_the_rest_by_the_next_step() -> None:
    found = _criterion(
        "unassessed",
        _open("field", "a.b"),
        _open("list", "c"),
        _open("item", "checks.it.d"),
        _open("field", "e[0].f"),
    )

    assert sentences.open_fields(found) == (
        "Open: nothing is written under c; not said: a.b, e[0].f."
    )
    assert sentences.open_fields(_criterion("unassessed", _open("rating", "r"))) == ""


def test_what_the_next_step_names_is_not_said_twice() -> None:
    lacking = _open("entry", "a", ("x", "y_z"))
    weak = Step(kind="evidence", level=3, gain=1)

    answer = _criterion("partial", lacking)
    evidence = _criterion("partial", lacking, step=weak)

    assert sentences.open_fields(answer) == ""
    assert "items: a (x or y z) (up" in sentences.next_step(answer, WORDS, RUBRIC)
    assert sentences.open_fields(evidence) == "Open: no row for x or y z under a."


ITEMS = (_open("item", "checks.it.first_one"), _open("item", "checks.it.two"))
FIELDS = (_open("list", "policies"), _open("field", "coordination.formal"))


@pytest.mark.parametrize(
    ("status", "lacking", "said"),
    [
        ("unassessed", FIELDS, "up to +4.2: Which? (policies)"),
        ("unassessed", ITEMS, "up to +4.2: answers to its open items: first one, two"),
        ("unassessed", (_open("rating", "r"),), "up to +4.2: a rating"),
        (
            "unassessed",
            (_open("value", "indicator_values.x"),),
            "up to +4.2: its figure (indicator_values.x)",
        ),
        ("error", (), "up to +4.2: its rule or its value put right"),
        ("unassessed", (), "up to +4.2: Is there one?"),
        (
            "partial",
            FIELDS,
            "+4.2: answers to its open items: policies, coordination.formal (up to level 3)",
        ),
        ("partial", ITEMS, "+4.2: answers to its open items: first one, two (up to level 3)"),
        ("partial", (), "+4.2: Is there one? (up to level 3)"),
    ],
)
def test_the_next_step_of_an_open_criterion_is_what_would_settle_it(
    status: str, lacking: tuple[OpenField, ...], said: str
) -> None:
    assert sentences.next_step(_criterion(status, *lacking), WORDS, RUBRIC) == said


@pytest.mark.parametrize(
    ("status", "lacking", "said"),
    [
        ("unassessed", FIELDS, "up to +4.2: Which?"),
        ("unassessed", ITEMS, "up to +4.2: answers to its open items: first one, two"),
        ("unassessed", (_open("rating", "r"),), "up to +4.2: a rating"),
        ("unassessed", (_open("value", "indicator_values.x"),), "up to +4.2: its figure"),
        ("partial", FIELDS, "+4.2: Which? Which? (up to level 3)"),
    ],
)
def test_who_does_not_write_records_is_told_questions_and_no_fields(
    status: str, lacking: tuple[OpenField, ...], said: str
) -> None:
    found = _criterion(status, *lacking)

    assert sentences.next_step(found, WORDS, RUBRIC, with_fields=False) == said


def test_the_next_step_to_a_level_is_what_the_rubric_tells_one_to_do() -> None:
    found = _criterion("scored", step=Step(kind="level", level=3, gain=2.5))

    assert sentences.next_step(found, WORDS, RUBRIC) == "+2.5: level 3: Get there."


def _at_best(high: float, *, says: str = "") -> str:
    """Say why the top band is ruled out for a practice that nothing but points and needs holds."""
    bands = [
        BandWords(id="weak", title="weak", start=0),
        BandWords(id="best", title="best", start=75, says=says),
    ]
    rubric = RubricInfo.model_construct(bands=bands, **DISPLAY)
    label: Any = SimpleNamespace(range=("weak", "weak"), limits=[])
    practice: Any = SimpleNamespace(
        label=label, criteria=[], overall=SimpleNamespace(high=high), notes=[]
    )
    return sentences.ruled_out(practice, rubric)


def test_a_band_out_of_reach_is_ruled_out_by_points_or_by_what_else_it_asks_for() -> None:
    assert _at_best(60.0) == (
        "Ruled out: best, because at best it comes to 60.0 points, and 75 are asked for."
    )
    assert _at_best(80.0, says="an answer to all") == (
        "Ruled out: best, because it also asks for an answer to all, which is out of reach."
    )
    assert _at_best(80.0) == (
        "Ruled out: best, because it also asks for more than points, which is out of reach."
    )
