"""The application: keys and forms answer the lines of the frame."""

from __future__ import annotations

import asyncio
import os
import shlex
import subprocess
import sys
from typing import TYPE_CHECKING, Any

from govscore.desk import forms, levels, pages
from govscore.desk.screens import drawing
from govscore.desk.screens.ending import Ending
from govscore.desk.screens.form import Form
from govscore.desk.screens.frame import Frame
from govscore.desk.screens.lists import Answers
from govscore.desk.subject import RefusedError

if TYPE_CHECKING:
    from govscore.desk.pages import Slot
    from govscore.desk.subject import Subject
    from govscore.yamlio.operations import Operation


class Desk(Frame):
    """One record, answered on screens."""

    adds = True
    """Whether documents can be added to the record."""

    def __init__(self, sitting: Subject, *, ascii_: bool = False) -> None:
        """Take the record."""
        super().__init__(sitting, ascii_=ascii_)
        self._who: dict[str, Any] = {}

    def on_mount(self) -> None:
        """Ask for what a record must have."""
        if self.sitting.missing:
            self._rests = False
            self._begin()

    def on_answers_pressed(self, event: Answers.Pressed) -> None:
        """Answer, or act on, the line in hand."""
        key, slot = event.key, self._slot()
        if key in {"left", "right"}:
            self._next(1 if key == "right" else -1)
        elif slot is not None:
            self._press(key, slot)

    def _press(self, key: str, slot: Slot) -> None:
        kinds = {each.kind for each in self._slots}
        acts = {
            "o": self._edit,
            "w": self._why,
            "e": self._documents,
            "a": self._add,
            "d": self._drop,
        }
        if slot.kind == "item" and key in drawing.WORDS:
            self._answer(slot.operations(drawing.WORDS[key]), step=1)
        elif "level" in kinds and key.isdecimal():
            self._rate({"level": int(key)})
        elif key in acts:
            acts[key](slot)
        else:
            self._say(f"{key} does nothing here; F1 tells the keys.")

    def _why(self, slot: Slot) -> None:
        """Ask for the reason of a rating."""
        del slot
        found = [each for each in self._slots if each.pointer.endswith("/rationale")]
        if found and any(each.value is not None for each in self._slots):
            self._ask(found[0])
        else:
            self._say(
                "Give a level first; w then says why." if found else "No reason is asked here."
            )

    def _documents(self, slot: Slot) -> None:
        """Ask for the documents of the page, or of the entry in hand."""
        page = self._page
        if page and page.documents and any(each.value is not None for each in page.slots):
            self._ask(page.documents)
        elif slot.kind == "entry":
            self._ask(slot, "evidence")
        else:
            self._say("Answer first; e then names the documents.")

    def _add(self, slot: Slot) -> None:
        """Ask for a further entry."""
        rows = [slot, *self._slots] if slot.kind == "row" else self._slots
        found = next((each for each in rows if each.kind == "row"), None)
        if found:
            self._ask(found)
        else:
            self._say("No entry is asked for here.")

    def _take(self, slot: Slot) -> None:
        if slot.kind == "level":
            self._rate({"level": int(slot.about)})
        elif slot.kind == "outside":
            self._rate({"state": levels.OUTSIDE})
        elif slot.kind == "item":
            self._answer(slot.operations("yes"), step=1)
        else:
            self._ask(slot)

    def _drop(self, slot: Slot) -> None:
        """Take an answer out; of a rating, say that the criterion does not apply, if it may."""
        outside = next((each for each in self._slots if each.kind == "outside"), None)
        if slot.kind in {"level", "outside"}:
            if outside is not None and outside.value is None:
                self._rate({"state": levels.OUTSIDE})
            elif slot.value is None and (outside is None or outside.value is None):
                self._say("There is no level here to take out.")
            else:
                self._unrate()
        elif slot.kind == "row" or slot.value is None:
            self._say("There is no answer here to take out.")
        else:
            self._answer(slot.dropped())

    def _unrate(self) -> None:
        self._answer(levels.unrated(self.sitting, self._criterion))

    def _answer(self, operations: tuple[Operation, ...], *, step: int = 0) -> str:
        """Write an answer, say at which line, and draw what it did; give what is wrong."""
        at = self.base.query_one(Answers).highlighted or 0
        try:
            written = self.sitting.answer(*operations)
        except RefusedError as error:
            self._say(f"Not written: {error}.")
            return str(error)
        self._said = f"z undoes  {written.told()}"
        self.changed()
        if self._criterion:
            self._turn(at + step)
        self._draw()
        return ""

    def _rate(self, said: dict[str, Any]) -> None:
        """Write a level, then ask for the documents: without one it would hardly count."""
        if not self.sitting.value.get("assessments") and not self._who:
            asked = levels.evaluator()
            form = Form(self.sitting, "Who rates?", asked, self._met, marks=self.marks)
            self.push_screen(form, lambda done: self._rate(said) if done else None)
            return
        wrong = self._answer(levels.rate(self.sitting, self._criterion, said, self._who))
        if not wrong:
            self._document_level(said)

    def _document_level(self, said: dict[str, Any]) -> None:
        page = self._page
        if said.get("level", 0) > 1 and page and page.documents and page.documents.value is None:
            self._ask(page.documents)

    def _met(self, who: dict[str, Any]) -> str:
        self._who = who
        return ""

    def _ask(self, slot: Slot, first: str = "") -> None:
        """Open the form of a line."""
        asked = sorted(slot.opened, key=lambda each: bool(first) and each.path != (first,))
        value = slot.value if isinstance(slot.value, dict) else {}
        values = forms.flat(value, slot.fields)
        if slot.kind == "field" and slot.value is not None:
            values = {slot.asked.path: slot.value}

        def write(made: dict[str, Any]) -> str:
            answer = made.get(slot.asked.path[-1]) if slot.kind == "field" else made
            operations = slot.operations(answer)
            return self._answer(operations) if operations else ""

        def gives(word: Any) -> tuple[float, float] | None:  # noqa: ANN401 - a value of any kind
            return self.sitting.gives(self._criterion, *slot.operations(word))

        title = f"{slot.says} ({slot.about})" if slot.about else slot.says
        form = Form(
            self.sitting,
            title,
            asked,
            write,
            values=values,
            gives=gives if slot.kind == "field" and self._criterion else None,
            marks=self.marks,
            adds=self.adds,
        )
        self.push_screen(form)

    def _begin(self) -> None:
        """Ask for what a record must have, one after the other; then open the best criterion."""
        slots = pages.beginning(self.sitting)
        if not slots:
            self._first()
            return
        slot = slots[0]
        header = self.sitting.header()

        def write(made: dict[str, Any]) -> str:
            answer = made.get(slot.asked.path[-1]) if slot.kind == "field" else made
            return (
                self._answer(slot.operations(answer))
                if answer
                else f"'{slot.asked.title}' is missing"
            )

        title = f"{header.there} of {header.due} required fields are there. {slot.says}"
        form = Form(self.sitting, title, slot.fields, write, marks=self.marks)
        self.push_screen(form, lambda done: self._begin() if done else self.exit())

    def _edit(self, slot: Slot) -> None:
        """Open the file in the person's editor, at the line."""
        editor = shlex.split(os.environ.get("VISUAL") or os.environ.get("EDITOR") or "")
        if not editor:
            self._say("EDITOR names no editor.")
            return
        line, _ = self.sitting.document.place(slot.pointer)
        with self.suspend():
            subprocess.run([*editor, f"+{line}", str(self.sitting.path)], check=False)  # noqa: S603 - the person's own editor
        self._look()
        self.refresh()


def show(sitting: Subject, *, ascii_: bool, mouse: bool) -> None:
    """Show the screens of a record until the person leaves.

    Raises:
        RuntimeError: They have a fault.
    """
    run(Desk(sitting, ascii_=ascii_), mouse=mouse)


def run(app: Desk, *, mouse: bool) -> None:
    """Run the application until the person leaves.

    Raises:
        RuntimeError: It has a fault; where it lies, and nothing of the record.
        SystemExit: A signal ended it, or its terminal is gone.
    """
    ending = Ending(app)
    asyncio.run(ending.run(mouse=mouse))
    if app.fault is not None:
        raise RuntimeError(f"{type(app.fault).__name__} on a screen") from app.fault
    if ending.code:
        sys.exit(ending.code)
