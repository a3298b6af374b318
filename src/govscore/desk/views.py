"""What of a record is always in sight: its figures, its criteria, what an answer did."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from govscore.render import sentences

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from govscore.result.run import RubricInfo
    from govscore.result.scored import Box, ScoredPractice, Status
    from govscore.rubric.model import RubricSpec
    from govscore.yamlio.editing import Change


class Written(NamedTuple):
    """What an answer did to the file: at a line, counted from 1, these lines stand now.

    `changed` is false where the file said so before.
    """

    line: int
    lines: tuple[str, ...]
    changed: bool = True

    def told(self) -> str:
        """Say it in one line."""
        last = self.line + len(self.lines) - 1
        if not self.lines:
            return f"line {self.line}: {'taken out' if self.changed else 'it says so already'}"
        place = f"line {last}" if last == self.line else f"lines {self.line}-{last}"
        return f"{place}: {self.lines[-1].strip()}"


class Header(NamedTuple):
    """What is always in sight; figures are words, `–` until the record can be scored.

    `there` counts the required fields, or ratings, that are there, of those that are `due`.
    """

    title: str
    low: float
    high: float
    range: str
    known: str
    label: str
    there: int = 0
    due: int = 0


class Line(NamedTuple):
    """A criterion in the list; `gain` is what its best answer adds to its indicator, in points.

    It is 0 where nothing is to be had, and until it is reckoned.
    """

    id: str
    title: str
    indicator: str
    phase: str
    boxes: tuple[Box, ...]
    status: Status
    gain: float
    essential: bool

    @property
    def open(self) -> bool:
        """Whether an answer is due."""
        return self.status in {"unassessed", "partial"}


def written(changes: Sequence[Change]) -> Written:
    """Say where the last of an answer's changes lies."""
    last = changes[-1]
    return Written(last.line, last.new, changed=last.old != last.new)


def undone(old: Sequence[str], new: Sequence[str]) -> Written:
    """Say at which line a file stands again as it did before an answer."""
    place = next((n for n, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), len(new))
    return Written(place + 1, tuple(new[place : place + 1]))


def header(scored: ScoredPractice, rubric: RubricInfo, title: str) -> Header:
    """Say the figures of a record that can be scored."""
    overall = scored.overall
    low, high = (sentences.points(end, rubric) for end in (overall.low, overall.high))
    return Header(
        title,
        overall.low,
        overall.high,
        f"{low}…{high}",
        sentences.percent(overall.coverage),
        sentences.short_label(scored.label, rubric),
    )


def lines(scored: ScoredPractice, spec: RubricSpec, points: Mapping[str, float]) -> list[Line]:
    """List the criteria in the order of the rubric."""
    titles = {node.id: node.title for node in spec.nodes}
    words = {each.id: each for each in spec.criteria}
    return [
        Line(
            each.id,
            words[each.id].title,
            titles[scored.indicator_of[each.id]],
            titles[each.under],
            each.boxes,
            each.status,
            points.get(each.id, 0.0),
            words[each.id].essential,
        )
        for each in scored.criteria
    ]
