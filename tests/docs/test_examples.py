"""The examples, commands and links of the pages work as they stand there."""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import govscore
from govscore import yamlio
from govscore.rubric import files

DOCS = Path(__file__).parents[2] / "docs"
PAGES = ["practice.md", "rubrics.md", "architecture.md"]
AS_OF = "2026-01-31"

Run = Callable[[str], tuple[int, str]]


def _page(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


def _blocks(page: str, language: str) -> list[str]:
    found = re.findall(r"^```(\w+)\n(.*?)^```", _page(page), re.MULTILINE | re.DOTALL)
    return [body for name, body in found if name == language]


EXAMPLE, *PARTS = _blocks("practice.md", "yaml")
SMALL, *PIECES, LARGER, CASES = _blocks("rubrics.md", "yaml")


def _value(text: str) -> dict[str, Any]:
    document = yamlio.parse(text.encode(), "page.yaml")
    assert document.problems == ()
    assert isinstance(document.value, dict)
    return document.value


def test_the_practice_passes_every_check(run: Run) -> None:
    code, told = run(f"govscore check practices --as-of {AS_OF} -o json")

    assert code == 0
    assert {each["level"] for each in json.loads(told)["findings"]} == {"note"}


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.split(":")[0])
def test_a_part_of_a_practice_fits_into_a_practice(part: str, shelf: Path, run: Run) -> None:
    example = _value(EXAMPLE)
    known = {each["id"] for each in example["evidence"]}
    added = sorted(set(re.findall(r"\be-[a-z]+", part)) - known)
    more = [{"id": name, "type": "minutes"} for name in added]
    whole = example | _value(part) | {"evidence": [*example["evidence"], *more]}
    (shelf / "practices/lisbon-city-card.yaml").write_text(json.dumps(whole), encoding="utf-8")

    code, told = run("govscore check practices")

    assert (code, told.count("0 errors")) == (0, 1)


def test_the_rubric_scores_the_practice_as_the_page_says(shelf: Path) -> None:
    result = govscore.score(shelf / "practices", rubric=shelf / "rubrics/small.yaml", as_of=AS_OF)
    practice = result.practices[0]

    assert {each.id: each.credited for each in practice.criteria} == {"act": 4, "taking-part": 2}
    assert {each.id: each.point for each in practice.nodes} == {"law": 100, "people": 50}
    assert practice.overall.point == pytest.approx(100 ** (1 / 3) * 50 ** (2 / 3))
    assert "which is 62.9." in _page("rubrics.md")


@pytest.mark.parametrize("piece", PIECES, ids=lambda piece: piece.split(":")[0])
def test_a_piece_of_a_rubric_fits_into_the_small_rubric(piece: str, shelf: Path, run: Run) -> None:
    path = shelf / "rubrics/tried.yaml"
    path.write_text(f"rubric: tried\nextends: small\n{_placed(piece)}", encoding="utf-8")

    loaded = files.read(path, shown="tried.yaml", folders=[path.parent], full=True)
    assert loaded.spec.rubric == "tried"
    _, told = run(f"govscore score practices --rubric tried --as-of {AS_OF} -o json")
    statuses = {each["status"] for each in json.loads(told)["practices"][0]["criteria"]}

    assert "error" not in statuses


def _placed(piece: str) -> str:
    """Give a piece as keys of a rubric: a measure becomes that of a criterion."""
    keys, measure, rest = piece.partition("measure:")
    if not measure:
        return piece
    asked = "criteria:\n- id: tried\n  under: people\n  title: Tried\n  question: Does it load?\n"
    return keys + asked + textwrap.indent(measure + rest, "  ")


def test_a_rubric_that_extends_another_changes_what_it_names(shelf: Path) -> None:
    path = shelf / "rubrics/small-with-delivery.yaml"
    path.write_text(LARGER, encoding="utf-8")

    spec = files.read(path, shown=path.name, folders=[path.parent], full=True).spec

    assert [(each.id, each.weight) for each in spec.criteria] == [
        ("act", 1),
        ("taking-part", 2),
        ("delivery", 1),
    ]
    assert spec.criteria[1].title == "Taking part in design"


def test_every_case_of_the_page_holds(run: Run) -> None:
    count = len(_value(CASES)["cases"])

    code, told = run("govscore rubric test small")

    assert (code, f"{count} of {count} cases hold" in told) == (0, True)


@pytest.mark.parametrize("page", ["practice.md", "rubrics.md"])
def test_the_commands_of_a_page_run(page: str, shelf: Path, run: Run) -> None:
    [walk] = _blocks(page, "sh")
    for command in walk.splitlines():
        assert (command, run(command.split("#")[0])[0]) == (command, 0)
        if command.startswith("govscore new"):
            draft = shelf / "practices/my-practice.yaml"
            draft.write_text(EXAMPLE.replace("lisbon-city-card", draft.stem), encoding="utf-8")


@pytest.mark.parametrize("page", PAGES)
def test_the_commands_in_the_text_run(page: str, run: Run) -> None:
    found = re.findall(r"`(govscore [a-z]+ [^`\n]+)`", _page(page))

    assert [c for c in found if not re.search(r"\b[A-Z]{2,}\b", c) and run(c)[0]] == []


@pytest.mark.parametrize("page", PAGES)
def test_links_within_the_pages_lead_to_a_heading(page: str) -> None:
    links = re.findall(r"\]\(([a-z./-]*)#([^)]+)\)", _page(page))

    assert [(name, to) for name, to in links if to not in _anchors(name or page)] == []


@pytest.mark.parametrize("page", PAGES)
def test_no_two_headings_of_a_page_have_the_same_anchor(page: str) -> None:
    assert len(set(_anchors(page))) == len(_anchors(page))


def _anchors(page: str) -> list[str]:
    headings = re.findall(r"^#+ (.+)$", _page(page), re.MULTILINE)
    plain = [re.sub(r"[^\w\- ]", "", heading.lower()) for heading in headings]
    return [heading.replace(" ", "-") for heading in plain]
