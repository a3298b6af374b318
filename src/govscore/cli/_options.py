"""The options that commands share, each defined once."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from govscore.render import formats
from govscore.spelling import nearest
from govscore.words import capital, listed, question


def _outputs(command: str) -> Any:  # noqa: ANN401 - typer's own type
    """Offer the formats of a command, to standard output or to files."""
    served = formats.serving(command)

    def known(outputs: list[str]) -> list[str]:
        for output in outputs:
            name = output.split("=", 1)[0]
            if name not in served:
                near = nearest(name, served)
                choice = f"Choose from {', '.join(served)}."
                meant = capital(question([f"'{near[0]}'"])) if near else choice
                raise typer.BadParameter(f"'{name}' is not a format. {meant}")
        return outputs

    return typer.Option(
        "-o",
        "--output",
        metavar="FORMAT[=FILE]",
        help=f"{listed(served, 'or')}, to standard output or a file. Repeatable.",
        callback=known,
        autocompletion=lambda: served,
        show_default=served[0],
    )


Paths = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="PATH",
        help="Practice files or folders; the configured folder, or practices/, if left out.",
        show_default=False,
    ),
]
ScoreOutputs = Annotated[list[str], _outputs("score")]
CheckOutputs = Annotated[list[str], _outputs("check")]
RobustnessOutputs = Annotated[list[str], _outputs("robustness")]
AgreementOutputs = Annotated[list[str], _outputs("agreement")]
CompareOutputs = Annotated[list[str], _outputs("compare")]
TodoOutputs = Annotated[list[str], _outputs("todo")]
RubricDiffOutputs = Annotated[list[str], _outputs("rubric diff")]


def rubrics() -> list[str]:
    """List the rubrics that ship, their earlier editions, and those of the repository."""
    from govscore.cli import _rubrics, _session
    from govscore.errors import SetupError
    from govscore.rubric.places import places

    try:
        folders = _rubrics.folders(_session.Flags(quiet=True))
    except SetupError:
        folders = ()
    return list(dict.fromkeys(each.name for each in places(folders)))


def codes() -> list[str]:
    """List the codes of findings."""
    from govscore import rules

    return list(rules.codes())


def practices() -> list[str]:
    """List the ids of the practices in the configured folder, by the names of their files."""
    from govscore.cli import _session
    from govscore.errors import SetupError

    try:
        configuration = _session.configured(_session.Flags(quiet=True))
        return [each.stem for each in _session.found(None, configuration).paths]
    except SetupError:
        return []


def criteria(ctx: typer.Context) -> list[str]:
    """List the criteria of the rubric that the line names, or of the configured one."""
    from govscore.cli import _session
    from govscore.errors import SetupError

    flags = _session.Flags(rubric=ctx.params.get("rubric"))
    try:
        job = _session.prepared(flags, _session.configured(flags))
    except SetupError:
        return []
    return [each.id for each in job.rubric.spec.criteria]


def levels(ctx: typer.Context) -> list[str]:
    """List what can be supposed of each criterion."""
    return [f"{name}={level}" for name in criteria(ctx) for level in range(5)]


RubricName = Annotated[
    str | None,
    typer.Option(
        "--rubric",
        metavar="ID|FILE",
        help="The rubric that scores.",
        show_default="gmpa",
        autocompletion=rubrics,
    ),
]
AsOf = Annotated[
    str | None,
    typer.Option(
        metavar="DATE", help="The day that dates everything (YYYY-MM-DD).", show_default="today"
    ),
]
NoEvidenceCap = Annotated[
    bool,
    typer.Option("--no-evidence-cap", help="Count every claim, however weak its evidence."),
]
Suppose = Annotated[
    list[str],
    typer.Option(
        "--set",
        metavar="CRITERION=LEVEL",
        help="What if a criterion were at this level (0-4)? Repeatable.",
        show_default=False,
        autocompletion=levels,
    ),
]
Executor = Annotated[
    str | None,
    typer.Option(
        metavar="local|processes|dask:ADDRESS",
        help="Who evaluates the files: this process, all processors, or a cluster.",
        show_default="all processors from 100 files on",
    ),
]
Color = Annotated[
    Literal["auto", "always", "never"],
    typer.Option("--color", help="Colour in the terminal; NO_COLOR and FORCE_COLOR are honoured."),
]
Quiet = Annotated[bool, typer.Option("-q", "--quiet", help="Only the document, no remarks.")]
Verbose = Annotated[
    bool, typer.Option("-v", "--verbose", help="Say which configuration and rubric are used.")
]
Config = Annotated[
    Path | None,
    typer.Option(
        "--config",
        metavar="FILE",
        help="The configuration; govscore.yaml, looked for upward, if left out.",
        show_default=False,
    ),
]
NoConfig = Annotated[bool, typer.Option("--no-config", help="Use no configuration file.")]
Plain = Annotated[
    bool,
    typer.Option(
        "--plain", help="Ask line by line, draw nothing: for screen readers and simple terminals."
    ),
]
Ascii = Annotated[bool, typer.Option("--ascii", help="Draw with ASCII characters alone.")]
NoMouse = Annotated[
    bool, typer.Option("--no-mouse", help="Leave the mouse to the terminal, for copying.")
]
