"""What only several files together show: an id used twice, a symlink passed over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govscore.checks.findings import findings
from govscore.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from govscore.result import Finding, Practice


def across(notes: Iterable[Problem], practices: Sequence[Practice]) -> list[Finding]:
    """Find what the files show together (GS205), and pass on what finding them showed (GS010)."""
    found = [*notes]
    first: dict[str, str] = {}
    for practice in practices:
        if practice.id in first:
            args = {"name": practice.id, "first": first[practice.id]}
            found.append(Problem("GS205", practice.path, "/id", 1, 1, args))
        first.setdefault(practice.id, practice.path)
    return findings(found)
