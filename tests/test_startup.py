"""What must not be loaded before it is needed: a set, not a stopwatch."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

HEAVY = {
    "pydantic",
    "yaml",
    "rich",
    "jinja2",
    "orjson",
    "cel_expr_python",
    "google",
    "numpy",
    "typer",
    "textual",
}


def _modules_after(code: str) -> set[str]:
    program = f"{code}\nimport sys\nprint()\nprint(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=True
    )
    return set(done.stdout.splitlines()[-1].split())


def _loaded_after(code: str) -> set[str]:
    return {name.split(".")[0] for name in _modules_after(code)}


def test_the_version_is_told_without_loading_any_library() -> None:
    code = (
        "import sys; sys.argv = ['govscore', '--version']\n"
        "from govscore.__main__ import main; main()"
    )

    assert _loaded_after(code) & HEAVY == set()


def test_the_command_line_loads_typer_alone() -> None:
    assert _loaded_after("import govscore.cli") & HEAVY == {"typer"}


def test_importing_govscore_loads_nothing() -> None:
    assert _loaded_after("import govscore") & HEAVY == set()


def test_scoring_to_json_loads_neither_rich_nor_jinja2_nor_numpy_nor_textual() -> None:
    code = "import govscore\ngovscore.score('practices/sao-paulo-pmpi.yaml')"

    assert _loaded_after(code) & {"rich", "jinja2", "numpy", "textual"} == set()


def test_a_practice_that_is_read_by_rows_loads_no_parser() -> None:
    code = "import govscore\ngovscore.score('practices/sao-paulo-pmpi.yaml')"

    assert "yaml" not in _loaded_after(code)


NOT_FOR_A_SCORE = {
    "govscore.checks.gates",
    "govscore.checks.regression",
    "govscore.checks.requirements",
    "govscore.rubric.building",
    "govscore.schemas",
    "govscore.yamlio.editing",
    "govscore.yamlio.operations",
    "pkgutil",
    "rich._emoji_codes",
    "rich.markdown",
    "rich.syntax",
}


def test_a_score_drawn_as_a_table_loads_nothing_that_only_others_need() -> None:
    code = (
        "import sys; sys.argv = ['govscore', 'score', 'practices/sao-paulo-pmpi.yaml']\n"
        "from govscore.__main__ import main\n"
        "try: main()\n"
        "except SystemExit: pass"
    )

    loaded = _modules_after(code)

    assert "govscore.render.terminal.scores" in loaded
    assert loaded & NOT_FOR_A_SCORE == set()


def test_a_score_has_pydantic_work_out_no_schema_of_a_model() -> None:
    code = (
        "import sys; sys.argv = ['govscore', 'score', 'practices/sao-paulo-pmpi.yaml']\n"
        "from govscore.__main__ import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "from pydantic import BaseModel\n"
        "models = BaseModel.__subclasses__()\n"
        "for each in models: models += each.__subclasses__()\n"
        "assert 'Practice' in {each.__name__ for each in models}\n"
        "ours = [each for each in models if each.__module__.startswith('govscore.')]\n"
        "assert not [each for each in ours if each.__pydantic_complete__]"
    )

    assert "govscore._built.schema_of_Practice" in _modules_after(code)


def test_the_command_line_lets_no_plugin_of_pydantic_in(tmp_path: Path) -> None:
    (tmp_path / "intruding.py").write_text("raise SystemExit('a plugin was loaded')\n")
    info = tmp_path / "intruding-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: intruding\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[pydantic]\nintruding = intruding:plugin\n")
    command = ["-m", "govscore", "score", "practices/sao-paulo-pmpi.yaml"]

    done = subprocess.run(
        [sys.executable, *command],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        check=False,
    )

    assert (done.returncode, done.stderr) == (0, "")
