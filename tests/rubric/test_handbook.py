"""What the handbook of a rubric says on a criterion."""

from __future__ import annotations

from pathlib import Path

import pytest

from govscore.rubric.files import home, load
from govscore.rubric.handbook import part

MINE = """# Ours

### 1. Policies (`policy`; rules, norm)

Are there any?

**Counts.** What was
adopted.

- Look into [the gazette](https://example.org/gazette).
- 0|1: one is
  named.

### 2. A list (`list`; checklist, process)

What is there?

## After the parts

Nothing of this is on a criterion.
"""


@pytest.fixture
def rubric(tmp_path: Path) -> Path:
    (tmp_path / "mine.md").write_text(MINE, encoding="utf-8")
    return tmp_path / "mine.yaml"


def test_a_part_is_paragraphs_and_points_of_plain_text_without_the_question(rubric: Path) -> None:
    assert part(rubric, "policy") == [
        "Counts. What was adopted.",
        "- Look into the gazette.",
        "- 0|1: one is named.",
    ]


def test_a_part_ends_where_the_next_heading_begins(rubric: Path) -> None:
    assert part(rubric, "list") == []


def test_nothing_is_said_on_a_criterion_without_a_part(rubric: Path) -> None:
    assert part(rubric, "other") == []


def test_a_rubric_without_a_handbook_has_no_parts(tmp_path: Path) -> None:
    assert part(tmp_path / "other.yaml", "policy") == []
    assert part(home() / "gmpa@1.0.0.yaml", "delivery") == []


@pytest.mark.parametrize("criterion", [each.id for each in load("gmpa").spec.criteria])
def test_every_criterion_of_gmpa_is_told_of(criterion: str) -> None:
    told = part(home() / "gmpa.yaml", criterion)

    assert told[0].startswith("Counts. ")
    assert told[-1].startswith("- Ask. ")
    assert not any("**" in each or "](" in each for each in told)
