"""What the tests of the workspace share: an empty folder to stand in."""

from __future__ import annotations

import os
from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in an empty folder, with nothing in the environment that is meant for govscore."""
    for name in os.environ:
        if name.startswith(("GOVSCORE_", "GIT_")):
            monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    return tmp_path
