"""What the panes say, as plain lines of text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from govscore.desk import forms
from govscore.desk import levels as levels_
from govscore.desk.screens.marks import ITEM, OPEN_ITEM, bar, span
from govscore.render import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from govscore.desk.forms import Field
    from govscore.desk.pages import Slot
    from govscore.desk.screens.marks import Marks
    from govscore.desk.subject import Subject
    from govscore.desk.views import Header, Line
    from govscore.result.scored import Criterion
    from govscore.rubric.model import CriterionSpec

WORDS = {"y": "yes", "p": "partly", "n": "no", "u": "unknown", "x": "not_applicable"}

_KEYS = {
    "list": ("enter open", "/ find", "z undo", "ctrl+q leave"),
    "item": ("y yes p partly n no u ? x n/a", "←→ open", "e documents", "esc list"),
    "level": ("0-4 level", "w why", "e documents", "d take out", "←→ open", "esc list"),
    "outside": ("0-4 level", "d n/a", "w why", "e documents", "←→ open", "esc list"),
    "other": ("enter answer", "a add", "d take out", "←→ open", "z undo", "esc list"),
}


_AROUND = 4
"""Lines of answers shown above and below the field in hand."""


def keys(kinds: set[str], width: int, *, listing: bool) -> str:
    """Say the keys that matter now, in one line."""
    kind = next((each for each in ("item", "outside", "level") if each in kinds), "other")
    return fitted((*_KEYS["list" if listing or not kinds else kind], "f1 help"), width)


def fitted(hints: Sequence[str], width: int) -> str:
    """Say as many hints as a line takes whole, the last one always."""
    *first, last = hints
    while first and len("  ".join([*first, last])) > width:
        first.pop()
    return "  ".join([*first, last])


def figures(header: Header, marks: Marks, width: int) -> str:
    """Say the score in one line; where it is narrow, without the bar."""
    drawn = bar(header.low, header.high, marks)
    if not header.label:
        return f"{drawn}  {header.there} of {header.due} required fields are there"
    told = [header.range, f"known {header.known}", header.label]
    fuller = ([drawn, *told, "saved"], [drawn, *told])
    return next((line for each in fuller if len(line := "  ".join(each)) <= width), "  ".join(told))


def criteria(lines: Sequence[Line], wanted: str, marks: Marks) -> Iterator[tuple[str, str]]:
    """List the criteria under their indicators and phases: the line, and the id if it has one."""
    indicator = phase = ""
    for line in lines:
        if wanted not in f"{line.title} {line.id}".casefold():
            continue
        if line.indicator != indicator:
            indicator, phase = line.indicator, ""
            yield line.indicator, ""
        if line.phase != phase:
            phase = line.phase
            yield f"  {line.phase}", ""
        boxes = "".join(marks.boxes[box] for box in line.boxes)
        gain = f"+{line.gain:.1f}" if line.gain else ""
        essential = " *" if line.essential else ""
        yield f"{boxes} {gain:>5} {line.title}{essential}", line.id


def head(criterion: CriterionSpec, found: Criterion | None, open_: int, marks: Marks) -> str:
    """Say which criterion it is, where it stands, and its question."""
    boxes = "".join(marks.boxes[box] for box in found.boxes) if found else ""
    return f"{boxes} {criterion.title} · {_stand(found)} · {open_} open\n{criterion.question}"


def _stand(found: Criterion | None) -> str:
    if found is None:
        return sentences.UNKNOWN
    if found.status in {"scored", "partial"}:
        return sentences.levels(found)
    return sentences.STATUS[found.status]


def slot(each: Slot, marks: Marks) -> str:
    """Say one line that can be answered."""
    if each.kind == "item":
        answer = each.value.get("answer") if isinstance(each.value, dict) else each.value
        return f"{ITEM.get(str(answer), OPEN_ITEM)} {each.says}"
    if each.kind in {"level", "outside"}:
        key, now = (each.about, str(each.value)) if each.kind == "level" else ("d", each.value)
        chosen = now == (key if each.kind == "level" else levels_.OUTSIDE)
        return f"{marks.chosen if chosen else marks.other} {key}  {each.says}"
    if each.kind == "entry":
        return f"- {each.says}"
    about = f" ({each.about})" if each.about else ""
    if each.kind == "row":
        return f"+ {each.says}{about}"
    if each.asked.kind == "documents" and not each.pointer.startswith("/searched"):
        return f"documents: {', '.join(each.value or []) or 'none'}"
    now = forms.shown(each.asked, each.value) if each.value is not None else "?"
    return f"  {each.says}{about} {now}"


def levels(criterion: CriterionSpec, found: Criterion | None, marks: Marks) -> Iterator[str]:
    """Say the levels in words, the highest first; a page of levels has them already."""
    if criterion.measure.rated:
        return
    boxes = dict(enumerate(found.boxes, 1)) if found else {}
    yield ""
    for number, words in sorted(criterion.measure.descriptors().items(), reverse=True):
        mark = marks.boxes[boxes[number]] if number in boxes else " "
        yield f"{mark} {number}  {words}"


def gives(sitting: Subject, criterion: str, each: Slot) -> str:
    """Say which level each answer would leave."""
    tried = []
    if each.kind == "item":
        for key, word in WORDS.items():
            if found := sitting.gives(criterion, *each.operations(word)):
                tried.append(f"{key} {span(found)}")
    elif each.kind == "field" and each.asked.words and not each.asked.several:
        for word, title in each.asked.words:
            if found := sitting.gives(criterion, *each.operations(word)):
                tried.append(f"{title} {span(found)}")
    elif each.kind == "row" and each.specimens:
        rows = [sitting.gives(criterion, *each.operations(row)) for row in each.specimens]
        best = max((one for one in rows if one), default=None)
        return f"such an entry may give level {span(best)}" if best else ""
    return f"level, by answer: {'   '.join(tried)}" if tried else ""


def given(fields: Sequence[Field], values: Mapping[tuple[str, ...], Any], at: int) -> list[str]:
    """Say the answers of a form around the field in hand; `*` marks what must be there."""
    if len(fields) == 1:
        return []
    first = max(0, min(at - _AROUND, len(fields) - 2 * _AROUND))
    wide = max(len(each.title) for each in fields)
    lines = []
    for number, each in list(enumerate(fields))[first : first + 2 * _AROUND]:
        value = values.get(each.path)
        told = forms.shown(each, value) if value is not None else "*" if each.wanted else ""
        lines.append(f"{'>' if number == at else ' '} {each.title.ljust(wide)}  {told}")
    return lines
