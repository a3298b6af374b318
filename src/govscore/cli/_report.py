"""What goes to standard error: problems that stop everything, findings in one line, remarks."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from govscore.words import meant

if TYPE_CHECKING:
    from collections.abc import Iterable

    from govscore.errors import SetupError
    from govscore.result.run import Finding


def say(text: str) -> None:
    """Write a line to standard error, cleared of control characters."""
    from govscore.render.escaping import visible

    sys.stderr.write(visible(text) + "\n")


def setup(error: SetupError) -> None:
    """Tell why nothing could be evaluated, each problem in a line of its own."""
    say(f"govscore: {error}")
    if error.problems:
        from govscore.checks.findings import findings as found

        findings(found(error.problems))


def findings(found: Iterable[Finding]) -> None:
    """Tell findings in one line each, as file:line:column."""
    for each in found:
        steps = [each.path, each.line, each.column]
        place = ":".join(str(step) for step in steps if step is not None)
        say(f"{place}: {each.level} {each.code} {each.message}{meant(each.suggestions)}")
