"""The way through is straight: from module to module, and from a command to what it asks.

The numbers are today's. They are lowered as the way becomes shorter, and never raised.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from typer.testing import CliRunner

import govscore
from govscore import yamlio
from govscore.cli import app
from govscore.cli.score import command
from govscore.expressions.facts import Facts
from govscore.expressions.program import Program
from govscore.rubric.compiled import Rubric
from govscore.rubric.files import load

LONGEST_CHAIN = 15
FRAMES_TO_AN_ANSWER = {"facts": 7, "measures": 8, "labels": 8}
FRAMES_TO_A_FILE = 4

PACKAGE = Path(govscore.__file__).parent
PRACTICE = "practices/sao-paulo-pmpi.yaml"


def test_modules_import_each_other_in_no_circle() -> None:
    TopologicalSorter(_imports()).prepare()


def test_the_longest_chain_of_imports_is_no_longer() -> None:
    imports = _imports()

    @cache
    def chain(module: str) -> tuple[str, ...]:
        return (module, *max(map(chain, sorted(imports[module])), key=len, default=()))

    longest = max(map(chain, sorted(imports)), key=len)

    assert len(longest) <= LONGEST_CHAIN, " > ".join(longest)


@pytest.mark.parametrize("kind", FRAMES_TO_AN_ANSWER)
def test_from_the_command_to_an_answer_it_is_no_further(kind: str) -> None:
    sources = {program.source for program in _programs(load("gmpa"))[kind] if program}

    ways = [
        way
        for function in (Program.ask, Program.value)
        for way, at in _frames_to(function)
        if at["self"].source in sources
    ]
    if kind == "facts":  # they are found in one loop, and asked there
        ways = [way for way, _ in _frames_to(Facts.find)]

    deepest = max(ways, key=len)
    assert len(deepest) <= FRAMES_TO_AN_ANSWER[kind], " > ".join(deepest)


def test_from_the_command_to_the_reading_of_a_file_it_is_no_further() -> None:
    ways = [way for way, at in _frames_to(yamlio.read) if at["shown"] == PRACTICE]

    [way] = ways
    assert len(way) <= FRAMES_TO_A_FILE, " > ".join(way)


def _programs(rubric: Rubric) -> dict[str, Iterable[Program | None]]:
    """List what a rubric asks of a practice: its facts, its measures, its needs and limits."""
    return {
        "facts": rubric.facts.compiled.values(),
        "measures": [each for rules in rubric.rules.values() for each in rules.values()],
        "labels": [*rubric.needs, *rubric.limits],
    }


@cache
def _frames_to(function: Callable[..., Any]) -> list[tuple[list[str], dict[str, Any]]]:
    """Score a practice; for each call of a function give the frames on the way to it, and its arguments.

    The way leads through frames of the package, from the function of the command to the one that
    is called, both counted.
    """
    found = []

    def note(frame: FrameType, event: str, _: object) -> None:
        if event == "call" and frame.f_code is function.__code__ and (way := _way_to(frame)):
            found.append((way, dict(frame.f_locals)))

    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(PACKAGE.parents[1])
        before = sys.getprofile()
        sys.setprofile(note)
        try:
            ran = CliRunner().invoke(app, ["score", PRACTICE, "--no-config"])
        finally:
            sys.setprofile(before)
    assert ran.exit_code == 0, ran.output
    return found


def _way_to(frame: FrameType | None) -> list[str]:
    """Name the package's functions from the command to a frame; none if it is not on its way."""
    way: list[str] = []
    while frame is not None:
        path = Path(frame.f_code.co_filename)
        # From Python 3.12 on a comprehension has no frame of its own.
        if path.is_relative_to(PACKAGE) and frame.f_code.co_name not in _COMPREHENSIONS:
            way.insert(0, f"{path.relative_to(PACKAGE).as_posix()}:{frame.f_code.co_name}")
        if frame.f_code is command.__code__:
            return way
        frame = frame.f_back
    return []


_COMPREHENSIONS = {"<listcomp>", "<setcomp>", "<dictcomp>"}


@cache
def _imports() -> dict[str, set[str]]:
    """Map every module to those that run when it is imported, by what it says at its top."""
    modules = {
        _module(path): path for path in PACKAGE.rglob("*.py") if path.parent.name != "_built"
    }
    return {
        module: {each for each in _entered(module, path) if each in modules}
        for module, path in modules.items()
    }


def _module(path: Path) -> str:
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _entered(module: str, path: Path) -> Iterator[str]:
    """Name what a module's imports run: a module, and on the way to it the rooms around it.

    The rooms in which the module itself lies have begun to run before it does, and do not count.
    """
    own = {module, *_around(module)}
    for statement in _at_top(ast.parse(path.read_text(encoding="utf-8")).body):
        for name in _named(statement):
            yield from {name, *_around(name)} - own


def _named(statement: ast.Import | ast.ImportFrom) -> Iterator[str]:
    if isinstance(statement, ast.Import):
        yield from (alias.name for alias in statement.names)
        return
    for alias in statement.names:
        yield f"{statement.module}.{alias.name}"  # is no module if it is a thing of one


def _around(name: str) -> list[str]:
    parts = name.split(".")
    return [".".join(parts[:length]) for length in range(1, len(parts))]


def _at_top(statements: Iterable[ast.stmt]) -> Iterator[ast.Import | ast.ImportFrom]:
    """List the imports that run with a module: not in functions, not for the type checker only."""
    for statement in statements:
        if isinstance(statement, ast.Import | ast.ImportFrom):
            yield statement
        elif isinstance(statement, ast.If) and "TYPE_CHECKING" in ast.unparse(statement.test):
            yield from _at_top(statement.orelse)
        elif isinstance(statement, ast.If | ast.Try | ast.With | ast.ClassDef):
            yield from _at_top(
                s for s in ast.iter_child_nodes(statement) if isinstance(s, ast.stmt)
            )
