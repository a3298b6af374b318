"""Print what is measured against its budget, side by side in one run on the same files.

    python benchmarks/run.py [--full] [NAME...]

Each benchmark is a module with `rows`. What they mean: docs/performance.md. Missing a budget is no
failure of the run: on a busy machine single figures stray.
"""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import desk
import growth
import peers
import reading
import report
import robustness
import startup
from measuring import PYTHON, NotMeasured, Setting

if TYPE_CHECKING:
    from types import ModuleType

_BENCHMARKS = {
    each.__name__: each for each in (startup, desk, reading, peers, growth, report, robustness)
}
_WIDTH = 62


def main() -> None:
    """Run the benchmarks that the command line names, or all of them."""
    asked = _arguments()
    # Without its compiled modules on disk, every start would compile them anew.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    _warn()
    cores = os.cpu_count()
    load = os.getloadavg()[0]
    print(f"Python {platform.python_version()}, {cores} processors, load {load:.1f} before\n")
    print(_line("what", "measured", "must", "goal", "met"))
    print(f"|{'-' * (_WIDTH + 2)}|{'-' * 10}:|{'-' * 10}:|{'-' * 10}:|------|", flush=True)
    with tempfile.TemporaryDirectory(prefix="govscore-") as folder:
        os.chdir(folder)  # where no configuration is found
        for name in asked.names or _BENCHMARKS:
            _show(_BENCHMARKS[name], Setting(Path(folder), asked.full))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure govscore against its budgets.")
    much = parser.add_mutually_exclusive_group()
    much.add_argument("--quick", action="store_true", help="all but 10,000 practices (the default)")
    much.add_argument("--full", action="store_true", help="take the time: 10,000 practices, too")
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(_BENCHMARKS))
    asked = parser.parse_args()
    for name in asked.names:
        if name not in _BENCHMARKS:
            parser.error(f"there is no benchmark {name}; there are {', '.join(_BENCHMARKS)}")
    return asked


def _warn() -> None:
    """Say so if what the build makes is not today's: rules are then compiled in every process."""
    asked = "from govscore import built; raise SystemExit(not built.index())"
    if subprocess.run([PYTHON, "-c", asked], check=False).returncode:
        print(
            "The built files are missing or older than the source. To make them anew:\n"
            "    pip install -e . --no-deps\n",
            file=sys.stderr,
            flush=True,
        )


def _show(benchmark: ModuleType, setting: Setting) -> None:
    try:
        for row in benchmark.rows(setting):
            sign = "≥" if row.at_least else "≤"
            must, goal = (
                "" if each is None else f"{sign} {each:g} {row.unit}"
                for each in (row.must, row.goal)
            )
            found = f"{row.found:.2f} {row.unit}"
            print(_line(row.what, found, must, goal, row.met), flush=True)
    except NotMeasured as reason:
        print(f"{benchmark.__name__} was not measured: {reason}", file=sys.stderr, flush=True)


def _line(what: str, found: str, must: str, goal: str, met: str) -> str:
    return f"| {what:{_WIDTH}} | {found:>9} | {must:>9} | {goal:>9} | {met:4} |"


if __name__ == "__main__":
    main()
