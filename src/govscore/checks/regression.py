"""GS905: what was better in an earlier result, a saved one or that of another revision."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from govscore.checks.changes import Spot, Spots
from govscore.checks.findings import findings
from govscore.errors import Problem, SetupError
from govscore.result.scored import LIVE
from govscore.scale import PRECISION, apart

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govscore.result.run import Finding, Result
    from govscore.result.scored import Criterion, ScoredPractice
    from govscore.settings import Regression
    from govscore.yamlio import Document


@dataclass(frozen=True)
class Comparison:
    """How a practice is held against what it was.

    `head` is the head of this run's result, and `source` names the earlier one: a file, or a
    revision.
    """

    how: Regression
    source: str
    head: Result

    def falls(
        self,
        was: ScoredPractice,
        now: ScoredPractice,
        document: Document | None = None,
        between: ScoredPractice | None = None,
    ) -> list[Finding]:
        """Find every fall of a criterion, a node or the label of a practice.

        Args:
            was: The practice in the earlier result.
            now: The practice in this run.
            document: Its file, to place what changed.
            between: The earlier practice under the rubric of this run, where that differs; each
                fall then says whether the rubric or the record is behind it.
        """
        spots = Spots(was, now, document)
        problems = self._fallen(was, now, spots)
        if between is not None:
            by_rubric = {*map(_which, self._fallen(was, between, spots))}
            by_record = {*map(_which, self._fallen(between, now, spots))}
            problems = [_caused(each, by_rubric, by_record) for each in problems]
        against = {"source": self.source, "cause": ""}
        told = [each._replace(args={**against, **each.args}) for each in problems]
        return findings(told, document)

    def _fallen(self, was: ScoredPractice, now: ScoredPractice, spots: Spots) -> list[Problem]:
        pair = _Pair(was, now, self.how, self.head, spots)
        return [*pair.criteria.values(), *pair.nodes(), *pair.label()]


def _which(problem: Problem) -> object:
    return problem.args["subject"]


def _caused(problem: Problem, by_rubric: set[object], by_record: set[object]) -> Problem:
    """Say what is behind a fall; of two small ones that make one together, neither alone is."""
    subject = _which(problem)
    rubric, record = subject in by_rubric, subject in by_record
    words = "rubric" if rubric and not record else "record" if record and not rubric else "both"
    return problem._replace(args={**problem.args, "cause": _CAUSES[words]})


_CAUSES = {
    "rubric": " (rubric)",
    "record": " (record)",
    "both": " (rubric and record)",
}


def fits(before: Result, after: Result, source: str) -> None:
    """See that the rubric of this run made the earlier result.

    Raises:
        SetupError: Another one did.
    """
    if before.rubric.sha256 != after.rubric.sha256:
        raise other_rubric(before, after, source)


def levels(before: Result) -> Result:
    """Keep of an earlier result what a comparison asks for: levels, ends, labels and facts."""
    aside: dict[str, object] = {"selections": []}
    practices = [
        each.model_copy(
            update={
                "lenses": {},
                "breaches": [],
                "criteria": [criterion.model_copy(update=aside) for criterion in each.criteria],
            }
        )
        for each in before.practices
    ]
    told = {"text": "", "criteria": [], "lenses": [], "changelog": []}
    less: dict[str, object] = {"inputs": [], "findings": [], "gates": [], "waivers": []}
    rubric = before.rubric.model_copy(update=told)
    return before.model_copy(update={**less, "rubric": rubric, "practices": practices})


def other_rubric(before: Result, after: Result, source: str) -> SetupError:
    """Say that another rubric made the earlier result, and which."""
    old, new = before.rubric, after.rubric
    variant = "text" if (old.id, old.version) == (new.id, new.version) else "rubric"
    args = {
        "variant": variant,
        "source": source,
        "old": f"{old.id} {old.version}",
        "new": f"{new.id} {new.version}",
        "old_sha": old.sha256[:12],
        "new_sha": new.sha256[:12],
    }
    problem = Problem("GS512", source, "/rubric/sha256", 1, 1, args)
    return SetupError(f"{source}: another rubric made it", [problem])


@dataclass(frozen=True)
class _Pair:
    """A practice before and after, and what is asked of the two."""

    before: ScoredPractice
    after: ScoredPractice
    how: Regression
    head: Result
    spots: Spots

    @cached_property
    def criteria(self) -> dict[str, Problem]:
        """The falls in what is credited; a level is worth 25 points of a criterion."""
        old = {each.id: each for each in self.before.criteria}
        return {
            now.id: self._criterion(was, now)
            for now in self.after.criteria
            if (was := old.get(now.id)) is not None
            and was.credited is not None
            and now.status in LIVE
            and (now.credited is None or self._fell(was.points, now.points))
        }

    def _criterion(self, was: Criterion, now: Criterion) -> Problem:
        variant = "criterion" if now.credited is not None else "criterion_open"
        credited = {"was": f"{was.credited:g}", "now": f"{now.credited or 0:g}"}
        return self._problem(now.id, self.spots.of(was, now), variant=variant, **credited)

    def nodes(self) -> Iterator[Problem]:
        """Compare the overall and the nodes; one between is left to its criteria that fell."""
        explained = {each.under for each in self.after.criteria if each.id in self.criteria}
        indicators = {node.id for node in self.after.indicators}
        end = self.how.on
        old = {node.id: getattr(node, end) for node in self.before.nodes}
        overalls = [getattr(each.overall, end) for each in (self.before, self.after)]
        pairs = [("the overall", "", overalls[0], overalls[1])]
        pairs += [
            (node.title, node.id, old.get(node.id), getattr(node, end))
            for node in self.after.nodes
            if node.id in indicators or node.id not in explained
        ]
        for name, node, was, now in pairs:
            if was is not None and (now is None or self._fell(was, now)):
                decimals = self.head.rubric.decimals
                shown = (f"{was:g}", "") if now is None else apart(was, now, decimals)
                variant = "node" if now is not None else "node_open"
                spot = self._under(node)
                yield self._problem(name, spot, variant=variant, was=shown[0], now=shown[1])

    def label(self) -> Iterator[Problem]:
        """Compare the bands that the label has at the end."""
        was, now = (
            each.label.so_far if self.how.on == "point" else each.label.range[0]
            for each in (self.before, self.after)
        )
        order = self.head.order
        if was is not None and (now is None or order[now] < order.get(was, 0)):
            variant = "label" if now is not None else "label_open"
            yield self._problem("label", self._under(""), variant=variant, was=was, now=now or "")

    def _under(self, node: str) -> Spot:
        """Give the place of the first criterion that fell under a node, or of the first change."""
        indicator = self.after.indicator_of
        for each in self.after.criteria:
            problem = self.criteria.get(each.id)
            if problem is not None and (not node or node in {each.under, indicator.get(each.id)}):
                return problem.pointer, problem.line or 1, problem.column or 1
        return self.spots.first

    def _fell(self, was: float, now: float) -> bool:
        return round(was - now, PRECISION) > self.how.tolerance

    def _problem(self, name: str, spot: Spot, **args: object) -> Problem:
        place, line, column = spot
        words = {"subject": name, "name": name, **args}
        return Problem("GS905", self.after.path, place, line, column, words)
