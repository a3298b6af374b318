"""Which findings `govscore check` reports: those selected and not ignored."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govscore.checks import book
from govscore.errors import SetupError
from govscore.spelling import nearest
from govscore.words import meant

if TYPE_CHECKING:
    from govscore.result.run import Finding, Result
    from govscore.settings import Settings

ALWAYS = ("GS901", "GS902", "GS903", "GS904", "GS905")
"""A gate that failed and a regression fail the check, whatever was selected or ignored."""


def known(settings: Settings) -> None:
    """See that every code, or beginning of one, leads to a finding.

    Raises:
        SetupError: One leads nowhere; a misspelt choice would hide everything.
    """
    for code in (*settings.select, *settings.ignore):
        if not code or not any(each.startswith(code) for each in book.codes()):
            near = nearest(code, book.codes())
            hint = meant(near[:1], "govscore rule lists them all")
            raise SetupError(f"there is no finding '{code}' to select or ignore{hint}")


def chosen(result: Result, settings: Settings) -> Result:
    """Keep the findings that are to be reported."""
    kept = [finding for finding in result.findings if _reported(finding, settings)]
    return result.model_copy(update={"findings": kept})


def _reported(finding: Finding, settings: Settings) -> bool:
    if finding.code in ALWAYS:
        return True
    selected = not settings.select or finding.code.startswith(tuple(settings.select))
    return selected and not finding.code.startswith(tuple(settings.ignore))
