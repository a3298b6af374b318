"""The layers of the house: a room imports only from lines below its own."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import govscore

PACKAGE = Path(govscore.__file__).parent

LAYERS: list[set[str]] = [
    {
        "built",
        "errors",
        "means",
        "models",
        "pointers",
        "rooms",
        "scale",
        "spelling",
        "version",
        "words",
    },
    {"catalogue", "result", "settings"},
    {"expressions", "measures", "practice", "titles", "validation", "verdict", "yamlio"},
    {"rubric", "workspace"},
    {"rules", "schemas", "scoring"},
    {"checks", "render", "rubric_testing", "scaffold", "studies"},
    {"runs"},
    {"desk"},
    {"cli"},
    {"__main__", "__init__"},
]
"""From the ground up; `__init__` may be read from anywhere for its literals."""

OUTSIDE: dict[str, set[str]] = {
    "typer": {"cli"},
    "yaml": {"yamlio"},
    "cel_expr_python": {"expressions"},
    "google": {"expressions"},
    "jinja2": {"render"},
    "orjson": {"render"},
    "rich": {"render", "cli"},
    "numpy": {"studies"},
    "textual": {"desk"},
}
"""Libraries and the only rooms that may import them."""


SEEN_BY_MEASURES = {"means", "measures", "models", "pointers", "result", "rooms", "scale"}
"""A measure looks at the case that it is handed: it knows neither practices nor CEL."""


def test_every_room_has_its_line_in_the_layers() -> None:
    rooms = {path.stem for path in PACKAGE.iterdir() if path.suffix == ".py" or _is_room(path)}

    assert rooms == set().union(*LAYERS)


def test_a_room_imports_only_from_lines_below_its_own() -> None:
    level = {room: number for number, rooms in enumerate(LAYERS) for room in rooms}
    broken = [
        f"{path.relative_to(PACKAGE)} imports {name}"
        for path in sorted(PACKAGE.rglob("*.py"))
        if path.parent.name != "_built"
        for name in _imports(path)
        if (other := _room_of(name)) is not None
        and other != (own := _own_room(path))
        and level[other] >= level[own]
    ]

    assert broken == []


def test_a_library_is_imported_only_where_it_belongs() -> None:
    broken = [
        f"{path.relative_to(PACKAGE)} imports {name}"
        for path in sorted(PACKAGE.rglob("*.py"))
        if path.parent.name != "_built"
        for name in _imports(path)
        if _own_room(path) not in OUTSIDE.get(name.split(".")[0], {_own_room(path)})
    ]

    assert broken == []


def test_a_rule_looks_at_what_an_inspection_holds_practice_and_catalogue() -> None:
    known = {"catalogue", "errors", "pointers", "practice", "rules", "scale", "spelling", "titles"}
    held = {"result", "rubric", "yamlio"}  # for their types; `rules` itself also asks `rooms`
    broken = [
        f"{path.name} imports {name}"
        for path in [*sorted((PACKAGE / "rules").glob("[!_]*.py")), PACKAGE / "rules/_treaties.py"]
        for name in _imports(path)
        if (room := _room_of(name)) is not None and room not in known | held
    ]

    assert broken == []


def test_a_measure_knows_neither_practices_nor_expressions() -> None:
    broken = [
        f"{path.relative_to(PACKAGE)} imports {name}"
        for path in sorted((PACKAGE / "measures").glob("*.py"))
        for name in _imports(path)
        if (room := _room_of(name)) is not None and room not in SEEN_BY_MEASURES
    ]

    assert broken == []


def _is_room(path: Path) -> bool:
    return (path / "__init__.py").is_file()


def _own_room(path: Path) -> str:
    first = path.relative_to(PACKAGE).parts[0]
    return first.removesuffix(".py")


def _room_of(name: str) -> str | None:
    parts = name.split(".")
    if parts[0] != "govscore" or len(parts) == 1:
        return None
    return parts[1] if not parts[1].startswith("_") and not parts[1].isupper() else None


def _imports(path: Path) -> list[str]:
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = [alias.name for alias in node.names]
            inner = [f"govscore.{name}" for name in names]
            found += inner if node.module == "govscore" else [node.module]
    return found


HIDDEN = {
    "render/formats": {"rubric", "scoring", "checks", "runs", "workspace"},
    "render/html": {"rubric", "scoring", "checks", "runs", "workspace"},
}
"""Rooms of which a drawing may know nothing: it has the result and its words."""

DRAWN = {
    "rubric": {"rubric", "scoring"},
    "rubric_tests": {"rubric"},
    "entries": {"catalogue"},
    "lists": {"catalogue"},
}
"""What a view for the terminal draws, beside results."""

WORDS = {"measures", "pointers", "render", "result", "scale", "titles", "verdict", "words"}
"""What every view for the terminal may ask; a measure for the words of its reasons."""

HOMES = {
    "yaml": ["yamlio/"],
    "cel_expr_python": ["expressions/"],
    "jinja2": ["render/html/engine.py"],
    "orjson": ["render/formats/json.py"],
    "rich": ["render/terminal/", "render/formats/text.py", "cli/_terminal.py", "cli/rule.py"],
    "numpy": ["studies/"],
    "textual": ["desk/screens/"],
    "typer": ["cli/"],
}
"""The files in which a library is used."""


@pytest.mark.parametrize("room", HIDDEN)
def test_what_draws_documents_knows_results_alone(room: str) -> None:
    rules = "render/formats/sarif.py imports govscore.checks"
    broken = [
        told
        for path in sorted((PACKAGE / room).rglob("*.py"))
        for name in _imports(path)
        if _room_of(name) in HIDDEN[room]
        and (told := f"{path.relative_to(PACKAGE).as_posix()} imports {name}") != rules
    ]

    assert broken == []


def test_a_view_knows_beside_results_only_what_it_draws() -> None:
    broken = [
        f"{path.name} imports {name}"
        for path in sorted((PACKAGE / "render/terminal").rglob("*.py"))
        for name in _imports(path)
        if (room := _room_of(name)) is not None and room not in WORDS | DRAWN.get(path.stem, set())
    ]

    assert broken == []


@pytest.mark.parametrize("library", HOMES)
def test_a_library_has_one_home(library: str) -> None:
    broken = [
        found
        for path in sorted(PACKAGE.rglob("*.py"))
        if path.parent.name != "_built"
        if any(name.split(".")[0] == library for name in _imports(path))
        and not (found := path.relative_to(PACKAGE).as_posix()).startswith(tuple(HOMES[library]))
    ]

    assert broken == []
