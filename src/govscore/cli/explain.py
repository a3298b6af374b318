"""Explain a score: rule, facts at file:line, evidence, and what would raise it."""

from __future__ import annotations

from typing import Annotated

import typer

from govscore.cli import _options as o

panel = "Score"
examples = (
    "govscore explain city-card",
    "govscore explain city-card remedy",
)


def command(
    practice: Annotated[
        str,
        typer.Argument(
            metavar="PRACTICE",
            help="The path or the id of a practice.",
            autocompletion=o.practices,
        ),
    ],
    criterion: Annotated[
        str | None,
        typer.Argument(
            metavar="CRITERION",
            help="One criterion in full.",
            show_default="the ways up",
            autocompletion=o.criteria,
        ),
    ] = None,
    rubric: o.RubricName = None,
    as_of: o.AsOf = None,
    suppose: o.Suppose = [],  # noqa: B006 - typer reads the default, and copies it
    no_evidence_cap: o.NoEvidenceCap = False,
    color: o.Color = "auto",
    config: o.Config = None,
    no_config: o.NoConfig = False,
) -> None:
    """Explain why a practice has its score.

    Without a criterion: the five cheapest ways up and the three gaps that cost most.
    """
    from govscore.cli import _outputs, _session, _terminal
    from govscore.render.terminal import explain
    from govscore.runs.run import run
    from govscore.workspace import discovery

    flags = _session.Flags(
        rubric, as_of, no_evidence_cap, suppose, color, config=config, no_config=no_config
    )
    configuration = _session.configured(flags)
    job = _session.prepared(flags, configuration)
    path = _session.practice(practice, configuration)
    result = run(job, discovery.discover([path]))
    if not result.practices:
        _terminal.findings(result.findings)
        raise typer.Exit(1)
    how = _terminal.style(color)
    if criterion is None:
        _outputs.put(explain.practice(result, result.practices[0], how))
    else:
        name = _session.criterion(criterion, job.rubric)
        _outputs.put(explain.criterion(result, result.practices[0], name, how))
