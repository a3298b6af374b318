"""What tests share: expected files, the option that writes them anew, files of their own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from govscore.rubric.compiled import Rubric
from govscore.rubric.files import read

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


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="write the expected files anew, to be reviewed"
    )


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[Path, bytes], None]:
    """Compare bytes with an expected file, or write it with --update-golden."""

    def compare(path: Path, found: bytes) -> None:
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(found)
        assert found == path.read_bytes()

    return compare


@pytest.fixture
def rubric(tmp_path: Path) -> Callable[..., Rubric]:
    """Load a rubric from its text."""

    def load(text: str, name: str = "mine") -> Rubric:
        path = tmp_path / f"{name}.yaml"
        path.write_text(text, encoding="utf-8")
        return read(path, shown=path.name, full=True, folders=(tmp_path,))

    return load


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
