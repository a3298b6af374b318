"""How a result names files: from the root of their repository, wherever one stands.

Hosts of repositories know files by that name, and fingerprints are made of it. What is outside the
root keeps the name that it was given.
"""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def home(paths: Sequence[Path], configuration: Path | None = None) -> str:
    """Find the folder from which names start, absolute and free of symbolic links.

    It is the root of the git repository in which one stands, or in which the first path lies if
    that is another; without a repository the folder of the configuration, or where one stands.
    """
    base = os.path.realpath(configuration.parent if configuration is not None else Path())
    first = _real(paths[0]) if paths else base
    around, aside = _repository(base), _repository(first)
    if around and _within(first, around):
        return around
    return aside or base


def shown(path: Path, home: str = "") -> str:
    """Write a path as the result shows it: with forward slashes, as good Unicode.

    Without a home it starts from here.
    """
    name = Path(_from(path, home) if home else os.path.normpath(path)).as_posix()
    return name.encode(errors="surrogateescape").decode(errors="replace")


def from_here(name: str, home: str) -> str:
    """Give the way from here to a file by its name in a result; what is no file stays."""
    if name == "-" or os.path.isabs(name):  # noqa: PTH117 - beside its siblings
        return name
    try:
        return Path(os.path.relpath(os.path.join(home, name))).as_posix()  # noqa: PTH118 - as above
    except ValueError:  # another drive has no way there
        return name


def _from(path: Path, home: str) -> str:
    whole = _real(path)
    if os.path.isabs(path) and not _within(whole, home):  # noqa: PTH117 - beside its siblings
        return os.path.normpath(path)
    try:
        return os.path.relpath(whole, home)
    except ValueError:
        return os.path.normpath(path)


def _real(path: Path) -> str:
    """Make a path absolute, its folders free of symbolic links; the file may be one."""
    folder, name = os.path.split(os.path.abspath(path))  # noqa: PTH100 - as above
    return os.path.join(_real_folder(folder), name)  # noqa: PTH118 - as above


@lru_cache(maxsize=1024)
def _real_folder(folder: str) -> str:
    return os.path.realpath(folder)


def _within(path: str, folder: str) -> bool:
    return path == folder or path.startswith(folder.rstrip(os.sep) + os.sep)


def _repository(start: str) -> str:
    """Find the root of the repository around a path, nothing if there is none."""
    folders = [Path(start), *Path(start).parents]
    there = os.path.exists  # the method of Path raises where one may not look
    return next((str(folder) for folder in folders if there(folder / ".git")), "")
