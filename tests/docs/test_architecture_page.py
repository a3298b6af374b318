"""docs/architecture.md tells of rooms, layers and functions that are there."""

from __future__ import annotations

import importlib
import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def layers() -> ModuleType:
    spec = importlib.util.spec_from_file_location("layers", ROOT / "tests" / "test_layers.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _rows() -> list[list[str]]:
    """List the rows of the table of layers, the lowest first."""
    rows = re.findall(r"^\| \d+ \|.*$", PAGE, re.MULTILINE)
    return [[cell.strip() for cell in row.split("|")[1:-1]] for row in reversed(rows)]


def test_the_layers_are_those_that_are_tested(layers: ModuleType) -> None:
    assert [set(re.findall(r"`(\w+)`", rooms)) for _, rooms, _ in _rows()] == layers.LAYERS
    assert [number for number, _, _ in _rows()] == list(map(str, range(len(layers.LAYERS))))


def test_the_libraries_live_where_they_may_be_imported(layers: ModuleType) -> None:
    told: dict[str, set[str]] = {}
    for _, rooms, libraries in _rows():
        for library in filter(None, libraries.split(", ")):
            homes = layers.OUTSIDE[library]
            told.setdefault(library, set()).update(homes & set(re.findall(r"`(\w+)`", rooms)))

    assert told == layers.OUTSIDE


def _names() -> list[str]:
    dotted = re.findall(r"`((?:[a-z_]+\.)+[A-Za-z_]+)`", PAGE)
    return sorted({name for name in dotted if not name.endswith((".py", ".md", ".yaml"))})


@pytest.mark.parametrize("name", _names())
def test_what_the_page_names_is_there(name: str) -> None:
    room, *path = name.split(".")
    found: object = importlib.import_module(f"govscore.{room}")
    for at, step in enumerate(path):
        if isinstance(found, ModuleType) and not hasattr(found, step):
            found = importlib.import_module(f"govscore.{room}.{'.'.join(path[: at + 1])}")
        else:
            found = getattr(found, step)


def test_the_page_names_many_parts() -> None:
    assert len(_names()) > 20
