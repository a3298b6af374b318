"""What is said of agreement, for tables, Markdown and pages alike.

The bars for alpha are Krippendorff's (Content Analysis, 2019, chapter 12): from 0.8 on, conclusions
may rest on the ratings; from 2/3 on, tentative ones.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govscore.render import sentences
from govscore.words import plural

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from govscore.result.agreement import Against, Agreement, Apart, Figures, Silent, Voice

COLUMNS = ("Criterion", "Pairs", "Same", "Within one", "Alpha")
_FIRM, _TENTATIVE = 0.8, 2 / 3
_WIDE = 24
"""Units below which the interval is wide: 0.58 at 8, 0.19 at 24 in trials."""
_SILENT: Mapping[Silent, str] = {
    "few": "too few",
    "alike": "undefined: all alike",
}


def opening(study: Agreement) -> str:
    """Say what was compared."""
    rated = sum(each.pairs > 0 for each in study.criteria)
    judged = "criterion" if rated == 1 else "criteria"
    return (
        f"{plural(study.assessors, 'evaluator')}, {plural(study.practices, 'practice')}, "
        f"{rated} judged {judged}: {plural(study.all.pairs, 'pair')} of ratings"
    )


def summary(study: Agreement) -> Iterator[str]:
    """Say how far all ratings agree, and of which practices nothing is told yet."""
    yield from _agree(study)
    if study.sealed:
        yield f"Sealed until their second ratings are complete: {', '.join(study.sealed)}."


def _agree(study: Agreement) -> Iterator[str]:
    """Say it in two lines; nothing where no two can be compared."""
    every = study.all
    if not every.pairs:
        yield "No practice was rated by two evaluators on the same criterion."
        return
    same, near = map(sentences.percent, (every.same, every.within_one))
    yield f"Same level {same}, within one level {near}"
    if every.alpha is None or every.interval is None:
        yield f"Krippendorff's alpha (ordinal): {silence(every)}"
        return
    low, high = every.interval
    yield (
        f"Krippendorff's alpha (ordinal) {every.alpha:.2f}, "
        f"95% interval {low:.2f} … {high:.2f}: {_bearing(every.alpha)}"
    )


def _bearing(alpha: float) -> str:
    if alpha >= _FIRM:
        return "firm (0.80 or more)"
    return "tentative (0.67 to 0.80)" if alpha >= _TENTATIVE else "not reliable (under 0.67)"


def silence(found: Figures) -> str:
    """Say why there is no alpha."""
    return _SILENT[found.silent] if found.silent else ""


def rows(study: Agreement) -> Iterator[tuple[str, ...]]:
    """Give the figures of each criterion, by the columns."""
    for each in study.criteria:
        figures = map(sentences.percent, (each.same, each.within_one))
        yield (each.id, str(each.pairs), *figures, _alpha(each))


def _alpha(found: Figures) -> str:
    if found.alpha is None:
        return silence(found) if found.pairs else sentences.UNKNOWN
    wide = " (wide)" if found.units < _WIDE else ""
    return f"{found.alpha:.2f}{wide}"


def units(study: Agreement) -> Iterator[tuple[str, list[tuple[str, list[str]]]]]:
    """Give what there is to talk about, under headings: each place, and what was said of it."""
    if study.apart:
        yield (
            "To talk about: more than one level apart",
            [(_place(each), [_voice(told) for told in each.voices]) for each in study.apart],
        )
    if study.against:
        yield (
            "Rules against evaluators",
            [
                (_place(each), [_rule(each), *(_voice(told) for told in each.voices)])
                for each in study.against
            ],
        )


def _place(found: Apart | Against) -> str:
    """Name the practice and the criterion."""
    return f"{found.practice} / {found.criterion}"


def _voice(told: Voice) -> str:
    """Quote one rating with its reason and its documents."""
    reason = f" “{told.rationale}”" if told.rationale else ""
    documents = f" [{', '.join(told.evidence)}]" if told.evidence else ""
    return f"{told.assessor}: {told.level}{reason}{documents}"


def _rule(found: Against) -> str:
    """Say what the rule gives."""
    ends = f"{found.low:g}" if found.low == found.high else f"{found.low:g} to {found.high:g}"
    return f"by the rule: {ends}"
