"""How a document is drawn: for whom, how wide, in colour or not, and what of it is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from govscore.verdict import SEVERITIES

if TYPE_CHECKING:
    from collections.abc import Callable

    from govscore.result.run import Finding
    from govscore.result.scored import Severity


class Style(NamedTuple):
    """How to draw: columns and colour for a terminal, the level at which a finding fails.

    `about` is what the document is for: the scores, or the findings of a check. `named` gives
    the way from here to a file of the result. `show` is the least grave level of which each
    finding is shown; with `statistics` none is, and their codes are counted. `changed` are the
    files that differ from an earlier state, where one was named. `answers` spells out what each
    answer to a question says.
    """

    width: int = 100
    color: bool = False
    named: Callable[[str], str] = str
    fail_level: Severity = "error"
    about: Literal["score", "check"] = "score"
    show: Severity = "warning"
    statistics: bool = False
    changed: frozenset[str] = frozenset()
    answers: bool = False

    def shows(self, finding: Finding) -> bool:
        """Tell whether a finding is grave enough to be shown; what fails always is."""
        return self.shows_level(finding.level)

    def shows_level(self, level: Severity) -> bool:
        """Tell whether findings of a level are shown, and not only counted."""
        least = max(self.show, self.fail_level, key=SEVERITIES.index)
        return SEVERITIES.index(level) <= SEVERITIES.index(least)
