"""A rubric says which fields its records must have; other records are no practices of migration."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import jsonschema
import pytest

from govscore import yamlio

Run = Callable[..., CompletedProcess[str]]

PARKS = """\
rubric: parks
version: 1.0.0
title: City parks
requires: [countries]
scale: {levels: {0: bad, 4: good}}
nodes:
- {id: all, kind: overall, title: All}
- {id: plants, under: all, kind: indicator, title: Plants}
criteria:
- {id: green, under: plants, title: Green, question: How green?,
   measure: {kind: linear, value: green_share, worst: 0, best: 100}}
- {id: lit, under: plants, title: Lit, question: Lit?,
   measure: {kind: options, value: lit_at_night, options: {'yes': 100, 'no': 0}}}
- {id: care, under: plants, title: Care, question: Who cares?,
   measure: {kind: judged, levels: {0: {says: nobody}, 4: {says: all}}}}
bands: [{id: low, title: low, from: 0}, {id: high, title: high, from: 50}]
"""
NORTH = """\
id: north
title: North park
countries: [PRT]
indicator_values: {green_share: 60, lit_at_night: yes}
assessments:
- {assessor: gardener, date: 2025, rubric: parks@1.0.0, ratings: {care: {level: 3}}}
policies: [{title: A plan, year: 2019}]
"""


@pytest.fixture(autouse=True)
def parks(folder: Path) -> Path:
    (folder / "rubrics").mkdir()
    (folder / "practices").mkdir()
    (folder / "rubrics" / "parks.yaml").write_text(PARKS, encoding="utf-8")
    (folder / "practices" / "north.yaml").write_text(NORTH, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    "arguments",
    [
        ("check",),
        *(("check", "-o", form) for form in ("json", "sarif", "junit", "markdown", "csv")),
        *(("score", "-o", form) for form in ("table", "json", "markdown", "csv")),
        ("score", "practices/north.yaml"),
        ("score", "--where", "country=PRT"),
        ("report", "-o", "site"),
        ("robustness",),
        ("explain", "north", "care"),
    ],
)
def test_a_record_with_what_its_rubric_requires_is_taken_by_every_command(
    govscore: Run, arguments: tuple[str, ...]
) -> None:
    done = govscore(*arguments, "--rubric", "parks")

    assert done.returncode == 0, done.stderr


def test_its_figures_are_scored(govscore: Run) -> None:
    done = govscore("score", "-o", "json", "--rubric", "parks")

    [practice] = json.loads(done.stdout)["practices"]
    assert [each["claimed"] for each in practice["criteria"]] == [2.4, 4, 3]


def test_the_schema_for_its_records_requires_what_it_does(govscore: Run, parks: Path) -> None:
    north = yamlio.read(parks / "practices" / "north.yaml", "north.yaml").value
    made = [
        json.loads(govscore("schema", "practice", *more).stdout)
        for more in ((), ("--rubric", "parks"))
    ]

    usual, own = ([*jsonschema.Draft202012Validator(each).iter_errors(north)] for each in made)
    assert len(usual) == 8
    assert own == []
    assert made[1]["required"] == ["id", "title"]


def test_a_field_that_a_rubric_requires_may_not_be_left_out_or_empty(
    govscore: Run, parks: Path
) -> None:
    text = PARKS.replace("requires: [countries]", "requires: [policies, status]")
    (parks / "rubrics" / "parks.yaml").write_text(text, encoding="utf-8")

    schema = json.loads(govscore("schema", "practice", "--rubric", "parks").stdout)

    assert schema["required"] == ["id", "title", "policies", "status"]
    assert schema["properties"]["policies"]["type"] == "array"


def test_the_schema_that_new_writes_for_editors_is_that_of_its_rubric(
    govscore: Run, parks: Path
) -> None:
    assert govscore("new", "south", "--rubric", "parks").returncode == 0

    written = json.loads((parks / "schemas" / "practice.json").read_text(encoding="utf-8"))
    assert written["required"] == ["id", "title"]


def test_only_records_differ_by_rubric(govscore: Run) -> None:
    ran = govscore("schema", "config", "--rubric", "parks")

    assert (ran.returncode, ran.stdout) == (2, "")
    assert "--rubric goes with practice" in ran.stderr


def test_what_the_rubric_requires_and_is_not_there_is_missing(govscore: Run, parks: Path) -> None:
    rubric = parks / "rubrics" / "parks.yaml"
    rubric.write_text(PARKS.replace("[countries]", "[countries, kind, context]"), encoding="utf-8")
    north = parks / "practices" / "north.yaml"
    north.write_text(NORTH.replace("countries: [PRT]\n", "kind:\n"), encoding="utf-8")

    done = govscore("check", "-o", "json", "--rubric", "parks")

    found = [x for x in json.loads(done.stdout)["findings"] if x["level"] == "error"]
    assert [(x["code"], x["line"], x["message"]) for x in found] == [
        ("GS101", 1, "'context' is missing"),
        ("GS101", 3, "'kind' has nothing behind it"),
    ]
    north.write_text(NORTH.replace("countries: [PRT]", "organisations: [Parks Trust]"))
    rubric.write_text(PARKS, encoding="utf-8")
    assert govscore("check", "--rubric", "parks").returncode == 0


def test_under_a_rubric_that_says_nothing_of_it_all_is_required_as_ever(govscore: Run) -> None:
    done = govscore("score", "-o", "json", "--rubric", "gmpa")

    missing = [x["message"] for x in json.loads(done.stdout)["findings"] if x["code"] == "GS101"]
    assert missing == [
        f"'{name}' is missing"
        for name in ("summary", "kind", "status", "period", "jurisdiction", "lead_body")
    ] + ["'target_groups' is missing", "'themes' is missing"]


def test_a_field_that_no_practice_has_cannot_be_required(govscore: Run, parks: Path) -> None:
    rubric = parks / "rubrics" / "parks.yaml"
    rubric.write_text(PARKS.replace("[countries]", "[countries, sumary]"), encoding="utf-8")

    done = govscore("score", "--rubric", "parks")

    assert done.returncode == 2
    assert "rubrics/parks.yaml:4:23: error GS503 the practice has no field 'sumary' here" in (
        done.stderr
    )
    assert "did you mean summary" in done.stderr


def test_a_new_record_asks_what_the_rubric_asks_and_nothing_else(govscore: Run) -> None:
    done = govscore("new", "south", "--rubric", "parks")

    assert done.returncode == 0, done.stderr
    text = Path("practices/south.yaml").read_text(encoding="utf-8")
    keys = [line.split(":")[0].lstrip("#") for line in text.splitlines() if line[:1].strip("# ")]
    assert keys == ["id", "title", "countries", "indicator_values", "evidence", "assessments"]
    assert "  # Green: How green? A number.\n  green_share:\n" in text
    assert "  # Lit: Lit? One of: yes, no.\n  lit_at_night:\n" in text
    assert "#    care: {state: unassessed} # Care" in text
    assert "migration" not in text.replace("migration_", "")


def test_a_new_record_has_the_sections_that_rules_and_questions_name(
    govscore: Run, parks: Path
) -> None:
    rules = (
        "- {id: plan, under: plants, title: Plan, question: Plan?,\n"
        "   asks: [{field: delivery.reach, question: How many?},\n"
        "     {field: policies, question: Which plan?, row: {title: A plan}}],\n"
        "   measure: {kind: rules, levels: {0: {says: none},"
        " 4: {says: some, when: size(p.policies) > 0 && p.delivery.reach > 0.0}}}}\n"
    )
    rubric = parks / "rubrics" / "parks.yaml"
    rubric.write_text(PARKS.replace("bands:", f"{rules}bands:"), encoding="utf-8")

    govscore("new", "south", "--rubric", "parks")

    text = Path("practices/south.yaml").read_text(encoding="utf-8")
    assert "\npolicies:\n" in text
    assert "\ndelivery:\n" in text
    assert "legal_basis:" not in text
