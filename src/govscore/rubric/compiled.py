"""A rubric ready to score: its specification with every expression compiled."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from govscore.catalogue.vocabularies import vocab
from govscore.expressions.facts import Fact, Facts
from govscore.expressions.program import Program, Programs
from govscore.practice.record import REQUIRED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govscore.expressions.program import Built
    from govscore.rubric.model import BandSpec, CriterionSpec, NodeSpec, RubricSpec


@dataclass(frozen=True, eq=False, repr=False)
class Rubric:
    """A checked and compiled rubric.

    `rules` holds the programs of each criterion's measure by their place in it; `limits` and
    `needs` are in the order of the rubric's limits and bands; `text` is the file as read, and
    `sha256` its digest. `base` is the rubric that it extends.
    """

    spec: RubricSpec
    text: str
    sha256: str
    path: str
    programs: Programs
    facts: Facts
    rules: dict[str, dict[str, Program]]
    limits: tuple[Program | None, ...]
    needs: tuple[Program | None, ...]
    notes: dict[str, Program]
    base: RubricSpec | None = None

    @cached_property
    def root(self) -> NodeSpec:
        """The overall node."""
        return next(node for node in self.spec.nodes if node.under is None)

    @cached_property
    def top(self) -> list[NodeSpec]:
        """The nodes right under the overall: the indicators."""
        return self.children(self.root.id)

    @cached_property
    def members(self) -> dict[str, list[NodeSpec | CriterionSpec]]:
        """The nodes and criteria right under each node, nodes first, in rubric order."""
        found: dict[str, list[NodeSpec | CriterionSpec]] = {each.id: [] for each in self.spec.nodes}
        members: list[NodeSpec | CriterionSpec] = [*self.spec.nodes, *self.spec.criteria]
        for each in members:
            if each.under is not None:
                found[each.under].append(each)
        return found

    @cached_property
    def top_down(self) -> tuple[str, ...]:
        """The ids of the nodes, each after the one it is under."""
        ordered = [self.root.id]
        for node in ordered:
            ordered += [each.id for each in self.children(node)]
        return tuple(ordered)

    @cached_property
    def plain(self) -> frozenset[str]:
        """The ids of the nodes that are, with all below them, arithmetic means."""
        specs = {each.id: each for each in self.spec.nodes}
        found: set[str] = set()
        for node in reversed(self.top_down):
            below = {each.id for each in self.children(node)}
            if specs[node].mean == "arithmetic" and below <= found:
                found.add(node)
        return frozenset(found)

    @cached_property
    def branches(self) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
        """Each node with its mean and the ids right under it, from below to the overall."""
        means = {each.id: each.mean for each in self.spec.nodes}
        return tuple(
            (node, means[node], tuple(each.id for each in self.members[node]))
            for node in reversed(self.top_down)
        )

    @cached_property
    def bands(self) -> tuple[BandSpec, ...]:
        """The bands, the lowest first."""
        return tuple(sorted(self.spec.bands, key=lambda band: band.start))

    @cached_property
    def starts(self) -> tuple[float, ...]:
        """The points from which each band but the lowest holds."""
        return tuple(band.start for band in self.bands[1:])

    @cached_property
    def ranks(self) -> dict[str, int]:
        """The rank of each band by its id, 0 for the lowest."""
        return {each.id: number for number, each in enumerate(self.bands)}

    @cached_property
    def needed(self) -> tuple[Program | None, ...]:
        """The need of each band, the lowest band first."""
        by_id = dict(zip((each.id for each in self.spec.bands), self.needs, strict=True))
        return tuple(by_id[each.id] for each in self.bands)

    @cached_property
    def indicator(self) -> dict[str, str]:
        """The indicator (a node right under the overall) to which each node belongs.

        The overall stands for itself, for the criteria right under it.
        """
        found: dict[str, str] = {self.root.id: self.root.id}
        for node in self.top_down[1:]:
            under = next(each.under for each in self.spec.nodes if each.id == node)
            found[node] = node if under == self.root.id else found[str(under)]
        return found

    @property
    def required(self) -> Sequence[str]:
        """The fields that a practice file must have beside its id and title."""
        return REQUIRED if self.spec.requires is None else self.spec.requires

    @cached_property
    def leaves(self) -> frozenset[str]:
        """The ids of the criteria."""
        return frozenset(each.id for each in self.spec.criteria)

    @cached_property
    def essential(self) -> frozenset[str]:
        """The ids of the criteria without which no label is firm."""
        return frozenset(each.id for each in self.spec.criteria if each.essential)

    @cached_property
    def phases(self) -> frozenset[str | None]:
        """The phases of the criteria; `None` is of those that have none."""
        return frozenset(each.phase for each in self.spec.criteria)

    @cached_property
    def taken_over(self) -> frozenset[str]:
        """The ids of the criteria whose levels read as in the rubric that this one extends."""
        below = {each.id: each.measure for each in self.base.criteria} if self.base else {}
        return frozenset(
            each.id
            for each in self.spec.criteria
            if (was := below.get(each.id)) is not None
            and (was.descriptors(), was.names())
            == (each.measure.descriptors(), each.measure.names())
        )

    def rated_under(self, rubric: str) -> frozenset[str]:
        """List the criteria for which a rating counts that was given under a rubric."""
        if rubric == self.spec.rubric:
            return self.leaves
        return self.taken_over if rubric == self.spec.extends else frozenset()

    def children(self, node: str) -> list[NodeSpec]:
        """List the nodes right under a node, in rubric order."""
        return [each for each in self.spec.nodes if each.under == node]

    @cached_property
    def weights(self) -> dict[str, float]:
        """The weight of each node and criterion within the node that it is under."""
        return {each.id: each.weight for members in self.members.values() for each in members}

    @cached_property
    def checklists(self) -> dict[str, dict[str, str]]:
        """The items of each criterion that has some, with their words."""
        names = {each.id: each.measure.names() for each in self.spec.criteria}
        return {name: items for name, items in names.items() if items}

    @cached_property
    def strengths(self) -> dict[str, dict[str, int]]:
        """The strength (0-4) of each kind of evidence, by kind of claim."""
        table = self.spec.evidence.strengths
        return {
            claim: {kind: getattr(each, claim) for kind, each in table.items()}
            for claim in ("norm", "process", "effect")
        }

    @cached_property
    def claims(self) -> dict[str, str]:
        """The kind of claim that each criterion makes."""
        return {each.id: each.claim for each in self.spec.criteria}

    @cached_property
    def asking(self) -> dict[str, tuple[str, ...]]:
        """The ids of the criteria that ask for each field."""
        found: dict[str, dict[str, None]] = {}
        for each in self.spec.criteria:
            for ask in each.asks:
                found.setdefault(ask.field, {})[each.id] = None
        return {field: tuple(ids) for field, ids in found.items()}

    @cached_property
    def described(self) -> dict[str, tuple[int, ...]]:
        """The levels that each criterion describes, in ascending order."""
        return {each.id: tuple(sorted(each.measure.descriptors())) for each in self.spec.criteria}


def compile_rubric(
    spec: RubricSpec,
    *,
    text: str,
    sha256: str,
    path: str,
    checked: bool = True,
    base: RubricSpec | None = None,
    built: Built | None = None,
) -> Rubric:
    """Compile every expression of a specification, `checked` unless it is known to be right.

    Expressions that were `built` before need not be compiled again.

    Raises:
        ExpressionError: One of them does not compile.
    """
    programs = Programs(spec.facts, vocab(), checked=checked, built=built)
    facts = Facts(fact_list(spec), programs)
    return Rubric(
        spec=spec,
        text=text,
        sha256=sha256,
        path=path,
        programs=programs,
        facts=facts,
        rules={
            each.id: {at: programs.compile(s) for at, s in each.measure.sources().items()}
            for each in spec.criteria
        },
        limits=tuple(programs.compile(each.when) if each.when else None for each in spec.limits),
        needs=tuple(programs.compile(each.needs) if each.needs else None for each in spec.bands),
        notes={name: programs.compile(each.when) for name, each in spec.notes.items()},
        base=base,
    )


def fact_list(spec: RubricSpec) -> list[Fact]:
    """List the rubric's facts as the expressions room knows them."""
    return [
        Fact(name, of=each.of, where=each.where, value=each.value, says=each.says)
        for name, each in spec.facts.items()
    ]
