"""A command is one file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

Add = Callable[[str, str], None]
Run = Callable[..., CompletedProcess[str]]

COUNT = '''\
"""Count practices."""

from __future__ import annotations

import typer

from govscore.cli import _options as o

panel = "Look up"


def command(paths: o.Paths = None, config: o.Config = None) -> None:
    """Count the practices that can be read."""
    from govscore.cli import _session
    from govscore.runs.run import run
    from govscore.workspace import discovery

    flags = _session.Flags(config=config)
    configuration = _session.configured(flags)
    job = _session.prepared(flags, configuration)
    found = discovery.discover(_session.where(paths, configuration))
    typer.echo(len(run(job, found).practices))
'''


def test_a_command_is_one_file(house: Path, add: Add, run: Run) -> None:
    add("cli/count.py", COUNT)

    number = len([*(house / "practices").glob("*.yaml")])
    assert run("count").stdout == f"{number}\n"
    assert "Count the practices that can be read." in run("--help").stdout
