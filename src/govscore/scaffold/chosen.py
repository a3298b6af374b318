"""The parts of a draft that a rubric asks for: a section it does not read is not in the way."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from govscore.expressions.program import WHOLE
from govscore.practice.record import PLACE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govscore.rubric.compiled import Rubric

_WRITTEN_FOR = "gmpa"
"""The rubric for which the whole draft is written."""
_ALWAYS = frozenset({"id", "title", "evidence", "assessments", "provenance"})
_KEY = re.compile(r"#?([a-z_]+):")
_REMARK = re.compile(r"# \S")
_HEADING = "# ----"


def asked(rubric: Rubric) -> frozenset[str] | None:
    """List the sections of a practice file that a rubric asks for; `None` stands for all."""
    spec = rubric.spec
    if _WRITTEN_FOR in {spec.rubric, spec.extends} or WHOLE in rubric.programs.read:
        return None
    measures = [each.measure for each in spec.criteria]
    found = {*_ALWAYS, *rubric.required, *rubric.programs.read, *spec.lenses}
    found |= {ask.field.split(".")[0].removesuffix("[]") for c in spec.criteria for ask in c.asks}
    parts = {
        "organisations": PLACE in rubric.required,
        "checks": any(each.names() for each in measures),
        "indicator_values": any(each.key() for each in measures),
        "searched": bool(rubric.programs.read),
    }
    return frozenset(found | {name for name, is_asked in parts.items() if is_asked})


def chosen(text: str, sections: frozenset[str] | None) -> str:
    """Keep of a draft the sections that are asked for, with the remarks above them."""
    if sections is None:
        return text
    head, *chapters = text.split(f"\n{_HEADING}")
    kept = [head]
    for part in chapters:
        heading, _, rest = part.partition("\n\n")
        body = "".join(
            "".join(lines) for name, lines in _blocks(rest) if name in sections or not name
        )
        if body:
            kept.append(f"{heading}\n\n{body.rstrip()}\n")
    return f"\n{_HEADING}".join(kept)


def _blocks(text: str) -> Iterator[tuple[str, list[str]]]:
    """Take a chapter apart into sections: remarks, the key, and what belongs to it."""
    name, lines = "", list[str]()
    remarks: list[str] = []
    for line in text.splitlines(keepends=True):
        if found := _KEY.match(line):
            if name:
                yield name, lines
            name, lines, remarks = found.group(1), [*remarks, line], []
        elif _REMARK.match(line) or not line.strip():
            remarks.append(line)
        else:
            lines += [*remarks, line]
            remarks = []
    if name:
        yield name, lines
