"""docs/reference/findings.md is made of the rules; --update-golden writes it anew."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from govscore import rules

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "findings.md"

HEAD = """\
# Findings

What `govscore check` can find, by family. A code keeps its meaning for good. `govscore rule CODE`
shows the same page in a terminal.

An **error** says that the file is wrong, a **warning** that it is probably wrong and its writer can
mend it, a **note** that something true of the practice, or of what is known of it, deserves to be
seen. From `fail_level` on (`error` unless told otherwise) findings fail the check. What ends a run
before anything is scored has the codes GS501 to GS512 and the exit code 2.

<!-- Made from src/govscore/rules; do not edit. -->
"""


def _written() -> str:
    parts = [HEAD]
    for start, family in rules.FAMILIES.items():
        codes = [code for code in rules.codes() if code.startswith(start)]
        parts.append(f"## {family.heading}\n\n| code | level | finding |\n|---|---|---|\n")
        parts[-1] += "".join(_row(code) for code in codes)
        parts += [rules.rule(code).written("###") for code in codes]
    return "\n".join(parts)


def _row(code: str) -> str:
    rule = rules.rule(code)
    return f"| [{code}](#{_anchor(code)}) | {rule.level} | {rule.title} |\n"


def _anchor(code: str) -> str:
    """Give the anchor that GitHub and most other readers make of the page's heading."""
    heading = f"{code}: {rules.rule(code).title}".lower()
    return "".join(c for c in heading.replace(" ", "-") if c.isalnum() or c in "-_")


def test_the_reference_of_findings_is_made_of_the_rules(
    golden: Callable[[Path, bytes], None],
) -> None:
    golden(PAGE, _written().encode())
