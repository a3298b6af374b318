"""Tables for spreadsheets, read back."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable

from govscore.render.formats import render
from govscore.render.style import Style
from govscore.result.run import Finding, Result
from govscore.result.scored import Override, ScoredPractice


def _written(result: Result, options: Style) -> str:
    [(name, document)] = render(result, "csv", options)
    assert name == "result.csv"
    return document.decode()


def _read(result: Result, options: Style) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(_written(result, options), newline=""), strict=True))


def test_without_rows_there_is_the_head(make_result: Callable[..., Result]) -> None:
    assert _written(make_result(), Style(about="check")) == (
        '"path","line","column","level","code","message","suggestions","pointer","fingerprint",'
        '"waived_by"\r\n'
    )
    assert _written(make_result(), Style()).count("\r\n") == 1


def test_a_criterion_is_a_row_with_all_its_numbers(
    make_result: Callable[..., Result], make_practice: Callable[..., ScoredPractice]
) -> None:
    rows = _read(make_result(practices=[make_practice()]), Style())

    assert rows[0] == {
        "practice": "harbour",
        "title": "The harbour desk",
        "path": "practices/harbour.yaml",
        "as_of": "2026-11-24",
        "rubric": "tiny",
        "rubric_version": "2.0.0",
        "overall_low": "25.0",
        "overall_point": "50.0",
        "overall_high": "75.0",
        "overall_coverage": "0.5",
        "label": "",
        "label_low": "low",
        "label_high": "high",
        "criterion": "law",
        "criterion_title": "Anchored in law",
        "indicator": "standards",
        "under": "standards-design",
        "phase": "design",
        "weight": "1.0",
        "share": "0.5",
        "status": "scored",
        "claimed": "3",
        "credited": "2",
        "low": "2",
        "high": "2",
        "points": "50.0",
        "points_max": "100.0",
        "coverage": "1.0",
        "measure": "rules",
        "rule": "3",
        "override": "",
        "because": "Level 3 of law.",
        "evidence": "e-act:2",
        "next_kind": "level",
        "next_level": "4",
        "next_gain": "12.55",
    }


def test_what_is_not_known_is_empty_not_zero(
    make_result: Callable[..., Result], make_practice: Callable[..., ScoredPractice]
) -> None:
    row = _read(make_result(practices=[make_practice()]), Style())[1]

    assert row["status"] == "not_applicable"
    assert {row[key] for key in ("claimed", "credited", "rule", "next_gain", "evidence")} == {""}


def test_an_override_shows_its_level(
    make_result: Callable[..., Result], make_practice: Callable[..., ScoredPractice]
) -> None:
    practice = make_practice()
    override = Override(level=3, derived=None, assessors=["A"])
    criterion = practice.criteria[0].model_copy(update={"override": override})

    [row] = _read(make_result(practices=[make_practice(criteria=[criterion])]), Style())

    assert row["override"] == "3"


def test_numbers_stay_numbers_even_below_zero(
    make_result: Callable[..., Result], make_practice: Callable[..., ScoredPractice]
) -> None:
    practice = make_practice()
    step = practice.criteria[0].next
    assert step is not None
    falling = practice.criteria[0].model_copy(
        update={"next": step.model_copy(update={"gain": -1.5})}
    )

    text = _written(make_result(practices=[make_practice(criteria=[falling])]), Style())

    assert text.endswith(',"e-act:2","level",4,-1.5\r\n')


def test_a_hostile_text_is_read_back_whole_and_starts_no_formula(
    make_result: Callable[..., Result],
    make_finding: Callable[..., Finding],
    hostile: str,
    shown: str,
) -> None:
    finding = make_finding(message=hostile, suggestions=[hostile], path="./-x.yaml", column=None)

    [row] = _read(make_result(findings=[finding]), Style(about="check"))

    assert row["message"] == row["suggestions"] == f"'{shown}"
    assert row["path"] == "'-x.yaml"
    assert (row["line"], row["column"]) == ("33", "")


def test_a_waived_finding_says_why(
    make_result: Callable[..., Result], make_finding: Callable[..., Finding], excuse: str
) -> None:
    result = make_result(findings=[make_finding(waived_by=excuse)])

    [row] = _read(result, Style(about="check"))

    assert row["waived_by"] == excuse
