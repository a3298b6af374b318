"""Findings in lots: the same, in the same order, and few bytes each."""

from __future__ import annotations

import sys

from govscore.result.packed import Packed, held
from govscore.result.run import Finding, Snippet


def _finding(number: int) -> Finding:
    return Finding(
        code="GS301",
        level="warning",
        message=f"Finding {number} says “ä\x85\ud7ff”",
        path="practices/city-card.yaml",
        line=number,
        column=None,
        pointer=f"/evidence/{number}",
        fingerprint=f"{number:032x}",
        suggestions=["one"],
        snippet=Snippet(start=1, lines=["", "\t"]),
    )


def test_findings_come_back_as_they_were_however_many() -> None:
    findings = [_finding(number) for number in range(1234)]
    packed = Packed(Finding, findings[:700])
    packed.extend(findings[700:])

    assert [*packed] == findings
    assert [*packed] == findings
    assert len(packed) == len(findings)


def test_a_finding_that_is_packed_takes_little_memory() -> None:
    packed = Packed(Finding, map(_finding, range(10_000)))

    assert sum(map(sys.getsizeof, packed._lots)) < 10_000 * 100


def test_what_is_held_like_packed_findings_is_packed() -> None:
    findings = [_finding(1)]

    assert isinstance(held(findings, Packed(Finding)), Packed)
    assert held(iter(findings), []) == findings
