"""Tables for spreadsheets and statistics: the criteria of all practices, or the findings.

RFC 4180: a head, commas, CRLF. Texts are quoted, numbers are not, and what is not known is empty.
A text that a spreadsheet would take for a formula has an apostrophe before it.
"""

from __future__ import annotations

import csv
import io
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from govscore.render.escaping import cell, relative
from govscore.verdict import ordered

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from govscore.render.style import Style
    from govscore.result.agreement import Agreement
    from govscore.result.run import CriterionWords, Result
    from govscore.result.scored import Criterion, ScoredPractice

serves = frozenset({"score", "check", "agreement"})
rank = 80
shows_practices = True

_CRITERIA = (
    *("practice", "title", "path", "as_of", "rubric", "rubric_version"),
    *("overall_low", "overall_point", "overall_high", "overall_coverage"),
    *("label", "label_low", "label_high"),
    *("criterion", "criterion_title", "indicator", "under", "phase", "weight", "share", "status"),
    *("claimed", "credited", "low", "high", "points", "points_max", "coverage"),
    *("measure", "rule", "override", "because", "evidence"),
    *("next_kind", "next_level", "next_gain"),
)
_READ = (
    *("under", "phase", "weight", "share", "status"),
    *("claimed", "credited", "low", "high", "points", "points_max", "coverage"),
    *("measure", "rule"),
)
"""What of a criterion stands in its row as it is."""

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
    columns, rows = _table(result, style)
    writer = csv.writer(written, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_cell(row[name]) for name in columns])
    yield "result.csv", written.getvalue().encode()


def _table(
    result: Result | Agreement, style: Style
) -> tuple[Sequence[str], Iterable[Mapping[str, Any]]]:
    from govscore.result.agreement import Agreement

    if isinstance(result, Agreement):
        return _AGREEMENT, _agreement(result)
    check = style.about == "check"
    return (_FINDINGS, _findings(result)) if check else (_CRITERIA, _criteria(result))


def _agreement(study: Agreement) -> Iterator[dict[str, Any]]:
    for name, each in [*((each.id, each) for each in study.criteria), ("", study.all)]:
        low, high = each.interval or (None, None)
        figures = each.model_dump(include=set(_AGREEMENT))
        yield {"criterion": name, **figures, "alpha_low": low, "alpha_high": high}


def _cell(value: float | str | None) -> float | str | None:
    return _text(value) if isinstance(value, str) else value


_text = lru_cache(maxsize=4096)(cell)
"""Words of a rubric and of a practice stand in row after row."""


def _findings(result: Result) -> Iterator[dict[str, Any]]:
    for each in ordered(result.findings):
        yield {
            **each.model_dump(include=set(_FINDINGS)),
            "path": relative(each.path),
            "suggestions": " ".join(each.suggestions),
        }


def _criteria(result: Result) -> Iterator[dict[str, Any]]:
    told = {each.id: each for each in result.rubric.criteria}
    for practice in result.practices:
        shared, indicators = _practice(practice, result), practice.indicator_of
        for criterion in practice.criteria:
            indicator = {"indicator": indicators[criterion.id]}
            yield {**shared, **_criterion(criterion, told), **indicator}


def _practice(practice: ScoredPractice, result: Result) -> dict[str, Any]:
    overall, label = practice.overall, practice.label
    return {
        "practice": practice.id,
        "title": practice.title,
        "path": relative(practice.path),
        "as_of": result.as_of,
        "rubric": result.rubric.id,
        "rubric_version": result.rubric.version,
        "overall_low": overall.low,
        "overall_point": overall.point,
        "overall_high": overall.high,
        "overall_coverage": overall.coverage,
        "label": label.id,
        "label_low": label.range[0],
        "label_high": label.range[1],
    }


def _criterion(criterion: Criterion, told: Mapping[str, CriterionWords]) -> dict[str, Any]:
    from govscore import measures

    words = told[criterion.id]
    numbers = {name: getattr(criterion, name) for name in _READ}
    step = criterion.next
    return {
        **numbers,
        "criterion": criterion.id,
        "criterion_title": words.title,
        "override": criterion.override.level if criterion.override else None,
        "because": measures.because(criterion, words),
        "evidence": " ".join(f"{each.id}:{each.strength}" for each in criterion.evidence),
        "next_kind": step.kind if step else None,
        "next_level": step.level if step else None,
        "next_gain": step.gain if step else None,
    }
