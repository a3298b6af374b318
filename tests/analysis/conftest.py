"""Rubrics of the tests' own, written to a file and loaded with every check."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from govscore.analysis.cases import come_to
from govscore.analysis.records import complete
from govscore.rubric import Rubric
from govscore.rubric.cases import Given
from govscore.rubric.loading import read
from govscore.scoring import Outcome

Load = Callable[..., Rubric]


@pytest.fixture
def rubric(tmp_path: Path) -> Load:
    """Load a rubric from its text."""

    def load(text: str, name: str = "mine") -> Rubric:
        path = tmp_path / f"{name}.yaml"
        path.write_text(text, encoding="utf-8")
        return read(path, shown=path.name, full=True, folders=(tmp_path,))

    return load


@pytest.fixture
def scored() -> Callable[..., Outcome]:
    """Score figures, facts or levels under a rubric."""

    def score(
        rubric: Rubric,
        *,
        values: Mapping[str, Any] | None = None,
        levels: Mapping[str, Any] | None = None,
    ) -> Outcome:
        given = Given.model_validate({"levels": levels or {}})
        part = {"indicator_values": dict(values)} if values is not None else {}
        return come_to(given, complete(part, rubric), rubric)

    return score
