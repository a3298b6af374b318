"""The lines to write for a question, with `…` for all that a person fills in.

What was tried, a name, a date or a treaty, is nothing that anybody said: it is taken out again.
As `…` is no word of any vocabulary, a file in which one was left does not validate.
"""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any

from govscore.practice import layout
from govscore.practice.base import Item
from govscore.result.questions import Lines, Write
from govscore.rubric.asks import SEARCHED, annotation_of, keyed, section_of
from govscore.studies.questions.forms import vocabulary_of
from govscore.yamlio.editing import edit
from govscore.yamlio.operations import Append, Set

if TYPE_CHECKING:
    from collections.abc import Iterable

    from govscore.result.questions import Answer, Place, Question
    from govscore.yamlio import Document
    from govscore.yamlio.operations import Operation

FILL = "…"
"""Stands for what is to be filled in."""


def operations(writes: Iterable[Write]) -> list[Operation]:
    """Give what the editor is to do to write answers into a file."""
    return [(Append if each.append else Set)(each.pointer, each.value) for each in writes]


def bare(question: Question) -> Question:
    """Take out of the answers what was made up to try them; of those now alike the best stays."""
    places = [
        place.model_copy(update={"answers": _answers(place, question)}) for place in question.places
    ]
    best = [
        each.model_copy(update={"value": _bare(each.value, question)}) for each in question.best
    ]
    return question.model_copy(update={"places": places, "best": best})


def lined(question: Question, document: Document) -> Question:
    """Give a question that `bare` made the lines that take its answer.

    Raises:
        EditError: The file takes no change there.
    """
    done = edit(document, operations(_blanks(question, document)), layout)
    lines = _difference(document.lines, done.document.lines)
    if question.kind == "rating":  # one rating, however much of it stays
        lines = [Lines(line=c.line, old=[*c.old], new=[*c.new]) for c in done.changes]
    return question.model_copy(update={"lines": lines})


def _answers(place: Place, question: Question) -> list[Answer]:
    found: dict[str, Answer] = {}
    for each in place.answers:
        answer = each.model_copy(update={"value": _bare(each.value, question)})
        known = found.setdefault(repr(answer.value), answer)
        if (answer.moves, answer.gain) > (known.moves, known.gain):
            found[repr(answer.value)] = answer
    return list(found.values())


def _bare(value: Any, question: Question) -> Any:  # noqa: ANN401 - an answer is of any kind
    """Keep words of a vocabulary, yes and no."""
    if question.kind in ("item", "rating"):
        return value
    annotation = annotation_of(question.field)
    section = section_of(annotation) if isinstance(value, dict) else None
    if section is not None:
        fields = keyed(section)
        return {key: _word(each, fields[key]) for key, each in value.items()}
    return _word(value, annotation)


def _word(value: Any, annotation: Any) -> Any:  # noqa: ANN401 - as above
    kept = isinstance(value, bool) or vocabulary_of(annotation) is not None
    return value if kept else _blank(value)


def _blank(value: Any) -> Any:  # noqa: ANN401 - as above
    if isinstance(value, dict):
        return {key: _blank(each) for key, each in value.items()}
    return [FILL] if isinstance(value, list) else FILL


def _blanks(question: Question, document: Document) -> list[Write]:
    """Give what to write where nothing is chosen yet."""
    places = question.places
    if question.field.startswith(SEARCHED):
        return [_write(each, [*_documents(document), FILL]) for each in places]
    if question.kind in ("list", "entry"):
        count = 1 if question.singly else max(len(question.best), 1)
        return [_write(place, _row(place, question)) for place in places for _ in range(count)]
    if question.kind == "rating":
        return [_write(place, _rating(place)) for place in places]
    return [_write(each, _blank(each.answers[0].value)) for each in places if each.answers]


def _documents(document: Document) -> list[str]:
    """List the ids of the documents of a record, to choose from."""
    listed = document.value.get("evidence") or []
    return [each["id"] for each in ([listed] if isinstance(listed, dict) else listed)]


def _write(place: Place, value: Any) -> Write:  # noqa: ANN401 - as above
    return Write(pointer=place.pointer, value=value, append=place.append)


def _row(place: Place, question: Question) -> dict[str, Any]:
    """Give an entry with every key of those that were tried, and documents where it takes them."""
    row = {key: _blank(v) for each in place.answers for key, v in each.value.items()}
    section = section_of(annotation_of(question.field))
    documents = section is not None and issubclass(section, Item)
    return {**row, "evidence": [FILL]} if documents else row


def _rating(place: Place) -> dict[str, Any]:
    """Give a rating that keeps what was said already, or a new assessment with one."""
    open_ = {"level": FILL, "rationale": FILL, "evidence": [FILL]}
    if not place.append:
        said = place.found if isinstance(place.found, dict) else {}
        kept = {key: value for key, value in said.items() if key in ("rationale", "evidence")}
        return {**open_, **kept}
    made = place.answers[0].value
    ratings = dict.fromkeys(made["ratings"], open_)
    return {**_blank(made), "rubric": made["rubric"], "ratings": ratings}


def _difference(old: list[str], new: list[str]) -> list[Lines]:
    blocks = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return [
        Lines(line=start + 1, old=old[start:end], new=new[first:last])
        for kind, start, end, first, last in blocks
        if kind != "equal"
    ]
