"""Finding a rubric by id or path, and reading it with what it extends.

A rubric is known by the id that it gives itself under `rubric:`, whatever its file is called.
"""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, cast

from govscore import built, yamlio
from govscore.errors import Problem, SetupError
from govscore.rubric.compiled import compile_rubric
from govscore.rubric.extending import Merged
from govscore.rubric.places import home, places, shadowed
from govscore.spelling import nearest
from govscore.words import meant

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govscore.rubric.building import Made
    from govscore.rubric.compiled import Rubric
    from govscore.rubric.places import Place

__all__ = ["earlier", "home", "load", "locate", "places", "read", "shadowed", "shipped"]


def shipped() -> list[str]:
    """List the ids of the rubrics that govscore ships."""
    return sorted(path.stem for path in home().glob("*.yaml") if "@" not in path.stem)


def earlier() -> list[str]:
    """List the earlier editions that govscore ships, as `gmpa@1.0.0`."""
    return sorted(path.stem for path in home().glob("*@*.yaml"))


def locate(reference: str | Path, folders: Sequence[Path] = ()) -> Path:
    """Find a rubric by the path of its file, or by id among those shipped and in the folders.

    An edition is asked for as `gmpa@1.0.0`, or as `gmpa@1` for the newest that begins so; the
    latest may be, too.

    Raises:
        SetupError: There is none.
    """
    path = Path(reference)
    if path.suffix in {".yaml", ".yml"}:
        return path
    known = list(places(folders))
    for each in known:
        if reference in {each.name, f"{each.id}@{each.version}"}:
            return each.path
    if (edition := _edition(str(reference), known)) is not None:
        return edition
    for each in known:
        if each.path.stem == reference:
            raise SetupError(
                f"there is no rubric '{reference}'; {each.path.as_posix()} is '{each.name}'"
            )
    names = {each.name for each in known}
    near = nearest(str(reference), names)
    hint = meant(near[:1], f"there are {', '.join(sorted(names))}")
    raise SetupError(f"there is no rubric '{reference}'{hint}")


def _edition(reference: str, known: Sequence[Place]) -> Path | None:
    """Find the newest edition of a rubric whose version begins as asked for, `gmpa@1` or longer."""
    name, _, asked = reference.partition("@")
    wanted = asked.split(".")
    found = [
        ([int(part) for part in each.version.split(".") if part.isdigit()], each.path)
        for each in known
        if asked and each.id == name and each.version.split(".")[: len(wanted)] == wanted
    ]
    return max(found, key=lambda each: each[0])[1] if found else None


def load(reference: str | Path = "gmpa", folders: Sequence[Path] = ()) -> Rubric:
    """Load, check and compile a rubric.

    A rubric of the user's is checked in full; those shipped are checked by govscore's own tests.

    Raises:
        SetupError: It cannot be found, read, or used; its problems are placed in the file.
    """
    path = locate(reference, folders)
    ours = path.parent == home()
    if ours and (made := _built(path)):
        return made
    return read(path, shown=path.name if ours else path.as_posix(), folders=folders, full=not ours)


def _built(path: Path) -> Rubric | None:
    """Give a shipped rubric as it was made when the package was built, if its file is the same."""
    data = path.read_bytes()
    digest = sha256(data).hexdigest()
    made = cast("Made | None", built.rubric(path.stem, digest))
    if made is None:
        return None
    text = data.decode()
    return compile_rubric(
        made.SPEC, text=text, sha256=digest, path=path.name, checked=False, built=made
    )


def read(path: Path, *, shown: str, folders: Sequence[Path] = (), full: bool) -> Rubric:
    """Read the rubric at a path; `full` asks for the checks of types and words too.

    Raises:
        SetupError: It cannot be read or used; all its problems are placed in the file.
    """
    from govscore.rubric.sound import sound  # noqa: PLC0415 - no shipped rubric needs it

    document = _document(path, shown)
    name = document.value.get("extends") if isinstance(document.value, dict) else None
    if not isinstance(name, str):
        return sound(document, document, full=full)
    return sound(document, Merged(_base(name, document, folders), document), full=full)


def _document(path: Path, shown: str) -> yamlio.Document:
    document = yamlio.read(path, shown)
    problems = [problem for problem in document.problems if not _level_key(problem)]
    if problems or not document.usable:
        raise _unusable(shown, problems)
    return document


def _level_key(problem: Problem) -> bool:
    """Tell whether a problem is a number for a key: in a rubric levels are keys."""
    return problem.code == "GS005" and str(problem.args.get("text", "")).isdigit()


def _base(name: str, document: yamlio.Document, folders: Sequence[Path]) -> yamlio.Document:
    """Read the rubric that a document extends, which may not extend another itself."""
    known = {each.name for each in places(folders)} | {
        f"{each.id}@{each.version}" for each in places(folders)
    }
    if name not in known:
        others = known - {document.value.get("rubric")}
        raise _refused(document, nearest(name, others), variant="rubric", name=name)
    base = _document(locate(name, folders), name)
    if isinstance(base.value, dict) and isinstance(base.value.get("extends"), str):
        raise _refused(document, variant="chain", name=name)
    return base


def _refused(document: yamlio.Document, near: tuple[str, ...] = (), **args: object) -> SetupError:
    line, column = document.place("/extends")
    path = document.path
    return _unusable(path, [Problem("GS503", path, "/extends", line, column, args, near)])


def _unusable(path: str, problems: Sequence[Problem]) -> SetupError:
    from govscore.rubric.sound import unusable  # noqa: PLC0415 - as above

    return unusable(path, problems)
