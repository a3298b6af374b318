"""govscore says, from its record, how good a practice in the governance of migration is, and why.

The public call is `govscore.score(path)`; everything else is the command line's.
"""

from __future__ import annotations

from govscore.version import ENGINE_VERSION, __version__

TYPE_CHECKING = False  # importing typing would cost more than all the rest of `--version`
if TYPE_CHECKING:
    from pathlib import Path

    from govscore.result.run import Result


__all__ = ["ENGINE_VERSION", "__version__", "score"]


def score(path: str | Path, *, rubric: str | Path = "gmpa", as_of: str | None = None) -> Result:
    """Score the practice file, or every practice file of the folder, at `path`.

    Args:
        path: A practice file or a folder of them.
        rubric: The id of a rubric that govscore ships, or the path of a rubric file.
        as_of: The day of the assessment as `YYYY-MM-DD`; today when left out.

    Returns:
        The result: points 0-100, levels 0-4, shares 0-1, and `None` for what is not known.
        A file that cannot be read is a finding of the result, not an exception.

    Raises:
        govscore.errors.SetupError: The path holds no practice, or the rubric is unusable.
    """
    from pathlib import Path  # noqa: PLC0415 - importing govscore stays instant

    from govscore.runs.plan import Plan, prepare, today  # noqa: PLC0415 - as above
    from govscore.runs.run import run  # noqa: PLC0415 - as above
    from govscore.workspace.discovery import discover  # noqa: PLC0415 - as above

    return run(prepare(Plan(rubric, as_of or today())), discover([Path(path)]))
