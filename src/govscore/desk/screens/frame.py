"""The frame: moving between criteria and answers, undoing, taking up what the file says."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import Input, OptionList

from govscore.desk.screens.help import Help
from govscore.desk.screens.lists import Answers, Criteria
from govscore.desk.screens.panes import Panes
from govscore.desk.subject import RefusedError
from govscore.errors import SetupError

if TYPE_CHECKING:
    from govscore.desk.pages import Slot

_LOOK = 1.0
"""Seconds between looks at the file."""


class Frame(Panes):
    """One record on screens; what answers it is built on this."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "quit", show=False, priority=True),
        Binding("f1,question_mark", "help", show=False),
        Binding("escape", "list", show=False),
        Binding("z,ctrl+z", "undo", show=False),
        Binding("slash", "find", show=False),
        Binding("ctrl+s", "saved", show=False),
    ]

    def on_mount(self) -> None:
        """Look at the file from time to time."""
        self.set_interval(_LOOK, self._look)

    # Moving

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Say, when there is time, what the line in hand would give."""
        if event.option_list.id == "answers":
            self.wake()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Open a criterion, or the line in hand."""
        if event.option_list.id == "criteria":
            if name := self._names[event.option_index]:
                self._open(name)
        elif slot := self._slot():
            self._take(slot)

    def _take(self, slot: Slot) -> None:
        """Answer the line in hand."""

    def action_list(self) -> None:
        """Go back to the list."""
        self.base.query_one("#find", Input).value = ""
        self.base.query_one("#find").display = False
        self.set_class(False, "answering")  # noqa: FBT003 - as above
        self.base.set_focus(self.base.query_one(Criteria))
        self._draw()

    def action_find(self) -> None:
        """Search the list."""
        self._rests = False
        self.action_list()
        self.base.query_one("#find").display = True
        self.base.set_focus(self.base.query_one("#find"))

    def on_input_changed(self, event: Input.Changed) -> None:
        """Narrow the list while a word is typed."""
        if event.input.id == "find":
            self._draw()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Open the first criterion found."""
        wanted = event.value.casefold()
        found = [name for _, name in self._listed(wanted) if name]
        if event.input.id == "find" and found:
            event.input.value = ""
            event.input.display = False
            self._open(found[0])

    def _next(self, by: int) -> None:
        """Go to the next open criterion, or the one before."""
        lines = self.sitting.lines()
        names = [line.id for line in lines]
        at = names.index(self._criterion) if self._criterion in names else 0
        turned = lines[at + 1 :] + lines[:at] if by > 0 else lines[:at][::-1] + lines[:at:-1]
        for line in turned:
            if line.open:
                self._open(line.id)
                return
        self._say("No other criterion is open.")

    # Undoing, and the file

    def action_undo(self) -> None:
        """Take the last answer back."""
        try:
            done = self.sitting.undo()
        except RefusedError as error:
            self._said = f"Not undone: {error}."
        else:
            self._said = f"undone, {done.told()}" if done else "There is nothing to undo."
        self._again()

    def action_saved(self) -> None:
        """Say that there is nothing to save."""
        self._say("Saved already: every answer is written at once.")

    def action_help(self) -> None:
        """Show the keys."""
        self.push_screen(Help())

    def _again(self) -> None:
        """Draw everything of the file as it is now."""
        self.changed()
        if self.sitting.lines() and self._criterion:
            at = self.base.query_one(Answers).highlighted or 0
            self._turn(at)
        self._draw()

    def changed(self) -> None:
        """Reckon anew: the file says something else now."""
        self._given = {}
        self.wake()

    def _look(self) -> None:
        """Take up what somebody else wrote to the file."""
        if len(self.screen_stack) > 1:
            return
        try:
            if self.sitting.refresh():
                faulty = self.sitting.blocking()
                told = " and has faults now" if faulty else " and was read again"
                self._said = f"The file was changed meanwhile{told}."
                self._again()
        except SetupError as error:
            self._say(str(error))

    def _fatal_error(self) -> None:
        """End on a fault of ours without printing it: its traceback would hold the record."""
        self.fault = self._exception
        self._close_messages_no_wait()
