"""What every command that reads practices begins with: the configuration, the plan, the paths."""

from __future__ import annotations

import gc
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from govscore.cli import _terminal
from govscore.errors import SetupError
from govscore.runs.plan import Plan, prepare, today
from govscore.settings import VARIABLES
from govscore.spelling import nearest
from govscore.words import meant
from govscore.workspace import discovery
from govscore.workspace.configuration import configure

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from govscore.result.scored import Scored
    from govscore.rubric.compiled import Rubric
    from govscore.runs.plan import Job
    from govscore.workspace.configuration import Configuration


class Flags(NamedTuple):
    """The flags of one call; `settings` are those that stand over the configuration file."""

    rubric: str | None = None
    as_of: str | None = None
    no_evidence_cap: bool = False
    suppose: Sequence[str] = ()
    color: Literal["auto", "always", "never"] = "auto"
    quiet: bool = False
    verbose: bool = False
    config: Path | None = None
    no_config: bool = False
    settings: Mapping[str, Any] = {}


def configured(flags: Flags) -> Configuration:
    """Merge flags, environment and file."""
    given = {
        "rubric": flags.rubric,
        "as_of": flags.as_of,
        "evidence_cap": False if flags.no_evidence_cap else None,
        **flags.settings,
    }
    if not flags.quiet:
        variables()
    configuration = configure(given, path=flags.config, discover=not flags.no_config)
    if flags.verbose:
        _terminal.say(f"configuration: {configuration.path or 'none'}")
    return configuration


def variables() -> None:
    """Tell of each variable of the environment that has the look of ours and is not."""
    for name in sorted(name for name in os.environ if name.startswith("GOVSCORE_")):
        if name not in VARIABLES:
            hint = meant(nearest(name, VARIABLES), "govscore config --help lists those that are")
            _terminal.say(f"govscore: {name} in the environment is no setting{hint}")


def prepared(
    flags: Flags,
    configuration: Configuration,
    *,
    thorough: bool = False,
    keep: Callable[[Scored], bytes] | None = None,
    home: str = "",
) -> Job:
    """Load the rubric and fix what governs every file.

    `keep` says what to keep of a practice; files are named from `home`, or else from here.
    """
    settings = configuration.settings
    plan = Plan(
        reference=rubric(configuration),
        as_of=settings.as_of or today(),
        folders=(configuration.root / "rubrics",),
        evidence_cap=settings.evidence_cap,
        suppose=_supposed(flags.suppose),
        thorough=thorough,
        keep=keep,
        home=home,
    )
    job = prepare(plan)
    gc.freeze()  # what is loaded stays: it need not be looked at again
    if flags.verbose:
        spec = job.rubric.spec
        _terminal.say(f"rubric: {spec.rubric} {spec.version} ({job.rubric.sha256[:12]})")
    return job


def rubric(configuration: Configuration) -> str | Path:
    """Name the configured rubric, its path resolved against the place where it was written."""
    reference = configuration.settings.rubric
    from_file = ":" in configuration.origins.get("rubric", "")
    if from_file and reference.endswith((".yaml", ".yml")):
        return configuration.resolve(reference)
    return reference


def criterion(name: str, rubric: Rubric) -> str:
    """Give the id of a criterion of the rubric.

    Raises:
        SetupError: There is none of that name.
    """
    known = [each.id for each in rubric.spec.criteria]
    if name in known:
        return name
    hint = meant(nearest(name, known), f"there are {', '.join(known)}")
    raise SetupError(f"there is no criterion '{name}' in {rubric.spec.rubric}{hint}")


def _supposed(pairs: Sequence[str]) -> dict[str, int]:
    supposed = {}
    for pair in pairs:
        name, _, level = pair.partition("=")
        if level not in {"0", "1", "2", "3", "4"}:
            raise SetupError(f"--set takes CRITERION=LEVEL with a level from 0 to 4, not '{pair}'")
        supposed[name] = int(level)
    return supposed


def where(paths: Sequence[Path] | None, configuration: Configuration) -> list[Path]:
    """Give the paths to read: those named, or the configured folders."""
    if paths:
        return list(paths)
    from_here = configuration.origins.get("practices") == "GOVSCORE_PRACTICES"
    return [
        Path(folder) if from_here else configuration.resolve(folder)
        for folder in configuration.settings.folders
    ]


def excluded(configuration: Configuration) -> discovery.Excluded:
    """Give what the configuration says is no practice."""
    return discovery.Excluded(configuration.settings.exclude, configuration.root.as_posix())


def practice(name: str, configuration: Configuration) -> Path:
    """Find a practice by the path of its file, or by its id in the configured folders.

    Raises:
        SetupError: There is none.
    """
    return discovery.find(name, where(None, configuration), excluded(configuration))


def found(paths: Sequence[Path] | None, configuration: Configuration) -> discovery.Found:
    """Find the files to read: those named, or those of the configured folders."""
    return discovery.discover(where(paths, configuration), excluded(configuration))
