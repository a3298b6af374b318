"""What grows, grows by one file: each recipe of the house, followed in a copy of it."""

from __future__ import annotations

import json
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
DAY = ("--as-of", "2026-11-24")

TSV = '''\
"""Tables for a clipboard: the practices, with tabs between."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from govscore.render.style import Style
    from govscore.result.run import Result

serves = frozenset({"score", "check"})
rank = 50
shows_practices = True


def render(result: Result, style: Style) -> Iterable[tuple[str, bytes]]:
    """Write one row for each practice."""
    rows = [f"{each.id}\\t{each.label.range[0]}\\n" for each in result.practices]
    yield "result.tsv", "".join(rows).encode()
'''

COUNT = '''\
"""Count practices."""

from __future__ import annotations

import typer

from govscore.cli import _options as o

panel = "Look up"


def command(paths: o.Paths = None, config: o.Config = None) -> None:
    """Count the practices that can be read."""
    from govscore.cli import _session
    from govscore.runs.run import run
    from govscore.workspace import discovery

    flags = _session.Flags(config=config)
    configuration = _session.configured(flags)
    job = _session.prepared(flags, configuration)
    found = discovery.discover(_session.where(paths, configuration))
    typer.echo(len(run(job, found).practices))
'''

Run = Callable[..., CompletedProcess[str]]


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """Copy the package, its rubrics and the practices; give the package in the copy."""
    for name in (PACKAGE.relative_to(ROOT), "rubrics", "practices"):
        shutil.copytree(ROOT / name, tmp_path / name)
    return tmp_path / PACKAGE.relative_to(ROOT)


@pytest.fixture
def run(house: Path) -> Run:
    """Run the govscore of the copy, beside its practices."""
    own = {key: value for key, value in os.environ.items() if "GOVSCORE" not in key}

    def run(*arguments: str, **more: str) -> CompletedProcess[str]:
        plain = {"PYTHONPATH": str(house.parent), "COLUMNS": "200", "TERM": "dumb"}
        return subprocess.run(
            [sys.executable, "-m", "govscore", *arguments],
            cwd=house.parents[1],
            env={**own, **plain, **more},
            capture_output=True,
            text=True,
            check=False,
        )

    return run


def _practices() -> list[str]:
    return sorted(path.stem for path in (ROOT / "practices").glob("*.yaml"))


def test_a_format_is_one_file(house: Path, run: Run) -> None:
    (house / "render/formats/tsv.py").write_text(TSV, encoding="utf-8")

    alone = run("check", *DAY, "-o", "tsv")
    beside = run("check", *DAY, "-o", "tsv=a.tsv", "-o", "json=a.json")

    folder = house.parents[1]
    rows = alone.stdout.splitlines()
    assert sorted(row.split("\t")[0] for row in rows) == _practices()
    assert (folder / "a.tsv").read_text(encoding="utf-8") == alone.stdout
    held = json.loads((folder / "a.json").read_bytes())["practices"]
    assert [each["id"] for each in held] == [row.split("\t")[0] for row in rows]
    assert beside.stdout == ""
    assert run("score", *DAY, "-o", "tsv").stdout == alone.stdout


def test_a_format_is_offered_where_it_serves(house: Path, run: Run) -> None:
    (house / "render/formats/tsv.py").write_text(TSV, encoding="utf-8")

    offered = run("check", "--help").stdout
    completed = run(_GOVSCORE_COMPLETE="complete_bash", COMP_WORDS="govscore score -o ts",
                    COMP_CWORD="3")  # fmt: skip

    assert "github, tsv, gitlab" in " ".join(offered.split())
    assert "table, json, tsv, markdown or csv" in " ".join(run("score", "--help").stdout.split())
    assert completed.stdout.split() == ["tsv"]
    assert "Did you mean 'tsv'?" in run("score", "-o", "tsx").stderr
    assert "Choose from table, json." in run("robustness", "-o", "tsv").stderr


def test_a_command_is_one_file(house: Path, run: Run) -> None:
    (house / "cli/count.py").write_text(COUNT, encoding="utf-8")

    assert run("count").stdout == f"{len(_practices())}\n"
    assert "Count the practices that can be read." in run("--help").stdout
