"""Which files are practices: those named, and every YAML file of the folders named.

Folders are walked in sorted order. Rubrics, assessments, hidden folders and the configuration are
left out; symlinks are not followed, and a note says so.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from govscore.errors import Problem, SetupError
from govscore.nearest import nearest
from govscore.settings import FILE_NAME

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_SUFFIXES = (".yaml", ".yml")
_LEFT_OUT = frozenset({"rubrics", "assessments"})


@dataclass(frozen=True)
class Found:
    """The practice files, the symlinks passed over, and whether a whole folder was given."""

    paths: tuple[Path, ...]
    notes: tuple[Problem, ...]
    whole: bool


def discover(paths: Sequence[Path]) -> Found:
    """Find the practice files among files and folders.

    Raises:
        SetupError: A path does not exist, or there is no practice file at all.
    """
    files: dict[Path, None] = {}
    notes: list[Problem] = []
    for path in paths:
        if path.is_dir():
            for each in _walk(path):
                if each.is_symlink():
                    notes.append(Problem("GS010", shown(each), "", 1, 1, {"name": each.name}))
                else:
                    files[each] = None
        elif os.path.lexists(path):
            files[path] = None
        else:
            raise SetupError(f"there is no file or folder {path}")
    if not files and not notes:
        raise SetupError(f"there is no practice in {', '.join(map(str, paths))}")
    return Found(tuple(files), tuple(notes), any(path.is_dir() for path in paths))


def find(practice: str, paths: Sequence[Path]) -> Path:
    """Find a practice by the path of its file, or by its id, which is the file's stem.

    Raises:
        SetupError: There is none, with the ids that resemble it.
    """
    path = Path(practice)
    if path.is_file() or path.suffix in _SUFFIXES:
        return path
    by_id = {each.stem: each for each in discover(paths).paths}
    if practice in by_id:
        return by_id[practice]
    near = nearest(practice, by_id)
    meant = f"; did you mean {' or '.join(near)}?" if near else ""
    raise SetupError(f"there is no practice '{practice}' in {', '.join(map(str, paths))}{meant}")


def shown(path: Path) -> str:
    """Write a path as the result shows it: from here, with forward slashes."""
    return Path(os.path.normpath(path)).as_posix()


def _walk(folder: Path) -> Iterator[Path]:
    entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    for entry in entries:
        path = Path(entry.path)
        if entry.is_dir(follow_symlinks=False):
            if entry.name not in _LEFT_OUT and not entry.name.startswith("."):
                yield from _walk(path)
        elif (
            path.suffix in _SUFFIXES and entry.name != FILE_NAME and not entry.name.startswith(".")
        ):
            yield path
