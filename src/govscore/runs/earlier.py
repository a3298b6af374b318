"""What practices were: in a saved result, or at a revision, scored as they were scored then."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from govscore import yamlio
from govscore.checks import regression
from govscore.checks.requirements import Earlier
from govscore.checks.saved import result_of
from govscore.errors import SetupError
from govscore.runs.plan import Plan, prepare
from govscore.workspace import configuration as configurations
from govscore.workspace.discovery import Excluded, aside, looks_like_yaml, saved
from govscore.workspace.naming import shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from govscore.result.run import Result
    from govscore.runs.plan import Job
    from govscore.settings import Settings
    from govscore.workspace.configuration import Configuration
    from govscore.workspace.discovery import Found
    from govscore.workspace.history import Past


def from_file(path: Path, named: Sequence[Path], home: str) -> Earlier:
    """Read a saved result; what it has, below the paths that were named, should still be there.

    Its files are named from `home`.

    Raises:
        SetupError: It cannot be read, or is none.
    """
    result = result_of(saved(path, f"{path}: the baseline"), path.as_posix())
    expected = frozenset(
        each.path for each in result.practices if not named or _below(Path(home, each.path), named)
    )
    return Earlier(regression.levels(result), path.as_posix(), expected=expected)


@dataclass(frozen=True)
class State:
    """The repository as it was, seen from the configuration and the files of today.

    `paths` are the files and folders that were named; none, if the configured folders are
    meant. Files are named from `home`. `score` evaluates documents.
    """

    past: Past
    configuration: Configuration
    paths: Sequence[Path]
    home: str
    score: Callable[[Job, Iterable[yamlio.Document]], Result]

    def practices(self, job: Job, found: Found, *, other_rubric: bool) -> Earlier:
        """Score the practices as they were, with the rubric and the configuration of then.

        Args:
            job: What governs the run; its day is that of both.
            found: The files of today.
            other_rubric: Accept that another rubric made the earlier points.

        Raises:
            SetupError: What governed then cannot be used, or another rubric did and nobody said
                that this is meant.
        """
        settings = self._settings
        documents = list(self._documents([_real(path) for path in (*found.paths, *found.unread)]))
        with TemporaryDirectory() as folder:
            then = self._job(Path(folder), job, settings)
        result = self.score(then, documents)
        between = None
        if self._another(then, job, settings):
            if not other_rubric:
                raise self._refused(then, job, settings)
            between = regression.levels(self.score(job, documents))
        renamed = self.past.differences.renamed
        moved = {
            shown(before, self.home): shown(after, self.home) for after, before in renamed.items()
        }
        paths = frozenset(each.path for each in result.practices)
        return Earlier(regression.levels(result), self.past.name, between, moved, paths)

    @property
    def _root(self) -> Path:
        return _real(self.configuration.root)

    @property
    def _settings(self) -> Settings:
        """The configuration of then, as far as it governs scores."""
        path = _real(self.configuration.path) if self.configuration.path is not None else None
        if path is None or path not in self.past.files:
            return configurations.earlier(self.configuration, None)
        [(_, data)] = self.past.read([path])
        return configurations.earlier(
            self.configuration, yamlio.parse(data, f"{self.past.name}:{path.name}")
        )

    def _documents(self, now: Sequence[Path]) -> Iterator[yamlio.Document]:
        """Read the practices as they were, those among them that lie elsewhere by now."""
        settings = self._settings
        folders = [_real(path) for path in self.paths] or [
            _real(self._root / name)
            for name in {*settings.folders, *self.configuration.settings.folders}
        ]
        excluded = Excluded(settings.exclude, self._root.as_posix())
        sources = {old for new, old in self.past.differences.renamed.items() if new in now}
        wanted = [
            path
            for path in self.past.files
            if path in sources or _practice(path, folders, excluded)
        ]
        for path, data in self.past.read(wanted):
            yield yamlio.parse(data, shown(path, self.home))

    def _job(self, folder: Path, job: Job, settings: Settings) -> Job:
        """Prepare the rubric of then, its file and those it extends written out in a folder."""
        rubrics = self._root / "rubrics"
        reference: str | Path = settings.rubric
        named = Path(reference)
        if looks_like_yaml(named):
            from_file = self.configuration.origins.get("rubric", "") not in {
                "flag",
                "GOVSCORE_RUBRIC",
            }
            named = _real(self._root / named if from_file else named)
        wanted = [
            path
            for path in self.past.files
            if path == named or (path.parent == rubrics and looks_like_yaml(path))
        ]
        for path, data in self.past.read(wanted):
            copy = folder / path.relative_to(self.past.top)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(data)
        if looks_like_yaml(named):
            reference = folder / named.relative_to(self.past.top) if named in wanted else named
        places = (_inside(folder, rubrics, self.past.top),)
        plan = Plan(reference, job.plan.as_of, places, evidence_cap=settings.evidence_cap)
        try:
            return prepare(plan)
        except SetupError as error:
            raise self._unusable(error, folder) from None

    def _another(self, then: Job, job: Job, settings: Settings) -> bool:
        """Tell whether points of then and now are of two kinds."""
        return (
            then.rubric.sha256 != job.rubric.sha256
            or then.rubric.spec != job.rubric.spec
            or settings.evidence_cap != job.plan.evidence_cap
        )

    def _refused(self, then: Job, job: Job, settings: Settings) -> SetupError:
        refused = regression.other_rubric(then.head, job.head, self.past.name)
        if then.rubric.sha256 != job.rubric.sha256:
            return refused
        [problem] = refused.problems
        variant = "extended" if then.rubric.spec != job.rubric.spec else "cap"
        args = {**problem.args, "variant": variant, "cap": str(settings.evidence_cap).lower()}
        return SetupError(str(refused), [problem._replace(args=args)])

    def _unusable(self, error: SetupError, folder: Path) -> SetupError:
        """Tell that the rubric of then cannot be used, with the paths that it had."""
        start = f"{folder.as_posix()}/"
        problems = [
            each._replace(path=f"{self.past.name}:{each.path.removeprefix(start)}")
            for each in error.problems
        ]
        said = str(error).replace(start, f"{self.past.name}:")
        return SetupError(f"{said}; it is what governed at {self.past.name}", problems)


def _practice(path: Path, folders: Sequence[Path], excluded: Excluded) -> bool:
    """Tell whether a file of then was read as a practice."""
    if path in folders:
        return True
    if not looks_like_yaml(path) or excluded.means(path.as_posix()):
        return False
    return any(
        path.is_relative_to(folder) and not aside(path.relative_to(folder).parts)
        for folder in folders
    )


def _real(path: Path) -> Path:
    return Path(os.path.realpath(path))


def _below(path: Path, folders: Iterable[Path]) -> bool:
    real = _real(path)
    return any(real.is_relative_to(_real(folder)) for folder in folders)


def _inside(folder: Path, path: Path, top: Path) -> Path:
    """Give the place in a folder of what lies in the repository; elsewhere, nothing changes."""
    return folder / path.relative_to(top) if path.is_relative_to(top) else path
