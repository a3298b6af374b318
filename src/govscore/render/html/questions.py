"""What is not known of a practice: each open criterion as a question, and what would answer it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from govscore.render.html import figures
from govscore.render.html.words import page_words, say
from govscore.words import capital

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govscore.render.html.criteria import View
    from govscore.render.html.subject import Subject
    from govscore.result.run import CriterionWords
    from govscore.result.scored import Criterion


class Question(NamedTuple):
    """A criterion that nobody could assess yet, as a question; `gain` is what it may add."""

    view: View
    asks: str
    answer: str
    why: str
    more: list[str]
    gain: str


def questions(subject: Subject, views: Sequence[View]) -> list[Question]:
    """List the questions, those that could add most first."""
    found = {each.id: each for each in subject.practice.criteria}
    open_ = sorted((each for each in views if each.mark == "open"), key=lambda each: -each.gain)
    return [_question(subject, each, found[each.id]) for each in open_]


def _question(subject: Subject, view: View, criterion: Criterion) -> Question:
    words = page_words().questions
    asked = asks(criterion)
    own, *more = asked or [view.words.question or view.words.title]
    gain = figures.points(view.gain, subject.site.result.rubric)
    return Question(
        view=view,
        asks=own,
        answer=_answer(view.words, criterion),
        why=view.why if criterion.because.args else "",
        more=[each for each in more if each != own],
        gain=say(words.gain, points=gain) if view.gain else "",
    )


def _answer(words: CriterionWords, criterion: Criterion) -> str:
    """Say what would answer it: the items of a checklist, a judgement, or the evidence asked."""
    told = page_words().questions
    items = [each.question for each in criterion.open if each.lacks == "item"]
    if items:
        return say(told.items, names="; ".join(items))
    judged = any(each.lacks == "rating" for each in criterion.open)
    if words.evidence:
        return say(told.judgement if judged else told.evidence, evidence=words.evidence)
    return told.bare_judgement if judged else ""


def asks(criterion: Criterion) -> list[str]:
    """List the questions whose answers are open; a checklist's items are no questions.

    What follows the question mark is for those who write records.
    """
    asked = [each.question for each in criterion.open if each.lacks != "item"]
    plain = ["".join(each.rpartition("?")[:2]) or each for each in asked]
    return [capital(each) for each in dict.fromkeys(plain) if each]


def still_open(criterion: Criterion) -> list[str]:
    """List what is open of a criterion that is known in part."""
    if criterion.status != "partial":
        return []
    items = [each.question for each in criterion.open if each.lacks == "item"]
    named = [say(page_words().questions.items, names="; ".join(items))] if items else []
    return [*asks(criterion), *named]
