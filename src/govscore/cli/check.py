"""Check practices: validate, lint and gate; the command for CI and pre-commit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from govscore.cli import _options as o

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govscore.cli._outputs import Outputs
    from govscore.render.style import Style
    from govscore.runs.check import Check
    from govscore.settings import GateSpec
    from govscore.verdict import Verdict
    from govscore.workspace.configuration import Configuration

panel = "Check"
examples = (
    "govscore check",
    "govscore check practices/city-card.yaml -o concise",
    "govscore check --show note",
    "govscore check --base origin/main -o sarif=check.sarif",
    "govscore check --min-overall 40 --min-indicator 25",
)


def command(
    paths: o.Paths = None,
    output: o.CheckOutputs = [],  # noqa: B006 - typer reads the default, and copies it
    select: Annotated[
        list[str],
        typer.Option(
            metavar="CODE",
            help="Report only these codes, or beginnings. Repeatable.",
            autocompletion=o.codes,
        ),
    ] = [],  # noqa: B006 - as above
    ignore: Annotated[
        list[str],
        typer.Option(
            metavar="CODE",
            help="Do not report these codes, or beginnings. Repeatable.",
            autocompletion=o.codes,
        ),
    ] = [],  # noqa: B006 - as above
    fail_level: Annotated[
        Literal["error", "warning", "note"] | None,
        typer.Option(help="The level from which a finding fails the check.", show_default="error"),
    ] = None,
    show: Annotated[
        Literal["error", "warning", "note"],
        typer.Option(
            help="From which level on each finding is shown in text, concise, markdown, github and "
            "sarif; the others are counted."
        ),
    ] = "warning",
    statistics: Annotated[
        bool,
        typer.Option("--statistics", help="In text, count findings by code; show none of them."),
    ] = False,
    min_overall: Annotated[
        float | None,
        typer.Option(
            min=0,
            max=100,
            metavar="POINTS",
            help="Least proven points of the overall, for every practice.",
        ),
    ] = None,
    min_indicator: Annotated[
        list[str],
        typer.Option(
            metavar="POINTS|ID=POINTS",
            help="Least proven points of every indicator, or of one. Repeatable.",
        ),
    ] = [],  # noqa: B006 - as above
    changed_since: Annotated[
        str | None,
        typer.Option(
            metavar="REV",
            help="Only the files that differ from where this branch left REV; all of them where "
            "the configuration or a rubric differs.",
        ),
    ] = None,
    baseline: Annotated[
        str | None,
        typer.Option(metavar="FILE", help="Fail on a fall against this saved JSON result."),
    ] = None,
    base: Annotated[
        str | None,
        typer.Option(
            metavar="REV",
            help="Fail on a fall, or a practice gone, since this branch left REV (as REV...).",
        ),
    ] = None,
    allow_rubric_change: Annotated[
        bool,
        typer.Option("--allow-rubric-change", help="Compare even if another rubric text scored."),
    ] = False,
    write_waivers: Annotated[
        str | None,
        typer.Option(
            metavar="REASON",
            help="Put aside what fails today: write waivers with this reason to govscore.yaml.",
        ),
    ] = None,
    fix: Annotated[
        bool,
        typer.Option("--fix", help="First mend what has one answer, such as the case of a code."),
    ] = False,
    diff: Annotated[
        bool,
        typer.Option("--diff", help="With --fix: only show what it would change; 1 if anything."),
    ] = False,
    rubric: o.RubricName = None,
    as_of: o.AsOf = None,
    executor: o.Executor = None,
    color: o.Color = "auto",
    quiet: o.Quiet = False,
    verbose: o.Verbose = False,
    config: o.Config = None,
    no_config: o.NoConfig = False,
) -> None:
    """Validate, lint and gate practices; exit 1 if a finding fails or a gate does not hold.

    Gates read what is proven, the low end. A path of '-' reads one file from standard input.
    """
    from govscore.checks import reporting
    from govscore.cli import _mending, _outputs, _session
    from govscore.runs import check
    from govscore.workspace import naming

    chosen = {"select": select or None, "ignore": ignore or None}
    flags = _session.Flags(
        rubric,
        as_of,
        color=color,
        quiet=quiet,
        verbose=verbose,
        config=config,
        no_config=no_config,
        settings={**chosen, "fail_level": fail_level, "baseline": baseline},
    )
    outputs = _outputs.Outputs("check", output)
    configuration = _session.configured(flags)
    reporting.known(configuration.settings)
    where = _session.where(paths, configuration)
    home = naming.home(where, configuration.path)
    job = _session.prepared(flags, configuration, thorough=True, keep=outputs.keep, home=home)
    request = check.Request(
        paths=where,
        given=_read() if list(map(str, paths or [])) == ["-"] else None,
        named=bool(paths),
        gates=_bars(min_overall, min_indicator),
        changed_since=changed_since,
        base=base,
        other_rubric=allow_rubric_change,
        executor=executor or "",
    )
    settled = check.settle(request, configuration, job)
    if fix or diff:
        _mending.mend(settled, fix=fix, diff=diff, quiet=quiet)
    style = _style(settled, color=color, show=show, statistics=statistics)
    verdict = _judged(settled, outputs, style, quiet=quiet)
    adopted = write_waivers is not None and _adopted(verdict, write_waivers, configuration, home)
    if not (adopted or verdict.passed):
        raise typer.Exit(1)


def _read() -> bytes:
    """Read standard input, as far as a file may go, and a byte beyond it."""
    import sys

    from govscore.yamlio.limits import MAX_BYTES

    return sys.stdin.buffer.read(MAX_BYTES + 1)


def _bars(overall: float | None, indicators: Sequence[str]) -> list[GateSpec]:
    """Make gates of the least points that were asked for.

    Raises:
        SetupError: Something is no number from 0 to 100, or one with the id of an indicator.
    """
    from govscore.errors import SetupError
    from govscore.settings import GateSpec

    gates = [GateSpec(overall=overall)] if overall is not None else []
    for given in indicators:
        name, _, points = given.rpartition("=")
        try:
            least = float(points)
        except ValueError:
            least = -1
        if not 0 <= least <= 100 or (not name and "=" in given):  # noqa: PLR2004 - points
            raise SetupError(f"--min-indicator takes POINTS or ID=POINTS (0-100), not '{given}'")
        gates.append(GateSpec(indicator={name: least} if name else least))
    return gates


def _adopted(verdict: Verdict, reason: str, configuration: Configuration, home: str) -> bool:
    """Write waivers for what fails, and tell whether they take out all of it."""
    from govscore.checks import adoption
    from govscore.cli import _terminal
    from govscore.runs.plan import today
    from govscore.words import plural
    from govscore.workspace import naming, waiving

    root = naming.shown(configuration.root, home)
    specs = adoption.waivers(verdict, reason, configuration, root, today())
    path = waiving.add(specs, configuration)
    if specs:
        until = f"until {specs[0].expires}; the owner is {specs[0].owner}"
        _terminal.say(f"wrote {plural(len(specs), 'waiver')} to {path}, {until}")
    left = adoption.kept(verdict)
    if left:
        _terminal.say(f"{plural(left, 'finding')} cannot be waived, and must be mended")
    return not left


def _style(settled: Check, **asked: Any) -> Style:  # noqa: ANN401 - what Style takes
    """Say how to draw what was settled, as was asked."""
    from functools import partial

    from govscore.cli import _terminal
    from govscore.workspace import naming

    return _terminal.style(
        about="check",
        named=partial(naming.from_here, home=settled.job.plan.home),
        fail_level=settled.settings.fail_level,
        changed=settled.changed,
        **asked,
    )


def _judged(settled: Check, outputs: Outputs, style: Style, *, quiet: bool) -> Verdict:
    """Check, and write what was asked for."""
    from govscore.checks import reporting
    from govscore.cli import _terminal
    from govscore.render import outcomes
    from govscore.verdict import Verdict

    if outputs.counts_rest:
        settled = settled.counting(reporting.unshown(settled.settings, style.shows_level))
    with outputs:
        outputs.begin(settled.job.head)
        with _terminal.progress(len(settled.found.paths), quiet=quiet) as tick:
            evaluated, remarks = settled.run(tick, outputs.take)
        levelled = reporting.levelled(evaluated, settled.settings)
        result = reporting.chosen(levelled, settled.settings, settled.requirements.root)
        outputs.end(result, style)
    verdict = Verdict(result, style.fail_level)
    if outputs.to_files and not verdict.passed:
        remarks = [*remarks, outcomes.summary(verdict)]
    if not quiet:
        for remark in remarks:
            _terminal.say(remark)
    return verdict
