"""The Code Quality report for GitLab."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from govscore.render.formats import render
from govscore.render.style import Style
from govscore.result.run import Finding, Result


def _read(result: Result) -> list[dict[str, Any]]:
    [(name, document)] = render(result, "gitlab", Style())
    assert name == "result.gitlab"
    issues: list[dict[str, Any]] = json.loads(document)
    return issues


def test_no_finding_is_an_empty_list(make_result: Callable[..., Result]) -> None:
    assert _read(make_result()) == []


def test_a_finding_has_its_five_fields(
    make_result: Callable[..., Result], make_finding: Callable[..., Finding], hostile: str
) -> None:
    finding = make_finding(path="./practices/a.yaml", message=hostile, suggestions=["x", "y"])

    issues = _read(make_result(findings=[finding]))

    assert issues == [
        {
            "description": f"{hostile} (did you mean: x, y?)",
            "check_name": "govscore/GS104",
            "fingerprint": "b" * 32,
            "severity": "major",
            "location": {"path": "practices/a.yaml", "lines": {"begin": 33}},
        }
    ]


def test_levels_become_severities_and_a_file_without_a_line_gets_its_first(
    make_result: Callable[..., Result], make_finding: Callable[..., Finding]
) -> None:
    findings = [
        make_finding(level="note", line=None, column=None, fingerprint="1"),
        make_finding(level="warning", line=2, fingerprint="2"),
        make_finding(level="error", line=3, fingerprint="3"),
    ]

    issues = _read(make_result(findings=findings))

    assert [issue["severity"] for issue in issues] == ["info", "minor", "major"]
    assert [issue["location"]["lines"]["begin"] for issue in issues] == [1, 2, 3]


def test_equal_fingerprints_are_told_apart_and_the_first_stays(
    make_result: Callable[..., Result], make_finding: Callable[..., Finding]
) -> None:
    findings = [make_finding(line=line) for line in (9, 5, 7)]

    issues = _read(make_result(findings=findings))

    fingerprints = [issue["fingerprint"] for issue in issues]
    assert fingerprints[0] == "b" * 32
    assert len(set(fingerprints)) == 3
    assert [len(each) for each in fingerprints] == [32, 32, 32]
    assert int("".join(fingerprints), 16)


def test_a_waived_finding_is_information_that_says_why(
    make_result: Callable[..., Result], make_finding: Callable[..., Finding], excuse: str
) -> None:
    [issue] = _read(make_result(findings=[make_finding(waived_by=excuse, message="drift")]))

    assert issue["severity"] == "info"
    assert issue["description"] == f"drift [waived: {excuse}]"
