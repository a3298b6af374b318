"""What git knows."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from govscore.errors import SetupError
from govscore.workspace import git

Write = Callable[..., Path]


@pytest.fixture
def commit(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Start a repository, and give what commits all there is."""
    for who in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{who}_NAME", "a")
        monkeypatch.setenv(f"GIT_{who}_EMAIL", "a@example.org")

    def run(*arguments: str) -> None:
        command = ["git", "-C", str(folder), *arguments]
        subprocess.run(command, check=True, capture_output=True)

    run("init", "--quiet")

    def all_() -> None:
        run("add", "--all")
        run("-c", "commit.gpgsign=false", "commit", "--quiet", "--allow-empty", "-m", "a change")

    all_()
    return all_


def _changed(folder: Path, revision: str = "HEAD") -> set[str]:
    return {path.relative_to(folder).as_posix() for path in git.changed(revision)}


@pytest.mark.parametrize("place", [".", "practices", "elsewhere"])
def test_what_differs_is_told_wherever_one_stands(
    place: str,
    folder: Path,
    commit: Callable[[], None],
    write: Write,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("practices/same.yaml", "practices/gone.yaml", "practices/é ü.yaml", "README.md"):
        write(name)
    write(".gitignore", "ignored.yaml\n")
    commit()
    write("practices/é ü.yaml", "changed")
    write("practices/new.yaml")
    write("ignored.yaml")
    Path("practices/gone.yaml").unlink()
    Path("elsewhere").mkdir()
    monkeypatch.chdir(place)

    changed = _changed(folder.resolve())

    assert changed == {"practices/é ü.yaml", "practices/new.yaml", "practices/gone.yaml"}


def test_what_was_committed_since_differs_too(
    folder: Path, commit: Callable[[], None], write: Write
) -> None:
    write("a.yaml")
    commit()

    assert _changed(folder.resolve()) == set()
    assert _changed(folder.resolve(), "HEAD~1") == {"a.yaml"}


def test_files_are_read_as_they_were(commit: Callable[[], None], write: Write) -> None:
    write("practices/a.yaml", "before\n")
    write("practices/deep/b.yml", "no line break")
    write("practices/empty.yaml", "")
    write("practices/notes.txt")
    write("other/c.yaml")
    Path("practices/link.yaml").symlink_to("a.yaml")
    commit()
    write("practices/a.yaml", "after\n")
    Path("practices/deep/b.yml").unlink()

    was = {path.as_posix(): data for path, data in git.files("HEAD", [Path("practices")])}

    assert was == {
        "practices/a.yaml": b"before\n",
        "practices/deep/b.yml": b"no line break",
        "practices/empty.yaml": b"",
    }


@pytest.mark.parametrize("path", [".", "../practices", "{folder}/practices"])
def test_files_are_found_from_below(
    path: str,
    folder: Path,
    commit: Callable[[], None],
    write: Write,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    write("practices/a.yaml", "text")
    commit()
    monkeypatch.chdir("practices")

    [(_, data)] = git.files("HEAD", [Path(path.format(folder=folder))])

    assert data == b"text"


def test_a_folder_that_was_not_there_holds_nothing(commit: Callable[[], None]) -> None:
    commit()

    assert list(git.files("HEAD", [Path("practices")])) == []


@pytest.mark.parametrize("ask", [git.changed, lambda revision: list(git.files(revision, []))])
@pytest.mark.parametrize("revision", ["nowhere", "--help", "", "HEAD:README.md"])
def test_a_revision_that_is_none_is_refused(
    revision: str, ask: Callable[[str], object], commit: Callable[[], None]
) -> None:
    commit()

    with pytest.raises(SetupError) as raised:
        ask(revision)

    assert str(raised.value) == (
        f"git knows no revision '{revision}'; a shallow clone may lack it (fetch-depth: 0)"
    )


def test_a_folder_that_is_no_repository_is_refused_in_gits_words(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(folder.parent))

    with pytest.raises(SetupError, match=r"^git failed: fatal: not a git repository"):
        git.changed("HEAD")


def test_a_machine_without_git_is_told(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    monkeypatch.setenv("PATH", str(folder))

    with pytest.raises(SetupError, match=r"^git cannot be run: No such file or directory$"):
        git.changed("HEAD")
