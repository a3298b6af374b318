"""The panes: figures above, criteria and answers in the middle, what was written below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Horizontal, Vertical
from textual.widgets import Input, Static

from govscore.desk import pages
from govscore.desk.screens import drawing
from govscore.desk.screens.idle import Idle
from govscore.desk.screens.lists import Answers, Criteria, Told
from govscore.desk.screens.marks import ASCII, FULL, ascii_only, safe

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from textual.app import ComposeResult
    from textual.events import Resize
    from textual.screen import Screen

    from govscore.desk.pages import Page, Slot
    from govscore.desk.subject import Subject
    from govscore.rubric.model import CriterionSpec

WIDE = 110
"""From so many columns on, list and answers stand side by side."""


class Panes(Idle):
    """One record as it is shown; who moves in it is built on this."""

    CSS_PATH = "desk.tcss"
    ENABLE_COMMAND_PALETTE = False

    def __init__(self, sitting: Subject, *, ascii_: bool = False) -> None:
        """Take the record."""
        super().__init__()
        self.sitting = sitting
        self.marks = ASCII if ascii_ else FULL
        self.fault: Exception | None = None
        self._criterion = ""
        self._page: Page | None = None
        self._slots: list[Slot] = []
        self._names: list[str] = []
        self._said = ""
        self._rests = False
        self._given: dict[str, str] = {}

    @property
    def base(self) -> Screen[object]:
        """The screen below any form."""
        return self.screen_stack[0]

    # Layout

    def compose(self) -> ComposeResult:
        """Lay out the two panes between two lines of figures and two of what happened."""
        yield Static(id="title")
        yield Static(id="score")
        with Horizontal(id="panes"):
            with Vertical(id="left"):
                yield Input(id="find", placeholder="a criterion, or a word of it")
                yield Criteria(id="criteria")
            with Vertical(id="right"):
                yield Static(id="head")
                yield Answers(id="answers")
                yield Static(id="gives")
        yield Static(id="said")
        yield Static(id="keys")

    def on_mount(self) -> None:
        """Open at the open criterion of most gain."""
        self.base.query_one("#find").display = False
        self.set_class(self.marks is ASCII, "ascii")
        self._first()

    def _first(self) -> None:
        """Show the list until the open criterion of most gain is known, and open that."""
        self._rests = True
        self._draw()
        self.base.set_focus(self.base.query_one(Criteria))
        self.wake()

    # Reckoning

    def pieces(self) -> Iterator[object]:
        """Reckon what the line in hand gives, then what each criterion does; then show it."""
        self._tell_gives()
        reckoning = self.sitting.reckoning
        changed = False
        for name in reckoning.pieces(self._criterion):
            changed = True
            yield name
            if name and name == self._criterion:
                self._narrow()
        if changed or self._rests:
            self._list()
        if self._rests and len(self.screen_stack) == 1:
            self._rests = False
            self._start()

    def _start(self) -> None:
        if lines := self.sitting.lines():
            self._open(self.sitting.best() or lines[0].id)

    def _narrow(self) -> None:
        """Leave the questions that matter on the page, the line in hand where it is."""
        now = self._slot()
        self._turn(self.base.query_one(Answers).highlighted or 0)
        if now is not None:
            places = [(each.kind, each.pointer, each.says) for each in self._slots]
            if (same := (now.kind, now.pointer, now.says)) in places:
                self.base.query_one(Answers).highlighted = places.index(same)

    def on_resize(self, event: Resize) -> None:
        """Show both panes where there is room."""
        self.set_class(event.size.width >= WIDE, "wide")
        self._draw()

    # Drawing

    def _draw(self) -> None:
        """Draw the figures and the list."""
        self.base.query_one("#title", Static).update(safe(self.sitting.header().title, "bold"))
        self.base.query_one("#score", Static).update(safe(self._plain(self._figures())))
        self._list()
        self._say(self._said)
        self._keys()

    def _figures(self) -> str:
        return drawing.figures(self.sitting.header(), self.marks, self.size.width - 2)

    def _listed(self, wanted: str) -> list[tuple[str, str]]:
        return list(drawing.criteria(self.sitting.lines(), wanted, self.marks))

    def _list(self) -> None:
        criteria = self.base.query_one(Criteria)
        at = criteria.highlighted
        listed = self._listed(self._wanted())
        self._names = [name for _, name in listed]
        criteria.fill(
            Told(self._plain(text), "" if name else "bold", disabled=not name)
            for text, name in listed
        )
        if self._criterion in self._names:
            criteria.highlighted = self._names.index(self._criterion)
        elif at is not None and at < len(self._names):
            criteria.highlighted = at

    def _plain(self, text: str) -> str:
        """Keep to ASCII where that was asked for."""
        return text if self.marks is FULL else ascii_only(text)

    def _wanted(self) -> str:
        return self.base.query_one("#find", Input).value.casefold()

    def _say(self, text: str) -> None:
        self._said = text
        self.base.query_one("#said", Static).update(safe(self._plain(text)))

    def on_descendant_focus(self) -> None:
        """Say the keys of the pane that is in hand now."""
        self._keys()

    def _keys(self) -> None:
        kinds = {str(slot.kind) for slot in self._slots}
        keys = drawing.keys(
            kinds, self.size.width - 2, listing=not self.base.query_one(Answers).has_focus
        )
        self.base.query_one("#keys", Static).update(safe(self._plain(keys)))

    def _open(self, name: str, at: int = 0) -> None:
        """Show the page of a criterion, and go there."""
        self._criterion, self._rests = name, False
        self.wake()
        self.set_class(True, "answering")  # noqa: FBT003 - Textual's own signature
        self._turn(at)
        self.base.set_focus(self.base.query_one(Answers))
        self._draw()

    def _turn(self, at: int) -> None:
        """Write the head and the lines of the page anew."""
        specs = self.sitting.job.rubric.spec.criteria
        spec = next(each for each in specs if each.id == self._criterion)
        page = self._page = self._page_of(spec)
        self.base.query_one("#head", Static).update(safe(self._plain(self._head(page))))
        self._slots = [*page.slots, *([page.documents] if page.documents else [])]
        answers = self.base.query_one(Answers)
        shown = [Told(self._plain(drawing.slot(slot, self.marks))) for slot in self._slots]
        below = [Told(self._plain(text), "dim", disabled=True) for text in self._below(page)]
        answers.fill([*shown, *below])
        if self._slots:
            answers.highlighted = min(at, len(self._slots) - 1)

    def _page_of(self, spec: CriterionSpec) -> Page:
        return pages.page(self.sitting, spec)

    def _head(self, page: Page) -> str:
        open_ = sum(line.open for line in self.sitting.lines())
        found = self.sitting.found(page.criterion.id)
        return drawing.head(page.criterion, found, open_, self.marks)

    def _below(self, page: Page) -> Iterable[str]:
        """Give what is told below what can be answered."""
        found = self.sitting.found(page.criterion.id)
        return drawing.levels(page.criterion, found, self.marks)

    def _slot(self) -> Slot | None:
        number = self.base.query_one(Answers).highlighted
        return self._slots[number] if number is not None and number < len(self._slots) else None

    def _tell_gives(self) -> None:
        slot = self._slot()
        text = ""
        if slot and self._criterion:
            key = f"{self._criterion} {slot.kind} {slot.pointer} {slot.says}"
            if key not in self._given:
                self._given[key] = drawing.gives(self.sitting, self._criterion, slot)
            text = self._given[key]
        self.base.query_one("#gives", Static).update(safe(self._plain(text)))
