"""The examples of the pages work as they stand there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from govscore import workspace, yamlio
from govscore.practice import Practice
from govscore.rubric import loading
from govscore.workspace import Plan

DOCS = Path(__file__).parents[2] / "docs"
BLOCK = re.compile(r"```yaml\n(.*?)```", re.DOTALL)


def _block(page: str) -> str:
    found = BLOCK.search((DOCS / page).read_text(encoding="utf-8"))
    assert found
    return found.group(1)


def test_the_practice_of_the_page_is_a_practice() -> None:
    document = yamlio.parse(_block("practice.md").encode(), "lisbon-city-card.yaml")

    assert document.problems == ()
    assert Practice.model_validate(document.value).id == "lisbon-city-card"


def test_the_rubric_of_the_page_passes_every_check_and_scores(tmp_path: Path) -> None:
    rubric, practice = tmp_path / "small.yaml", tmp_path / "lisbon-city-card.yaml"
    rubric.write_text(_block("rubrics.md"), encoding="utf-8")
    practice.write_text(_block("practice.md"), encoding="utf-8")

    assert loading.read(rubric, shown="small.yaml", full=True).spec.rubric == "small"
    job = workspace.prepare(Plan(rubric, "2022-03-01"))
    result = workspace.run(workspace.discover([practice]), job)

    levels = {each.id: each.credited for each in result.practices[0].criteria}
    assert levels == {"act": 4, "taking-part": 2}
    assert result.practices[0].overall.point == pytest.approx(62.996052495)
