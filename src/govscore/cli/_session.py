"""What every command that reads practices does: settle the configuration, run, and write documents."""

from __future__ import annotations

import os
import shutil
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from govscore import render, workspace
from govscore.cli import _report
from govscore.errors import SetupError
from govscore.nearest import nearest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govscore.result import Result
    from govscore.workspace import Configuration, Job

PIPE_WIDTH = 120
"""Columns when nobody's terminal says otherwise, so that logs fold the same everywhere."""


@dataclass(frozen=True)
class Flags:
    """The flags of one call that govern how it runs."""

    rubric: str | None = None
    as_of: str | None = None
    no_evidence_cap: bool = False
    suppose: Sequence[str] = ()
    color: Literal["auto", "always", "never"] = "auto"
    quiet: bool = False
    verbose: bool = False
    config: Path | None = None
    no_config: bool = False
    settings: dict[str, Any] = field(default_factory=dict)


def configured(flags: Flags) -> Configuration:
    """Merge flags, environment and file."""
    given = {
        "rubric": flags.rubric,
        "as_of": flags.as_of,
        "evidence_cap": False if flags.no_evidence_cap else None,
        **flags.settings,
    }
    configuration = workspace.configure(given, path=flags.config, discover=not flags.no_config)
    if flags.verbose:
        _report.say(f"configuration: {configuration.path or 'none'}")
    return configuration


def prepared(flags: Flags, configuration: Configuration, *, thorough: bool = False) -> Job:
    """Load the rubric and fix what governs every file."""
    settings = configuration.settings
    job = workspace.job(
        _rubric(settings.rubric, configuration),
        as_of=settings.as_of,
        folders=(configuration.root / "rubrics",),
        evidence_cap=settings.evidence_cap,
        suppose=_supposed(flags.suppose),
        thorough=thorough,
    )
    if flags.verbose:
        spec = job.rubric.spec
        _report.say(f"rubric: {spec.rubric} {spec.version} ({job.rubric.sha256[:12]})")
    return job


def _rubric(reference: str, configuration: Configuration) -> str | Path:
    """Resolve a rubric's path where it was written: in the configuration file, or on the command line."""
    if configuration.origins.get("rubric", "").endswith(("flag", "RUBRIC")):
        return reference
    local = reference.endswith((".yaml", ".yml"))
    return configuration.resolve(reference) if local else reference


def _supposed(pairs: Sequence[str]) -> dict[str, int]:
    supposed = {}
    for pair in pairs:
        name, _, level = pair.partition("=")
        if level not in {"0", "1", "2", "3", "4"}:
            raise SetupError(f"--set takes CRITERION=LEVEL with a level from 0 to 4, not '{pair}'")
        supposed[name] = int(level)
    return supposed


def criterion(name: str, job: Job) -> str:
    """Give the id of a criterion of the rubric.

    Raises:
        SetupError: There is none of that name.
    """
    known = [each.id for each in job.rubric.spec.criteria]
    if name in known:
        return name
    near = nearest(name, known)
    meant = f"did you mean {' or '.join(near)}?" if near else f"there are {', '.join(known)}"
    raise SetupError(f"there is no criterion '{name}' in {job.rubric.spec.rubric}; {meant}")


def where(paths: Sequence[Path] | None, configuration: Configuration) -> list[Path]:
    """Give the paths to read: those named, or the configured folder."""
    return list(paths) if paths else [configuration.resolve(configuration.settings.practices)]


def options(flags: Flags, **more: Any) -> render.Options:  # noqa: ANN401 - what render.Options takes
    """Say how to draw on this terminal, or for a pipe."""
    terminal = sys.stdout.isatty()
    width = shutil.get_terminal_size().columns if terminal else int(os.environ.get("COLUMNS") or PIPE_WIDTH)
    wanted = terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    color = {"auto": wanted, "always": True, "never": False}[flags.color]
    return render.Options(width=width, color=color, **more)


def emit(result: Result, outputs: Sequence[str], how: render.Options) -> None:
    """Write the result in every format asked for; the files first, whole or not at all."""
    split = [output.partition("=") for output in outputs]
    to_screen = [name for name, _, target in split if not target]
    if len(to_screen) > 1:
        raise SetupError("only one format can go to standard output; write FORMAT=FILE for the others")
    for name, _, target in split:
        if target:
            pieces = [piece for _, piece in render.render(result, name, how)]
            workspace.write(Path(target), pieces)
    for name in to_screen:
        for _, piece in render.render(result, name, how):
            put(piece)


def put(piece: bytes) -> None:
    """Write bytes to standard output; a reader that has left is no error."""
    try:
        sys.stdout.buffer.write(piece)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
