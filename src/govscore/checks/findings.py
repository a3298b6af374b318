"""From problems to findings: the sentence, the lines around the place, a fingerprint that stays.

A fingerprint is made of code, path and pointer, with list items named by their own key instead of
their number, so that it survives lines put above and items put before. Where several findings share
a place, the problem's `subject` (an indicator, a gate) tells them apart, and at last their order.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, NamedTuple

from govscore.errors import Problem
from govscore.pointers import pointer, steps
from govscore.result.run import Finding, Snippet
from govscore.rules import rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from govscore.yamlio import Document


_NAMES = (
    "id",
    "instrument",
    "title",
    "who",
    "name",
    "assessor",
    "text",
    "outcome",
    "source",
    "code",
)
_AROUND = 1
_LONGEST_LINE = 400


def findings(problems: Iterable[Problem], document: Document | None = None) -> list[Finding]:
    """Turn the problems of one file into findings, in the order of their places."""
    ordered = sorted(problems, key=lambda p: (p.line or 0, p.column or 0, p.code, p.pointer))
    seen: Counter[str] = Counter()
    found = []
    for problem in ordered:
        subject = str(problem.args.get("subject", ""))
        names = _names(problem.pointer, document)
        text = "\0".join([problem.code, problem.path, "/".join(names), subject])
        seen[text] += 1
        if seen[text] > 1:
            text = f"{text}\0{seen[text]}"
        fingerprint = hashlib.sha256(text.encode()).hexdigest()[:32]
        found.append(_finding(problem, document, fingerprint, pointer(names)))
    return found


def bare(code: str, path: str) -> Finding:
    """Give a finding that is only counted: its code, its level and its file."""
    return Finding.model_construct(
        code=code,
        level=rule(code).level,
        message="",
        path=path,
        line=None,
        column=None,
        pointer="",
        fingerprint="",
    )


def _finding(
    problem: Problem, document: Document | None, fingerprint: str, named_pointer: str
) -> Finding:
    about = rule(problem.code)
    return Finding(
        code=problem.code,
        level=about.level,
        message=about.message(problem.args),
        path=problem.path,
        line=problem.line,
        column=problem.column,
        pointer=problem.pointer,
        fingerprint=fingerprint,
        named_pointer=named_pointer,
        suggestions=list(problem.suggestions),
        snippet=None if about.level == "note" else _snippet(problem, document),
    )


def _snippet(problem: Problem, document: Document | None) -> Snippet | None:
    if document is None or problem.line is None or not document.lines:
        return None
    start = max(problem.line - _AROUND, 1)
    lines = document.lines[start - 1 : problem.line + _AROUND]
    return Snippet(start=start, lines=[line[:_LONGEST_LINE] for line in lines]) if lines else None


def _names(place: str, document: Document | None) -> list[str]:
    """List the steps of a pointer, each list item named by its own key where it has one."""
    value: Any = document.value if document is not None else None
    names = []
    for step in steps(place):
        if isinstance(value, list) and step.isdigit() and int(step) < len(value):
            value = value[int(step)]
            names.append(name(value, step))
        else:
            value = value.get(step) if isinstance(value, dict) else None
            names.append(step)
    return names


def name(item: object, number: str) -> str:
    """Name a list item by its own key, or by its number where it has none."""
    if isinstance(item, str):
        return item
    if not isinstance(item, dict):
        return number
    return next((str(item[key]) for key in _NAMES if isinstance(item.get(key), str)), number)


class Named(NamedTuple):
    """A practice by its id, and the place where that stands."""

    id: str
    path: str
    line: int
    column: int

    @property
    def is_own(self) -> bool:
        """Whether the file is named after the id."""
        return PurePosixPath(self.path).stem == self.id


def across(notes: Iterable[Problem], named: Iterable[Named]) -> list[Finding]:
    """Find what the files show together (GS205), and pass on what finding them showed (GS010)."""
    found = [*notes]
    files: dict[str, list[Named]] = defaultdict(list)
    for each in named:
        files[each.id].append(each)
    for alike in files.values():
        found += _copies(alike)
    return findings(found)


def _copies(alike: Sequence[Named]) -> Iterator[Problem]:
    """Blame the copies of an id: the files that are not named after it, or else all of them."""
    if len(alike) == 1:
        return
    copies = [each for each in alike if not each.is_own]
    blamed = copies if len(copies) < len(alike) and copies else alike
    for each in blamed:
        other = next(one for one in alike if one is not each and (one.is_own or blamed is alike))
        args = {"name": each.id, "first": other.path}
        yield Problem("GS205", each.path, "/id", each.line, each.column, args)
