"""Look at rubrics, and check and test them like code."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from govscore.cli import _options as o
from govscore.cli import _rubrics
from govscore.errors import SetupError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govscore.cli._session import Flags
    from govscore.result.editions import Move
    from govscore.result.run import Finding, Result

app = typer.Typer(
    name="rubric",
    help="Look at rubrics, and check and test them like code.",
    no_args_is_help=True,
)
panel = "Rubrics"
examples = {
    "list": ("govscore rubric list",),
    "show": (
        "govscore rubric show gmpa",
        "govscore rubric show gmpa remedy",
    ),
    "check": ("govscore rubric check rubrics/mine.yaml",),
    "test": ("govscore rubric test rubrics/mine.yaml",),
    "reference": ("govscore rubric reference rubrics/mine.yaml practices",),
    "diff": ("govscore rubric diff gmpa@1.0.0 gmpa practices",),
}


Reference = Annotated[
    str,
    typer.Argument(
        metavar="ID|FILE", help="The id of a rubric, or its file.", autocompletion=o.rubrics
    ),
]


@app.command("list")
def list_(color: o.Color = "auto", config: o.Config = None, no_config: o.NoConfig = False) -> None:
    """List the rubrics that ship with govscore and those in the repository's rubrics/."""
    from govscore.cli import _outputs, _session, _terminal
    from govscore.render.terminal import rubric_tests
    from govscore.rubric.files import home, load, places

    flags = _session.Flags(color=color, config=config, no_config=no_config)
    folders = _rubrics.folders(flags)
    listed = {each.name for each in places(folders) if each.path.parent != home()}
    listed |= {each.id for each in places()}
    found = [load(name, folders) for name in sorted(listed)]
    _outputs.put(rubric_tests.rubrics(found, _terminal.style(color)))
    _rubrics.shadows(flags)


@app.command()
def show(
    reference: Annotated[
        str | None,
        typer.Argument(
            metavar="ID|FILE",
            help="The id of a rubric, or its file; or a criterion of the configured rubric.",
            show_default="the configured rubric",
            autocompletion=o.rubrics,
        ),
    ] = None,
    criterion: Annotated[
        str | None,
        typer.Argument(metavar="CRITERION", help="One criterion alone.", show_default="all"),
    ] = None,
    color: o.Color = "auto",
    config: o.Config = None,
    no_config: o.NoConfig = False,
) -> None:
    """Show the tree with weights and shares, and each criterion with its levels and rules.

    One criterion is shown alone, and below it what the rubric's handbook says on it.
    """
    from govscore.cli import _outputs, _session, _terminal
    from govscore.render.terminal import rubric as view
    from govscore.rubric import files, handbook

    flags = _session.Flags(color=color, config=config, no_config=no_config)
    path, name = _rubrics.asked(reference, criterion, flags)
    rubric = files.load(path, _rubrics.folders(flags))
    _rubrics.shadows(flags, rubric.spec.rubric)
    if name is None:
        _outputs.put(view.sheet(rubric, _terminal.style(color)))
    else:
        known = _session.criterion(name, rubric)
        told = handbook.part(path, known)
        _outputs.put(view.one(rubric, known, told, _terminal.style(color)))


@app.command()
def check(
    reference: Reference,
    color: o.Color = "auto",
    config: o.Config = None,
    no_config: o.NoConfig = False,
) -> None:
    """Show the rubric to be an instrument.

    Every level must have a witness, every criterion a failing and a passing record; silence must
    score nothing, and leaving a section out must raise nothing. Where criteria ask questions, an
    answer to each must move its criterion. Exit code 1 if something fails.
    """
    from govscore import yamlio
    from govscore.checks.findings import findings
    from govscore.cli import _outputs, _session, _terminal
    from govscore.render.terminal import rubric_tests
    from govscore.rubric_testing.instrument import examine

    flags = _session.Flags(color=color, config=config, no_config=no_config)
    rubric, path = _rubrics.checked(reference, flags)
    document = yamlio.read(path, rubric.path)
    own, base = _rubrics.cases(rubric, path, flags)
    tried = examine(rubric, [*own, *base.cases], document)
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

    Of a rubric that extends another the cases of that are run too, as far as they are of what it
    leaves unchanged. Exit code 1 if one fails.
    """
    from govscore.cli import _outputs, _session, _terminal
    from govscore.render.terminal import rubric_tests
    from govscore.result.examination import TriedCase
    from govscore.rubric_testing.case_files import cases_folder
    from govscore.rubric_testing.cases import run

    flags = _session.Flags(color=color, config=config, no_config=no_config)
    rubric, path = _rubrics.checked(reference, flags)
    own, base = _rubrics.cases(rubric, path, flags)
    tried = [
        TriedCase(case.name, case.path, case.line, tuple(run(case, rubric)))
        for case in [*own, *base.cases]
    ]
    if tried or base.left_out:
        _outputs.put(rubric_tests.tested(rubric, tried, base.left_out, _terminal.style(color)))
    if not tried:
        folder = cases_folder(path, rubric.spec.rubric)
        raise SetupError(f"there are no cases of {rubric.spec.rubric} in {folder}")
    raise typer.Exit(1 if any(case.mismatches for case in tried) else 0)


@app.command()
def reference(
    rubric: Reference,
    paths: Annotated[
        list[Path],
        typer.Argument(
            metavar="PATH…", help="The practices of the collection.", show_default=False
        ),
    ],
    color: o.Color = "auto",
    config: o.Config = None,
    no_config: o.NoConfig = False,
) -> None:
    """Reckon the reference of normalised criteria from a collection.

    It prints the `reference` block of the rubric file. Exit code 1 if a file cannot be read.
    """
    from govscore.cli import _outputs, _session, _terminal
    from govscore.rubric.files import load
    from govscore.studies import reference as study

    flags = _session.Flags(color=color, config=config, no_config=no_config)
    result = _scored(rubric, paths, flags)
    unread = [each for each in result.findings if each.code[:3] in {"GS0", "GS1"}]
    _terminal.findings(unread)
    found = study.reference(load(rubric, _rubrics.folders(flags)).spec, result.practices)
    if not found:
        raise SetupError(f"no practice has a number that a normalised criterion of {rubric} reads")
    _outputs.put(study.written(found).encode())
    raise typer.Exit(1 if any(each.level == "error" for each in unread) else 0)


@app.command()
def diff(
    before: Reference,
    after: Reference,
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[PATH [NEWER]]",
            help="Practices to score under both; of two, the second is their newer records.",
            show_default=False,
        ),
    ] = None,
    output: o.RubricDiffOutputs = [],  # noqa: B006 - typer reads the default, and copies it
    as_of: o.AsOf = None,
    color: o.Color = "auto",
    quiet: o.Quiet = False,
    config: o.Config = None,
    no_config: o.NoConfig = False,
) -> None:
    """Say what changed from one rubric, or edition of it, to another.

    With practices, say which of them move, and whether the rubric or their record moves them. An
    edition is named as gmpa@1.0.0.
    """
    from govscore.cli import _outputs, _session, _terminal
    from govscore.rubric.files import load
    from govscore.studies import editions

    flags = _session.Flags(
        as_of=as_of, color=color, quiet=quiet, config=config, no_config=no_config
    )
    outputs = _outputs.Outputs("rubric diff", output, hold=True)
    folders = _rubrics.folders(flags)
    practices, findings = _moves(before, after, paths or [], flags)
    found = editions.difference(load(before, folders), load(after, folders), practices)
    outputs.write(found, _terminal.style(color))
    if not quiet:
        _terminal.findings(findings)
    if any(finding.level == "error" for finding in findings):
        raise typer.Exit(1)


def _moves(
    before: str, after: str, paths: Sequence[Path], flags: Flags
) -> tuple[list[Move], list[Finding]]:
    """Score the earlier records under both rubrics, and the newer ones under the later."""
    from govscore.studies import editions

    if not paths:
        return [], []
    if len(paths) > 2:  # noqa: PLR2004 - the records, and their newer state
        raise SetupError("a difference has two sides; give one folder or file for each")
    first = _scored(before, paths[:1], flags)
    between = _scored(after, paths[:1], flags)
    last = between if len(paths) == 1 else _scored(after, paths[1:], flags)
    moves = editions.moves(first.practices, between.practices, last.practices)
    return list(moves), [*first.findings, *(last.findings if last is not between else [])]


def _scored(rubric: str, paths: Sequence[Path], flags: Flags) -> Result:
    from govscore.cli import _session, _terminal
    from govscore.runs.run import run

    own = flags._replace(rubric=rubric)
    configuration = _session.configured(own)
    job = _session.prepared(own, configuration)
    found = _session.found(paths, configuration)
    with _terminal.progress(len(found.paths), quiet=own.quiet) as tick:
        return run(job, found, tick)
