"""The terminal: what it can show, and what is told on standard error beside the document."""

from __future__ import annotations

import os
import shutil
import sys
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any, Literal

from govscore.render.style import Style
from govscore.words import meant

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from govscore.errors import SetupError
    from govscore.result.run import Finding

PIPE_WIDTH = 120
"""Columns when nobody's terminal says otherwise, so that logs fold the same everywhere."""

FROM_FILES = 50
"""Fewer files are done before a bar could be read."""

_WIDEST = 1000
"""Columns beyond which nobody reads; a wrong COLUMNS would fill the memory with blanks."""


def width() -> int | None:
    """Give the columns of the terminal; `None` where there is none."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else None


def coloured() -> bool:
    """Tell whether colour is wanted: by the environment, or by a terminal that can show it."""
    if os.environ.get("NO_COLOR"):
        return False
    forced = os.environ.get("FORCE_COLOR", "") not in {"", "0"}
    return forced or (sys.stdout.isatty() and os.environ.get("TERM") != "dumb")


def style(color: Literal["auto", "always", "never"] = "auto", **more: Any) -> Style:  # noqa: ANN401 - what Style takes
    """Say how to draw on this terminal, or for a pipe."""
    wanted = {"auto": coloured(), "always": True, "never": False}[color]
    return Style(width=min(width() or _pipe_width(), _WIDEST), color=wanted, **more)


def _pipe_width() -> int:
    given = os.environ.get("COLUMNS", "")
    return (int(given) if given.isdecimal() else 0) or PIPE_WIDTH


@contextmanager
def progress(total: int, *, quiet: bool, least: int = FROM_FILES) -> Iterator[Callable[[], object]]:
    """Show a bar to those who wait at a terminal; give what moves it on by one of the total.

    There is none for fewer than `least`.
    """
    if quiet or total < least or not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("Reading practices", total=total)
        yield lambda: bar.advance(task)


def say(text: str) -> None:
    """Write a line to standard error, cleared of control characters and of commands to a log.

    If standard error is full, it goes to nobody.
    """
    from govscore.render.escaping import unread, visible

    with suppress(OSError):
        sys.stderr.write(unread(visible(text)) + "\n")


def setup(error: SetupError) -> None:
    """Tell why nothing could be evaluated, each problem in a line of its own."""
    say(f"govscore: {error}")
    if error.problems:
        from govscore.checks.findings import findings as found

        findings(found(error.problems))


def findings(found: Iterable[Finding]) -> None:
    """Tell findings in one line each, as file:line:column."""
    for each in found:
        steps = [each.path, each.line, each.column]
        place = ":".join(str(step) for step in steps if step is not None)
        say(f"{place}: {each.level} {each.code} {each.message}{meant(each.suggestions)}")
