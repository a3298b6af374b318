"""Write the draft of a practice."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from govscore.cli import _options as o
from govscore.errors import SetupError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govscore.workspace.configuration import Configuration

panel = "Write"
examples = (
    "govscore new city-card",
    "govscore new city-card --dir practices/north",
)


def command(
    name: Annotated[
        str,
        typer.Argument(
            metavar="ID", help="Small letters, digits and hyphens: the file's name, too."
        ),
    ],
    folder: Annotated[
        Path | None,
        typer.Option(
            "--dir",
            metavar="DIR",
            help="Where to write it.",
            show_default="the configured practices/",
        ),
    ] = None,
    rubric: o.RubricName = None,
    config: o.Config = None,
    no_config: o.NoConfig = False,
) -> None:
    """Write a commented practice file: the required fields to fill in, the rest as samples.

    The checklists, values and sections are those that the rubric asks for. Nothing is overwritten.
    """
    from govscore.cli import _session, _terminal
    from govscore.scaffold import chosen, draft
    from govscore.workspace import writing

    flags = _session.Flags(rubric, config=config, no_config=no_config)
    configuration = _session.configured(flags)
    place = folder or configuration.resolve(configuration.settings.folders[0])
    path = free(name, place)
    job = _session.prepared(flags, configuration)
    schema = _schema(place, configuration, job.rubric.required)
    text = draft.draft(
        name,
        job.rubric.spec,
        today=job.plan.as_of,
        schema=schema,
        sections=chosen.asked(job.rubric),
    )
    writing.write(path, [text])
    typer.echo(path)
    _terminal.say(f"fill it in; what is still missing, line by line: govscore check {path}")


def is_id(name: str) -> bool:
    """Tell whether a name is made of small letters, digits and single hyphens."""
    from govscore.scaffold import draft

    return bool(name) and draft.identifier(name) == name


def free(name: str, folder: Path) -> Path:
    """Give the path of the practice to be, if the name is an id and nothing stands there yet.

    Raises:
        SetupError: It is none, or something does.
    """
    from govscore.scaffold import draft

    made = draft.identifier(name)
    if made != name or not name:
        hint = f", such as {made}" if made else ""
        raise SetupError(f"'{name}' is no id: write small letters, digits and hyphens{hint}")
    for taken in sorted(folder.rglob(f"{name}.y*ml")):
        raise SetupError(f"{taken} is there already; nothing was written")
    path = folder / f"{name}.yaml"
    if os.path.lexists(path):
        raise SetupError(f"{path} is there already; nothing was written")
    return path


def _schema(folder: Path, configuration: Configuration, requires: Sequence[str]) -> str | None:
    """Give the way from the practice to the schema, writing that if the repository has none yet."""
    from govscore import schemas
    from govscore.cli import _terminal
    from govscore.scaffold.repository import SCHEMA
    from govscore.workspace import writing

    root = configuration.root.resolve()
    path = root / SCHEMA
    if not folder.resolve().is_relative_to(root):
        return None
    if not path.exists():
        writing.write(path, [schemas.schema("practice", requires)])
        _terminal.say(f"wrote {configuration.root / SCHEMA} for editors")
    return Path(os.path.relpath(path, folder.resolve())).as_posix()
