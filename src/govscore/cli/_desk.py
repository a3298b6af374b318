"""What `assess` and `rate` begin with: the file, and a terminal that can show screens."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import typer

from govscore.errors import SetupError

if TYPE_CHECKING:
    from pathlib import Path

    from govscore.desk.sitting import Sitting
    from govscore.workspace.configuration import Configuration


def refuse_without_terminal() -> None:
    """See that screens can be shown: keys are read, standard error is drawn on.

    Raises:
        SetupError: They cannot.
    """
    for stream, name in ((sys.stdin, "input"), (sys.stderr, "error"), (sys.stdout, "output")):
        if stream is None or stream.closed or not stream.isatty():
            raise _refused(f"standard {name} is no terminal")
    if os.environ.get("TERM", "") in {"", "dumb"} and os.name != "nt":
        raise _refused("this terminal draws no screens")
    encoding = (sys.stderr.encoding or "ascii").lower().replace("-", "")
    if not encoding.startswith("utf"):
        raise _refused(f"this terminal is set to {encoding}, not to UTF-8")


def _refused(reason: str) -> SetupError:
    return SetupError(f"{reason}; --plain asks line by line")


def record(name: str, configuration: Configuration) -> tuple[Path, bytes]:
    """Find the file of a practice, or the place and first line of one to be begun.

    Raises:
        SetupError: There is none, and the name is no id for a new one.
    """
    from govscore.cli import _session, new

    try:
        return _session.practice(name, configuration), b""
    except SetupError:
        if not new.is_id(name):
            raise
    place = configuration.resolve(configuration.settings.folders[0])
    return new.free(name, place), f"id: {name}\n".encode()


def show(sitting: Sitting, *, ascii_: bool, mouse: bool) -> None:
    """Show the screens until the person leaves."""
    from govscore.desk.screens.app import show as run

    run(sitting, ascii_=ascii_, mouse=mouse)


def prompt(sitting: Sitting) -> None:
    """Ask line by line; the end of the input leaves."""
    from govscore.desk.prompts import Prompts

    Prompts(sitting, ask, say).run()


def ask(text: str) -> str:
    """Ask for a line.

    Raises:
        EOFError: There is none to come.
    """
    from govscore.render.escaping import visible

    if sys.stdin is None:  # closed before we were started
        raise EOFError
    try:
        return str(typer.prompt(_sayable(visible(text)), "", show_default=False, prompt_suffix=""))
    except typer.Abort:
        raise EOFError from None


def say(text: str) -> None:
    """Say a line, harmless to the terminal and within what its encoding has."""
    from govscore.render.escaping import visible

    typer.echo(_sayable(visible(text)))


def _sayable(text: str) -> str:
    encoding = sys.stdout.encoding or "utf-8"
    return (
        text.replace("…", "...").encode(encoding, "replace").decode(encoding)
        if (not encoding.lower().startswith("utf"))
        else text
    )
