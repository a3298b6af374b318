"""One thing is added by one file: each recipe of CONTRIBUTING.md, followed in a copy of the package."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

PRACTICE = """\
id: city-card
title: City card
summary: A card for all residents.
kind: service
status: completed
period: {start: 2015, end: 2018}
countries: [PRT]
jurisdiction: {level: local, name: Porto}
lead_body: {name: City of Porto, type: local_authority}
target_groups: [migrants_general]
themes: [integration_cohesion]
"""
OUTPUT = """\
delivery:
  outputs:
  - {name: Cards, by: 2017/2018}
  - {name: Desks, by: 2019}
"""

RULE = '''\
"""An output promised for later than the practice lasts.

What is to be handed over belongs to the time of the practice. An output that is due after the
practice has ended was either not made, or belongs to what came after it.

Mend the year of the output, or the end of the practice.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govscore.practice.dates import earlier
from govscore.rules._inspection import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govscore.rules._inspection import Inspection

level = "warning"
message = "'{name}' is due by {by}, and the practice ended in {end}"
scope = "practice"


def find(inspection: Inspection) -> Iterator[Hit]:
    """Compare the time of every output with the end of the practice."""
    end, delivery = inspection.practice.period.end, inspection.practice.delivery
    for index, output in enumerate((delivery and delivery.outputs) or ()):
        by = (output.by or "").split("/")[-1]
        if by and end and earlier(end, by):
            place = f"/delivery/outputs/{index}/by"
            yield Hit(place, {"name": output.name, "by": by, "end": end})
'''


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """Copy the package, with its rubrics, to where files may be added."""
    left = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "src" / "govscore", tmp_path / "src" / "govscore", ignore=left)
    shutil.copytree(ROOT / "rubrics", tmp_path / "rubrics")
    (tmp_path / "city-card.yaml").write_text(PRACTICE + OUTPUT, encoding="utf-8")
    return tmp_path


def _added(copied: Path, path: str, text: str) -> None:
    file = copied / "src" / "govscore" / path
    assert not file.exists(), "the recipe needs a name that is free"
    file.write_text(text, encoding="utf-8")


def _said(copied: Path, *arguments: str) -> str:
    """Run the copy's own command line, and give what it says."""
    plain = {name: value for name, value in os.environ.items() if not name.startswith("GOVSCORE_")}
    done = subprocess.run(
        [sys.executable, "-m", "govscore", *arguments],
        capture_output=True,
        encoding="utf-8",
        cwd=copied,
        env={**plain, "PYTHONPATH": str(copied / "src"), "PYTHONUTF8": "1", "COLUMNS": "200"},
        check=False,
    )
    assert done.returncode in {0, 1}, done.stderr
    return done.stdout


def test_a_rule_is_one_file(copied: Path) -> None:
    _added(copied, "rules/GS315.py", RULE)
    check = ("check", "city-card.yaml", "--as-of", "2026-11-24", "-o")

    text = _said(copied, *check, "text")
    [run] = json.loads(_said(copied, *check, "sarif"))["runs"]
    page = _said(copied, "rule", "GS315")
    listed = _said(copied, "rule")

    said = "'Desks' is due by 2019, and the practice ended in 2018"
    assert "GS315" in text
    assert said in text
    [found] = [each for each in run["results"] if each["ruleId"] == "GS315"]
    assert found["message"]["text"] == said
    assert found["level"] == "warning"
    assert found["locations"][0]["physicalLocation"]["region"] == {
        "startLine": 15,
        "startColumn": 23,
    }
    rule = run["tool"]["driver"]["rules"][found["ruleIndex"]]
    assert rule["id"] == "GS315"
    assert rule["properties"]["tags"] == ["governance", "consistency"]
    assert page.startswith("# GS315: An output promised for later than the practice lasts\n\n*warn")
    assert page.endswith("Mend the year of the output, or the end of the practice.\n")
    assert "GS315  warning  An output promised for later than the practice lasts" in listed
