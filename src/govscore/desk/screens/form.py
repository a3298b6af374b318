"""A form: one field after the other, the answers given so far above it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static

from govscore.desk import documents, forms
from govscore.desk.screens import drawing
from govscore.desk.screens.lists import Choices, Told
from govscore.desk.screens.marks import FULL, Marks, ascii_only, safe, span

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult

    from govscore.desk.forms import Field
    from govscore.desk.subject import Subject

_DIGITS = 9
_NEW = "+"


class Form(ModalScreen[bool]):
    """Asks for the fields of a section; `write` is given the section, and says what is wrong."""

    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "forget", show=False),
        Binding("tab", "step(1)", show=False, priority=True),
        Binding("shift+tab", "step(-1)", show=False, priority=True),
        Binding("ctrl+s", "save", show=False, priority=True),
    ]

    def __init__(
        self,
        sitting: Subject,
        title: str,
        fields: Sequence[Field],
        write: Callable[[dict[str, Any]], str],
        *,
        values: dict[tuple[str, ...], Any] | None = None,
        gives: Callable[[Any], tuple[float, float] | None] | None = None,
        marks: Marks = FULL,
        adds: bool = True,
    ) -> None:
        """Take what is asked, what is there already, what tries a word, if documents are added."""
        super().__init__()
        self._sitting = sitting
        self._title = title
        self._fields = list(fields)
        self._write = write
        self._values = dict(values or {})
        self._gives = gives
        self._marks, self._adds = marks, adds
        self._at, self._search = 0, ""
        self._shown: list[str] = []

    def compose(self) -> ComposeResult:
        """Lay out title, answers, question, choices or line, keys."""
        with Vertical(id="form"):
            yield Static(id="form-title")
            yield Static(id="given")
            yield Static(id="asked")
            yield Choices(id="choices")
            yield Input(id="typed", placeholder="type here")
            yield Static(id="wrong")
            yield Static(id="form-keys")

    def on_mount(self) -> None:
        """Begin with the first field."""
        self._enter()

    @property
    def _asked(self) -> Field:
        return self._fields[self._at]

    # Drawing

    def _show(self, wrong: str = "") -> None:
        asked = self._asked
        self.query_one("#form-title", Static).update(safe(self._title, "bold"))
        self._given()
        self.query_one("#wrong", Static).update(safe(wrong))
        choose = asked.kind == "documents" or bool(asked.words)
        choices, line = self.query_one(Choices), self.query_one(Input)
        choices.display, line.display = choose, not choose
        if choose:
            self._offer()
            self.set_focus(choices)
        else:
            value = self._values.get(asked.path, "")
            line.value = "; ".join(value) if isinstance(value, list) else str(value)
            self.set_focus(line)
        self._prompt()

    def _prompt(self) -> None:
        asked = self._asked
        must = "" if not asked.wanted else " (must be there)"
        several = ", each behind a ;" if asked.kind == "texts" else ""
        about = f": {asked.about}" if asked.about and not asked.words else ""
        search = f"  / {self._search}" if self._search else ""
        told = safe(f"{asked.title}{must}{several}{about}{search}", "bold")
        self.query_one("#asked", Static).update(told)
        self.query_one("#form-keys", Static).update(safe(self._keys()))

    def _keys(self) -> str:
        asked = self._asked
        last = "enter next" if len(self._fields) > 1 else "enter write"
        chosen: tuple[str, ...] = ()
        if asked.kind == "documents":
            chosen = ("space choose", "+ a new one") if self._adds else ("space choose",)
        elif asked.several and asked.words:
            chosen = ("space choose", "letters search")
        elif asked.words:
            few = len(asked.words) <= _DIGITS
            chosen = (f"1-{len(asked.words)} choose" if few else "letters search",)
        many = ("ctrl+s write", "tab skip", "shift+tab back") if len(self._fields) > 1 else ()
        return drawing.fitted((*chosen, last, *many, "esc forget it"), self.app.size.width - 2)

    def _given(self) -> None:
        lines = drawing.given(self._fields, self._values, self._at)
        self.query_one("#given", Static).update(safe("\n".join(lines)))

    def _offer(self) -> None:
        asked, choices = self._asked, self.query_one(Choices)
        words = self._words()
        chosen = self._values.get(asked.path)
        self._shown = [word for word, _ in words]
        choices.fill(
            Told(self._choice(number, word, title, chosen))
            for number, (word, title) in enumerate(words, 1)
        )
        taken = [chosen] if isinstance(chosen, str) else list(chosen or []) if asked.several else []
        there = [n for n, word in enumerate(self._shown) if word in taken]
        choices.highlighted = there[0] if there else 0 if words else None

    def _words(self) -> list[tuple[str, str]]:
        asked = self._asked
        if asked.kind == "documents":
            known = documents.known(self._sitting)
            titles = [(name, f"{name}  {title}") for name, title in known.items()]
            return [*titles, (_NEW, "+ a new document")] if self._adds else titles
        wanted = self._search.casefold()
        found = [each for each in asked.words if wanted in f"{each[1]} {each[0]}".casefold()]
        return sorted(found, key=lambda each: not each[1].casefold().startswith(wanted))

    def _choice(self, number: int, word: str, title: str, chosen: Any) -> str:  # noqa: ANN401 - a value of any kind
        asked, marks = self._asked, self._marks
        if word == _NEW:
            return title
        if asked.several:
            return f"{'[x]' if word in (chosen or []) else '[ ]'} {title}"
        key = f"{number} " if len(asked.words) <= _DIGITS else ""
        now = chosen == word or (isinstance(chosen, bool) and word == ("yes" if chosen else "no"))
        levels = self._gives(word) if self._gives else None
        level = f"  → level {span(levels)}" if levels else ""
        told = level if marks is FULL else ascii_only(level)
        return f"{marks.chosen if now else marks.other} {key}{title}{told}"

    # Acting

    def on_choices_pressed(self, event: Choices.Pressed) -> None:
        """Choose by a digit, toggle by space, search by letters."""
        asked = self._asked
        if event.key == "plus" and asked.kind == "documents" and self._adds:
            self._new_document()
        elif event.character == " " and asked.several:
            self._toggle()
        elif event.character.isdecimal() and not asked.several and len(asked.words) <= _DIGITS:
            if 1 <= int(event.character) <= len(self._shown):
                self._choose(self._shown[int(event.character) - 1])
        elif asked.kind != "documents":
            self._narrow(event)

    def _narrow(self, event: Choices.Pressed) -> None:
        """Search by one letter more or less; a letter that would leave nothing is not taken."""
        before = self._search
        self._search = before[:-1] if event.key == "backspace" else before + event.character
        if not self._words():
            self._search = before
        self._offer()
        self._prompt()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Take the line in hand; in a list of several, go on once something is chosen."""
        event.stop()
        word = self._shown[event.option_index]
        if word == _NEW:
            self._new_document()
        elif not self._asked.several:
            self._choose(word)
        elif self._values.get(self._asked.path) and not self._search:
            self._go(1)
        else:
            self._toggle()

    def _toggle(self) -> None:
        number = self.query_one(Choices).highlighted
        if number is None or self._shown[number] == _NEW:
            return
        path, word = self._asked.path, self._shown[number]
        now = list(self._values.get(path) or [])
        self._values[path] = [each for each in now if each != word] if word in now else [*now, word]
        if not self._values[path]:
            del self._values[path]
        self._search = ""
        self._offer()
        self.query_one(Choices).highlighted = self._shown.index(word)
        self._given()
        self._prompt()

    def _choose(self, word: str) -> None:
        self._values[self._asked.path] = forms.checked(self._asked, word)
        self._go(1)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take what was typed and go on."""
        event.stop()
        if self._take():
            self._go(1)

    def _take(self) -> bool:
        """Take the line that is being typed; tell whether it fits."""
        asked, text = self._asked, (line := self.query_one(Input)).value.strip()
        if asked.words or asked.kind == "documents":
            return True
        if not text:
            self._values.pop(asked.path, None)
            return True
        try:
            self._values[asked.path] = forms.typed(asked, text)
        except forms.UnfitError as error:
            self._show(f"Not taken: {error}.")
            line.value, line.cursor_position = text, len(text)
            return False
        return True

    def action_step(self, by: int) -> None:
        """Go to the next field, or to the one before."""
        if self._take() and 0 <= self._at + by < len(self._fields):
            self._go(by)

    def _go(self, by: int) -> None:
        self._search = ""
        if self._at + by >= len(self._fields):
            self.action_save()
            return
        self._at += by
        self._enter()

    def _enter(self) -> None:
        """Show the field in hand; of documents, those last used are chosen already."""
        asked = self._asked
        known = documents.known(self._sitting) if asked.kind == "documents" else {}
        last = [each for each in self._sitting.documents_used if each in known]
        if last and asked.path not in self._values:
            self._values[asked.path] = last
        self._show()

    def action_save(self) -> None:
        """Write the answers; what is wrong with them is told, and the form stays."""
        if not self._take():
            return
        order = {each.path: number for number, each in enumerate(self._fields)}
        ranked = sorted(self._values.items(), key=lambda each: order.get(each[0], -1))
        for path, value in ranked:
            if path[-1] == "evidence":
                self._sitting.documents_used = list(value)
        wrong = self._write(forms.nested(dict(ranked)))
        if wrong:
            self._show(f"Not written: {wrong}.")
        else:
            self.dismiss(True)  # noqa: FBT003 - the result of the screen

    def action_forget(self) -> None:
        """Leave without writing; a search is given up first."""
        if self._search:
            self._search = ""
            self._show()
        else:
            self.dismiss(False)  # noqa: FBT003 - as above

    def _new_document(self) -> None:
        path = self._asked.path

        def write(made: dict[str, Any]) -> str:
            wrong = documents.added(self._sitting, made)
            if not wrong:
                now = list(self._values.get(path) or [])
                self._values[path] = [*now, self._sitting.documents_used[0]]
            return wrong

        form = Form(self._sitting, "A new document", documents.asked(), write, marks=self._marks)
        self.app.push_screen(form, lambda _: self._show())
