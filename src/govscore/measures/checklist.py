"""Levels by a list of yes/no facts.

Of n applicable items, y answered yes: level 4 if y = n; 3 if y ≥ n-1 and y ≥ 2; 2 if y ≥ n-2 and
2y ≥ n; 1 if y ≥ 1; else 0. `partly` counts as no, and is shown. What is open widens the interval.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import Field

from govscore.measures._lack import Lack
from govscore.measures._measure import Case, Descriptor, Measure, Reading, Reason
from govscore.pointers import pointer
from govscore.scale import TOP

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from govscore.measures._measure import Answer
    from govscore.result.run import CriterionWords
    from govscore.result.scored import Criterion


class Checklist(Measure):
    """A criterion made of named checks."""

    decided = "Decided by counting checks."

    kind: Literal["checklist"]
    items: dict[str, str]
    levels: dict[Annotated[int, Field(ge=0, le=TOP)], Descriptor]

    def names(self) -> dict[str, str]:
        """List the checks."""
        return dict(self.items)

    def extremes(self, criterion: str) -> list[dict[str, Any]]:
        """Give the checklist answered no throughout, and yes throughout."""
        return [
            {"checks": {criterion: dict.fromkeys(self.items, answer)}} for answer in ("no", "yes")
        ]

    def lacks(self, case: Case) -> Iterator[Lack]:
        """List the checks without an answer."""
        answers = case.answers() or {}
        for name, words in self.items.items():
            if name not in answers or answers[name].answer == "unknown":
                yield _unanswered(case.criterion, name, words)

    def answers(self) -> list[tuple[Any, str]]:
        """List the answers to a check."""
        return [(answer, "") for answer in ("yes", "partly", "no", "not_applicable")]

    def read(self, case: Case) -> Reading:
        """Count the answers, and what could still be answered yes."""
        answers = case.answers()
        sorted_ = self._sorted(answers or {})
        total = len(self.items) - len(sorted_["not_applicable"])
        if answers is None or len(sorted_["unknown"]) >= total:
            return Reading.unassessed("silent", **sorted_ if answers is not None else {})
        strengths = [case.strength(answers[name].evidence) for name in sorted_["yes"]]
        low = level(total, len(strengths))
        high = level(total, len(strengths) + len(sorted_["unknown"]))
        credited = _credited(total, strengths, low, case.needs)
        answered = [answers[name] for name in self.items if name not in sorted_["unknown"]]
        return Reading.between(
            low,
            high,
            credited,
            "checklist",
            args={**sorted_, "of": total},
            pointers=tuple(each.pointer for each in answered),
            evidence=tuple(dict.fromkeys(e for each in answered for e in each.evidence)),
        )

    def _sorted(self, answers: Mapping[str, Answer]) -> dict[str, list[str]]:
        """Sort the checks by their answer; a check without an answer is unknown."""
        sorted_: dict[str, list[str]] = {
            answer: [] for answer in ("yes", "partly", "no", "unknown", "not_applicable")
        }
        for name in self.items:
            sorted_[answers[name].answer if name in answers else "unknown"].append(name)
        return sorted_


@lru_cache(4096)
def _unanswered(criterion: str, name: str, words: str) -> Lack:
    """Name a check, of which there are as many as the rubric has."""
    place = pointer(["checks", criterion, name])
    return Lack("item", f"checks.{criterion}.{name}", (place,), words)


def level(total: int, yes: int) -> int:
    """Give the level (0-4) of `yes` out of `total` applicable checks."""
    if yes == total:
        return TOP
    if yes >= total - 1 and yes >= 2:  # noqa: PLR2004 - one yes alone is never substantial
        return 3
    if yes >= total - 2 and 2 * yes >= total:
        return 2
    return 1 if yes else 0


def _credited(total: int, strengths: list[int], claimed: int, needs: Mapping[int, int]) -> int:
    for candidate in range(claimed, 0, -1):
        counted = sum(strength >= needs.get(candidate, 0) for strength in strengths)
        if level(total, counted) >= candidate:
            return candidate
    return 0


def _counted(found: Criterion, words: CriterionWords) -> str:
    args = found.because.args
    parts = [f"{len(args['yes'])} of {args['of']} in place"]
    for answer, saying in (("partly", "partly"), ("no", "missing"), ("unknown", "not known")):
        if args[answer]:
            named = ", ".join(words.items.get(name, name) for name in args[answer])
            parts.append(f"{saying}: {named}")
    return "; ".join(parts) + "."


REASONS = {"checklist": Reason(_counted)}
