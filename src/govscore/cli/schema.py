"""Print the JSON Schema (2020-12) of a format, for editors and other programs."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from govscore.cli import _options as o

panel = "Write"
examples = (
    "govscore schema practice > practice.schema.json",
    "govscore schema practice --rubric rubrics/mine.yaml",
)


def command(
    of: Annotated[
        Literal["practice", "rubric", "config", "result"],
        typer.Argument(metavar="practice|rubric|config|result", help="The format."),
    ],
    rubric: Annotated[
        str | None,
        typer.Option(
            "--rubric",
            metavar="ID|FILE",
            help="Whose records: with the fields that it requires.",
            show_default=False,
            autocompletion=o.rubrics,
        ),
    ] = None,
    config: o.Config = None,
    no_config: o.NoConfig = False,
) -> None:
    """Print the JSON Schema of a practice, rubric, configuration or result."""
    from govscore import schemas
    from govscore.cli import _outputs, _session
    from govscore.errors import SetupError

    if rubric is None:
        _outputs.put(schemas.schema(of))
        return
    if of != "practice":
        raise SetupError(f"--rubric goes with practice; the schema of a {of} is always the same")
    flags = _session.Flags(rubric, config=config, no_config=no_config)
    job = _session.prepared(flags, _session.configured(flags))
    _outputs.put(schemas.schema(of, job.rubric.required))
