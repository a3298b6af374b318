"""Folders that are written whole or not at all, and replaced in one step."""

from __future__ import annotations

import ctypes
import os
import sys
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from govscore.errors import SetupError
from govscore.workspace import temporary
from govscore.workspace.writing import told, umask

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

MARK = ".govscore-site"
"""The list of what we wrote in a folder of pages, by which it is known that it may be replaced."""


@contextmanager
def writing_folder(folder: Path) -> Iterator[Callable[[str, bytes], object]]:
    """Give a function that writes a file of a folder, by its name in it, here or in a fork of ours.

    If all goes well to the end, what was written replaces the folder; one that holds anything that
    is not ours is refused.

    Raises:
        SetupError: It cannot be written, or holds something else.
    """
    with told(folder):
        folder = folder.resolve() if folder.is_symlink() else folder
        _refuse_what_is_not_ours(folder)
        folder.parent.mkdir(parents=True, exist_ok=True)
        with temporary.folder(folder) as fresh:
            yield partial(_put, fresh)
            names = sorted([MARK, *_names(fresh)])
            (fresh / MARK).write_bytes("".join(f"{name}\n" for name in names).encode())
            fresh.chmod(0o777 & ~umask())
            _swap(fresh, folder)


def _put(fresh: Path, name: str, content: bytes) -> None:
    target = fresh / name
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content)


def _refuse_what_is_not_ours(folder: Path) -> None:
    if not os.path.lexists(folder):
        return
    if not folder.is_dir() or (any(folder.iterdir()) and not (folder / MARK).exists()):
        raise SetupError(f"{folder} is not empty and was not written by govscore; choose another")
    if (folder / MARK).is_file() and not (folder / MARK).stat().st_size:
        raise SetupError(
            f"{folder} was written by a version that kept no list of its files; "
            f"delete it if nothing else is in it, or choose another folder"
        )
    if (foreign := _foreign(folder)) is not None:
        raise SetupError(
            f"{folder} holds {foreign}, which this program did not list as its own; "
            f"move it away, or choose another folder"
        )


def _foreign(folder: Path) -> str | None:
    """Name a file of the folder that is not on its list."""
    mark = folder / MARK
    ours = set(mark.read_text("utf-8", "replace").splitlines()) if mark.exists() else set()
    return next((name for name in _names(folder) if name not in {*ours, MARK}), None)


def _names(folder: Path) -> Iterator[str]:
    """List the files below a folder, and the links."""
    for place, inner, files in os.walk(folder):
        links = [name for name in inner if os.path.islink(os.path.join(place, name))]  # noqa: PTH114, PTH118 - as os.walk gives them
        for name in sorted([*files, *links]):
            yield (Path(place) / name).relative_to(folder).as_posix()


def _swap(fresh: Path, folder: Path) -> None:
    """Put the fresh folder in the place of the old one, which is left in its place."""
    if not folder.exists():
        fresh.rename(folder)
    elif not _exchange(fresh, folder):
        old = fresh.with_name(fresh.name + ".old")
        folder.rename(old)
        try:
            fresh.rename(folder)
        except OSError:
            old.rename(folder)
            raise
        old.rename(fresh)


_EXCHANGES: dict[str, tuple[str, Callable[[bytes, bytes], tuple[object, ...]]]] = {
    "linux": ("renameat2", lambda one, other: (-100, one, -100, other, 2)),
    "darwin": ("renamex_np", lambda one, other: (one, other, 2)),
}
"""The system's call that exchanges two names, and its arguments: at no time is either missing."""


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders, and tell whether that could be done."""
    if sys.platform not in _EXCHANGES:
        return False
    name, arguments = _EXCHANGES[sys.platform]
    call = getattr(ctypes.CDLL(None), name, None)
    given = arguments(os.fsencode(one), os.fsencode(other))
    return call is not None and call(*given) == 0
