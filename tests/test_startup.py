"""What must not be loaded before it is needed: a set, not a stopwatch."""

from __future__ import annotations

import subprocess
import sys

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


def _loaded_after(code: str) -> set[str]:
    program = f"{code}\nimport sys\nprint(*{{name.split('.')[0] for name in sys.modules}})"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    return set(done.stdout.splitlines()[-1].split())


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
