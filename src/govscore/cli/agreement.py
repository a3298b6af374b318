"""Ask how far evaluators agree."""

from __future__ import annotations

from typing import Annotated

import typer

from govscore.cli import _options as o

panel = "Score"
examples = (
    "govscore agreement",
    "govscore agreement practices/lisbon-city-card.yaml -o markdown",
    "govscore agreement -o csv=agreement.csv",
)


def command(
    paths: o.Paths = None,
    output: o.AgreementOutputs = [],  # noqa: B006 - typer reads the default, and copies it
    seed: Annotated[
        int, typer.Option(min=0, help="What the interval is drawn from: same seed, same bytes.")
    ] = 0,
    rubric: o.RubricName = None,
    as_of: o.AsOf = None,
    color: o.Color = "auto",
    quiet: o.Quiet = False,
    config: o.Config = None,
    no_config: o.NoConfig = False,
) -> None:
    """Say how far evaluators agree, where they do not, and where rules see it otherwise.

    Counts the ratings in the records, and those in assessments/ID/ASSESSOR.yaml; while one of
    these is not complete, nothing is told of its practice. Alpha is given from ten rated criteria
    on. It informs; the lower median of the ratings scores.
    """
    from govscore.cli import _outputs, _session, _terminal
    from govscore.runs.assessments import second
    from govscore.runs.run import run
    from govscore.studies.agreement import examine

    flags = _session.Flags(
        rubric, as_of, color=color, quiet=quiet, config=config, no_config=no_config
    )
    outputs = _outputs.Outputs("agreement", output, hold=True)
    configuration = _session.configured(flags)
    job = _session.prepared(flags, configuration)
    found = _session.found(paths, configuration)
    with _terminal.progress(len(found.paths), quiet=quiet) as tick:
        result = run(job, found, tick)
    read = second(configuration.root)
    study = examine(result, read.assessments, read.inputs, seed=seed)
    outputs.write(study, _terminal.style(color))
    findings = [*result.findings, *read.findings]
    if not quiet:
        _terminal.findings(findings)
    if any(finding.level == "error" for finding in findings):
        raise typer.Exit(1)
