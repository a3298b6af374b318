"""Finding a rubric by id or path, merging what it extends, and checking it before use."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import govscore
from govscore import yamlio
from govscore.errors import ExpressionError, Problem, SetupError
from govscore.pointers import steps
from govscore.rubric import expressions
from govscore.rubric.compiled import Rubric, compile_rubric
from govscore.rubric.model import RubricSpec
from govscore.rubric.structure import structure
from govscore.spelling import meant, nearest
from govscore.validation import validate

if TYPE_CHECKING:
    from collections.abc import Sequence

CODES = {
    "missing": "GS503",
    "unknown": "GS503",
    "type": "GS502",
    "word": "GS504",
    "value": "GS502",
    "length": "GS502",
}
_MERGED_BY_ID = ("nodes", "criteria")
_MERGED_BY_KEY = ("facts", "words", "lenses", "notes")


def home() -> Path:
    """Give the folder of the rubrics that govscore ships."""
    package = Path(govscore.__file__).parent
    inside = package / "rubrics"
    return inside if inside.is_dir() else package.parents[1] / "rubrics"


def shipped() -> list[str]:
    """List the ids of the rubrics that govscore ships."""
    return sorted(path.stem for path in home().glob("*.yaml") if "@" not in path.stem)


def earlier() -> list[str]:
    """List the earlier editions that govscore ships, as `gmpa@1.0.0`."""
    return sorted(path.stem for path in home().glob("*@*.yaml"))


def locate(reference: str | Path, folders: Sequence[Path] = ()) -> Path:
    """Find a rubric by the path of its file, or by id among those shipped and in the folders.

    An edition is asked for as `gmpa@1.0.0`; the latest has its file under the id alone.

    Raises:
        SetupError: There is none.
    """
    path = Path(reference)
    if path.suffix in {".yaml", ".yml"}:
        return path
    places = [folder / f"{reference}.yaml" for folder in (home(), *folders)]
    for place in places:
        if place.is_file():
            return place
    name, _, version = str(reference).partition("@")
    for place in (folder / f"{name}.yaml" for folder in (home(), *folders)):
        if (
            version
            and place.is_file()
            and yamlio.read(place, place.name).value.get("version") == version
        ):
            return place
    known = {each.stem for folder in (home(), *folders) for each in folder.glob("*.yaml")}
    near = nearest(str(reference), known)
    hint = meant(near[:1], f"there are {', '.join(sorted(known))}")
    raise SetupError(f"there is no rubric '{reference}'{hint}")


def load(reference: str | Path = "gmpa", folders: Sequence[Path] = ()) -> Rubric:
    """Load, check and compile a rubric.

    A rubric of the user's is checked in full; those shipped are checked by govscore's own tests.

    Raises:
        SetupError: It cannot be found, read, or used; its problems are placed in the file.
    """
    path = locate(reference, folders)
    ours = path.parent == home()
    return read(path, shown=path.name if ours else path.as_posix(), folders=folders, full=not ours)


def read(path: Path, *, shown: str, folders: Sequence[Path] = (), full: bool) -> Rubric:
    """Read the rubric at a path; `full` asks for the checks of types and words too."""
    document = _document(path, shown)
    merged = _extended(document, folders)
    spec, problems = validate(RubricSpec, merged, CODES)
    if spec is None:
        raise _unusable(shown, problems)
    problems = structure(spec, merged)
    if problems:
        raise _unusable(shown, problems)
    try:
        rubric = compile_rubric(
            spec,
            text=document.data.decode(),
            sha256=document.sha256,
            path=shown,
            checked=full,
        )
    except ExpressionError:
        raise _unusable(shown, expressions.compiles(spec, merged)) from None
    if full and (problems := expressions.expressions(rubric, merged)):
        raise _unusable(shown, problems)
    return rubric


def _document(path: Path, shown: str) -> yamlio.Document:
    document = yamlio.read(path, shown)
    problems = [problem for problem in document.problems if not _level_key(problem)]
    if problems or not document.usable:
        raise _unusable(shown, problems)
    return document


def _level_key(problem: Problem) -> bool:
    """Tell whether a problem is a number for a key: in a rubric levels are keys."""
    return problem.code == "GS005" and str(problem.args.get("text", "")).isdigit()


def _unusable(shown: str, problems: list[Problem]) -> SetupError:
    count = len(problems)
    return SetupError(
        f"{shown}: the rubric cannot be used: {count} problem{'s' if count != 1 else ''}", problems
    )


class Merged:
    """A rubric laid over the one it extends, which still knows the place of what it took over."""

    def __init__(self, base: yamlio.Document | Merged, over: yamlio.Document) -> None:
        """Lay `over` on `base`: nodes and criteria by id, facts and words by name."""
        self.path = over.path
        self._over = over
        self._base = base
        self._origin: dict[str, tuple[yamlio.Document | Merged, str]] = {}
        self.value: dict[str, Any] = {**base.value, **over.value}
        for key in _MERGED_BY_ID:
            if all(isinstance(each.value.get(key) or [], list) for each in (base, over)):
                self.value[key] = self._by_id(key)
        for key in _MERGED_BY_KEY:
            below, above = base.value.get(key) or {}, over.value.get(key) or {}
            if isinstance(below, dict) and isinstance(above, dict):
                self.value[key] = {**below, **above}

    def _by_id(self, key: str) -> list[Any]:
        kept: dict[object, tuple[Any, yamlio.Document | Merged, str]] = {}
        for document in (self._base, self._over):
            for index, entry in enumerate(document.value.get(key) or ()):
                name = _name(entry)
                joined = {**kept[name][0], **entry} if name in kept else entry
                kept[name] = (joined, document, f"/{key}/{index}")
        for index, (_, document, place) in enumerate(kept.values()):
            self._origin[f"/{key}/{index}"] = (document, place)
        return [entry for entry, _, _ in kept.values()]

    def place(self, pointer: str, *, on_key: bool = False) -> tuple[int, int]:
        """Give line and column; what the extended rubric wrote is placed at the `extends` line."""
        parts = steps(pointer)
        head = "/" + "/".join(parts[:2])
        document, place = self._origin.get(head, (self._over, head))
        if document is not self._over or not self._wrote(parts):
            return self._over.place("/extends")
        return self._over.place("/".join([place, *parts[2:]]), on_key=on_key)

    def _wrote(self, parts: list[str]) -> bool:
        """Tell whether this file itself has the section, or the named entry of it, at a place."""
        section = self._over.value.get(parts[0]) if parts else None
        if len(parts) > 1 and parts[0] in _MERGED_BY_KEY and isinstance(section, dict):
            return parts[1] in section
        return section is not None

    def source(self, pointer: str) -> str | None:
        """Give the text of a scalar as written, where this file wrote it."""
        return self._over.source(pointer)


def _name(entry: Any) -> object:  # noqa: ANN401 - what is no mapping is left to validation
    """Name an entry by its id; one without stands for itself alone."""
    name = entry.get("id") if isinstance(entry, dict) else None
    return name if isinstance(name, str) else object()


def _extended(document: yamlio.Document, folders: Sequence[Path]) -> yamlio.Document | Merged:
    name = document.value.get("extends")
    if not isinstance(name, str):
        return document
    base = _document(locate(name, folders), name)
    if isinstance(base.value.get("extends"), str):
        line, column = document.place("/extends")
        problem = Problem(
            "GS503",
            document.path,
            "/extends",
            line,
            column,
            {"variant": "chain", "name": name},
        )
        raise _unusable(document.path, [problem])
    return Merged(base, document)
