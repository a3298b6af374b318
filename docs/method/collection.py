"""The practices of this repository, scored on the day that the page states."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import govscore

if TYPE_CHECKING:
    from govscore.result.run import Result
    from govscore.result.scored import Criterion, Node, ScoredPractice

PRACTICES = Path(__file__).parents[2] / "practices"
AS_OF = "2026-11-24"
EDITION = "gmpa@2.0.0"
FIRST = "gmpa@1.0.0"
ORDERED = (
    "sao-paulo-pmpi",
    "portugal-cnaim",
    "qatar-kafala-reform",
    "canada-sawp",
    "uk-hostile-environment",
    "us-migrant-protection-protocols",
)
"""Practices that most readers would put in this order."""
CONTESTED = (
    "uk-hostile-environment",
    "australia-offshore-processing",
    "us-migrant-protection-protocols",
    "eu-turkey-statement",
)
BESIDE = ("jordan-compact", "qatar-kafala-reform", "thailand-regularisation")
"""Practices shown beside the contested ones: mixed records, none of them a conflict throughout."""


def scored() -> Result:
    """Score the practices of this repository under the edition that the page is about."""
    return govscore.score(PRACTICES, rubric=EDITION, as_of=AS_OF)


def indicators(practice: ScoredPractice) -> list[Node]:
    """List the three indicators of a practice."""
    return [n for n in practice.nodes if n.kind == "indicator"]


def phases(practice: ScoredPractice, indicator: str) -> list[Node]:
    """List the phases of an indicator."""
    return [n for n in practice.nodes if n.parent == indicator]


def by_criterion(result: Result) -> dict[str, list[Criterion]]:
    """Gather the readings of each criterion over all practices."""
    found: dict[str, list[Criterion]] = {}
    for practice in result.practices:
        for criterion in practice.criteria:
            found.setdefault(criterion.id, []).append(criterion)
    return found
