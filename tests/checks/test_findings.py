"""Findings: their sentence, their lines, and a fingerprint that stays."""

from __future__ import annotations

from collections.abc import Callable

from govscore import rules
from govscore.checks.findings import findings
from govscore.errors import Problem
from govscore.result.run import Finding
from govscore.rules._inspection import Inspection
from govscore.yamlio import Document

Build = Callable[..., Inspection]

EVIDENCE = """\
evidence:
- {id: e-a, type: media_report}
- {id: e-b, type: media_report}
"""


def _found(context: Inspection) -> list[Finding]:
    return findings(rules.problems(context, rules.due("score")), context.document)


def test_a_finding_has_the_lines_around_its_place(context: Build) -> None:
    first, second = _found(context(EVIDENCE))

    assert first.snippet is not None
    assert (first.line, first.snippet.start) == (13, 12)
    assert first.snippet.lines == EVIDENCE.splitlines()
    assert second.snippet is not None
    assert second.snippet.start == 13


def test_a_note_has_no_lines(document: Callable[..., Document]) -> None:
    (note,) = findings([Problem("GS402", "a.yaml", "", 1, 1, {"name": "x"})], document())

    assert note.snippet is None


def test_a_very_long_line_is_cut(context: Build) -> None:
    long = (
        f"evidence: [{{id: e-a, type: media_report, title: {'a' * 290}, publisher: {'b' * 290}}}]"
    )

    (finding,) = _found(context(long))

    assert finding.snippet is not None
    assert max(map(len, finding.snippet.lines)) == 400


def test_a_fingerprint_survives_lines_above_and_items_before(context: Build) -> None:
    plain = _found(context(EVIDENCE))
    commented = _found(context("# a remark\n" * 20 + EVIDENCE))
    inserted = _found(context(EVIDENCE.replace(":\n", ":\n- {id: e-0, type: media_report}\n")))

    assert [each.fingerprint for each in commented] == [each.fingerprint for each in plain]
    assert [each.fingerprint for each in inserted[1:]] == [each.fingerprint for each in plain]


def test_fingerprints_in_a_file_are_unique(context: Build) -> None:
    twin = "- {title: Plan, alignment: unclear, evidence: [e-x]}\n"

    found = _found(context(f"policies:\n{twin}{twin}"))

    assert len(found) == 2
    assert len({finding.fingerprint for finding in found}) == 2


def test_the_subject_tells_findings_at_one_place_apart_whatever_else_is_found() -> None:
    words = {"variant": "firm", "name": "A", "found": "0%", "least": "66%"}
    one = Problem("GS401", "a.yaml", "", 1, 1, {**words, "subject": "standards"})
    two = Problem("GS401", "a.yaml", "", 1, 1, {**words, "subject": "policy"})

    both = findings([one, two])

    assert both[0].fingerprint != both[1].fingerprint
    assert findings([two])[0].fingerprint == both[1].fingerprint


def test_findings_are_in_the_order_of_their_places() -> None:
    places = [(9, 1), (2, 5), (2, 3)]
    problems = [
        Problem("GS208", "a.yaml", f"/evidence/{n}", line, column, {"name": "e"})
        for n, (line, column) in enumerate(places)
    ]

    assert [(each.line, each.column) for each in findings(problems)] == sorted(places)
