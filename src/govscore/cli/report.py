"""Publish an HTML report: a site of pages, or one file that holds everything."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from govscore.cli import _options as o

panel = "Publish"


def command(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="PATH",
            help="Practice files or folders, one saved JSON result, or one report to draw anew; "
            "practices/ if left out.",
            show_default=False,
        ),
    ] = None,
    output: Annotated[
        Path,
        typer.Option(
            "-o",
            "--output",
            metavar="DIR|FILE.html",
            help="A folder for a site, or a file ending in .html for one page.",
        ),
    ] = Path("site"),
    rubric: o.RubricName = None,
    as_of: o.AsOf = None,
    no_evidence_cap: o.NoEvidenceCap = False,
    quiet: o.Quiet = False,
    verbose: o.Verbose = False,
    config: o.Config = None,
    no_config: o.NoConfig = False,
) -> None:
    """Publish an HTML report, from practices or from a saved result.

    The pages need no network and no script. A folder is replaced only if govscore wrote it.
    """
    from govscore.cli import _publishing, _report, _session
    from govscore.verdict import Verdict
    from govscore.words import plural

    flags = _session.Flags(
        rubric,
        as_of,
        no_evidence_cap,
        quiet=quiet,
        verbose=verbose,
        config=config,
        no_config=no_config,
    )
    result = _publishing.result(paths or [], flags)
    _publishing.publish(result, output, flags)
    if not quiet:
        _report.findings(each for each in result.findings if each.level != "note")
        _report.say(f"wrote {output} ({plural(len(result.practices), 'practice')})")
    if not Verdict(result).passed:
        raise typer.Exit(1)
