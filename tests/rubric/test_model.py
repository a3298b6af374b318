"""The shape of a rubric file."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from govscore.rubric.model import CoverageSpec, CriterionSpec, Number, RubricSpec

number = TypeAdapter[float](Number)


@pytest.mark.parametrize(
    ("written", "value"),
    [("2/3", 2 / 3), ("1/4", 0.25), ("-1/2", -0.5), ("1525/27", 1525 / 27), (3, 3.0), (0.5, 0.5)],
)
def test_a_number_may_be_written_as_a_fraction(written: object, value: float) -> None:
    assert number.validate_python(written) == value


@settings(max_examples=40, deadline=None)
@given(fraction=st.fractions(max_denominator=1000))
def test_a_fraction_is_the_nearest_number_to_it(fraction: Fraction) -> None:
    written = f"{fraction.numerator}/{fraction.denominator}"

    assert number.validate_python(written) == float(fraction)


@pytest.mark.parametrize("written", ["2/0", "a/b", "1/2/3", "/", "2/", "1.5/2/"])
def test_what_is_no_fraction_is_refused(written: str) -> None:
    with pytest.raises(ValidationError, match="a fraction is written as 2/3"):
        number.validate_python(written)


def test_coverage_is_two_thirds_and_a_quarter_unless_told() -> None:
    assert CoverageSpec() == CoverageSpec.model_validate({"firm": "2/3", "overall": "1/4"})


@pytest.mark.parametrize("share", [-0.1, 1.1, "3/2"])
def test_a_share_lies_between_0_and_1(share: object) -> None:
    with pytest.raises(ValidationError):
        CoverageSpec.model_validate({"firm": share})


def test_a_criterion_weighs_one_and_claims_a_process_unless_told() -> None:
    criterion = CriterionSpec.model_validate(
        {
            "id": "a",
            "under": "b",
            "title": "A",
            "question": "A?",
            "measure": {"kind": "judged", "levels": {0: {"says": "no"}}},
        }
    )

    assert (criterion.weight, criterion.essential, criterion.claim) == (1.0, False, "process")
    assert (criterion.phase, criterion.na) == (None, None)


@pytest.mark.parametrize("version", ["1", "1.0.0", "10.7.2"])
def test_a_version_is_numbers_with_points(version: str) -> None:
    assert _with(version=version).version == version


@pytest.mark.parametrize("fields", [{"version": "v1"}, {"nodes": []}, {"bands": []}, {"size": 3}])
def test_a_rubric_out_of_shape_is_refused(fields: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        _with(**fields)


def _with(**fields: object) -> RubricSpec:
    judged = {"kind": "judged", "levels": {0: {"says": "no"}}}
    return RubricSpec.model_validate(
        {
            "rubric": "tiny",
            "version": "1.0.0",
            "title": "Tiny",
            "scale": {"levels": {0: "absent"}},
            "nodes": [{"id": "whole", "kind": "overall", "title": "Whole"}],
            "criteria": [
                {"id": "a", "under": "whole", "title": "A", "question": "A?", "measure": judged}
            ],
            "bands": [{"id": "low", "title": "low", "from": 0}],
            **fields,
        }
    )
