"""What the build makes of the package: the same as what is made in memory, and only while it is."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from shutil import copytree

import pydantic_core
import pytest
from pydantic import BaseModel

from govscore import built
from govscore.catalogue import files as catalogue
from govscore.practice.record import Practice
from govscore.result.scored import ScoredPractice
from govscore.rubric import building, files, validators
from govscore.rubric.compiled import Rubric
from govscore.rubric.model import RubricSpec

RUBRICS = [*files.shipped(), *files.earlier()]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built") / "_built"
    building.make(folder, dated=False)
    return folder


@pytest.fixture
def packed(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Give a copy of what is made, and have it read in the place of the package's own."""
    folder = copytree(made, tmp_path / "_built")
    monkeypatch.setattr(built, "FOLDER", folder)
    built.index.cache_clear()
    yield folder
    monkeypatch.undo()
    built.index.cache_clear()


def _in_memory(name: str) -> Rubric:
    path = files.home() / f"{name}.yaml"
    return files.read(path, shown=path.name, full=False)


def _module(folder: Path, name: str) -> dict[str, object]:
    return _run((folder / f"{built.module(name)}.py").read_text("utf-8"))


def _run(text: str) -> dict[str, object]:
    module: dict[str, object] = {}
    exec(text, module)  # noqa: S102 - made above
    return module


@pytest.mark.parametrize("name", RUBRICS)
def test_a_rubric_as_it_was_made_is_the_rubric_in_its_file(made: Path, name: str) -> None:
    spec = _module(made, name)["SPEC"]

    assert spec == _in_memory(name).spec
    assert isinstance(spec, RubricSpec)
    assert RubricSpec.model_validate(spec.model_dump(by_alias=True)) == spec


class _Holder(BaseModel):
    held: object


def test_a_rubric_that_holds_what_cannot_be_written_is_not_made() -> None:
    with pytest.raises(TypeError, match="holds a set"):
        building.written(_Holder(held={1}))


@pytest.mark.parametrize("name", RUBRICS)
def test_the_rules_of_a_rubric_read_what_they_read_in_its_file(made: Path, name: str) -> None:
    rubric = _in_memory(name)
    rules = _module(made, name)

    expected = {
        source: (program.names, program.sections, program.fields)
        for source, program in building.programs(rubric).items()
    }
    table = rules["RULES"]
    assert isinstance(table, dict)
    assert {source: reads for source, (_, reads) in table.items()} == expected
    assert all(callable(rule) for rule, _ in table.values())
    assert (rules["READ"], rules["KEYS"]) == (rubric.programs.read, rubric.programs.keys)


@pytest.mark.parametrize("model", [Practice, ScoredPractice])
def test_the_schema_of_a_model_as_it_was_made_is_pydantics_own(
    made: Path, model: type[BaseModel]
) -> None:
    written = _run((made / f"{built.schema_module(model)}.py").read_text("utf-8"))["SCHEMA"]
    model.model_rebuild()

    assert written == _bare(model.__pydantic_core_schema__)


def _bare(schema: object) -> object:
    """Leave out of a schema what only describes it, and where its classes lie in memory."""
    if isinstance(schema, list | tuple):
        return [_bare(each) for each in schema]
    if not isinstance(schema, dict):
        return _Partial(schema) if isinstance(schema, partial) else schema
    describing = {"metadata", "json_schema_input_schema"}
    return {
        key: each.split(":")[0] if key in {"ref", "schema_ref"} else _bare(each)
        for key, each in schema.items()
        if key not in describing
    }


class _Partial:
    """A function with some of its arguments, equal to another with the same."""

    def __init__(self, whole: partial[object]) -> None:
        self._parts = (whole.func, whole.args, whole.keywords)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, partial) and self._parts == (
            other.func,
            other.args,
            other.keywords,
        )

    __hash__ = None  # type: ignore[assignment]


def test_a_schema_that_holds_what_has_no_name_is_not_made() -> None:
    with pytest.raises(TypeError, match="known by no name"):
        validators.written({"function": lambda: None}, {})


def test_a_model_is_validated_by_what_was_made_only_under_the_version_that_made_it(
    packed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert packed.is_dir()

    class Practice(BaseModel, defer_build=True):
        id: str

    own = Practice.__pydantic_validator__
    monkeypatch.setattr(pydantic_core, "__version__", "0")
    built.equip(Practice)
    assert Practice.__pydantic_validator__ is own

    monkeypatch.undo()
    built.equip(Practice)
    assert Practice.__pydantic_validator__ is not own


def test_the_digest_of_the_catalogue_is_that_of_its_files(packed: Path) -> None:
    told = json.loads((packed / "index.json").read_bytes())

    assert told["catalogue"] == catalogue.digest() == catalogue.info()[1]


def test_a_rubric_that_has_changed_since_is_read_from_its_file(packed: Path) -> None:
    assert packed.is_dir()
    assert built.rubric("gmpa", "0" * 64) is None


def test_a_checkout_in_which_a_file_has_changed_since_makes_it_anew(packed: Path) -> None:
    index = packed / "index.json"
    told = json.loads(index.read_bytes())
    name = "expressions/translation.py"

    index.write_text(json.dumps({**told, "states": built.states([name])}), "utf-8")
    built.index.cache_clear()
    assert built.index()

    index.write_text(json.dumps({**told, "states": {name: [1, 2]}}), "utf-8")
    built.index.cache_clear()
    assert not built.index()
    assert files.load("gmpa").spec.rubric == "gmpa"


def test_without_what_is_built_all_is_made_in_memory(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(built, "FOLDER", tmp_path)
    built.index.cache_clear()

    assert not built.index()
    assert files.load("gmpa").sha256 == _in_memory("gmpa").sha256
    built.index.cache_clear()


def test_what_lies_in_the_package_is_todays_or_does_not_count(made: Path) -> None:
    built.index.cache_clear()
    modules = [built.module(name) for name in built.index().get("rubrics", ())]
    schemas = [built.schema_module(Practice), built.schema_module(ScoredPractice)]
    for name in modules and [*modules, *schemas]:
        file = f"{name}.py"
        assert (built.FOLDER / file).read_bytes() == (made / file).read_bytes()
