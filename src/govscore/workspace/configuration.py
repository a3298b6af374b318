"""The configuration that governs a run: flag over environment over file over default."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from govscore import yamlio
from govscore.errors import Problem, SetupError
from govscore.pointers import steps
from govscore.settings import ENVIRONMENT, FILE_NAME, Settings
from govscore.validation import validate

if TYPE_CHECKING:
    from collections.abc import Mapping

CODES = ("missing", "unknown", "type", "word", "value", "length")
"""The kinds of fault that a configuration may have."""


class Configuration(NamedTuple):
    """The merged settings, the folder that paths of the file start from, and where each came from.

    `origins` maps each setting to `default`, the file with its line, the variable, or `flag`.
    """

    settings: Settings
    root: Path
    path: Path | None = None
    document: yamlio.Document | None = None
    origins: Mapping[str, str] = {}

    def resolve(self, name: str) -> Path:
        """Resolve a path of the configuration file against that file's folder."""
        return self.root / name


def configure(
    flags: Mapping[str, Any], *, path: Path | None = None, discover: bool = True
) -> Configuration:
    """Merge flags (those that are not `None`), environment and file.

    Raises:
        SetupError: The file is missing, unreadable, or not a configuration.
    """
    found = path or (_discovered(Path.cwd()) if discover else None)
    document = _read(found) if found else None
    own = document.value if document is not None and document.usable else {}
    layers = {
        **{key: (value, _origin(document, key)) for key, value in own.items()},
        **_from_environment(),
        **{key: (value, "flag") for key, value in flags.items() if value is not None},
    }
    settings = _settings(layers, document)
    origins = {
        name: layers[name][1] if name in layers else "default" for name in Settings.model_fields
    }
    root = found.parent if found else Path()
    return Configuration(settings, root, found, document, origins)


_GOVERNS = ("practices", "exclude", "rubric", "evidence_cap")
"""The settings on which an earlier state's points depend; of the rest, today's are in force."""


def earlier(now: Configuration, document: yamlio.Document | None) -> Settings:
    """Give the settings by which an earlier state was scored: its file's, under today's flags.

    Args:
        now: The configuration of today.
        document: The configuration file as it was, if there was one.

    Raises:
        SetupError: What governs scores there is not a configuration.
    """
    value = document.value if document is not None and document.usable else {}
    fixed = {
        name: (getattr(now.settings, name), now.origins[name])
        for name in _GOVERNS
        if now.origins[name] == "flag" or now.origins[name] in ENVIRONMENT
    }
    own = {name: (value[name], _origin(document, name)) for name in _GOVERNS if name in value}
    return _settings({**own, **fixed}, document)


def _discovered(start: Path) -> Path | None:
    """Look for the file from here up to the root of the git repository, if there is one."""
    folders = [start, *start.parents]
    there = os.path.exists  # the methods of Path raise where one may not look
    top = next((i for i, folder in enumerate(folders) if there(folder / ".git")), 0)
    for folder in folders[: top + 1]:
        if os.path.isfile(folder / FILE_NAME):  # noqa: PTH113 - as above
            return Path(os.path.relpath(folder / FILE_NAME))
    return None


def _read(path: Path) -> yamlio.Document:
    document = yamlio.read(path, path.as_posix())
    empty = not document.usable and {p.args.get("variant") for p in document.problems} == {"empty"}
    if document.problems and not empty:
        raise SetupError(f"{path}: the configuration cannot be read", document.problems)
    return document


def _origin(document: yamlio.Document | None, key: str) -> str:
    if document is None:
        return "default"
    line, _ = document.place(f"/{key}", on_key=True)
    return f"{document.path}:{line}"


def _from_environment() -> dict[str, tuple[Any, str]]:
    return {
        setting: (os.environ[variable], variable)
        for variable, setting in ENVIRONMENT.items()
        if os.environ.get(variable)
    }


class _Overlaid:
    """The merged values as a document: what the file did not write is placed at its start."""

    def __init__(self, value: dict[str, Any], document: yamlio.Document | None) -> None:
        self.value = value
        self.path = document.path if document is not None else FILE_NAME
        self.lines = document.lines if document is not None else []
        self._document = document

    def place(self, pointer: str, *, on_key: bool = False) -> tuple[int, int]:
        """Give line and column in the file."""
        return (
            self._document.place(pointer, on_key=on_key) if self._document is not None else (1, 1)
        )

    def source(self, pointer: str) -> str | None:
        """Give a scalar as the file writes it."""
        return self._document.source(pointer) if self._document is not None else None


def _settings(layers: Mapping[str, tuple[Any, str]], document: yamlio.Document | None) -> Settings:
    if not layers:
        return Settings.model_construct()
    merged = _Overlaid({key: value for key, (value, _) in layers.items()}, document)
    settings, problems = validate(Settings, merged, dict.fromkeys(CODES, "GS509"))
    if settings is not None:
        return settings
    told = [_told(problem, layers) for problem in problems]
    where = " and ".join(dict.fromkeys(problem.path for problem in told))
    raise SetupError(f"{where}: the configuration cannot be used", told)


def _told(problem: Problem, layers: Mapping[str, tuple[Any, str]]) -> Problem:
    """Give a fault inside a waiver its own code, and one of a flag or variable its own place."""
    if problem.pointer.startswith("/waivers"):
        return problem._replace(code="GS510")
    setting = steps(problem.pointer)[0] if problem.pointer else ""
    origin = layers[setting][1] if setting in layers else ""
    if origin == "flag":
        origin = f"--{setting.replace('_', '-')}"
    elif origin not in ENVIRONMENT:
        return problem
    return problem._replace(path=origin, line=None, column=None)
