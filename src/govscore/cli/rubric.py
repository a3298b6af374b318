"""Look at rubrics, and check and test them like code."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from govscore.cli import _options as o
from govscore.errors import SetupError

if TYPE_CHECKING:
    from pathlib import Path

    from govscore.cli._session import Flags
    from govscore.rubric.compiled import Rubric

app = typer.Typer(
    name="rubric",
    help="Look at rubrics, and check and test them like code.",
    no_args_is_help=True,
)
panel = "Rubrics"


def _known() -> list[str]:
    from govscore.rubric.files import shipped

    return shipped()


Reference = Annotated[
    str,
    typer.Argument(
        metavar="ID|FILE", help="The id of a rubric, or its file.", autocompletion=_known
    ),
]


def _folders(flags: Flags) -> tuple[Path, ...]:
    """Give the folders in which rubrics are looked for beside those that ship."""
    from govscore.cli import _session

    return (_session.configured(flags).root / "rubrics",)


def _checked(reference: str, flags: Flags) -> tuple[Rubric, Path]:
    """Load a rubric with every check, those that shipped rubrics are spared included."""
    from govscore.rubric import files

    folders = _folders(flags)
    path = files.locate(reference, folders)
    shown = path.name if path.parent == files.home() else path.as_posix()
    return files.read(path, shown=shown, folders=folders, full=True), path


@app.command("list")
def list_(color: o.Color = "auto", config: o.Config = None, no_config: o.NoConfig = False) -> None:
    """List the rubrics that ship with govscore and those in the repository's rubrics/."""
    from govscore.cli import _outputs, _session, _terminal
    from govscore.render.terminal import rubric_tests
    from govscore.rubric.files import load, shipped

    flags = _session.Flags(color=color, config=config, no_config=no_config)
    folders = _folders(flags)
    own = {path.stem for folder in folders for path in folder.glob("*.yaml")}
    found = [load(name, folders) for name in sorted({*shipped(), *own})]
    _outputs.put(rubric_tests.rubrics(found, _terminal.style(color)))


@app.command()
def show(
    reference: Reference,
    color: o.Color = "auto",
    config: o.Config = None,
    no_config: o.NoConfig = False,
) -> None:
    """Show the tree with weights and shares, and each criterion with its levels and rules."""
    from govscore.cli import _outputs, _session, _terminal
    from govscore.render.terminal.rubric import sheet
    from govscore.rubric.files import load

    flags = _session.Flags(color=color, config=config, no_config=no_config)
    rubric = load(reference, _folders(flags))
    _outputs.put(sheet(rubric, _terminal.style(color)))


@app.command()
def check(
    reference: Reference,
    color: o.Color = "auto",
    config: o.Config = None,
    no_config: o.NoConfig = False,
) -> None:
    """Show the rubric to be an instrument.

    Every level must have a witness, every criterion a failing and a passing record; silence must
    score nothing, and leaving a section out must raise nothing. Exit code 1 if something fails.
    """
    from govscore import yamlio
    from govscore.checks.findings import findings
    from govscore.cli import _outputs, _session, _terminal
    from govscore.render.terminal import rubric_tests
    from govscore.rubric_testing.case_files import load_cases
    from govscore.rubric_testing.instrument import examine

    flags = _session.Flags(color=color, config=config, no_config=no_config)
    rubric, path = _checked(reference, flags)
    document = yamlio.read(path, rubric.path)
    tried = examine(rubric, load_cases(path), document)
    found = findings(tried.problems, document)
    _outputs.put(rubric_tests.examined(rubric, tried, found, _terminal.style(color)))
    raise typer.Exit(1 if found else 0)


@app.command("test")
def run_cases(
    reference: Reference,
    color: o.Color = "auto",
    config: o.Config = None,
    no_config: o.NoConfig = False,
) -> None:
    """Run the rubric's cases: rubrics/tests/ID/, or tests/ beside a file.

    Exit code 1 if one fails.
    """
    from govscore.cli import _outputs, _session, _terminal
    from govscore.render.terminal import rubric_tests
    from govscore.result.examination import TriedCase
    from govscore.rubric_testing.case_files import cases_folder, load_cases
    from govscore.rubric_testing.cases import run

    flags = _session.Flags(color=color, config=config, no_config=no_config)
    rubric, path = _checked(reference, flags)
    tried = [
        TriedCase(case.name, case.path, case.line, tuple(run(case, rubric)))
        for case in load_cases(path)
    ]
    if not tried:
        raise SetupError(f"there are no cases of {rubric.spec.rubric} in {cases_folder(path)}")
    _outputs.put(rubric_tests.tested(rubric, tried, _terminal.style(color)))
    raise typer.Exit(1 if any(case.mismatches for case in tried) else 0)
