"""The work of `govscore check`: what to read, what to hold it against, what to report."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from govscore import checks, workspace, yamlio
from govscore.checks import regression, setup, waivers
from govscore.checks.gates import idle
from govscore.cli import _report, _session
from govscore.errors import SetupError
from govscore.result import Result
from govscore.settings import GateSpec, Settings
from govscore.workspace import Found, git
from govscore.workspace.discovery import discover, shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govscore.cli._session import Flags
    from govscore.result import Finding
    from govscore.workspace import Configuration

HOLDING = frozenset({"junit", "csv", "markdown"})
"""Formats that show the practices themselves, so that these must be held until all are there."""


@dataclass(frozen=True)
class Request:
    """What one call of `check` asks for; `minimum` are the least overall and indicator points."""

    paths: Sequence[Path]
    outputs: Sequence[tuple[str, str]]
    minimum: tuple[float | None, float | None] = (None, None)
    changed_since: str | None = None
    base: str | None = None
    other_rubric: bool = False


def check(request: Request, flags: Flags) -> bool:
    """Check, report, and tell whether everything held."""
    configuration = _with_minimum(_session.configured(flags), request)
    found = _found(request, configuration)
    if found is not None and not found.paths and not found.notes:
        return _nothing_changed(flags)
    bars = _bars(request, configuration, flags)
    result = _evaluated(request, configuration, flags, bars, found)
    return _held(result, configuration.settings)


def _with_minimum(configuration: Configuration, request: Request) -> Configuration:
    """Add the gates of the command line to those of the file."""
    overall, indicator = request.minimum
    if overall is None and indicator is None:
        return configuration
    settings = configuration.settings
    gates = [*settings.gates, GateSpec(overall=overall, indicator=indicator)]
    return replace(configuration, settings=settings.model_copy(update={"gates": gates}))


def _found(request: Request, configuration: Configuration) -> Found | None:
    """Find the files, those that changed if so asked; `None` is standard input."""
    if [str(path) for path in request.paths] == ["-"]:
        return None
    found = discover(_session.where(request.paths, configuration))
    if request.changed_since is None:
        return found
    differing = {Path(os.path.normpath(path)) for path in git.changed(request.changed_since)}
    kept = tuple(path for path in found.paths if Path(os.path.relpath(path)) in differing)
    return Found(kept, (), whole=False)


def _nothing_changed(flags: Flags) -> bool:
    if not flags.quiet:
        _report.say("no practice changed; nothing to check")
    return True


def _bars(request: Request, configuration: Configuration, flags: Flags) -> checks.Bars:
    """Settle the gates and the earlier result."""
    settings = configuration.settings
    before, source = None, ""
    if request.base is not None:
        source = request.base
        before = _at_revision(request, configuration, flags)
    elif settings.baseline is not None:
        given = configuration.origins["baseline"] in {"flag", "GOVSCORE_BASELINE"}
        path = Path(settings.baseline) if given else configuration.resolve(settings.baseline)
        source = path.as_posix()
        before = setup.baseline(_bytes(path), source)
    return checks.Bars(
        settings=settings,
        root=configuration.root.as_posix(),
        document=configuration.document,
        before=before,
        source=source,
        other_rubric=request.other_rubric,
    )


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise SetupError(f"{path}: the baseline cannot be read: {error.strerror}") from None


def _at_revision(request: Request, configuration: Configuration, flags: Flags) -> Result:
    """Score the files as they were, with today's rubric and day."""
    job = _session.prepared(flags, configuration)
    paths = _session.where(request.paths, configuration)
    each = [
        workspace.evaluate_document(yamlio.parse(data, shown(path)), job)
        for path, data in git.files(str(request.base), paths)
    ]
    return workspace.gather(job, each, Found((), (), whole=True))


def _evaluated(
    request: Request,
    configuration: Configuration,
    flags: Flags,
    bars: checks.Bars,
    found: Found | None,
) -> Result:
    settings = configuration.settings
    names = {name for name, _ in request.outputs}
    holding = bool(names & HOLDING)
    job = _session.prepared(flags, configuration, thorough=True, bars=bars, packed=not holding)

    def finish(result: Result) -> Result:
        return _selected(_waived(result, bars, whole=found is not None and found.whole), settings)

    if found is None:
        document = yamlio.parse(sys.stdin.buffer.read(), "-")
        job = replace(job, plan=replace(job.plan, pack=None))
        result = finish(workspace.gather(job, [workspace.evaluate_document(document, job)], _NONE))
    elif "json" in names and not holding:
        target = next(target for name, target in request.outputs if name == "json")
        result = _session.streamed(found, job, flags, target, finish)
    else:
        result = finish(_session.gathered(found, job, flags))
    streamed = found is not None and not holding
    outputs = [each for each in request.outputs if not (streamed and each[0] == "json")]
    how = _session.options(flags, fail_level=settings.fail_level, about="check")
    _session.emit(result, outputs, how)
    _remarks(result, bars, flags, whole=found is not None and found.whole)
    return result


_NONE = Found((), (), whole=False)


def _waived(result: Result, bars: checks.Bars, *, whole: bool) -> Result:
    scope = waivers.Scope(
        whole=whole, compared=bars.before is not None, document=bars.document, root=bars.root
    )
    return waivers.waive(result, bars.settings.waivers, scope)


def _selected(result: Result, settings: Settings) -> Result:
    """Keep the findings that are to be reported."""
    kept = [finding for finding in result.findings if _reported(finding, settings)]
    return result.model_copy(update={"findings": kept})


def _reported(finding: Finding, settings: Settings) -> bool:
    chosen = not settings.select or finding.code.startswith(tuple(settings.select))
    return chosen and not finding.code.startswith(tuple(settings.ignore) or ("-",))


def _remarks(result: Result, bars: checks.Bars, flags: Flags, *, whole: bool) -> None:
    """Tell what is no finding, but should not pass in silence."""
    if flags.quiet or not whole:
        return
    for spec in idle(result, bars.settings, bars.root):
        _report.say(f"no practice is under the gate for {', '.join(spec.paths)}")
    if bars.before is not None:
        for name in regression.gone(bars.before, result):
            _report.say(f"{name} was there before and is gone")


def _held(result: Result, settings: Settings) -> bool:
    failing = {"error": ("error",), "warning": ("error", "warning")}.get(
        settings.fail_level, ("error", "warning", "note")
    )
    return not any(
        finding.level in failing and finding.waived_by is None for finding in result.findings
    )
