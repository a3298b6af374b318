"""The tool's own sentences, made from the codes and arguments of a result.

They stand here and nowhere else, so that every format says the same, and other languages can
follow.
"""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from govscore import means, scale
from govscore.words import listed, plural

if TYPE_CHECKING:
    from collections.abc import Mapping

    from govscore.result.editions import Difference
    from govscore.result.run import CriterionWords, RubricInfo
    from govscore.result.scored import Criterion, Label, OpenField, ScoredPractice

UNKNOWN = "–"
"""Stands for a figure that is not known."""

STATUS: Mapping[str, str] = {
    "scored": "scored",
    "partial": "partly known",
    "unassessed": "not assessed",
    "not_applicable": "not applicable",
    "not_yet_due": "not due yet",
    "error": "rule failed",
}

METHOD: Mapping[str, str] = {
    "arithmetic": "arithmetic mean",
    "geometric": "geometric mean",
    "harmonic": "harmonic mean",
    "minimum": "minimum",
    "median": "median",
}


def points(value: float | None, rubric: RubricInfo | Difference) -> str:
    """Show points with the rubric's decimals and rounding; `–` for what is not known."""
    if value is None:
        return UNKNOWN
    return scale.points(value, rubric.decimals, rubric.rounding)


def method(kind: str) -> str:
    """Name a mean; one that is not known here stands as it is."""
    exponent = means.exponent(kind)
    return METHOD.get(kind, kind) if exponent is None else f"power mean (exponent {exponent:g})"


@lru_cache(maxsize=4096)
def percent(share: float | None) -> str:
    """Show a share (0-1) as whole per cent, rounded down; `–` for what is not known.

    Shares are of few criteria, so the same ones come again and again.
    """
    return UNKNOWN if share is None else scale.percent(share)


def band(band_id: str, rubric: RubricInfo) -> str:
    """Give a band's title."""
    return next((each.title for each in rubric.bands if each.id == band_id), band_id)


def short_band(band_id: str) -> str:
    """Give a band's name without the word practice, for narrow places."""
    return band_id.replace("-", " ")


def label(made: Label, rubric: RubricInfo) -> str:
    """Say the label in one line: firm, as it looks so far, or not yet, and what it could be."""
    low, high = (short_band(end) for end in made.range)
    could = f"could be {low} to {high}" if low != high else f"could only be {low}"
    if made.id is not None:
        return band(made.id, rubric) if low == high else f"{band(made.id, rubric)}; {could}"
    if made.so_far is not None:
        return f"So far {short_band(made.so_far)}; {could}"
    return f"Not labelled yet, {plural(made.short, 'answer')} short; {could}"


def short_label(made: Label, rubric: RubricInfo) -> str:
    """Say the label in few words: the band, as it looks so far, or what it could be."""
    if made.id is not None:
        return short_band(made.id)
    if made.so_far is not None:
        return f"so far {short_band(made.so_far)}"
    low, high = made.range
    if low != rubric.bands[0].id:
        return f"{short_band(low)} to {short_band(high)}"
    return "open" if high == rubric.bands[-1].id else f"up to {short_band(high)}"


def label_remarks(practice: ScoredPractice, rubric: RubricInfo) -> list[str]:
    """Say what goes with the label: what is shown, what is ruled out and why, what is not due."""
    remarks = [shown(practice, rubric), ruled_out(practice, rubric)]
    if "evaluation_not_due" in practice.notes:
        remarks.append("Its evaluation is not due yet.")
    return remarks


def shown(practice: ScoredPractice, rubric: RubricInfo) -> str:
    """Count what is shown, by the levels' words, and name indicators in which nothing is yet."""
    from govscore.result.scored import LIVE  # noqa: PLC0415 - the command line loads no models

    live = [each for each in practice.criteria if each.status in LIVE]
    levels_ = Counter(int(each.credited or 0) for each in live if _is_shown(each))
    high = sum(count for level, count in levels_.items() if level >= _SUBSTANTIAL)
    words = rubric.scale
    counts = [
        (high, f"{words.get(str(_SUBSTANTIAL), 'at level 3')} or better"),
        *(
            (levels_[level], words.get(str(level), f"at level {level}"))
            for level in reversed(range(_SUBSTANTIAL))
        ),
        (len(live) - levels_.total(), "not known"),
    ]
    told = [f"{count} {word}" for count, word in counts if count]
    empty = [each.title for each in practice.indicators if each.low == 0]
    yet = f" Nothing is shown yet in: {'; '.join(empty)}." if empty else ""
    return f"Of {plural(len(live), 'criterion', 'criteria')}: {', '.join(told)}.{yet}"


def _is_shown(criterion: Criterion) -> bool:
    """Tell whether a criterion shows something: a 0 that is still open is nothing yet."""
    return bool(criterion.credited) or criterion.credited == criterion.high


_SUBSTANTIAL = 3
"""From this level on a criterion is met in substance."""


def ruled_out(practice: ScoredPractice, rubric: RubricInfo) -> str:
    """Say which bands cannot be reached any more, and by what; and what was merely not seen."""
    above = [each.id for each in rubric.bands[_rank(practice.label.range[1], rubric) + 1 :]]
    seen = sum("up_to" in each.because.args for each in practice.criteria)
    more = f" Not ruled out, only not seen: more in {plural(seen, 'rating')}." if seen else ""
    if not above:
        return f"Nothing is ruled out.{more}"
    because = _by_limits(practice, rubric) or _by_points(practice, above[0], rubric)
    return f"Ruled out: {listed([*map(short_band, above)])}, because {because}.{more}"


def _by_limits(practice: ScoredPractice, rubric: RubricInfo) -> str:
    binding = [limit.id for limit in practice.label.limits if limit.at == "high"]
    return "; ".join(rubric.limits[name] for name in binding if name in rubric.limits)


def _by_points(practice: ScoredPractice, band_id: str, rubric: RubricInfo) -> str:
    band_ = next(each for each in rubric.bands if each.id == band_id)
    high = practice.overall.high
    if high < band_.start:
        return (
            f"at best it comes to {points(high, rubric)} points, and {band_.start:g} are asked for"
        )
    return f"it also asks for {band_.says or 'more than points'}, which is out of reach"


def _rank(band_id: str, rubric: RubricInfo) -> int:
    return [each.id for each in rubric.bands].index(band_id)


_ENDS = {"low": "as proven", "point": "as it stands", "high": "at best"}


def limits(practice: ScoredPractice, rubric: RubricInfo) -> list[str]:
    """Say which limits hold the label down as it is; what they rule out, `ruled_out` says."""
    ends: dict[str, list[str]] = {}
    at_best = {limit.id for limit in practice.label.limits if limit.at == "high"}
    for limit in practice.label.limits:
        if limit.id in at_best:
            continue
        ends.setdefault(limit.id, []).append(_ENDS[limit.at])
    return [
        f"{name} ({', '.join(at)}): {rubric.limits.get(name, '')}".rstrip(": ")
        for name, at in ends.items()
    ]


def notes(practice: ScoredPractice, rubric: RubricInfo) -> list[str]:
    """Say the rubric's notes that hold of a practice."""
    return [rubric.notes[code] for code in practice.notes if code in rubric.notes]


def levels(criterion: Criterion) -> str:
    """Show claimed and credited level, and the interval where it is open."""
    if criterion.credited is None or criterion.claimed is None:
        return UNKNOWN
    shown = scale.level(criterion.credited)
    if criterion.claimed > criterion.credited:
        shown = f"{shown} of {scale.level(criterion.claimed)} claimed"
    return f"{shown} … {scale.level(criterion.high)}" if criterion.status == "partial" else shown


def weak_evidence(criterion: Criterion) -> str:
    """Say what the evidence carries of what is claimed."""
    carried, claimed = scale.level(criterion.credited), scale.level(criterion.claimed)
    return f"This carries level {carried}; level {claimed} is claimed, and needs stronger evidence."


def next_step(
    criterion: Criterion,
    words: CriterionWords,
    rubric: RubricInfo,
    gained: str = "",
    *,
    with_fields: bool = True,
) -> str:
    """Say what would raise a criterion, and by how much.

    Unless told otherwise what is gained are proven points of its indicator. Without fields, for
    those who do not write records, questions alone say what is open.
    """
    step = criterion.next
    if step is None:
        return ""
    gain = f"+{gained or points(step.gain, rubric)}"
    if step.kind == "evidence":
        return f"{gain}: stronger evidence for level {step.level}"
    if step.kind == "level":
        number = str(step.level)
        said = words.reach.get(number) or words.levels.get(number, "")
        return f"{gain}: level {number}: {said}".rstrip(": ")
    answer = _answer(criterion, words) if with_fields else _asked(criterion, words)
    if criterion.status == "partial":
        return f"{gain}: {answer} (up to level {step.level})"
    return f"up to {gain}: {answer}"


def _asked(criterion: Criterion, words: CriterionWords) -> str:
    """Say the same without the names of fields."""
    lacking = {each.lacks for each in criterion.open}
    if lacking & {"list", "entry", "field"}:
        questions = [each.question for each in criterion.open]
        return " ".join(questions if criterion.status == "partial" else questions[:1])
    return "its figure" if "value" in lacking else _answer(criterion, words)


def _answer(criterion: Criterion, words: CriterionWords) -> str:
    """Say what would settle an open criterion: its first question, or all that it lacks."""
    if criterion.status == "error":
        return "its rule or its value put right"
    if not criterion.open:
        return words.question
    first = criterion.open[0]
    if first.lacks == "rating":
        return "a rating"
    if first.lacks == "value":
        return f"its figure ({first.field})"
    if first.lacks != "item" and criterion.status == "unassessed":
        return f"{first.question} ({first.field})"
    return f"answers to its open items: {', '.join(map(_short, criterion.open))}"


def _short(lack: OpenField) -> str:
    if lack.lacks == "item":
        return lack.field.rpartition(".")[2].replace("_", " ")
    return f"{lack.field} ({_wanted(lack)})" if lack.wanted else lack.field


def open_fields(criterion: Criterion) -> str:
    """Say in a line which lists and fields it lacks, unless its next step names them all."""
    if criterion.status == "partial" and criterion.next and criterion.next.kind == "answer":
        return ""
    lists = [lacks(each) for each in criterion.open if each.lacks in ("list", "entry")]
    fields = ", ".join(each.field for each in criterion.open if each.lacks == "field")
    told = "; ".join([*lists, *([f"not said: {fields}"] if fields else [])])
    return f"Open: {told}." if told else ""


def lacks(lack: OpenField) -> str:
    """Say what is not there of a field that an open criterion lacks."""
    if lack.lacks == "list":
        return f"nothing is written under {lack.field}"
    if lack.lacks == "entry":
        return _rows(lack)
    if lack.lacks == "rating":
        return "its ratings settle no level" if lack.at else "no rating"
    return f"{lack.field} is not {'answered' if lack.lacks == 'item' else 'said'}"


def _rows(lack: OpenField) -> str:
    if not lack.wanted:
        return f"{lack.field} may lack rows"
    return f"no row for {_wanted(lack)} under {lack.field}"


def _wanted(lack: OpenField) -> str:
    *others, last = (each.replace("_", " ") for each in lack.wanted)
    return f"{', '.join(others)} or {last}" if others else last
