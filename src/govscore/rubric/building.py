"""Making what `built` reads, when the package is built: nothing of it is known later only."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Protocol

import pydantic_core
from pydantic import BaseModel

from govscore import built
from govscore.catalogue import files as catalogue
from govscore.expressions.program import Built
from govscore.expressions.translation import OPERATORS, function, translate
from govscore.practice.record import Practice
from govscore.result.scored import ScoredPractice
from govscore.rubric import files, validators

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from govscore.expressions.program import Program
    from govscore.rubric.compiled import Rubric
    from govscore.rubric.model import RubricSpec

_BEHIND = (
    "expressions/*.py",
    "measures/*.py",
    "practice/*.py",
    "result/reference.py",
    "result/scored.py",
    "rubric/*.py",
    "yamlio/*.py",
    "catalogue/*.py",
    "catalogue/data/**/*",
)
"""What decides what is made, beside the rubrics."""
_VALIDATED = (Practice, ScoredPractice)
"""The models that a score validates."""


class Made(Built, Protocol):
    """A module with a rubric, made when the package was built."""

    SPEC: RubricSpec
    """Its specification, as it was read and validated then."""


def make(folder: Path, *, dated: bool) -> None:
    """Write all of it into a folder.

    In a checkout it is `dated`: it counts until a file behind it changes.
    """
    folder.mkdir(parents=True, exist_ok=True)
    digests = {}
    for name in [*files.shipped(), *files.earlier()]:
        path = files.home() / f"{name}.yaml"
        rubric = files.read(path, shown=path.name, full=False)
        digests[name] = rubric.sha256
        (folder / f"{built.module(name)}.py").write_text(_module(rubric), "utf-8", newline="\n")
    for model in _VALIDATED:
        path = folder / f"{built.schema_module(model)}.py"
        path.write_text(validators.module(model), "utf-8", newline="\n")
    told = {
        "states": built.states(_behind()) if dated else {},
        "catalogue": catalogue.digest(),
        "rubrics": digests,
        "pydantic_core": pydantic_core.__version__,
    }
    (folder / "index.json").write_text(json.dumps(told, indent=1), "utf-8", newline="\n")


def _behind() -> Iterator[str]:
    for pattern in _BEHIND:
        for path in sorted(built.PACKAGE.glob(pattern)):
            if path.is_file() and path.suffix != ".pyc":
                yield path.relative_to(built.PACKAGE).as_posix()


def programs(rubric: Rubric) -> dict[str, Program]:
    """Map the expressions of a rubric to their programs."""
    found = {each.source: each for each in rubric.facts.compiled.values()}
    for rules in [*rubric.rules.values(), rubric.notes]:
        found |= {each.source: each for each in rules.values()}
    return found | {each.source: each for each in (*rubric.limits, *rubric.needs) if each}


def _module(rubric: Rubric) -> str:
    """Write the module of a rubric: its rules, what each of them reads, its specification."""
    functions, table = [], []
    for number, (source, program) in enumerate(programs(rubric).items()):
        body = translate(program.compiled.serialize())
        name = f"rule_{number}" if body is not None else "None"
        if body is not None:
            functions.append(function(body, name))
        reads = ", ".join(_set(each) for each in (program.names, program.sections, program.fields))
        table.append(f"    {source!r}: ({name}, ({reads})),\n")
    models = sorted({(type(each).__module__, type(each).__name__) for each in _models(rubric.spec)})
    whose = f"{rubric.spec.rubric} {rubric.spec.version}"
    return (
        f'"""{whose}, made by the build: do not change it here."""\n\n'
        f"from govscore.expressions.unknown import {', '.join(sorted(OPERATORS))}\n"
        + "".join(f"from {room} import {name}\n" for room, name in models)
        + "\n"
        + "".join(functions)
        + f"\nRULES = {{\n{''.join(table)}}}\n"
        + f"READ = {_set(rubric.programs.read)}\nKEYS = {_set(rubric.programs.keys)}\n"
        + f"SPEC = {written(rubric.spec)}\n"
    )


def _set(items: frozenset[Any]) -> str:
    return f"frozenset({tuple(sorted(items))!r})"


def _models(value: object) -> Iterator[BaseModel]:
    """Give the models that a value consists of."""
    if isinstance(value, BaseModel):
        yield value
        value = dict(value)
    if isinstance(value, dict):
        value = [*value.values()]
    for each in value if isinstance(value, list) else ():
        yield from _models(each)


def written(value: object) -> str:
    """Write a value as Python; models as what is right already, for they were validated to be."""
    if isinstance(value, BaseModel):
        fields = ", ".join(f"{name}={written(each)}" for name, each in value)
        return f"{type(value).__name__}.model_construct({fields})"
    if isinstance(value, dict):
        return f"{{{', '.join(f'{key!r}: {written(each)}' for key, each in value.items())}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(written, value))}]"
    if isinstance(value, str | int | float | None):
        return repr(value)
    raise TypeError(f"a specification holds a {type(value).__name__}, which is not written here")
