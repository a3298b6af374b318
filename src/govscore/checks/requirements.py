"""What a scored practice is held against: the configured gates, and what it was before."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from govscore.checks.gates import judge
from govscore.checks.regression import compare

if TYPE_CHECKING:
    from collections.abc import Iterable

    from govscore.result.run import Finding, Gate, Result
    from govscore.result.scored import ScoredPractice
    from govscore.settings import Settings
    from govscore.yamlio import Document


@dataclass(frozen=True)
class Requirements:
    """The gates and regression rules of a run.

    `before` is the earlier result and `source` its name; `root` is the folder from which patterns
    start.
    """

    settings: Settings
    root: str = "."
    document: Document | None = None
    before: Result | None = None
    source: str = ""
    other_rubric: bool = False

    def fit(self, head: Result) -> None:
        """See that they go with the rubric at all, before a file is read or a line is written.

        Raises:
            SetupError: A gate names what the rubric lacks, or another rubric made the earlier
                result.
        """
        self._held(head, [])

    def hold(self, head: Result, practice: ScoredPractice) -> tuple[list[Gate], list[Finding]]:
        """Hold one practice against them.

        Raises:
            SetupError: As `fit`; that a gate names an unknown indicator only a practice shows.
        """
        one = head.model_copy(update={"practices": [practice]})
        return self._held(one, self._earlier(practice.id))

    def concerning(self, names: Iterable[str]) -> Requirements:
        """Give what concerns practices of these ids, so that no more need be handed on."""
        if self.before is None:
            return self
        earlier = [each for name in names for each in self._earlier(name)]
        return replace(self, before=self.before.model_copy(update={"practices": earlier}))

    def compares(self, name: str | None) -> bool:
        """Tell whether there is an earlier practice of this id."""
        return name in self._practices

    def _held(self, one: Result, earlier: list[ScoredPractice]) -> tuple[list[Gate], list[Finding]]:
        gates, findings = judge(one, self.settings, self.document, self.root)
        if self.before is not None:
            findings += compare(
                self.before.model_copy(update={"practices": earlier}),
                one,
                self.settings.regression,
                source=self.source,
                other_rubric=self.other_rubric,
            )
        return gates, findings

    def _earlier(self, name: str) -> list[ScoredPractice]:
        """Find what a practice was, without a walk through all of them for each."""
        return [self._practices[name]] if name in self._practices else []

    @cached_property
    def _practices(self) -> dict[str, ScoredPractice]:
        return {each.id: each for each in self.before.practices} if self.before else {}
