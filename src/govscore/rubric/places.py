"""Which rubrics there are: those that ship and those in folders, each by its own id."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import govscore
from govscore.errors import Problem, SetupError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_HEAD = re.compile(r"""^(rubric|version):[ \t]*['"]?([^\s'"#]+)""", re.MULTILINE)


def home() -> Path:
    """Give the folder of the rubrics that govscore ships."""
    package = Path(govscore.__file__).parent
    inside = package / "rubrics"
    return inside if inside.is_dir() else package.parents[1] / "rubrics"


class Place(NamedTuple):
    """A file that says it is a rubric; an earlier edition has its version in the file's name."""

    path: Path
    id: str
    version: str
    line: int

    @property
    def name(self) -> str:
        """What one asks for it by."""
        return f"{self.id}@{self.version}" if "@" in self.path.stem else self.id


def places(folders: Sequence[Path] = ()) -> Iterator[Place]:
    """List the rubrics that ship and those in the folders; of two of one name, the first is it.

    Raises:
        SetupError: A folder that is there cannot be read.
    """
    own = home()
    others = [folder for folder in folders if folder.resolve() != own.resolve()]
    for folder in dict.fromkeys((own, *others)):
        found = [_place(path) for path in _listed(folder)]
        yield from sorted(found, key=lambda each: each.path.stem != each.name)


def _listed(folder: Path) -> list[Path]:
    try:
        return sorted(folder / name for name in os.listdir(folder) if name.endswith(".yaml"))  # noqa: PTH208 - the methods of Path are silent where one may not look
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as error:
        raise SetupError(f"the folder {folder} cannot be read: {error.strerror}") from None


def _place(path: Path) -> Place:
    """Read the id and version at the head of a file; one without is called as the file is."""
    try:
        text = path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        text = ""
    said: dict[str, re.Match[str]] = {}
    for found in _HEAD.finditer(text):
        said.setdefault(found[1], found)
        if len(said) == len(("rubric", "version")):
            break  # a rubric is long, and its head is short
    name, _, version = path.stem.partition("@")
    line = 1 + (text.count("\n", 0, said["rubric"].start()) if "rubric" in said else 0)
    given = {key: found[2] for key, found in said.items()}
    return Place(path, given.get("rubric", name), given.get("version", version), line)


def shadowed(folders: Sequence[Path], name: str | None = None) -> list[Problem]:
    """Say which files have the id of another rubric, and so are never it (GS213).

    With a name only those are listed that would be it; a copy is the same rubric.
    """
    first: dict[str, Path] = {}
    found = []
    for each in places(folders):
        taken = first.setdefault(each.name, each.path)
        if name in {None, each.id} and not _same(taken, each.path):
            ships = taken.parent == home()
            args = {
                "variant": "ships" if ships else "first",
                "name": each.name,
                "first": taken.as_posix(),
            }
            found.append(Problem("GS213", each.path.as_posix(), "/rubric", each.line, 1, args))
    return found


def _same(first: Path, second: Path) -> bool:
    return first == second or first.read_bytes() == second.read_bytes()
