"""The desk in numbered prompts, line after line, nothing drawn twice: for any terminal or reader.

It asks and says through two functions that it is given, so it knows no terminal either.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from govscore.desk import forms, levels, pages
from govscore.desk.asking import HELP, Asker, GoError, LeaveError

if TYPE_CHECKING:
    from govscore.desk.pages import Page, Slot
    from govscore.rubric.model import CriterionSpec

_WORDS = {
    "y": "yes",
    "p": "partly",
    "n": "no",
    "u": "unknown",
    "x": "not_applicable",
}


class Prompts(Asker):
    """A conversation about one record."""

    def run(self) -> None:
        """Ask until the person leaves, or nothing is open that was not asked yet."""
        for line in HELP:
            self.say(line)
        try:
            self._begin()
            self._score()
            at = self._next()
            while at:
                at = self._criterion(at) or self._next()
            self.say("Nothing else is open that was not asked. :g ID goes to a criterion.")
            self._wait()
        except (LeaveError, EOFError):
            self.say(f"Left. All answers are in {self.sitting.document.path}.")

    def _wait(self) -> None:
        while True:
            try:
                self._input("? ")
            except GoError as go:
                at: str | None = go.criterion or self._next()
                while at:
                    at = self._criterion(at)

    def _next(self) -> str | None:
        return self.sitting.best(self.seen)

    def _begin(self) -> None:
        """Ask for what a record must have; an empty answer asks again."""
        while slots := pages.beginning(self.sitting):
            header = self.sitting.header()
            self.say(f"{header.there} of {header.due} required fields are there.")
            self._answer(slots[0], "")

    def _criterion(self, name: str) -> str | None:
        """Ask what can be answered to a criterion; give where the person wants to go."""
        self.seen.add(name)
        spec = next(each for each in self.sitting.job.rubric.spec.criteria if each.id == name)
        self.say("")
        self.say(f"{spec.title} ({name}): {self._level(name)}")
        self.say(spec.question)
        try:
            self._page(pages.page(self.sitting, spec))
        except GoError as go:
            return go.criterion
        return None

    def _page(self, page: Page) -> None:
        name = page.criterion.id
        kinds = {slot.kind for slot in page.slots}
        if "item" in kinds:
            self._items(page)
        elif "level" in kinds:
            self._judged(page)
        else:
            self._slots(name)

    def _items(self, page: Page) -> None:
        for slot in page.slots:
            now = slot.value.get("answer") if isinstance(slot.value, dict) else slot.value
            given = self._input(f"{slot.says} [y p n u x{f', now {now}' if now else ''}]: ")
            if given == "-":
                self._write(page.criterion.id, slot.operations(None))
            elif given:
                self._write(page.criterion.id, slot.operations(_WORDS.get(given, given)))
        if page.documents and page.criterion.id in self.sitting.value.get("checks", {}):
            self._answer(page.documents, page.criterion.id)

    def _judged(self, page: Page) -> None:
        name = page.criterion.id
        rows = [slot for slot in page.slots if slot.kind == "level"]
        for slot in rows:
            self.say(f"  {slot.about}  {slot.says}")
        now = rows[0].value
        given = self._input(f"Level 0 to 4{f', now {now}' if now is not None else ''}: ")
        if not given:
            return
        said = self._said(page, rows[0], given)
        if said is None:
            return
        if not self.sitting.value.get("assessments") and not self.who:
            self.say("Who rates?")
            self.who = self._section(levels.evaluator())
        if self._write(name, levels.rate(self.sitting, name, said, self.who)):
            again = pages.page(self.sitting, page.criterion)
            self._answer(next(slot for slot in again.slots if slot.kind == "field"), name)
            if again.documents:
                self._answer(again.documents, name)

    def _said(self, page: Page, slot: Slot, given: str) -> dict[str, Any] | None:
        """Give what a typed answer says of a level; `None` where it is none, or takes one out."""
        if given == "-" and slot.value is not None:
            self._write(page.criterion.id, levels.unrated(self.sitting, page.criterion.id))
            return None
        if given == "x" and page.criterion.na is not None:
            return {"state": levels.OUTSIDE}
        try:
            return {"level": forms.typed(slot.asked, given)}
        except forms.UnfitError as error:
            self.say(f"Not written: {error}.")
            return None

    def _slots(self, name: str) -> None:
        """Let one of the questions be chosen, until none is."""
        spec = next(each for each in self.sitting.job.rubric.spec.criteria if each.id == name)
        while slots := self._shown(spec):
            for number, slot in enumerate(slots, 1):
                self.say(f"  {number}  {self._told(slot)}")
            given = self._input("Which? ")
            if not given:
                return
            if given.isdecimal() and 1 <= int(given) <= len(slots):
                self._answer(slots[int(given) - 1], name)
            else:
                self.say(f"Give a number from 1 to {len(slots)}, or Enter for the next criterion.")

    def _shown(self, spec: CriterionSpec) -> list[Slot]:
        self.sitting.reckoning.now(spec.id)
        return pages.page(self.sitting, spec).slots

    def _told(self, slot: Slot) -> str:
        about = f" ({slot.about})" if slot.about else ""
        if slot.kind == "entry":
            return f"change: {slot.says}"
        if slot.kind == "row":
            return f"{slot.says}{about}"
        now = f" Now: {forms.shown(slot.asked, slot.value)}" if slot.value is not None else ""
        return f"{slot.says}{about}{now}"

    def _answer(self, slot: Slot, criterion: str) -> None:
        if slot.kind == "field":
            self._field(slot, criterion)
            return
        value = slot.value if isinstance(slot.value, dict) else {}
        self.say(f"{slot.says}")
        kept = forms.flat(value, slot.fields)
        made = self._section(slot.opened, kept)
        if made != value and made:
            self._write(criterion, slot.operations(made))

    def _field(self, slot: Slot, criterion: str) -> None:
        self.say(self._told(slot))
        gives = {
            word: self.sitting.gives(criterion, *slot.operations(word))
            for word, _ in (slot.asked.words if criterion and not slot.asked.several else [])
        }
        try:
            value = self._value(slot.asked, slot.value, gives)
        except KeyError:
            self._write(criterion, slot.operations(None))
            return
        if value is not None and value != slot.value:
            self._write(criterion, slot.operations(value))
