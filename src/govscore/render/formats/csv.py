"""Tables for spreadsheets and statistics: the criteria of all practices, or the findings.

RFC 4180: a head, commas, CRLF. Texts are quoted, numbers are not, and what is not known is empty.
A text that a spreadsheet would take for a formula has an apostrophe before it.
"""

from __future__ import annotations

import csv
import io
from functools import lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING, TypeAlias

from govscore.render.escaping import cell, relative
from govscore.verdict import ordered

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from govscore.render.style import Style
    from govscore.result.agreement import Agreement
    from govscore.result.run import Result
    from govscore.result.scored import Criterion, ScoredPractice

Cell: TypeAlias = float | str | None
"""What stands in a cell; what is not known is written as an empty text."""

serves = frozenset({"score", "check", "agreement"})
rank = 80
shows_practices = True

_PRACTICE = (
    *("practice", "title", "path", "as_of", "rubric", "rubric_version"),
    *("overall_low", "overall_point", "overall_high", "overall_coverage"),
    *("label", "label_low", "label_high"),
)
_READ = (
    *("under", "phase", "weight", "share", "status"),
    *("claimed", "credited", "low", "high", "points", "points_max", "coverage"),
    *("measure", "rule"),
)
"""What of a criterion stands in its row as it is."""

_CRITERION = (
    *("criterion", "criterion_title", "indicator", *_READ, "override", "because", "evidence"),
    *("next_kind", "next_level", "next_gain"),
)
_AGREEMENT = (
    *("criterion", "units", "pairs", "same", "within_one"),
    *("alpha", "alpha_low", "alpha_high", "silent"),
)
_FINDINGS = (
    *("path", "line", "column", "level", "code", "message", "suggestions"),
    *("pointer", "fingerprint", "waived_by"),
)


def render(result: Result | Agreement, style: Style) -> Iterable[tuple[str, bytes]]:
    """Write a row for each criterion of a practice, finding of a check, or criterion rated."""
    written = io.StringIO(newline="")
    writer = csv.writer(written, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
    writer.writerows(_rows(result, style))
    yield "result.csv", written.getvalue().encode()


def _rows(result: Result | Agreement, style: Style) -> Iterator[Sequence[Cell]]:
    """Give the head, then the rows."""
    from govscore.result.agreement import Agreement

    if isinstance(result, Agreement):
        yield _AGREEMENT
        yield from _agreement(result)
    elif style.about == "check":
        yield _FINDINGS
        yield from _findings(result)
    else:
        yield _PRACTICE + _CRITERION
        yield from _criteria(result)


def _cells(values: Iterable[Cell]) -> list[Cell]:
    """Give cells of which no text is taken for a formula."""
    return [_text(each) if type(each) is str else each for each in values]


_text = lru_cache(maxsize=4096)(cell)
"""Words of a rubric and of a practice stand in row after row."""


def _agreement(study: Agreement) -> Iterator[list[Cell]]:
    for name, each in [*((each.id, each) for each in study.criteria), ("", study.all)]:
        low, high = each.interval or (None, None)
        figures = each.model_dump(include=set(_AGREEMENT))
        row = {"criterion": name, **figures, "alpha_low": low, "alpha_high": high}
        yield _cells(row[column] for column in _AGREEMENT)


def _findings(result: Result) -> Iterator[list[Cell]]:
    for each in ordered(result.findings):
        row = {
            **each.model_dump(include=set(_FINDINGS)),
            "path": relative(each.path),
            "suggestions": " ".join(each.suggestions),
        }
        yield _cells(row[column] for column in _FINDINGS)


def _criteria(result: Result) -> Iterator[list[Cell]]:
    from govscore import measures

    told = {each.id: each for each in result.rubric.criteria}
    for practice in result.practices:
        shared, indicators = _cells(_practice(practice, result)), practice.indicator_of
        for each in practice.criteria:
            words = told[each.id]
            because = measures.because(each, words)
            yield shared + _cells(_criterion(each, words.title, indicators[each.id], because))


def _practice(practice: ScoredPractice, result: Result) -> tuple[Cell, ...]:
    """Give what is the same in each row of a practice."""
    overall, label, rubric = practice.overall, practice.label, result.rubric
    return (
        *(practice.id, practice.title, relative(practice.path)),
        *(result.as_of, rubric.id, rubric.version),
        *(overall.low, overall.point, overall.high, overall.coverage),
        *(label.id, *label.range),
    )


_read = attrgetter(*_READ)


def _criterion(criterion: Criterion, title: str, indicator: str, because: str) -> tuple[Cell, ...]:
    step = criterion.next
    return (
        *(criterion.id, title, indicator, *_read(criterion)),
        criterion.override.level if criterion.override else None,
        because,
        " ".join([f"{each.id}:{each.strength}" for each in criterion.evidence]),
        *((step.kind, step.level, step.gain) if step else (None, None, None)),
    )
