"""What governs the evaluation of every file: a plan, and the plan with its rubric loaded."""

from __future__ import annotations

from datetime import UTC, datetime
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from govscore.errors import SetupError
from govscore.result.run import Result, Tool
from govscore.rubric import files
from govscore.rubric.elsewhere import Elsewhere
from govscore.scoring.about import catalogue_info, rubric_info
from govscore.spelling import nearest
from govscore.version import ENGINE_VERSION, __version__
from govscore.words import meant

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from govscore.checks.requirements import Requirements
    from govscore.errors import Problem
    from govscore.result.scored import Scored
    from govscore.rubric.compiled import Rubric


def nothing(practice: Scored) -> bytes:
    """Keep nothing of a practice, where nothing will show it."""
    del practice
    return b""


class Plan(NamedTuple):
    """How to evaluate each file, in a form that can be handed to another process.

    `thorough` adds the checks that a scored file may still fail or that merely observe;
    `requirements` are what it is held against. `keep`, a module's function, makes of a scored
    practice what is kept of it, in its own process; without it practices are held as they are. If
    it is `nothing`, a practice is worked out only as far as rules and requirements ask.
    What breaks the rules of the codes `counted` is not told, only how often each was broken.
    Files are named from `home`, an absolute folder; if it is not given, from here.
    """

    reference: str | Path
    as_of: str
    folders: tuple[Path, ...] = ()
    evidence_cap: bool = True
    suppose: Mapping[str, int] = {}
    thorough: bool = False
    requirements: Requirements | None = None
    keep: Callable[[Scored], bytes] | None = None
    counted: frozenset[str] = frozenset()
    home: str = ""

    def concerning(self, names: Iterable[str]) -> Plan:
        """Give the plan for practices of these ids, with no more of an earlier result."""
        if self.requirements is None:
            return self
        return self._replace(requirements=self.requirements.concerning(names))


class Job(NamedTuple):
    """A plan with its rubric loaded.

    `head` is the result without its files: who made it, with what, on which day. `known_rubrics`
    are the ids under which an assessment may rate, `notes` what is to be said of the
    rubric, and `elsewhere` what other rubrics ask.
    """

    plan: Plan
    rubric: Rubric
    head: Result
    known_rubrics: frozenset[str]
    notes: tuple[Problem, ...] = ()
    elsewhere: Elsewhere = Elsewhere()

    @property
    def digest(self) -> str:
        """A digest of what was prepared, by which another process knows it again."""
        plan = self.plan
        what = (str(plan.reference), plan.as_of, [*map(str, plan.folders)], self.rubric.sha256)
        return sha256(repr(what).encode()).hexdigest()


def today() -> str:
    """Give the current day in UTC, the only clock there is."""
    return datetime.now(tz=UTC).date().isoformat()


def prepare(plan: Plan) -> Job:
    """Load the rubric of a plan.

    Raises:
        SetupError: The rubric is unusable, or what is supposed names no criterion of it.
    """
    rubric = files.load(plan.reference, plan.folders)
    for name in plan.suppose:
        if name not in rubric.leaves:
            near = nearest(name, rubric.leaves)
            raise SetupError(f"there is no criterion '{name}' in {rubric.spec.rubric}{meant(near)}")
    head = Result.model_construct(
        tool=Tool.model_construct(version=__version__),
        engine_version=ENGINE_VERSION,
        as_of=plan.as_of,
        rubric=rubric_info(rubric),
        catalogue=catalogue_info(),
        practices=[],
        inputs=[],
    )
    known = {each.id for each in files.places(plan.folders)}
    notes = files.shadowed(plan.folders, rubric.spec.rubric)
    known.add(rubric.spec.rubric)
    elsewhere = Elsewhere(plan.folders)
    return Job(plan, rubric, head, frozenset(known), tuple(notes), elsewhere)
