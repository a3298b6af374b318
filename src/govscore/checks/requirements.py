"""What a scored practice is held against: the configured gates, and what it was before."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from govscore.checks import gates
from govscore.checks.findings import findings
from govscore.checks.held import Held
from govscore.checks.regression import Comparison, fits
from govscore.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from govscore.result.run import Finding, Result
    from govscore.result.scored import ScoredPractice
    from govscore.settings import Settings
    from govscore.yamlio import Document


@dataclass(frozen=True)
class Earlier:
    """What the practices were: the earlier result, and its name.

    `between` has the same practices under the rubric of this run, where that differs. `moved` gives
    for the earlier path of a renamed file the one it has now. `expected` are the earlier paths of
    those that should still be there.
    """

    result: Result
    source: str
    between: Result | None = None
    moved: Mapping[str, str] = field(default_factory=dict)
    expected: frozenset[str] = frozenset()

    def of(self, path: str, name: str | None = None) -> ScoredPractice | None:
        """Find what a practice was: by its file, where it was before, then by its id."""
        return self._by_path.get(path) or (self.ids.get(name) if name is not None else None)

    def under_new(self, was: ScoredPractice) -> ScoredPractice | None:
        """Find what an earlier practice is under the rubric of this run, where that differs."""
        return self._under_new.get(was.path)

    def concerning(self, names: Iterable[str]) -> Earlier:
        """Give what concerns practices of these ids, and those whose files have such a name."""
        wanted = frozenset(names)
        kept = {
            each.path
            for path, each in self._by_path.items()
            if each.id in wanted or PurePosixPath(path).stem in wanted
        }

        def only(result: Result) -> Result:
            practices = [each for each in result.practices if each.path in kept]
            return result.model_copy(update={"practices": practices})

        between = self.between and only(self.between)
        return replace(self, result=only(self.result), between=between)

    @cached_property
    def ids(self) -> dict[str, ScoredPractice]:
        """The earlier practices by their ids."""
        return {each.id: each for each in self.result.practices}

    @cached_property
    def _by_path(self) -> dict[str, ScoredPractice]:
        return {self.moved.get(each.path, each.path): each for each in self.result.practices}

    @cached_property
    def _under_new(self) -> dict[str, ScoredPractice]:
        return {each.path: each for each in self.between.practices} if self.between else {}


@dataclass(frozen=True)
class Requirements:
    """The gates and regression rules of a run; `root` is where patterns start."""

    settings: Settings
    root: str = "."
    document: Document | None = None
    earlier: Earlier | None = None
    other_rubric: bool = False

    @property
    def ask(self) -> bool:
        """Tell whether there is anything to hold a practice against."""
        return bool(self.settings.gates) or self.earlier is not None

    def fit(self, head: Result) -> None:
        """See that they go with the rubric at all, before a file is read or a line is written.

        Raises:
            SetupError: A gate names what the rubric lacks, or another rubric made the earlier
                result.
        """
        gates.judge(head, self.settings, self.document, self.root)
        if self.earlier is not None and not self.other_rubric:
            fits(self.earlier.result, head, self.earlier.source)

    def hold(
        self, head: Result, practice: ScoredPractice, document: Document | None = None
    ) -> Held:
        """Hold one practice against them.

        Raises:
            SetupError: As `fit`; that a gate names an unknown indicator only a practice shows.
        """
        one = head.model_copy(update={"practices": [practice]})
        judged, found = gates.judge(one, self.settings, self.document, self.root)
        was = self.earlier and self.earlier.of(practice.path, practice.id)
        if self.earlier and was:
            compared = Comparison(self.settings.regression, self.earlier.source, head)
            between = self.earlier.under_new(was)
            found += compared.falls(was, practice, document, between)
        over = gates.holding(self.settings, practice, self.root)
        return Held(judged, found, over, was.path if was else None)

    def touch(self, path: str) -> Held:
        """Say which gates and which earlier practice a file concerns that could not be scored."""
        was = self.earlier and self.earlier.of(path)
        over = gates.over(self.settings, path, self.root)
        return Held([], [], over, was.path if was else None)

    def left(
        self, busy: Collection[int], compared: Collection[str | None], standing: Iterable[str]
    ) -> Iterator[Finding]:
        """Report what a run over whole folders judged nothing by.

        Args:
            busy: The numbers of the gates that hold a practice.
            compared: The earlier paths of the practices that something was compared with.
            standing: The paths of the files that were not read, as they did not change.
        """
        unread = {*standing}
        if not unread:
            yield from findings(gates.idle(self.settings, busy, self.document), self.document)
        if self.earlier is None:
            return
        for each in self.earlier.result.practices:
            path = self.earlier.moved.get(each.path, each.path)
            if each.path in self.earlier.expected and not {path, each.path} & {*unread, *compared}:
                args = {"name": each.id, "source": self.earlier.source}
                yield from findings([Problem("GS411", each.path, "", None, None, args)])

    def concerning(self, names: Iterable[str]) -> Requirements:
        """Give what concerns practices of these ids, so that no more need be handed on."""
        if self.earlier is None:
            return self
        return replace(self, earlier=self.earlier.concerning(names))

    def compares(self, name: str | None) -> bool:
        """Tell whether there is an earlier practice of this id."""
        return self.earlier is not None and name in self.earlier.ids
