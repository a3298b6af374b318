"""What a result says of the rubric is made without validating it, so it is held to its model here."""

from __future__ import annotations

import pytest

from govscore.result.run import CatalogueInfo, Result, RubricInfo
from govscore.rubric import files
from govscore.runs.plan import Plan, prepare
from govscore.scoring.about import catalogue_info, rubric_info


@pytest.mark.parametrize("name", [*files.shipped(), *files.earlier()])
def test_what_is_said_of_a_rubric_is_as_its_model_has_it(name: str) -> None:
    info = rubric_info(files.load(name))

    assert RubricInfo.model_validate(info.model_dump(), strict=True) == info


def test_what_is_said_of_the_catalogue_and_at_the_head_is_as_their_models_have_it() -> None:
    info, head = catalogue_info(), prepare(Plan("gmpa", "2026-11-24")).head

    assert CatalogueInfo.model_validate(info.model_dump(), strict=True) == info
    assert Result.model_validate(head.model_dump(), strict=True) == head
