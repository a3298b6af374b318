"""What the tests of rubrics share: figures, facts or levels, scored."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from govscore.rubric.compiled import Rubric
from govscore.rubric_testing.case_files import Given
from govscore.rubric_testing.cases import come_to
from govscore.rubric_testing.specimens import complete
from govscore.scoring.conclusion import Conclusion


@pytest.fixture
def scored() -> Callable[..., Conclusion]:
    """Score figures, facts or levels under a rubric."""

    def score(
        rubric: Rubric,
        *,
        values: Mapping[str, Any] | None = None,
        levels: Mapping[str, Any] | None = None,
    ) -> Conclusion:
        given = Given.model_validate({"levels": levels or {}})
        part = {"indicator_values": dict(values)} if values is not None else {}
        return come_to(given, complete(part, rubric), rubric)

    return score
