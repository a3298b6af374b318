"""One practice before one rubric, and before each of its criteria, where conditions are asked."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from govscore.expressions.subset import Subset
from govscore.measures._measure import Answer, Rated
from govscore.pointers import pointer, step
from govscore.practice.computed import whole
from govscore.practice.view import view
from govscore.scoring.backing import Backing
from govscore.scoring.tracing import named, trace

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from govscore.expressions.facts import Facts, Found
    from govscore.expressions.program import Program
    from govscore.measures._measure import Figure, Trace
    from govscore.practice.record import Practice
    from govscore.rubric.compiled import Rubric
    from govscore.rubric.model import CriterionSpec


class Source(NamedTuple):
    """A piece of evidence: whether it comes from the lead body, and of when it is."""

    id: str
    from_lead: bool
    date: str | None


@dataclass(eq=False, repr=False)
class PracticeCase:
    """One practice before one rubric: what its criteria share.

    `view` is the practice with the keys that the rubric's expressions read, and `found` what the
    rubric's facts came to on it; `needs` is the strength of evidence that a level asks for.
    """

    practice: Practice
    rubric: Rubric
    as_of: str
    view: dict[str, Any]
    found: Found
    needs: Mapping[int, int]
    _backings: dict[str, Backing] = field(default_factory=dict)
    _subsets: dict[tuple[str, int], Subset] = field(default_factory=dict)

    def of(self, criterion: CriterionSpec) -> CriterionCase:
        """Give the case of one criterion."""
        return CriterionCase(criterion.id, criterion, self, self.rubric.rules[criterion.id])

    @property
    def facts(self) -> Facts:
        """The facts of the rubric."""
        return self.rubric.facts

    @cached_property
    def whole(self) -> dict[str, Any]:
        """The practice with all its keys, for what is no expression and reads it all the same."""
        return view(self.practice, self.as_of)

    @cached_property
    def record(self) -> dict[str, Any]:
        """The practice in plain values, by the keys of a file; what was left out is absent."""
        return self.practice.model_dump(mode="json", exclude_none=True, by_alias=True)

    @cached_property
    def whole_lists(self) -> dict[str, bool]:
        """Whether each list that may be whole lacks nothing."""
        known: dict[str, bool] | None = self.view.get("whole")  # rules may have asked for it
        return whole(self.practice) if known is None else known

    @cached_property
    def documents(self) -> list[Source]:
        """What counts of each piece of evidence beside its strength, in the order of the file."""
        evidence = self.practice.evidence or ()
        return [Source(each.id, each.from_lead, each.date) for each in evidence]

    @cached_property
    def strengths(self) -> dict[str, dict[str, int]]:
        """The strength (0-4) of each piece of evidence, by kind of claim."""
        kinds = [(each.id, each.type) for each in self.practice.evidence or ()]
        return {
            claim: {name: known.get(kind, 0) for name, kind in kinds}
            for claim, known in self.rubric.strengths.items()
        }

    def ask(self, program: Program) -> bool | None:
        """Evaluate a condition on the practice to true, false or unknown (`None`)."""
        return program.ask(self.found.values)

    def loses(self, program: Program, claim: str, need: int) -> bool:
        """Tell whether a condition reads anything that has no evidence of strength `need`."""
        return self._backing(claim).loses(self.facts.sections(program), need)

    def backed(self, claim: str, need: int) -> Subset:
        """Give the practice as if only items with evidence of strength `need` were there."""
        key = (claim, need)
        if key not in self._subsets:
            left = self._backing(claim).left(need)
            self._subsets[key] = Subset(self.facts, self.view, self.found, left)
        return self._subsets[key]

    def _backing(self, claim: str) -> Backing:
        if claim not in self._backings:
            self._backings[claim] = Backing(self.view, self.strengths[claim])
        return self._backings[claim]

    def strength(self, claim: str, evidence: Iterable[str]) -> int:
        """Give the strength of the best of these pieces of evidence, 0 if there is none."""
        known = self.strengths[claim]
        return max([known.get(each, 0) for each in evidence], default=0)

    @cached_property
    def ratings(self) -> dict[str, list[Rated]]:
        """The ratings under the rubric, by criterion, in the order of the file."""
        lead = {body.name.casefold() for body in self.practice.lead_body or ()}
        found: dict[str, list[Rated]] = {}
        for index, each in enumerate(self.practice.assessments or ()):
            counted = self.rubric.rated_under(each.rubric.split("@")[0])
            for criterion, rating in each.ratings.items():
                if criterion not in counted:
                    continue
                rated = Rated(
                    assessor=each.assessor,
                    independent=(each.affiliation or "").casefold() not in lead,
                    level=rating.level,
                    up_to=rating.up_to,
                    state=rating.state,
                    rationale=rating.rationale,
                    evidence=rating.evidence or (),
                    pointer=f"/assessments/{index}/ratings{step(criterion)}",
                )
                found.setdefault(criterion, []).append(rated)
        return found


@dataclass(eq=False, repr=False, slots=True)
class CriterionCase:
    """One practice before one criterion, as its measure sees it: a `Case`."""

    criterion: str
    spec: CriterionSpec
    shared: PracticeCase
    programs: Mapping[str, Program]
    _answered: dict[str, bool | None] = field(default_factory=dict)

    @property
    def claim(self) -> str:
        """The kind of claim by which evidence is weighed."""
        return self.spec.claim

    @property
    def na(self) -> bool:
        """Whether the rubric says when the criterion does not concern a practice."""
        return self.spec.na is not None

    @property
    def needs(self) -> Mapping[int, int]:
        """The strength of evidence that a level asks for."""
        return self.shared.needs

    @property
    def view(self) -> dict[str, Any]:
        """The practice as conditions see it, with all its keys."""
        return self.shared.whole

    def ask(self, condition: str) -> bool | None:
        """Ask a condition of the measure, once."""
        answered = self._answered
        if condition not in answered:
            answered[condition] = self.programs[condition].ask(self.shared.found.values)
        return answered[condition]

    def backed(self, need: int) -> Backed:
        """Give what asks the conditions where only items with evidence so strong are left."""
        return Backed(self, need)

    def answers(self) -> dict[str, Answer] | None:
        """Give the answers of the criterion's checklist; one without evidence has the section's."""
        section = (self.shared.practice.checks or {}).get(self.criterion)
        if section is None:
            return None
        return {
            name: Answer(
                each.answer,
                _check(self.criterion, name),
                each.evidence or section.evidence or (),
            )
            for name, each in section.answers().items()
        }

    def value(self, key: str) -> Figure | None:
        """Give a value of `indicator_values`, `None` where it is left out or `unknown`."""
        found = self.shared.practice.indicator(key)
        return None if found is None else found.value

    def behind(self, key: str) -> Sequence[str]:
        """Give the ids of the evidence behind a value of `indicator_values`."""
        found = self.shared.practice.indicator(key)
        return () if found is None else found.evidence or ()

    def ratings(self) -> list[Rated]:
        """List the ratings of the criterion."""
        return self.shared.ratings.get(self.criterion, [])

    def strength(self, evidence: Iterable[str]) -> int:
        """Give the strength of the best of these pieces of evidence for the criterion's claim."""
        return self.shared.strength(self.claim, evidence)

    def fault(self) -> str | None:
        """Give the reason why a fact failed that the measure's conditions read."""
        errors = self.shared.found.errors
        if not errors:
            return None
        failed = errors.keys() & self.shared.facts.behind(named(self.programs.values()))
        return errors[min(failed)] if failed else None

    def trace(self, condition: str | None = None) -> Trace:
        """Trace a condition, or all, to the items their facts selected and the fields they read."""
        return trace(self.shared, self.criterion, condition)


class Backed(NamedTuple):
    """The conditions of a measure, asked where only items with strong enough evidence are left."""

    whole: CriterionCase
    need: int

    def ask(self, condition: str) -> bool | None:
        """Ask a condition anew if it reads anything that is gone; else it stays as it is."""
        whole, need = self.whole, self.need
        program = whole.programs[condition]
        if not whole.shared.loses(program, whole.claim, need):
            return whole.ask(condition)
        return program.ask(whole.shared.backed(whole.claim, need).known(program))


@lru_cache(4096)
def _check(criterion: str, name: str) -> str:
    return pointer(["checks", criterion, name])
