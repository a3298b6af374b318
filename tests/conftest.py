"""What all tests share: expected files, the option that writes them anew, rubrics of their own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from govscore.rubric.compiled import Rubric
from govscore.rubric.files import read


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
