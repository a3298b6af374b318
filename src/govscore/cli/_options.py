"""The options that commands share, each defined once."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from govscore.nearest import nearest

FORMATS = {
    "score": ("table", "json", "markdown", "csv"),
    "check": ("text", "json", "sarif", "junit", "github", "gitlab", "markdown", "csv"),
    "robustness": ("table", "json"),
}
"""The formats that serve each command, the default first."""


def _known(about: str, outputs: list[str]) -> list[str]:
    for output in outputs:
        name = output.split("=", 1)[0]
        if name not in FORMATS[about]:
            near = nearest(name, FORMATS[about])
            meant = (
                f"Did you mean '{near[0]}'?"
                if near
                else f"Choose from {', '.join(FORMATS[about])}."
            )
            raise typer.BadParameter(f"'{name}' is not a format. {meant}")
    return outputs


def _score_formats(outputs: list[str]) -> list[str]:
    return _known("score", outputs)


def _check_formats(outputs: list[str]) -> list[str]:
    return _known("check", outputs)


def _robustness_formats(outputs: list[str]) -> list[str]:
    return _known("robustness", outputs)


Paths = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="PATH",
        help="Practice files or folders; the configured folder, or practices/, if left out.",
        show_default=False,
    ),
]
ScoreOutputs = Annotated[
    list[str],
    typer.Option(
        "-o",
        "--output",
        metavar="FORMAT[=FILE]",
        help="table, json, markdown or csv, to standard output or a file. Repeatable.",
        callback=_score_formats,
        autocompletion=lambda: FORMATS["score"],
        show_default="table",
    ),
]
CheckOutputs = Annotated[
    list[str],
    typer.Option(
        "-o",
        "--output",
        metavar="FORMAT[=FILE]",
        help="text, json, sarif, junit, github, gitlab, markdown or csv. Repeatable.",
        callback=_check_formats,
        autocompletion=lambda: FORMATS["check"],
        show_default="text",
    ),
]

RobustnessOutputs = Annotated[
    list[str],
    typer.Option(
        "-o",
        "--output",
        metavar="FORMAT[=FILE]",
        help="table or json, to standard output or a file. Repeatable.",
        callback=_robustness_formats,
        autocompletion=lambda: FORMATS["robustness"],
        show_default="table",
    ),
]


def _rubrics() -> list[str]:
    from govscore.rubric import shipped

    return shipped()


RubricName = Annotated[
    str | None,
    typer.Option(
        "--rubric",
        metavar="ID|FILE",
        help="The rubric that scores.",
        show_default="gmpa",
        autocompletion=_rubrics,
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
    ),
]
Color = Annotated[
    Literal["auto", "always", "never"],
    typer.Option("--color", help="Colour in the terminal; NO_COLOR is honoured."),
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
