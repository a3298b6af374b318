"""`govscore rubric diff`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from govscore.cli.rubric import app
from govscore.errors import SetupError

PRACTICE = """
id: card
title: City card
summary: A card for all residents.
kind: service
status: running
period: {start: 2015}
countries: [PRT]
jurisdiction: {level: local, name: Porto}
lead_body: {name: City of Porto, type: local_authority}
target_groups: [migrants_general]
themes: [integration_cohesion]
resources: {trained_staff: yes, funding: [{source: own_budget}]}
"""
STEP = "gmpa@1.0.0", "gmpa"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work beside two states of one record."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "120")
    for name, text in (
        ("old", PRACTICE),
        ("new", PRACTICE.replace("{source: own_budget}", "{source: own_budget, recurring: true}")),
        ("broken", PRACTICE.replace("kind: service", "kind: servce")),
    ):
        (tmp_path / name).mkdir()
        (tmp_path / name / "card.yaml").write_text(text, encoding="utf-8")
    return tmp_path


def _run(*args: str) -> Result:
    return CliRunner().invoke(app, ["diff", *args, "--as-of", "2026-11-24"])


def test_without_practices_it_says_what_changed_in_the_rubric() -> None:
    result = _run(*STEP)

    assert result.exit_code == 0
    assert result.stdout.startswith("gmpa 1.0.0 → gmpa 2.0.0\n\nWhat 2.0.0 says of itself\n")
    assert " coverage overall   0.25     0.333\n" in result.stdout
    assert "practices moved" not in result.stdout


def test_with_one_folder_it_says_what_the_rubric_moves() -> None:
    result = _run(*STEP, "old", "-q")

    assert result.exit_code == 0
    assert "1 of 1 practices moved" in result.stdout
    assert "resources   1 (1 … 3)   1 (1 … 4)\n" in result.stdout


def test_with_two_folders_it_says_whether_the_record_moves_it() -> None:
    both, record, none = (
        json.loads(_run(*args, "-q", "-o", "json").stdout)["practices"][0]["why"]
        for args in (
            (*STEP, "old", "new"),
            ("gmpa", "gmpa", "old", "new"),
            ("gmpa", "gmpa", "old", "old"),
        )
    )
    assert (both, record, none) == (["rubric", "record"], ["record"], [])


def test_it_is_written_to_files() -> None:
    result = _run(*STEP, "-o", "json=step.json", "-o", "table")

    assert json.loads(Path("step.json").read_text())["after"]["version"] == "2.0.0"
    assert result.stdout.startswith("gmpa 1.0.0 → gmpa 2.0.0\n")


def test_a_practice_that_cannot_be_read_fails_it() -> None:
    result = _run(*STEP, "broken")

    assert result.exit_code == 1
    assert "servce" in result.stderr


def test_a_third_folder_has_no_side() -> None:
    error = _run(*STEP, "old", "new", "broken").exception

    assert isinstance(error, SetupError)
    assert str(error).startswith("a difference has two sides")
