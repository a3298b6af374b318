"""What governs the evaluation of every file: a plan, and the plan with its rubric loaded."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property
from typing import TYPE_CHECKING

import govscore
from govscore.errors import SetupError
from govscore.result.run import Result, Tool
from govscore.rubric import files
from govscore.scoring.about import catalogue_info, rubric_info
from govscore.spelling import nearest
from govscore.words import meant

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from govscore.checks.requirements import Requirements
    from govscore.result.scored import ScoredPractice
    from govscore.rubric.compiled import Rubric


@dataclass(frozen=True)
class Plan:
    """How to evaluate each file, in a form that can be handed to another process.

    `thorough` adds the checks that a scored file may still fail or that merely observe; `bars`
    holds it against gates and an earlier result; `pack` is what to make of a scored practice in its
    own process.
    """

    reference: str | Path
    as_of: str
    folders: tuple[Path, ...] = ()
    evidence_cap: bool = True
    suppose: Mapping[str, int] = field(default_factory=dict)
    thorough: bool = False
    bars: Requirements | None = None
    pack: Callable[[ScoredPractice], bytes] | None = None


@dataclass(frozen=True)
class Job:
    """A plan with its rubric loaded."""

    plan: Plan
    rubric: Rubric

    @cached_property
    def head(self) -> Result:
        """The result without its files: who made it, with what, on which day."""
        return Result(
            tool=Tool(version=govscore.__version__),
            engine_version=govscore.ENGINE_VERSION,
            as_of=self.plan.as_of,
            rubric=rubric_info(self.rubric),
            catalogue=catalogue_info(),
            practices=[],
            inputs=[],
        )

    @cached_property
    def known_rubrics(self) -> frozenset[str]:
        """The ids under which an assessment may rate."""
        return frozenset([self.rubric.spec.rubric, *files.shipped()])


def today() -> str:
    """Give the current day in UTC, the only clock there is."""
    return datetime.now(tz=UTC).date().isoformat()


def prepare(plan: Plan) -> Job:
    """Load the rubric of a plan.

    Raises:
        SetupError: The rubric is unusable, or what is supposed names no criterion of it.
    """
    job = Job(plan, files.load(plan.reference, plan.folders))
    for name in plan.suppose:
        if name not in job.rubric.leaves:
            near = nearest(name, job.rubric.leaves)
            raise SetupError(
                f"there is no criterion '{name}' in {job.rubric.spec.rubric}{meant(near)}"
            )
    return job
