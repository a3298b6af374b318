"""docs/practice.md shows the fields and words there are; --update-golden writes its tables anew."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from govscore.practice import phases
from govscore.practice.record import Practice

PAGE = Path(__file__).parents[2] / "docs" / "practice.md"


def test_the_tables_are_those_of_the_models_and_the_catalogue(
    golden: Callable[[Path, bytes], None], written: Callable[[str], str]
) -> None:
    golden(PAGE, written(PAGE.read_bytes().decode()).encode())


def test_the_page_shows_every_field_of_a_practice_once() -> None:
    shown = re.findall(r"<!-- fields: practice (.+) -->", PAGE.read_text(encoding="utf-8"))

    assert sorted(" ".join(shown).split()) == sorted(Practice.model_fields)


def test_the_page_tells_when_an_evaluation_is_due() -> None:
    assert phases.EVALUATION_AFTER_YEARS == 3
    assert "began three years ago or more" in PAGE.read_text(encoding="utf-8")
