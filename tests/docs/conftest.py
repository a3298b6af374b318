"""What tests of the pages share: their generated parts, their examples laid out, their commands."""

from __future__ import annotations

import importlib.util
import re
import shlex
from collections.abc import Callable
from pathlib import Path

import pytest

from govscore.__main__ import main

DOCS = Path(__file__).parents[2] / "docs"
YAML = re.compile(r"^```yaml\n(.*?)^```", re.MULTILINE | re.DOTALL)

Part = Callable[[str], str]
Run = Callable[[str], tuple[int, str]]


def blocks(page: str) -> list[str]:
    """List the YAML of a page of docs/, in its order."""
    return YAML.findall((DOCS / page).read_text(encoding="utf-8"))


def _parts(module: str) -> dict[str, Part]:
    spec = importlib.util.spec_from_file_location(module, Path(__file__).with_name(f"{module}.py"))
    assert spec is not None
    assert spec.loader is not None
    loaded = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(loaded)
    found: dict[str, Part] = loaded.PARTS
    return found


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository that holds the practice, the rubric and the cases of the pages, to work in."""
    rubrics = blocks("rubrics.md")
    files = {
        "practices/lisbon-city-card.yaml": blocks("practice.md")[0],
        "rubrics/small.yaml": rubrics[0],
        "rubrics/tests/small/cases.yaml": rubrics[-1],
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "120")
    return tmp_path


@pytest.fixture
def call(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command as if typed; give its exit code and what it wrote."""

    def run(command: str) -> tuple[int, str]:
        monkeypatch.setattr("sys.argv", shlex.split(command))
        capsys.readouterr()
        with pytest.raises(SystemExit) as end:
            main()
        assert isinstance(end.value.code, int)
        return end.value.code, capsys.readouterr().out

    return run


@pytest.fixture
def run(shelf: Path, call: Run) -> Run:
    """Run a command in that repository; give its exit code and what it wrote."""
    del shelf
    return call


@pytest.fixture
def written(run: Run) -> Part:
    """Write the generated parts of a page anew: `<!-- NAME: ARGUMENTS -->` to `<!-- end -->`."""

    def prints(command: str) -> str:
        return f"```console\n$ {command}\n{run(command)[1]}```\n"

    parts = {**_parts("_fields"), **_parts("_lists"), "prints": prints}
    block = re.compile(
        rf"(?P<head><!-- (?P<name>{'|'.join(parts)})(?:: (?P<of>[^\n]+))? -->\n).*?<!-- end -->\n",
        re.DOTALL,
    )

    def written(page: str) -> str:
        return block.sub(
            lambda m: f"{m['head']}{parts[m['name']](m['of'] or '')}<!-- end -->\n", page
        )

    return written
