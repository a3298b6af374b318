"""The work of `govscore report`: a result from files or from an earlier run, drawn and written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govscore.checks import regression
from govscore.cli import _session
from govscore.errors import SetupError
from govscore.render.formats import html
from govscore.render.html.embedding import read_back
from govscore.workspace import discovery, writing

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from govscore.cli._session import Flags
    from govscore.result.run import Result

_SAVED = frozenset({".json", ".html"})


def result(paths: Sequence[Path], flags: Flags) -> Result:
    """Read a saved result, or score the practices."""
    saved = [path for path in paths if path.suffix in _SAVED]
    if saved:
        if len(paths) > 1:
            raise SetupError("a saved result stands alone; give it as the only path")
        return _saved(saved[0])
    configuration = _session.configured(flags)
    job = _session.prepared(flags, configuration, thorough=True)
    found = discovery.discover(_session.where(paths, configuration))
    return _session.gathered(found, job, flags)


def _saved(path: Path) -> Result:
    data = _session.saved(path, str(path))
    if path.suffix == ".html":
        embedded = read_back(data)
        if embedded is None:
            raise SetupError(f"{path} is no report of one file, as `report -o FILE.html` writes it")
        data = embedded
    return regression.baseline(data, path.as_posix())


def publish(result: Result, target: Path, flags: Flags) -> None:
    """Draw a file or a site, and write it whole or not at all."""
    options = _session.options(flags, about="check" if result.gates else "score")
    if target.suffix == ".html":
        writing.write(target, [html.single(result, options)])
    else:
        writing.write_folder(target, html.render(result, options))
