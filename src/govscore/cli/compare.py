"""Set practices side by side."""

from __future__ import annotations

from functools import cache, partial
from typing import Annotated

import typer

from govscore.cli import _options as o
from govscore.errors import SetupError

panel = "Score"
examples = (
    "govscore compare lisbon-city-card porto-city-card",
    "govscore compare lisbon-city-card@v1.0 lisbon-city-card",
    "govscore compare saved.json#lisbon-city-card lisbon-city-card -o markdown",
)
_MOST = 4


def command(
    practices: Annotated[
        list[str],
        typer.Argument(
            metavar="PRACTICE...",
            help="Two to four: an id or file, either @REVISION, or RESULT.json#ID.",
            autocompletion=o.practices,
        ),
    ],
    output: o.CompareOutputs = [],  # noqa: B006 - typer reads the default, and copies it
    rubric: o.RubricName = None,
    as_of: o.AsOf = None,
    color: o.Color = "auto",
    quiet: o.Quiet = False,
    config: o.Config = None,
    no_config: o.NoConfig = False,
) -> None:
    """Set practices side by side, and say what differs beyond doubt.

    Two parts differ where their ranges have nothing in common: no answer to an open question could
    make them equal. A record is compared with its earlier self as `compare ID@v1.0 ID`.
    """
    from govscore.cli import _outputs, _session, _terminal
    from govscore.runs.sides import side
    from govscore.studies.comparison import compare

    if not 1 < len(practices) <= _MOST:
        raise SetupError(f"compare takes two to four practices, and was given {len(practices)}")
    flags = _session.Flags(
        rubric, as_of, color=color, quiet=quiet, config=config, no_config=no_config
    )
    outputs = _outputs.Outputs("compare", output, hold=True)
    configuration = _session.configured(flags)
    find = partial(_session.practice, configuration=configuration)
    prepared = cache(lambda: _session.prepared(flags, configuration))
    results = [side(each, find, prepared) for each in practices]
    if any(not each.practices for each in results):
        _terminal.findings([found for each in results for found in each.findings])
        raise typer.Exit(1)
    outputs.write(compare(results), _terminal.style(color))
