"""Publish an HTML report: a site of pages, or one file that holds everything."""

from __future__ import annotations

import gc
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from govscore.cli import _options as o
from govscore.errors import SetupError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from govscore.cli._session import Flags
    from govscore.render.formats.html import File, Spread
    from govscore.render.html.publication import Publication
    from govscore.render.html.subject import Subject
    from govscore.result.agreement import Agreement
    from govscore.result.run import Result
    from govscore.workspace.configuration import Configuration

panel = "Publish"
examples = (
    "govscore report -o site",
    "govscore report practices/city-card.yaml -o city-card.html",
    "govscore report scores.json -o site",
)

_SAVED = frozenset({".json", ".html"})


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
            help="A folder for a site, or a file ending in .html for one page; of one practice "
            "alone, that practice's.",
        ),
    ] = Path("site"),
    light: Annotated[
        bool, typer.Option("--light", help="Leave records and data out of a file ending in .html.")
    ] = False,
    rubric: o.RubricName = None,
    as_of: o.AsOf = None,
    no_evidence_cap: o.NoEvidenceCap = False,
    executor: o.Executor = None,
    quiet: o.Quiet = False,
    verbose: o.Verbose = False,
    config: o.Config = None,
    no_config: o.NoConfig = False,
) -> None:
    """Publish an HTML report, from practices or from a saved result.

    The pages need no network and no script. A folder is replaced only if govscore wrote it. Title,
    publisher, contact and licence come from `report:` in govscore.yaml.
    """
    from govscore.cli import _session, _terminal
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
    if light and output.suffix.lower() != ".html":
        raise SetupError("--light is for one file: give -o FILE.html")
    configuration = _session.configured(flags)
    with _keeping():
        result, written = _result(paths or [], flags, configuration, executor or "")
        told = _publication(result, configuration, light=light)
        _publish(result, written, output, told, executor or "")
    if not quiet:
        _terminal.findings(each for each in result.findings if each.level != "note")
        _terminal.say(f"wrote {output} ({plural(len(result.practices), 'practice')})")
    if not Verdict(result).passed:
        raise typer.Exit(1)


@contextmanager
def _keeping() -> Iterator[None]:
    """Let nobody look for garbage in what is read, all of which is kept until it is drawn.

    Neither scoring nor drawing leaves any that has to be looked for.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _result(
    paths: Sequence[Path], flags: Flags, configuration: Configuration, executor: str
) -> tuple[Result, list[bytes] | None]:
    """Read a saved result; or score the practices, and give them as JSON, too."""
    saved = [path for path in paths if path.suffix.lower() in _SAVED]
    if not saved:
        return _scored(paths, flags, configuration, executor)
    if len(paths) > 1:
        raise SetupError("a saved result stands alone; give it as the only path")
    return _saved(saved[0]), None


def _scored(
    paths: Sequence[Path], flags: Flags, configuration: Configuration, executor: str
) -> tuple[Result, list[bytes]]:
    """Score the practices.

    Each leaves its worker as the JSON that the report publishes, and is read from it here: that
    takes half as long as to send a model, and to write it afterwards.
    """
    from govscore.cli import _session, _terminal
    from govscore.render.formats import json
    from govscore.result.scored import ScoredPractice
    from govscore.runs.run import run

    practices: list[ScoredPractice] = []
    written: list[bytes] = []

    def take(piece: bytes) -> None:
        practices.append(ScoredPractice.model_validate_json(piece))
        written.append(piece)

    job = _session.prepared(flags, configuration, thorough=True, keep=json.practice)
    found = _session.found(paths, configuration)
    with _terminal.progress(len(found.paths), quiet=flags.quiet) as tick:
        result = run(job, found, tick, take, executor=executor)
    unpacked = {"inputs": [*result.inputs], "findings": [*result.findings]}
    return result.model_copy(update={"practices": practices} | unpacked), written


def _saved(path: Path) -> Result:
    from govscore.checks.saved import result_of
    from govscore.render.html.embedding import read_back
    from govscore.workspace import discovery

    data = discovery.saved(path, str(path))
    if path.suffix.lower() == ".html":
        embedded = read_back(data)
        if embedded is None:
            raise SetupError(f"{path} is no report of one file, as `report -o FILE.html` writes it")
        data = embedded
    return result_of(data, path.as_posix())


def _publication(result: Result, configuration: Configuration, *, light: bool) -> Publication:
    """Gather what the configuration says of the report, and how far evaluators agree."""
    from govscore.render.html.publication import Publication

    return Publication(
        **configuration.settings.report.model_dump(),
        agreement=_agreement(result, configuration.root),
        light=light,
    )


def _agreement(result: Result, root: Path) -> Agreement | None:
    """Compare the ratings, where two evaluators rated the same."""
    from govscore.runs.assessments import second
    from govscore.studies.agreement import examine

    read = second(root)
    study = examine(result, read.assessments, read.inputs)
    return study if study.all.pairs else None


def _publish(
    result: Result,
    written: list[bytes] | None,
    target: Path,
    publication: Publication,
    executor: str,
) -> None:
    """Draw a file or a site, and write it whole or not at all.

    Raises:
        SetupError: The file would be too large to be read.
    """
    from govscore.cli import _terminal
    from govscore.render.formats import html
    from govscore.workspace.folders import writing_folder
    from govscore.workspace.writing import write

    style = _terminal.style(about="check" if result.gates else "score")
    if target.suffix.lower() != ".html":
        with writing_folder(target) as put:
            for file in html.render(result, style, publication, _spread(put, executor), written):
                put(*file)
        return
    document = html.single(result, style, publication, written)
    if len(document) > html.LARGEST:
        size, most = (round(each / 1_000_000) for each in (len(document), html.LARGEST))
        advice = "" if publication.light else ", or leave records and data out with --light"
        raise SetupError(
            f"{target} would have {size} MB, and browsers read no more than {most} MB well; "
            f"write a site with -o FOLDER{advice}"
        )
    write(target, [document])


def _spread(put: Callable[[str, bytes], object], executor: str) -> Spread:
    """Have pages drawn on all processors, and each written where it was drawn."""
    from govscore.runs import forked

    def spread(draw: Callable[[Subject], File], subjects: Sequence[Subject]) -> Iterable[File]:
        with closing(
            forked.each(lambda each: put(*draw(each)), subjects, executor=executor)
        ) as drawn:
            for _ in drawn:
                pass
        return ()

    return spread
