"""Answer the questions of the rubric on one record."""

from __future__ import annotations

from typing import Annotated

import typer

from govscore.cli import _options as o

panel = "Write"
examples = (
    "govscore assess lisbon-city-card",
    "govscore assess practices/lisbon-city-card.yaml --plain",
)


def command(
    name: Annotated[
        str,
        typer.Argument(
            metavar="ID|FILE",
            help="The practice; a new id begins a record.",
            autocompletion=o.practices,
        ),
    ],
    plain: o.Plain = False,
    ascii_: o.Ascii = False,
    no_mouse: o.NoMouse = False,
    rubric: o.RubricName = None,
    as_of: o.AsOf = None,
    config: o.Config = None,
    no_config: o.NoConfig = False,
) -> None:
    """Answer a practice's open questions one by one, the one that gives most first.

    Every answer is written to the file at once and scored at once; nothing
    else in the file changes, and z undoes. An id that is not there yet begins
    a record. --plain asks line by line, for screen readers and simple
    terminals.
    """
    from govscore.cli import _desk, _session
    from govscore.desk.sitting import Sitting

    flags = _session.Flags(rubric, as_of, config=config, no_config=no_config)
    if not plain:
        _desk.refuse_without_terminal()
    configuration = _session.configured(flags)
    path, start = _desk.record(name, configuration)
    sitting = Sitting(path, _session.prepared(flags, configuration), start)
    if plain:
        _desk.prompt(sitting)
        return
    _desk.show(sitting, ascii_=ascii_, mouse=not no_mouse)
