"""One word, one thing: names that were given up do not come back."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

import govscore

PACKAGE = Path(govscore.__file__).parent

GIVEN_UP: list[tuple[str, str, str]] = [
    ("", r"utils?|helpers?|common|misc", "the name of what it knows"),
    ("", r"faults", "validation"),
    ("", r"analysis", "rubric_testing, studies"),
    ("", r"_?gains", "remedies"),
    ("", r"deeds", "implementation"),
    ("", r"lexicon", "vocabularies"),
    ("", r"provisions", "instruments"),
    ("render", r"book|Book", "site, Site"),
    ("render", r"_?Part|parts", "RecordChapter, chapters"),
    ("render", r"Options", "Style"),
    ("render/html", r"Reading", "LensReading"),
    ("render/html/checks", r"_?Bar", "GateRow"),
    ("render/html/overview", r"Row", "PracticeRow"),
    ("render/formats", r"_?Page", "BoundedMarkdown"),
    ("render/terminal", r"_?Page", "Canvas"),
    ("result", r"Practice", "ScoredPractice"),
    ("result", r"Fact", "Location"),
    ("result", r"Level", "Severity"),
    ("checks", r"Gains|Ways|_?way_up|_ways", "Remedies, Cheapest"),
    ("checks", r"_?Bars?", "Requirements"),
    ("checks", r"Context", "Inspection"),
    ("practice", r"Part", "Section"),
    ("practice/stakeholders", r"Row", "Stakeholder"),
    ("expressions", r"Strong|strong", "subset"),
    ("scoring", r"Options", "Assumptions"),
    ("runs", r"Selection", "Query"),
    ("validation", r"Flaw|Notes", "Problem, Problems"),
]
"""Where (below a folder or file of the package), which name, and what takes its place."""

VARIABLES: list[tuple[str, str, str]] = [
    ("render/html", r"book", "site"),
    ("render/terminal", r"page", "canvas"),
    ("render/formats/table", r"page", "canvas"),
    ("render", r"options", "style"),
    ("checks", r"bars?", "remedies, requirement"),
]
"""The same for arguments and local variables."""


CERTAINTY = re.compile(
    r"\b(provisional(ly)?|insufficiently assessed|(un)?settled|at most [^.]* certain)\b",
    re.IGNORECASE,
)
"""Words for how sure a label is that were given up: it is firm, so far, or not labelled yet."""


def test_words_of_certainty_that_were_given_up_are_read_nowhere() -> None:
    prose = [PACKAGE.parents[1] / "README.md", *PACKAGE.parents[1].glob("docs/*.md")]
    words = [*PACKAGE.glob("render/**/*.toml"), *PACKAGE.glob("scaffold/files/*.yaml")]
    read = {
        path: path.read_text(encoding="utf-8")
        for path in [*prose, *words]
        if "handbook" not in path.name
    }
    read |= {path: "\n".join(_sentences(path)) for path in PACKAGE.rglob("*.py") if _speaks(path)}

    found = [
        f"{path.name}: {word[0]}"
        for path, text in read.items()
        for word in CERTAINTY.finditer(text)
    ]

    assert found == []


def _speaks(path: Path) -> bool:
    """Tell whether people read what a module says: a command, or what is shown of a result."""
    return path.relative_to(PACKAGE).parts[0] in {"cli", "render", "desk", "settings.py"}


def _sentences(path: Path) -> Iterator[str]:
    """List the texts of a module, but for the docstrings of what it keeps to itself."""
    nodes = [*ast.walk(_parsed(path))]
    inner = [each for each in nodes if isinstance(each, ast.FunctionDef) and each.name[0] == "_"]
    hidden = {ast.get_docstring(each, clean=False) for each in inner}
    for node in nodes:
        text = node.value if isinstance(node, ast.Constant) else None
        if isinstance(text, str) and text not in hidden:
            yield text


@pytest.mark.parametrize(("where", "word", "instead"), GIVEN_UP)
def test_a_word_that_was_given_up_names_nothing(where: str, word: str, instead: str) -> None:
    found = [
        f"{path}: {name}; use {instead}"
        for path, name in _below(where, _defined)
        if re.fullmatch(word, name)
    ]

    assert found == []


ROOT = Path(__file__).parents[1]
SEEN = [
    ROOT / "README.md",
    *sorted((ROOT / "docs").rglob("*.md")),
    *sorted((ROOT / "rubrics").glob("*.yaml")),
    *sorted((PACKAGE / "render").rglob("*.*")),
    *sorted((PACKAGE / "rules").glob("*.py")),
    *sorted((PACKAGE / "cli").glob("*.py")),
    *sorted((PACKAGE / "scaffold" / "files").rglob("*.*")),
]
"""Where the words stand that people see."""

UNSAID: list[tuple[str, str]] = [
    (r"provisional(?:ly)?", "so far"),
    (r"insufficiently (?:assessed|known)", "not labelled yet"),
    (r"(?:of what|share|points|those|criteria)(?: that)?(?: is| are)? settled", "known"),
    (r"(?:needs?|add|→) an assessment", "a rating"),
]
"""How sure a score is has three words: firm, so far, not labelled yet. What is known is known."""


@pytest.mark.parametrize(("words", "instead"), UNSAID)
def test_how_sure_a_score_is_has_one_set_of_words(words: str, instead: str) -> None:
    found = [
        f"{path.relative_to(ROOT)}: {hit[0]}; say: {instead}"
        for path in SEEN
        if path.suffix in {".md", ".yaml", ".py", ".toml", ".html", ".js"}
        for hit in re.finditer(rf"\b{words}\b", path.read_text(encoding="utf-8"), re.IGNORECASE)
    ]

    assert found == []


@pytest.mark.parametrize(("where", "word", "instead"), VARIABLES)
def test_no_variable_has_a_word_that_means_something_else(
    where: str, word: str, instead: str
) -> None:
    found = [
        f"{path}: {name}; use {instead}"
        for path, name in _below(where, _variables)
        if re.fullmatch(word, name)
    ]

    assert found == []


def _below(where: str, named: Callable[[Path], set[str]]) -> Iterator[tuple[str, str]]:
    """Give the names in the files below a folder, or in a file, with the file."""
    for path in sorted(PACKAGE.rglob("*.py")):
        if path.parent.name == "_built":
            continue
        within = path.relative_to(PACKAGE).as_posix()
        if f"{within.removesuffix('.py')}/".startswith(f"{where}/" if where else ""):
            yield from ((within, name) for name in sorted(named(path)))


def _defined(path: Path) -> set[str]:
    """List the classes and functions of a module, and its own name and that of its room."""
    kinds = (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    return {path.stem, path.parent.name} | {
        node.name for node in ast.walk(_parsed(path)) if isinstance(node, kinds)
    }


def _variables(path: Path) -> set[str]:
    return {
        node.arg if isinstance(node, ast.arg) else node.id
        for node in ast.walk(_parsed(path))
        if isinstance(node, ast.arg)
        or (isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store))
    }


@cache
def _parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))
