"""Which questions are open on a practice, and what every answer to them would give.

    found = Study(practice, document, rubric, as_of).all()    # a list of `Question`, by gain
    edit(document, operations(found[0].best), layout)         # the best answer, written
    Write(pointer=place.pointer, value=answer.value, append=place.append)     # any other answer

An answer is tried: written into the record in memory, and the criteria read again without the
evidence cap, or an answer without a document would change nothing above level 1. A question stays
if an answer moves a criterion. Of a criterion that no single answer moves, all are kept.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from govscore.pointers import ABSENT, at
from govscore.result.questions import Answer, Asks, Gives, Place, Question, Write
from govscore.scale import PRECISION
from govscore.scoring.open_fields import UNSETTLED
from govscore.studies.questions.forms import forms, widened
from govscore.studies.questions.lines import operations
from govscore.studies.questions.probing import Probe

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govscore.practice.record import Practice
    from govscore.rubric.compiled import Rubric
    from govscore.studies.questions.forms import Form, Slot, Trial
    from govscore.yamlio import Document

__all__ = ["Study", "operations"]


class Study:
    """The questions on a practice; what is asked for is tried, and nothing twice.

    Args:
        practice: The practice that the document was read as.
        document: Its file; lines and what stands there now are taken from it.
        rubric: What is asked.
        as_of: The day that dates everything (YYYY-MM-DD).
    """

    def __init__(self, practice: Practice, document: Document, rubric: Rubric, as_of: str) -> None:
        """Find what there is to ask, and try nothing yet."""
        probe = Probe(document.value, practice, rubric, as_of)
        self._start = probe.start.readings
        self._order = [each.id for each in rubric.spec.criteria]
        self._asked = [_Tried(form, probe, document) for form in forms(probe.start, document.value)]

    def all(self) -> list[Question]:
        """List all questions, the one first whose best answer adds most."""
        tried = [each.whole() for each in self._asked]
        moved = {name for each in tried for name in each.moved}
        tried = [each if set(each.form.texts) <= moved else each.wider for each in tried]
        moved = {name for each in tried for name in each.moved}
        found = [each.question(each.moved) for each in tried if each.moved]
        found += [
            each.question(stuck, singly=False)
            for each in tried
            if (stuck := [name for name in each.form.texts if name not in moved])
        ]
        return sorted(found, key=lambda each: (-each.gain, self._order.index(each.criteria[0])))

    @property
    def unasked(self) -> list[str]:
        """The open criteria of which the rubric asks nothing that is not answered."""
        asked = {name for each in self._asked for name in each.form.texts}
        readings = self._start.items()
        return [name for name, read in readings if read.status in UNSETTLED and name not in asked]

    def about(self, criterion: str) -> list[Question]:
        """List the questions of one criterion; each names it alone."""
        asked = [each.whole() for each in self._asked if criterion in each.form.texts]
        if not any(criterion in each.moved for each in asked):
            asked = [each.wider for each in asked]
        moving = [each for each in asked if criterion in each.moved]
        return [each.question([criterion], singly=bool(moving)) for each in moving or asked]

    def trying(self, criterion: str) -> Iterator[None]:
        """Try what `about` tells of a criterion, an answer at a time, for those who cannot wait."""
        for each in self._asked:
            if criterion in each.form.texts:
                for _ in each.pending:  # `yield from` would close it with this one
                    yield


class _Tried:
    """A form whose answers are tried, each at each place alone, as `pending` goes on."""

    def __init__(self, form: Form, probe: Probe, document: Document) -> None:
        self.form, self._probe, self._document = form, probe, document
        self._places: list[Place] = []
        self.moved: list[str] = []
        self.pending = self._trying()

    def whole(self) -> _Tried:
        """Try all that is left."""
        for _ in self.pending:
            pass
        return self

    @cached_property
    def wider(self) -> _Tried:
        """The form tried with every instrument too, where the entries it asks for name one."""
        wider = widened(self.form)
        return _Tried(wider, self._probe, self._document).whole() if wider != self.form else self

    def _trying(self) -> Iterator[None]:
        for slot in self.form.slots:
            answers = []
            for answer in self._answers(slot):
                answers.append(answer)
                yield
            self._places.append(self._place(slot, answers))
        found = [each for place in self._places for each in place.answers]
        self.moved = [name for name in self.form.texts if any(self._moves(name, a) for a in found)]

    def _place(self, slot: Slot, answers: list[Answer]) -> Place:
        line, _ = self._document.place(slot.pointer)
        found = at(slot.pointer, self._document.value)
        return Place(
            pointer=slot.pointer,
            line=line,
            of=slot.of,
            found=None if found is ABSENT or slot.append else found,
            append=slot.append,
            answers=answers,
        )

    def _answers(self, slot: Slot) -> Iterator[Answer]:
        told = set()
        for trial in slot.trials:
            answer = self._answer([slot.write(trial.value)], trial)
            # Any text or date will do; one stands for all that give the same.
            same = (repr(answer.gives), answer.gain) if answer and trial.free else object()
            if answer is not None and same not in told:
                told.add(same)
                yield answer

    def _answer(self, writes: list[Write], trial: Trial) -> Answer | None:
        after = self._probe.after(writes, self.form.texts)
        if after is None:
            return None
        return Answer(
            value=trial.value,
            title=trial.title,
            gives=[
                Gives(criterion=name, status=read.status, low=read.low, high=read.high)
                for name, read in after.items()
            ],
            gain=round(self._probe.gain(after)[1], PRECISION),
            moves=any(self._probe.differs(name, read) for name, read in after.items()),
        )

    def _moves(self, name: str, answer: Answer) -> bool:
        start = self._probe.start.readings[name]
        before = (start.status, start.low, start.high)
        return any(
            (each.status, each.low, each.high) != before
            for each in answer.gives
            if each.criterion == name
        )

    def question(self, criteria: list[str], *, singly: bool = True) -> Question:
        """Ask for some of the criteria; where no answer moves any `singly`, for all at once."""
        places = [p for p in self._places if any(a.moves for a in p.answers)]
        places = places if singly and places else self._places
        each_best = [
            Write(pointer=place.pointer, value=best.value, append=place.append)
            for place in places
            if (best := _best(place))
        ]
        choices = [[write] for write in each_best] if singly else []
        choices += [each_best] if len(each_best) > 1 or not singly else []
        if not singly and self.form.entries:
            choices = [
                [
                    slot.write(t.value)
                    for slot in self.form.slots
                    for t in slot.trials
                    if not t.varied
                ]
            ]
        gains = [self._gain(writes) for writes in choices]
        most = max(gains, key=lambda found: found[1], default=(self._home(criteria), 0.0))
        return Question(
            field=self.form.field,
            kind=self.form.kind,
            asks=self._asks(criteria, places),
            indicator=most[0],
            gain=round(most[1], PRECISION),
            singly=singly,
            places=places,
            best=choices[gains.index(most)] if gains else [],
        )

    def _gain(self, writes: list[Write]) -> tuple[str, float]:
        after = self._probe.after(writes, self.form.texts)
        return self._probe.gain(after or {}) if after else (self._home([*self.form.texts]), 0.0)

    def _home(self, criteria: list[str]) -> str:
        return self._probe.indicator(criteria[0])

    def _asks(self, criteria: list[str], places: list[Place]) -> list[Asks]:
        """Put the criterion first that an answer raises most."""
        raised = {
            name: max(
                (g.low for p in places for a in p.answers for g in a.gives if g.criterion == name),
                default=0,
            )
            - self._probe.start.readings[name].low
            for name in criteria
        }
        ranked = sorted(criteria, key=lambda name: -raised[name] * self._probe.weight(name))
        return [Asks(criterion=name, text=self.form.texts[name]) for name in ranked]


def _best(place: Place) -> Answer | None:
    """Give the answer that adds most, of those that move anything if there are any."""
    return max(place.answers, key=lambda each: (each.moves, each.gain), default=None)
