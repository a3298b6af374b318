"""What grows, grows by one file: each recipe is followed in a copy of the house, and told right.

A recipe that needs a second file, or a list elsewhere, fails here.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

import govscore

PACKAGE = Path(govscore.__file__).parent
ROOT = PACKAGE.parents[1]


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """Copy the package, the rubrics and the practices to where files may be added."""
    left = shutil.ignore_patterns("__pycache__")
    for name in ("src/govscore", "rubrics", "practices"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=left)
    return tmp_path


@pytest.fixture
def add(house: Path) -> Callable[[str, str], None]:
    """Add a file to the copy, by its path in the package."""

    def write(path: str, text: str) -> None:
        file = house / "src" / "govscore" / path
        assert not file.exists(), "the recipe needs a name that is free"
        file.write_text(text, encoding="utf-8")

    return write


@pytest.fixture
def run(house: Path) -> Callable[..., CompletedProcess[str]]:
    """Run the govscore of the copy, beside its practices."""
    own = {name: value for name, value in os.environ.items() if "GOVSCORE" not in name}
    plain = {"PYTHONPATH": str(house / "src"), "PYTHONUTF8": "1", "COLUMNS": "200", "TERM": "dumb"}

    def run(*arguments: str, **more: str) -> CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "govscore", *arguments],
            cwd=house,
            env={**own, **plain, **more},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    return run
