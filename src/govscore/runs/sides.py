"""One practice by a name: as it is, as it was at a revision, or as an earlier run scored it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from govscore import yamlio
from govscore.checks.saved import result_of
from govscore.errors import SetupError
from govscore.runs.run import run, run_documents
from govscore.spelling import nearest
from govscore.words import meant
from govscore.workspace import history
from govscore.workspace.discovery import discover, saved
from govscore.workspace.naming import shown

if TYPE_CHECKING:
    from collections.abc import Callable

    from govscore.result.run import Result
    from govscore.runs.plan import Job


def side(name: str, find: Callable[[str], Path], prepared: Callable[[], Job]) -> Result:
    """Give a result of one practice, or of none where its file cannot be scored.

    Args:
        name: An id or a file, either with `@REVISION`, or `RESULT.json#ID`.
        find: Finds the file of a practice by its path or its id.
        prepared: Loads what scores; a saved result needs nothing of it.

    Raises:
        SetupError: There is no such practice, revision or saved result.
    """
    file, _, practice = name.partition("#")
    if file.endswith(".json"):
        return _saved(Path(file), practice)
    stem, at, revision = name.rpartition("@")
    if at and not Path(name).exists():
        return _earlier(find(stem), revision, prepared())
    return run(prepared(), discover([find(name)]))


def _earlier(path: Path, revision: str, job: Job) -> Result:
    then = history.at(revision)
    place = Path(os.path.realpath(path))
    if place not in then.files:
        raise SetupError(f"there is no {path} at '{revision}'")
    [(_, data)] = then.read([place])
    return run_documents(job, [yamlio.parse(data, f"{revision}:{shown(path)}")])


def _saved(path: Path, practice: str) -> Result:
    result = result_of(saved(path, str(path)), path.as_posix())
    known = {each.id: each for each in result.practices}
    if not practice and len(known) == 1:
        return result
    if practice not in known:
        hint = meant(nearest(practice, known), f"name one, as {path}#ID")
        what = f"no practice '{practice}'" if practice else f"{len(known)} practices"
        raise SetupError(f"{path} holds {what}{hint}")
    return result.model_copy(update={"practices": [known[practice]]})
