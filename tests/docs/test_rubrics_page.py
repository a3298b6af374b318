"""docs/rubrics.md shows the fields and sets there are; --update-golden writes its tables anew."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from govscore.measures._measure import Measure
from govscore.practice.fields import COMPUTED_FIELDS
from govscore.rubric.model import RubricSpec

PAGE = Path(__file__).parents[2] / "docs" / "rubrics.md"


def _page() -> str:
    return PAGE.read_text(encoding="utf-8")


def test_the_tables_are_those_of_the_models_and_the_catalogue(
    golden: Callable[[Path, bytes], None], written: Callable[[str], str]
) -> None:
    golden(PAGE, written(PAGE.read_bytes().decode()).encode())


def test_the_page_shows_every_field_of_a_rubric_once() -> None:
    shown = re.findall(r"<!-- fields: rubric (.+) -->", _page())

    assert sorted(" ".join(shown).split()) == sorted(RubricSpec.model_fields)


def test_the_page_shows_every_measure_with_all_its_fields() -> None:
    for kind in Measure.__subclasses__():
        [shown] = re.findall(rf"<!-- fields: {kind.__name__.lower()} (.+) -->", _page())
        assert {"kind", *shown.split()} == kind.model_fields.keys()


def test_the_page_explains_every_computed_field() -> None:
    [table] = re.findall(r"^\| field \| says \|\n(.*?)\n\n", _page(), re.MULTILINE | re.DOTALL)
    told = {name for row in table.splitlines() for name in re.findall("`(.+?)`", row.split("|")[1])}

    assert told == {name for added in COMPUTED_FIELDS.values() for name in added}
