"""What only several files together show: an id used twice, a symlink passed over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govscore.checks.findings import findings
from govscore.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable

    from govscore.result.run import Finding


def across(notes: Iterable[Problem], ids: Iterable[tuple[str, str]]) -> list[Finding]:
    """Find what the files show together (GS205), and pass on what finding them showed (GS010).

    `ids` pairs the id of each practice with its path.
    """
    found = [*notes]
    first: dict[str, str] = {}
    for name, path in ids:
        if name in first:
            args = {"name": name, "first": first[name]}
            found.append(Problem("GS205", path, "/id", 1, 1, args))
        first.setdefault(name, path)
    return findings(found)
