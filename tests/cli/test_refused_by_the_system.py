"""What the system does not let us do is said in a sentence, and is no bug of ours."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from govscore.workspace import discovery

Run = Callable[..., CompletedProcess[str]]


def _refuse(
    monkeypatch: pytest.MonkeyPatch, call: str, name: str, error: type[OSError] = PermissionError
) -> None:
    """Let a call of the system fail for what has a name in its path."""
    real = getattr(os, call)

    def guarded(path: object, *given: object, **named: object) -> object:
        if isinstance(path, str | os.PathLike) and Path(path).parts[:1] == (name,):
            raise error(errno.EACCES, "Permission denied", str(path))
        return real(path, *given, **named)

    monkeypatch.setattr(os, call, guarded)


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (PermissionError(errno.EACCES, "Permission denied", "far/a"), "far/a: Permission denied"),
        (OSError(errno.EMFILE, "Too many open files", b"b"), "b: Too many open files"),
        (BlockingIOError(errno.EAGAIN, "Resource unavailable"), "Resource unavailable"),
        (OSError("it is so"), "it is so"),
        (
            ImportError("failed to map segment", name="cel", path="/lib/cel.so"),
            "a library cannot be loaded: failed to map segment",
        ),
    ],
)
def test_what_nobody_expected_the_system_to_refuse_ends_with_2(
    error: Exception, said: str, card: Path, govscore: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise error

    monkeypatch.setattr(discovery, "discover", refuse)

    ran = govscore("score", str(card))
    told = govscore("score", str(card), "--debug")

    assert (ran.returncode, ran.stdout, ran.stderr) == (2, "", f"govscore: {said}\n")
    assert (told.returncode, "Traceback" in told.stderr) == (2, True)


@pytest.mark.parametrize("command", ["check", "config", "report", "todo", "new"])
def test_a_working_folder_that_is_gone_is_named_as_the_reason(
    command: str, card: Path, govscore: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone() -> str:
        raise FileNotFoundError(errno.ENOENT, "No such file or directory")

    monkeypatch.setattr(os, "getcwd", gone)
    arguments = (command, "a-card") if command == "new" else (command,)

    ran = govscore(*arguments)

    assert ran.returncode == 2
    assert ran.stderr == "govscore: the folder it was started in is no longer there\n"
    assert card.exists()


def test_a_folder_of_rubrics_that_cannot_be_read_is_not_taken_for_empty(
    card: Path, govscore: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("rubrics").mkdir()
    _refuse(monkeypatch, "listdir", "rubrics")

    ran = govscore("score", str(card), "--rubric", "mine")

    assert ran.returncode == 2
    assert (
        ran.stderr == f"govscore: the folder {Path('rubrics')} cannot be read: Permission denied\n"
    )


@pytest.mark.parametrize("command", ["check", "score", "explain"])
def test_a_file_in_a_folder_that_cannot_be_read_is_not_said_to_be_missing(
    command: str, folder: Path, govscore: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    for call in ("stat", "lstat"):
        _refuse(monkeypatch, call, "locked")

    ran = govscore(command, str(Path("locked/a.yaml")))

    assert ran.returncode == 2
    assert ran.stderr == f"govscore: {Path('locked/a.yaml')} cannot be read: Permission denied\n"
    assert list(folder.iterdir()) == []
