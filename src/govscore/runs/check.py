"""A check: which files, held against what, and what of it is no finding but should be told."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from govscore import yamlio
from govscore.checks import waivers
from govscore.checks.requirements import Requirements
from govscore.runs import changed, earlier
from govscore.runs.plan import today
from govscore.runs.run import run, run_documents
from govscore.workspace import history
from govscore.workspace.discovery import Excluded, Found, discover
from govscore.workspace.naming import shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from govscore.checks.requirements import Earlier
    from govscore.result.run import Result
    from govscore.runs.plan import Job
    from govscore.settings import GateSpec, Settings
    from govscore.workspace.configuration import Configuration


@dataclass(frozen=True)
class Request:
    """What one check asks for, beside its configuration.

    `paths` are where practices lie, and `named` tells that the configuration did not say so;
    `given` is a practice that came without a file, in their stead. `gates` are added to those of
    the configuration; `executor` is who evaluates files.
    """

    paths: Sequence[Path]
    named: bool = False
    given: bytes | None = None
    gates: Sequence[GateSpec] = ()
    changed_since: str | None = None
    base: str | None = None
    other_rubric: bool = False
    executor: str = ""


class Checked(NamedTuple):
    """The result, and the remarks that should not pass in silence."""

    result: Result
    remarks: list[str]


@dataclass(frozen=True)
class Check:
    """A check of which all is settled, before a file is read or a line is written."""

    job: Job
    found: Found
    given: yamlio.Document | None
    requirements: Requirements
    remarks: tuple[str, ...] = ()
    changed: frozenset[str] = frozenset()
    """The files that differ from the revision that was named, if one was."""
    executor: str = ""

    @property
    def settings(self) -> Settings:
        """The configuration, with the gates of the request."""
        return self.requirements.settings

    def counting(self, codes: frozenset[str]) -> Check:
        """Give the same check, which of these codes only counts what it finds."""
        plan = self.job.plan._replace(counted=codes)
        return replace(self, job=self.job._replace(plan=plan))

    def run(self, tick: Callable[[], object], take: Callable[[bytes], object]) -> Checked:
        """Evaluate, and take out what is waived; `tick` and `take` are as for any run."""
        if self.given is not None:
            evaluated = run_documents(self.job, [self.given], take)
        elif self.found.paths or self.requirements.earlier is not None:
            evaluated = run(self.job, self.found, tick, take, executor=self.executor)
        else:
            return Checked(self.job.head, [*self.remarks])
        scope = waivers.Scope(
            today=today(),
            whole=self.found.whole and not self.found.unread,
            compared=self.requirements.earlier is not None,
            document=self.requirements.document,
            root=self.requirements.root,
            base=waivers.base(self.settings),
        )
        result = waivers.waive(evaluated, self.settings.ruled.granted, scope)
        return Checked(result, [*self.remarks])


def settle(request: Request, configuration: Configuration, job: Job) -> Check:
    """Find the files, and settle what they are held against.

    Raises:
        SetupError: Files, a revision or the earlier result cannot be had, or do not go with the
            rubric; a waiver lasts too long.
    """
    waivers.bounded(configuration.settings, configuration.document, today())
    given = None if request.given is None else yamlio.parse(request.given, "-")
    found, remarks = _found(request, configuration, job.plan.home)
    settings = _with_gates(configuration.settings, request.gates)
    root = shown(configuration.root, job.plan.home)
    document = _document(configuration, job)
    if given is None and not found.paths and not _compares(request, settings):
        return Check(job, found, None, Requirements(settings, root, document), remarks)
    required = Requirements(
        settings=settings,
        root=root,
        document=document,
        earlier=_earlier(request, configuration, job, found),
        other_rubric=request.other_rubric,
    )
    required.fit(job.head)
    plan = job.plan._replace(requirements=required)
    differing = _changed(request, job.plan.home)
    held = job._replace(plan=plan)
    return Check(held, found, given, required, remarks, differing, request.executor)


def _compares(request: Request, settings: Settings) -> bool:
    return request.base is not None or settings.baseline is not None


def _changed(request: Request, home: str) -> frozenset[str]:
    """Name the files that changed since the revision of the request, as the result names them."""
    revision = request.changed_since or request.base
    if revision is None:
        return frozenset()
    return frozenset(shown(path, home) for path in history.past(revision).differences.files)


def _document(configuration: Configuration, job: Job) -> yamlio.Document | None:
    """Give the configuration file, named as the files of practices are."""
    document = configuration.document
    if document is None or configuration.path is None:
        return document
    return document.called(shown(configuration.path, job.plan.home))


def _found(
    request: Request, configuration: Configuration, home: str
) -> tuple[Found, tuple[str, ...]]:
    """Find the files, those that changed if so asked, and say what else there is to say."""
    if request.given is not None:
        return Found((), (), whole=False), ()
    excluded = Excluded(configuration.settings.exclude, configuration.root.as_posix())
    if request.changed_since is None:
        return discover(request.paths, excluded, home), ()
    since = history.past(request.changed_since)
    return changed.found(request.paths, excluded, since, configuration, home)


def _earlier(
    request: Request, configuration: Configuration, job: Job, found: Found
) -> Earlier | None:
    """Settle the earlier result: of a revision, or saved."""
    named = request.paths if request.named else ()
    if request.base is not None:
        past = history.past(request.base)
        state = earlier.State(past, configuration, named, job.plan.home, _scored)
        return state.practices(job, found, other_rubric=request.other_rubric)
    if configuration.settings.baseline is not None:
        path = _baseline(configuration.settings.baseline, configuration)
        return earlier.from_file(path, named, job.plan.home)
    return None


def _scored(job: Job, documents: Iterable[yamlio.Document]) -> Result:
    """Score documents, and no more."""
    plan = job.plan._replace(thorough=False, keep=None, requirements=None)
    return run_documents(job._replace(plan=plan), documents)


def _baseline(name: str, configuration: Configuration) -> Path:
    """Resolve the path of the earlier result against the place where it was written."""
    from_here = configuration.origins["baseline"] in {"flag", "GOVSCORE_BASELINE"}
    return Path(name) if from_here else configuration.resolve(name)


def _with_gates(settings: Settings, gates: Sequence[GateSpec]) -> Settings:
    """Add the gates of the request to those of the file."""
    return settings.model_copy(update={"gates": [*settings.gates, *gates]}) if gates else settings
