"""docs/handbook.md has a part for each criterion of gmpa, and its examples are in practices/."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest

import govscore
from govscore.result.scored import ScoredPractice
from govscore.rubric import files
from govscore.rubric.model import CriterionSpec
from govscore.schemas import schema

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "handbook.md").read_text(encoding="utf-8")
CRITERIA = files.load("gmpa").spec.criteria
PART = re.compile(
    r"^### (\d+)\. ([^\n]+) \(`([\w-]+)`; ([^\n]+)\)\n\n(.+?)(?=^##|\Z)", re.MULTILINE | re.DOTALL
)
TOLD = re.compile(
    r"\]\(\.\./practices/(?P<practice>[\w-]+)\.yaml\)|(?:`(?P<item>\w+)` )?\*\*(?P<said>.+?)\*\*"
    r"(?:, open to (?P<high>\d))?"
)
LEVELS = {"0", "1", "2", "3", "4", "unassessed"}


class Example(NamedTuple):
    practice: str
    of: str
    """A criterion, or an item of a checklist as `remedy.cases_recorded`."""
    said: str
    """A level, `2 to 4` where the range is told, `unassessed`, or an answer."""


def _parts() -> dict[str, tuple[str, ...]]:
    """Give number, title, marks and text of each part, on one line, by its criterion."""
    return {
        name: (number, title, marks, " ".join(text.split()))
        for number, title, name, marks, text in PART.findall(PAGE)
    }


def _point(text: str, name: str) -> str:
    found = re.search(rf"- \*\*{name}\*\*(.*?)(?= - \*\*|$)", text)
    assert found, name
    return found[1]


def _examples() -> Iterator[Example]:
    """List what the page says of practices: a word in bold is about the practices before it."""
    for criterion, (*_, text) in _parts().items():
        for case in re.split(r"\(\d\) ", _point(text, "Borderline."))[1:]:
            waiting: list[str] = []
            about: list[str] = []
            for told in TOLD.finditer(case):
                if told["practice"]:
                    waiting.append(told["practice"])
                    continue
                said = told["said"].lower()
                answer = bool(told["item"]) and said not in LEVELS
                about = waiting or (about if answer else [])
                of = f"{criterion}.{told['item']}" if answer else criterion
                said += f" to {told['high']}" if told["high"] else ""
                yield from (Example(practice, of, said) for practice in about)
                waiting = []
            assert not waiting, f"{criterion}: nothing is said of {waiting}"


@cache
def _practices() -> dict[str, ScoredPractice]:
    result = govscore.score(ROOT / "practices", as_of="2026-11-24")
    return {each.id: each for each in result.practices}


def _now(example: Example) -> str:
    """Give the level that a practice claims now, or its answer to an item of a checklist."""
    scored = _practices()[example.practice]
    name, _, item = example.of.partition(".")
    if not item:
        [criterion] = [each for each in scored.criteria if each.id == name]
        if criterion.claimed is None:
            return "unassessed"
        high = f" to {criterion.high}" if " to " in example.said else ""
        return f"{criterion.claimed}{high}"
    answer = scored.record.get("checks", {}).get(name, {}).get(item, "unknown")
    return str(answer["answer"] if isinstance(answer, dict) else answer)


def _marks(criterion: CriterionSpec) -> list[str]:
    return [
        criterion.measure.kind,
        criterion.claim,
        *(["essential"] if criterion.essential else []),
        *([f"weight {criterion.weight:g}"] if criterion.weight != 1 else []),
    ]


def test_each_criterion_has_its_part_in_the_order_of_the_rubric() -> None:
    assert list(_parts()) == [each.id for each in CRITERIA]
    assert [part[0] for part in _parts().values()] == [str(n + 1) for n in range(len(CRITERIA))]


@pytest.mark.parametrize("criterion", CRITERIA, ids=lambda each: each.id)
def test_a_part_has_the_title_kind_claim_and_question_of_the_rubric(
    criterion: CriterionSpec,
) -> None:
    _, title, marks, text = _parts()[criterion.id]

    assert title == criterion.title
    assert marks.split("; ")[0].split(", ") == _marks(criterion)
    assert text.startswith(f"{' '.join(criterion.question.split())} **Counts.** ")


@pytest.mark.parametrize("criterion", CRITERIA, ids=lambda each: each.id)
def test_the_questions_of_a_part_are_about_fields_of_a_practice_file(
    criterion: CriterionSpec,
) -> None:
    asked = re.findall(r"`([^`]+)`: [A-Z]", _point(_parts()[criterion.id][-1], "Ask."))

    assert asked
    assert [field for field in asked if not _is_field(field.removeprefix("searched."))] == []


@pytest.mark.parametrize(
    "criterion",
    [each for each in CRITERIA if each.measure.kind == "checklist"],
    ids=lambda each: each.id,
)
def test_a_checklist_is_asked_item_by_item(criterion: CriterionSpec) -> None:
    asked = re.findall(r"`checks\.(.+?)`: ", _parts()[criterion.id][-1])

    assert asked == [f"{criterion.id}.{item}" for item, _ in _items(criterion)]


def test_each_example_is_a_practice_of_the_collection() -> None:
    assert {example.practice for example in _examples()} <= _practices().keys()


def test_each_example_says_what_its_file_says() -> None:
    differ = [(*each, now) for each in _examples() if (now := _now(each)) != each.said]

    assert differ == []


def test_every_criterion_has_three_examples() -> None:
    for criterion, (*_, text) in _parts().items():
        assert len(re.findall(r"\(\d\) ", _point(text, "Borderline."))) == 3, criterion


def _items(criterion: CriterionSpec) -> Any:
    return criterion.measure.model_dump()["items"].items()


@cache
def _schema() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(schema("practice"))
    return found


def _is_field(path: str) -> bool:
    """Tell whether the schema of practices has the field, `[]` standing for each entry of a list."""
    here = list(_forms(_schema()))
    for name in path.replace("[]", "").split("."):
        here = [form for each in here for form in _forms(_below(each, name))]
    return bool(here)


def _below(form: dict[str, Any], name: str) -> Any:
    patterns = list(form.get("patternProperties", {}).values())
    return (
        form.get("properties", {}).get(name)
        or form.get("additionalProperties")
        or [*patterns, None][0]
    )


def _forms(form: Any) -> Iterator[dict[str, Any]]:
    if not isinstance(form, dict):
        return
    if "$ref" in form:
        yield from _forms(_schema()["$defs"][form["$ref"].rpartition("/")[2]])
        return
    yield form
    for each in (*form.get("anyOf", []), form.get("items")):
        yield from _forms(each)
