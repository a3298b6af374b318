"""What every page needs of the result, worked out once: pages, criteria, and the rubric's tree."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from govscore.render.html.links import practice_pages
from govscore.render.html.marks import carried
from govscore.render.html.publication import Publication, heading
from govscore.render.html.shapes import shade
from govscore.verdict import Verdict
from govscore.words import capital

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govscore.render.html.links import Page
    from govscore.render.style import Style
    from govscore.result.run import CriterionWords, Finding, Result
    from govscore.result.scored import Node, ScoredPractice

_MANY = 200
"""From here on the overview is large for a browser."""

_LONG = 32
"""A title of more characters is too long for the head of a column."""


@dataclass(frozen=True, slots=True)
class Branch:
    """A node right under the overall, with the nodes under it."""

    node: Node
    short: str
    leaves: tuple[Node, ...]

    @property
    def cells(self) -> tuple[Node, ...]:
        """The nodes that make the branch's cells in a heat map: its leaves, or itself."""
        return self.leaves or (self.node,)


@dataclass(frozen=True)
class Site:
    """A result on its way to pages."""

    result: Result
    style: Style
    publication: Publication = field(default_factory=Publication)
    written: Sequence[bytes] | None = None
    """Each practice as JSON, as it stands in a whole result, where it is there already."""

    @property
    def scores(self) -> Style:
        """How the data beside the pages are written: always the scores, never the findings."""
        return self.style._replace(about="score")

    @cached_property
    def heading(self) -> str:
        """The title of the report."""
        return heading(self.result, self.publication)

    @cached_property
    def marks(self) -> list[list[str]]:
        """The marks that each practice carries."""
        essential = {each.id for each in self.result.rubric.criteria if each.essential}
        return [carried(each, essential) for each in self.result.practices]

    @cached_property
    def pages(self) -> list[Page]:
        """The page of each practice."""
        return practice_pages(each.id for each in self.result.practices)

    @cached_property
    def by_path(self) -> dict[str, tuple[ScoredPractice, Page]]:
        """Each practice and its page, by the path of its file."""
        pages = zip(self.result.practices, self.pages, strict=True)
        return {practice.path: (practice, page) for practice, page in pages}

    @cached_property
    def by_id(self) -> dict[str, tuple[ScoredPractice, Page]]:
        """Each practice and its page, by its id."""
        pages = zip(self.result.practices, self.pages, strict=True)
        return {practice.id: (practice, page) for practice, page in pages}

    @cached_property
    def criteria(self) -> dict[str, CriterionWords]:
        """The rubric's words about each criterion."""
        return {each.id: each for each in self.result.rubric.criteria}

    @cached_property
    def branches(self) -> list[Branch]:
        """The rubric's tree, as the practices carry it; empty without a practice."""
        first = self.result.practices[:1]
        return [
            Branch(node, self._short(node), tuple(n for n in practice.nodes if n.parent == node.id))
            for practice in first
            for node in practice.indicators
        ]

    @cached_property
    def digests(self) -> dict[str, str]:
        """The digest of each file that was read, by its path."""
        return {each.path: each.sha256 for each in self.result.inputs}

    @cached_property
    def findings(self) -> dict[str, list[Finding]]:
        """The findings that no waiver takes out, by the path of their file."""
        found: dict[str, list[Finding]] = {}
        for each in self.verdict.counted:
            found.setdefault(each.path, []).append(each)
        return found

    @property
    def is_large(self) -> bool:
        """Tell whether the practices are so many that a browser should lay them out by and by."""
        return len(self.result.practices) > _MANY

    @cached_property
    def verdict(self) -> Verdict:
        """What the result comes to."""
        return Verdict(self.result, self.style.fail_level)

    @cached_property
    def has_checks(self) -> bool:
        """Tell whether the result carries the outcome of a check."""
        return bool(self.result.findings or self.result.gates or self.result.waivers)

    @property
    def shows_checks(self) -> bool:
        """Tell whether readers are led to the checks: if published, or if there is nothing else."""
        return self.has_checks and (self.publication.checks or not self.result.practices)

    @cached_property
    def missing_is_zero(self) -> bool:
        """Tell whether the rubric counts what is not known as zero: then it has points for it."""
        return any(
            node.point is not None and not node.coverage
            for practice in self.result.practices
            for node in practice.nodes
            if node.low is not None
        )

    @cached_property
    def shades(self) -> list[str]:
        """The shade of each band."""
        return [shade(each.id, self.result.rubric) for each in self.result.rubric.bands]

    def _short(self, node: Node) -> str:
        words = self.result.rubric.words.get(node.id)
        return words or (
            node.title if len(node.title) <= _LONG else capital(node.id.replace("-", " "))
        )
