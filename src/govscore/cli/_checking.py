"""The work of `govscore check`: what to read, what to hold it against, what to report."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from govscore import yamlio
from govscore.checks import regression, reporting, waivers
from govscore.checks.gates import idle
from govscore.checks.requirements import Requirements
from govscore.cli import _outputs, _report, _session
from govscore.render import outcomes
from govscore.render.formats import json
from govscore.runs import evaluate
from govscore.settings import GateSpec
from govscore.workspace import git
from govscore.workspace.discovery import Found, discover, shown

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from govscore.cli._session import Flags
    from govscore.render.style import Style
    from govscore.result.run import Result
    from govscore.runs.plan import Job
    from govscore.workspace.configuration import Configuration

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
    reporting.known(configuration.settings)
    found = _found(request, configuration)
    if found is not None and not found.paths:
        return _nothing_changed(request, configuration, flags)
    how = _session.options(flags, fail_level=configuration.settings.fail_level, about="check")
    return outcomes.passed(_evaluated(request, configuration, flags, found, how), how)


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
    differing = git.changed(request.changed_since)
    kept = tuple(path for path in found.paths if Path(os.path.realpath(path)) in differing)
    return Found(kept, (), whole=False)


def _nothing_changed(request: Request, configuration: Configuration, flags: Flags) -> bool:
    """Write the documents asked for all the same: a later step may want to read them."""
    if not flags.quiet:
        _report.say("no practice changed; nothing to check")
    result = _session.prepared(flags, configuration).head
    _outputs.emit(result, request.outputs, _session.options(flags, about="check"))
    return True


def _bars(request: Request, configuration: Configuration, flags: Flags) -> Requirements:
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
        before = regression.baseline(_session.saved(path, f"{path}: the baseline"), source)
    return Requirements(
        settings=settings,
        root=configuration.root.as_posix(),
        document=configuration.document,
        before=before,
        source=source,
        other_rubric=request.other_rubric,
    )


def _at_revision(request: Request, configuration: Configuration, flags: Flags) -> Result:
    """Score the files as they were, with today's rubric and day."""
    job = _session.prepared(flags, configuration)
    paths = _session.where(request.paths, configuration)
    each = [
        evaluate.evaluate_document(yamlio.parse(data, shown(path)), job)
        for path, data in git.files(str(request.base), paths)
    ]
    return evaluate.gather(job, each, Found((), (), whole=True))


def _evaluated(
    request: Request,
    configuration: Configuration,
    flags: Flags,
    found: Found | None,
    how: Style,
) -> Result:
    """Evaluate the files, and write the documents asked for."""
    bars = _bars(request, configuration, flags)
    names = [name for name, _ in request.outputs]
    holding = bool(HOLDING & {*names}) or names.count("json") > 1
    whole = found is not None and found.whole
    pack = None if holding else json.piece if "json" in names else _session.dropped
    job = _session.prepared(flags, configuration, thorough=True, bars=bars, pack=pack)
    bars.fit(job.head)

    def finish(result: Result) -> Result:
        scope = waivers.Scope(
            whole=whole,
            compared=bars.before is not None,
            document=configuration.document,
            root=bars.root,
        )
        waived = waivers.waive(result, bars.settings.waivers, scope)
        return reporting.chosen(waived, bars.settings)

    result, left = _run(request, job, flags, found, finish)
    _outputs.emit(result, left, how)
    _remarks(result, bars, flags, whole=whole)
    return result


def _run(
    request: Request,
    job: Job,
    flags: Flags,
    found: Found | None,
    finish: Callable[[Result], Result],
) -> tuple[Result, Sequence[tuple[str, str]]]:
    """Give the result, and the documents that were not written on the way."""
    outputs = dict(request.outputs)
    if found is None:
        document = yamlio.parse(sys.stdin.buffer.read(), "-")
        job = replace(job, plan=replace(job.plan, pack=None))
        one = evaluate.evaluate_document(document, job)
        return finish(evaluate.gather(job, [one], _NONE)), request.outputs
    if "json" not in outputs or job.plan.pack is None:
        return finish(_session.gathered(found, job, flags)), request.outputs
    result = _outputs.streamed(found, job, flags, outputs["json"], finish)
    return result, [each for each in request.outputs if each[0] != "json"]


_NONE = Found((), (), whole=False)


def _remarks(result: Result, bars: Requirements, flags: Flags, *, whole: bool) -> None:
    """Tell what is no finding, but should not pass in silence."""
    if flags.quiet or not whole:
        return
    for spec in idle(result, bars.settings, bars.root):
        _report.say(f"no practice is under the gate for {', '.join(spec.paths)}")
    if bars.before is not None:
        for name in regression.gone(bars.before, result):
            _report.say(f"{name} was there before and is gone")
