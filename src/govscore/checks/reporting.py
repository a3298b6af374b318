"""Which findings are reported, and how grave they are: those selected and not ignored."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govscore import rules
from govscore.errors import SetupError
from govscore.result.packed import held
from govscore.spelling import nearest
from govscore.words import meant
from govscore.workspace.patterns import matches

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from govscore.result.run import Result
    from govscore.result.scored import Severity
    from govscore.settings import Settings

_ALWAYS = frozenset({"gate", "comparison"})
"""A gate that failed and a regression fail the check, whatever was selected or ignored."""

_FIXED = frozenset({"gate", "waiver", "setup"})
"""What is an error because something cannot be judged otherwise; its level is not for choice."""


def known(settings: Settings) -> None:
    """See that every code, or beginning of one, leads to a finding.

    Raises:
        SetupError: One leads nowhere; a misspelt choice would hide everything.
    """
    for code, use in _named(settings):
        if not code or not any(each.startswith(code) for each in rules.codes()):
            near = nearest(code, rules.codes())
            hint = meant(near[:1], "govscore rule lists them all")
            raise SetupError(f"there is no finding '{code}' to {use}{hint}")
    for code in settings.levels:
        if code not in rules.codes():
            hint = meant(nearest(code, rules.codes())[:1], "govscore rule lists them all")
            raise SetupError(f"there is no finding '{code}' to give a level{hint}")
        if rules.rule(code).scope in _FIXED:
            raise SetupError(f"the level of {code} is not for choice: {rules.rule(code).title}")


def _named(settings: Settings) -> Iterator[tuple[str, str]]:
    """List the codes that are chosen, and what for."""
    for code in (*settings.select, *settings.ignore):
        yield code, "select or ignore"
    for pattern, codes in settings.per_file.items():
        for code in codes:
            yield code, f"leave out of {pattern}"


def unshown(settings: Settings, shows: Callable[[Severity], bool]) -> frozenset[str]:
    """List the codes that a check finds in practices, and of which nothing is shown or waived.

    `shows` tells whether findings of a level are shown.
    """
    waived = {each.code for each in settings.ruled.granted}
    return frozenset(
        code
        for code in rules.due("check")
        if code not in waived and not shows(settings.levels.get(code) or rules.rule(code).level)
    )


def levelled(result: Result, settings: Settings) -> Result:
    """Give findings the level that the configuration sets, but those of a file left unscored."""
    if not settings.levels:
        return result
    unscored = result.unscored
    every = (
        finding.model_copy(update={"level": settings.levels[finding.code]})
        if finding.code in settings.levels and finding.path not in unscored
        else finding
        for finding in result.findings
    )
    return result.model_copy(update={"findings": held(every, result.findings)})


def chosen(result: Result, settings: Settings, root: str = ".") -> Result:
    """Keep the findings that are to be reported, and all that keep a file from being scored.

    `root` is the folder from which the patterns of the configuration start, seen from here.
    """
    if not (settings.select or settings.ignore or settings.per_file):
        return result
    unscored = result.unscored
    kept = (
        finding
        for finding in result.findings
        if finding.path in unscored or reported(finding.code, finding.path, settings, root)
    )
    return result.model_copy(update={"findings": held(kept, result.findings)})


def reported(code: str, path: str, settings: Settings, root: str = ".") -> bool:
    """Tell whether findings of a code are reported of a file."""
    if rules.rule(code).scope in _ALWAYS:
        return True
    left_out = tuple(
        each
        for pattern, codes in settings.per_file.items()
        if matches(path, pattern, root)
        for each in codes
    )
    selected = not settings.select or code.startswith(tuple(settings.select))
    return selected and not code.startswith((*settings.ignore, *left_out))
