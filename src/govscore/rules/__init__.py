"""Rules: one file per code, which says what is found, how grave that is, and how to mend it.

The file name is the code. Its docstring is the title and, below, the page in Markdown. `message` is
a template over the arguments of a problem, or one for each variant of it. `find` finds what one
practice shows; the rest is found where files, configurations and results are read. `mend`, where a
finding has one answer that needs no knowledge of the matter, gives what puts it right.
"""

from __future__ import annotations

import sys
from functools import cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from govscore import rooms

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from types import ModuleType

    from govscore.errors import Problem
    from govscore.result.scored import Severity
    from govscore.rules._inspection import Hit, Inspection
    from govscore.yamlio import Document
    from govscore.yamlio.operations import Operation

    Find = Callable[[Inspection], Iterator[Hit]]
    Mend = Callable[[Document, Problem], Iterator[Operation]]

Scope = Literal["reading", "practice", "collection", "gate", "comparison", "waiver", "setup"]
"""What shows the finding: the reading of a file, one practice, several files, a bar that was set,
an earlier result, a waiver; or what governs the run."""

_LONGEST = 600  # characters; the longest vocabularies, written out, fit


Hour = Literal["score", "check"]


class Family(NamedTuple):
    """What the codes that begin alike are about, for people and for programs.

    `hour` is when one practice is searched for it: with every score, or only with a check.
    """

    heading: str
    tag: str
    hour: Hour | None = None


FAMILIES = {
    "GS0": Family("Reading the file", "reading"),
    "GS1": Family("The shape of a practice", "model"),
    "GS2": Family("References", "references", "score"),
    "GS3": Family("Consistency", "consistency", "check"),
    "GS4": Family("Completeness, and what was not judged", "completeness", "check"),
    "GS5": Family("Setup: nothing could be evaluated", "setup"),
    "GS9": Family("Gates, regression and waivers", "gates"),
}
"""The families, by the beginning of their codes."""

_EARLIER = frozenset({"GS314"})
"""What a score asks for before its family's hour: GS314 is GS208 for some kinds of evidence."""


class Rule(NamedTuple):
    """A rule, as its module says it; `messages` maps variants to templates, "" to the only one."""

    code: str
    level: Severity
    scope: Scope
    title: str
    text: str
    messages: Mapping[str, str]
    find: Find | None
    mend: Mend | None = None

    @property
    def family(self) -> Family:
        """The family that the code belongs to."""
        return FAMILIES[self.code[:3]]

    def message(self, args: Mapping[str, object]) -> str:
        """Fill the template that the arguments choose."""
        variant = str(args.get("variant", "")) if len(self.messages) > 1 else ""
        template = self.messages.get(variant) or next(iter(self.messages.values()))
        return template.format_map({name: _plain(value) for name, value in args.items()})

    def written(self, heading: str) -> str:
        """Write the page as Markdown, its heading opened by `#` or more of it."""
        how = "; `govscore check --fix` mends what has one answer" if self.mend else ""
        return f"{heading} {self.code}: {self.title}\n\n*{self.level}*{how}\n\n{self.text}\n"


@cache
def codes() -> tuple[str, ...]:
    """List the codes, without importing any rule."""
    return tuple(rooms.names(sys.modules[__name__]))


@cache
def rule(code: str) -> Rule:
    """Enter the rule of a code.

    Raises:
        KeyError: There is no such code.
    """
    if code not in codes():
        raise KeyError(code)
    return _rule(code, rooms.enter(sys.modules[__name__], code))


def _rule(code: str, module: ModuleType) -> Rule:
    title, _, text = str(module.__doc__).partition("\n\n")
    message = module.message
    return Rule(
        code=code,
        level=module.level,
        scope=module.scope,
        title=title.removesuffix("."),
        text=text.strip(),
        messages={"": message} if isinstance(message, str) else message,
        find=getattr(module, "find", None),
        mend=getattr(module, "mend", None),
    )


@cache
def due(hour: Hour) -> tuple[str, ...]:
    """List the codes that one practice is searched for; a check asks all that a score asks."""
    return tuple(
        code
        for code in codes()
        if (asked := FAMILIES[code[:3]].hour)
        if hour == "check" or asked == "score" or code in _EARLIER
    )


def problems(inspection: Inspection, of: Iterable[str]) -> Iterator[Problem]:
    """Find what breaks the rules of some codes in one practice."""
    for code in of:
        find = rule(code).find
        if find is not None:
            yield from (inspection.problem(code, hit) for hit in find(inspection))


def counted(inspection: Inspection, of: Iterable[str]) -> Iterator[tuple[str, int]]:
    """Count how often one practice breaks the rules of some codes, where it does."""
    for code in of:
        find = rule(code).find
        if find is not None and (count := sum(1 for _ in find(inspection))):
            yield code, count


def _plain(value: object) -> object:
    """Give text that may be a stranger's in one line of bearable length."""
    if not isinstance(value, str):
        return value
    line = " ".join(value.split()) if "\n" in value or "\t" in value else value
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
