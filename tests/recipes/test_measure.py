"""A kind of measure is one file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

Add = Callable[[str, str], None]
Run = Callable[..., CompletedProcess[str]]
DAY = ("--as-of", "2026-11-24")

YEARS = '''
"""Levels by the years that a practice ran."""

from collections.abc import Iterator
from typing import Literal

from govscore.measures._measure import Case, Measure, Reading, Reason
from govscore.scale import TOP


class Years(Measure):
    """A criterion answered by how long a practice ran."""

    decided = "Decided by counting years."

    kind: Literal["years"]
    full: int

    def descriptors(self) -> dict[int, str]:
        return {0: "not a year", TOP: f"{self.full} years or more"}

    def describe(self) -> Iterator[tuple[str, str]]:
        yield "", f"all points from {self.full} years on"

    def read(self, case: Case) -> Reading:
        period = case.view["period"]
        years = int(period["end"][:4]) - int(period["start"][:4])
        level = TOP * min(years / self.full, 1)
        return Reading.settled(level, "ran", years=years)._replace(pointers=("/period/start",))


REASONS = {"ran": Reason(lambda found, _: f"It ran for {found.because.args['years']} years.")}
'''
RUBRIC = """
rubric: mine
version: "1"
title: How long it ran
scale: {levels: {0: none, 4: all}}
nodes:
  - {id: all, kind: overall, title: All}
  - {id: one, under: all, kind: indicator, title: Time}
criteria:
  - {id: time, under: one, title: Time, question: How long did it run?, measure: {kind: years, full: 8}}
bands:
  - {id: low, title: low practice, from: 0}
  - {id: middling, title: middling practice, from: 50}
"""
PRACTICE = """
id: a-practice
title: A practice
summary: It is over.
kind: programme
status: completed
period: {start: "2010", end: "2016"}
countries: [PRT]
jurisdiction: {level: national, name: a country}
lead_body: {name: a body, type: civil_society}
target_groups: [general_public]
themes: [media_discourse]
"""


def test_a_kind_of_measure_is_one_file(house: Path, add: Add, run: Run) -> None:
    add("measures/years.py", YEARS.lstrip())
    (house / "mine.yaml").write_text(RUBRIC, encoding="utf-8")
    (house / "a-practice.yaml").write_text(PRACTICE, encoding="utf-8")
    by_it = ("--rubric", "mine.yaml")

    scored = run("score", "a-practice.yaml", *by_it, *DAY).stdout
    assert "It ran for 6 years." in scored
    assert "75.0 of 100" in scored
    assert (
        "It ran for 6 years." in run("score", "a-practice.yaml", *by_it, *DAY, "-o", "csv").stdout
    )
    assert "middling" in run("check", "a-practice.yaml", *by_it, *DAY, "-o", "markdown").stdout

    explained = run("explain", "a-practice.yaml", "time", *by_it, *DAY).stdout
    assert "It ran for 6 years." in explained
    assert "8 years or more" in explained
    assert "No level's rule holds" not in explained

    shown = run("rubric", "show", "mine.yaml").stdout
    assert "all points from 8 years on" in shown
    assert "8 years or more" not in shown, "its own lines stand in place of the levels"

    run("report", "a-practice.yaml", *by_it, *DAY, "-o", "site")
    pages = "".join(path.read_text(encoding="utf-8") for path in (house / "site").rglob("*.html"))
    assert "It ran for 6 years." in pages
    assert "Decided by counting years." in pages

    run("new", "another", *by_it, "--dir", "drafts")
    draft = (house / "drafts" / "another.yaml").read_text(encoding="utf-8")
    assert "mine@1" in draft
    assert "time: {state: unassessed}" not in draft, "nobody rates it"
