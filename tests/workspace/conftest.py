"""What the tests of the workspace share: an empty folder to stand in, and small practices."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

CITY_CARD = """\
id: {name}
title: City card
summary: A card for all residents, whatever their status.
kind: service
status: running
period: {{start: 2015, end: null}}
countries: [PRT]
jurisdiction: {{level: local, name: Porto}}
lead_body: {{name: City of Porto, type: local_authority}}
target_groups: [migrants_general]
themes: [integration_cohesion]
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in an empty folder, with nothing in the environment that is meant for govscore."""
    for name in os.environ:
        if name.startswith(("GOVSCORE_", "GIT_")):
            monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def write() -> Callable[..., Path]:
    """Write a file, with its folders: a small practice unless told what."""

    def make(name: str, text: str | None = None) -> Path:
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        content = CITY_CARD.format(name=path.stem) if text is None else text
        path.write_text(content, encoding="utf-8")
        return path

    return make
