"""Ask what would settle what is open: question, line, and what each answer gives."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from govscore.cli import _options as o

if TYPE_CHECKING:
    from govscore.runs.todo import Asked, Lacking

panel = "Score"
examples = (
    "govscore todo lisbon-city-card",
    "govscore todo lisbon-city-card --criterion remedy --answers",
    "govscore todo",
)

_FROM_FILES = 5
"""Trying every answer takes time: fewer files than elsewhere keep somebody waiting."""


def command(
    practice: Annotated[
        str | None,
        typer.Argument(
            metavar="PRACTICE",
            help="The path or the id of a practice, or a folder of them.",
            show_default="the configured folder",
            autocompletion=o.practices,
        ),
    ] = None,
    output: o.TodoOutputs = [],  # noqa: B006 - typer reads the default, and copies it
    criterion: Annotated[
        str | None,
        typer.Option(
            "--criterion",
            metavar="ID",
            help="Only what would settle this criterion.",
            show_default=False,
            autocompletion=o.criteria,
        ),
    ] = None,
    answers: Annotated[
        bool, typer.Option("--answers", help="Spell out what each answer says and gives.")
    ] = False,
    rubric: o.RubricName = None,
    as_of: o.AsOf = None,
    color: o.Color = "auto",
    quiet: o.Quiet = False,
    config: o.Config = None,
    no_config: o.NoConfig = False,
) -> None:
    """Ask what is still open on a practice, by what the best answer adds.

    Each question comes with its line in the file, the words for it and lines to paste. Of a folder:
    what its practices lack most often. A gain supposes documents strong enough for the answer.
    """
    from govscore.cli import _outputs, _session, _terminal
    from govscore.runs.todo import gaps, todo

    flags = _session.Flags(
        rubric, as_of, color=color, quiet=quiet, config=config, no_config=no_config
    )
    outputs = _outputs.Outputs("todo", output, hold=True)
    configuration = _session.configured(flags)
    job = _session.prepared(flags, configuration)
    name = _session.criterion(criterion, job.rubric) if criterion is not None else None
    asked: Asked | Lacking
    if practice is None or os.path.isdir(practice):  # noqa: PTH112 - the method of Path raises where one may not look
        found = _session.found([Path(practice)] if practice else None, configuration)
        with _terminal.progress(len(found.paths), quiet=quiet, least=_FROM_FILES) as tick:
            asked = gaps(found.paths, job, tick, name)
    else:
        asked = todo(_session.practice(practice, configuration), job, name)
    outputs.write(asked.study, _terminal.style(color, answers=answers))
    if not quiet:
        _terminal.findings(asked.findings)
    if any(not each.scored for each in asked.study.inputs):
        raise typer.Exit(1)
