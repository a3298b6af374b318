"""Which files are practices: those named, and every YAML file of the folders named.

Folders are walked in sorted order. Rubrics, assessments, hidden files and the configuration are
left out, and so is what the configuration excludes; symlinks are not followed. Notes say so.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from govscore.errors import Problem, SetupError
from govscore.settings import FILE_NAME
from govscore.spelling import nearest
from govscore.words import meant
from govscore.workspace.naming import shown
from govscore.workspace.patterns import matches

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_SUFFIXES = (".yaml", ".yml")
_ASIDE = ("rubrics", "assessments")
_OTHERS = frozenset({".git", ".hg", ".svn"})
"""Folders of programs that keep no YAML of people's."""


class Found(NamedTuple):
    """The practice files, notes on what was passed over, and whether a whole folder was given.

    `unread` are the files of it that are not read, as they did not change.
    """

    paths: tuple[Path, ...]
    notes: tuple[Problem, ...]
    whole: bool
    unread: tuple[Path, ...] = ()


class Excluded(NamedTuple):
    """The patterns of files that are no practices, and the folder from which they start."""

    patterns: Sequence[str] = ()
    root: str = "."

    def means(self, path: str) -> bool:
        """Tell whether a file is meant."""
        return any(matches(path, pattern, self.root) for pattern in self.patterns)


NOTHING = Excluded()


def discover(paths: Sequence[Path], excluded: Excluded = NOTHING, home: str = "") -> Found:
    """Find the practice files among files and folders; a file that is named is never left out.

    Notes name files from `home`.

    Raises:
        SetupError: A path does not exist or holds no practice file, or a folder cannot be read.
    """
    files: dict[Path, None] = {}
    notes: dict[Path, Problem] = {}
    for path in paths:
        if not os.path.lexists(path):
            raise SetupError(_absent(path))
        own, passed = _listed(path, excluded, home)
        if not own:
            links = any(each.code == "GS010" for each in passed.values())
            hint = "; symbolic links are not followed" if links else ""
            raise SetupError(f"there is no practice in {path}{hint}")
        files.update(dict.fromkeys(own))
        notes.update(passed)
    told = [each for path, each in notes.items() if path not in files]
    return Found(tuple(files), tuple(told), any(map(_is_folder, paths)))


def _absent(path: Path) -> str:
    """Say that nothing is at a path, or that the system will not tell."""
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return f"there is no file or folder {path}"
    except OSError as error:
        return f"{path} cannot be read: {error.strerror}"
    return f"{path} cannot be read: it has only just come"


def looks_like_yaml(path: Path) -> bool:
    """Tell whether a file is YAML by its name, whatever the case."""
    return path.suffix.lower() in _SUFFIXES


def aside(steps: Sequence[str]) -> str:
    """Say why a file is left out, by the steps from the folder down to it; nothing if it is not."""
    for step in steps:
        if step.startswith("."):
            return "hidden"
        if step in _ASIDE:
            return step
    return "configuration" if steps[-1] == FILE_NAME else ""


def find(practice: str, paths: Sequence[Path], excluded: Excluded = NOTHING) -> Path:
    """Find a practice by the path of its file, or by its id, which is the file's stem.

    Raises:
        SetupError: There is none, with the ids that resemble it.
    """
    path = Path(practice)
    if looks_like_yaml(path) or os.path.isfile(path):  # noqa: PTH113 - an id may be too long
        return path
    by_id = {each.stem: each for each in discover(paths, excluded).paths}
    if practice in by_id:
        return by_id[practice]
    near = nearest(practice, by_id)
    raise SetupError(
        f"there is no practice '{practice}' in {', '.join(map(str, paths))}{meant(near)}"
    )


def saved(path: Path, told: str) -> bytes:
    """Read a file that an earlier run wrote; `told` names it should it be unreadable.

    Raises:
        SetupError: It cannot be read.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        raise SetupError(f"{told} cannot be read: {error.strerror}") from None


def _listed(path: Path, excluded: Excluded, home: str) -> tuple[list[Path], dict[Path, Problem]]:
    """List the files at a path, and notes on those that are passed over."""
    if not _is_folder(path):
        return [path], {}
    files: list[Path] = []
    notes: dict[Path, Problem] = {}
    for each in _walk(path):
        if each.is_symlink():
            if not aside(each.relative_to(path).parts):
                notes[each] = _note("GS010", shown(each, home), {"name": each.name})
        elif reason := _reason(each, path, excluded):
            if reason != "configuration" or each.parent != path:
                place = _hidden(each, path) or each
                args = {"variant": reason, "name": place.name}
                notes[place] = _note("GS412", shown(place, home), args)
        else:
            files.append(each)
    return files, notes


def _reason(file: Path, folder: Path, excluded: Excluded) -> str:
    """Say why a file of a folder is left out; nothing if it is not."""
    reason = aside(file.relative_to(folder).parts)
    if not reason and not os.path.isfile(file):  # noqa: PTH113 - the method of Path raises where one may not look
        return "special"
    return reason or ("excluded" if excluded.means(shown(file)) else "")


def _hidden(file: Path, folder: Path) -> Path | None:
    """Give the hidden folder in which a file lies: one note is enough for all in it."""
    for step in reversed(file.relative_to(folder).parents[:-1]):
        if step.name.startswith("."):
            return folder / step
    return None


def _note(code: str, path: str, args: Mapping[str, object]) -> Problem:
    return Problem(code, path, "", 1, 1, args)


def _walk(folder: Path) -> Iterator[Path]:
    """List YAML files and what links to files or folders, each folder sorted by name."""
    waiting = _entries(folder)
    while waiting:
        entry = waiting.pop()
        path = Path(entry.path)
        if entry.is_dir(follow_symlinks=False):
            waiting += _entries(path, needed=not aside(path.relative_to(folder).parts))
        elif looks_like_yaml(path) or _is_folder(path):
            yield path


def _entries(folder: Path, *, needed: bool = True) -> list[os.DirEntry[str]]:
    """List what may be a practice or hold some, the last name first."""
    try:
        found = [entry for entry in os.scandir(folder) if entry.name not in _OTHERS]
    except OSError as error:
        if not needed:
            return []
        raise SetupError(f"the folder {folder} cannot be read: {error.strerror}") from None
    return sorted(found, key=lambda entry: entry.name, reverse=True)


def _is_folder(path: Path) -> bool:
    return os.path.isdir(path)  # noqa: PTH112 - the method of Path raises where one may not look
