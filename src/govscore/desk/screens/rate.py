"""A second rating on the screens: levels by their words, facts and documents, no score."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from govscore.desk import levels, pages
from govscore.desk.screens.app import Desk, run
from govscore.desk.screens.form import Form
from govscore.desk.screens.marks import safe
from govscore.pointers import pointer
from govscore.yamlio.operations import Drop, Operation, Set

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.app import ComposeResult

    from govscore.desk.pages import Page, Slot
    from govscore.desk.sealed import Sealed
    from govscore.rubric.model import CriterionSpec


class Facts(ModalScreen[None]):
    """Shows what the record says, but what others judged."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,f,enter,q", "dismiss", show=False)]

    def __init__(self, lines: Iterable[str]) -> None:
        """Take the lines."""
        super().__init__()
        self._lines = list(lines)

    def compose(self) -> ComposeResult:
        """Lay the text out."""
        with VerticalScroll(id="help"):
            yield Static(safe("\n".join(self._lines)))


class Rate(Desk):
    """One second rating, answered on screens."""

    adds = False

    def __init__(self, sealed: Sealed, *, ascii_: bool = False) -> None:
        """Take the rating, which the screens know as they know a record."""
        super().__init__(sealed, ascii_=ascii_)
        self.sealed = sealed

    def on_mount(self) -> None:
        """Ask for interests before the first level."""
        asked = self.sealed.rating.missing
        if asked:
            title = "Before the first level: what ties you to the practice? none, if nothing does."
            form = Form(self.sealed, title, asked, self._told_who, marks=self.marks)
            self.push_screen(form, lambda done: self._first() if done else self.exit())

    def _told_who(self, made: dict[str, Any]) -> str:
        if not made.get("interests"):
            return "interests are told before the first level"
        return self._answer(tuple(Set(pointer([key]), value) for key, value in made.items()))

    # Drawing

    def _figures(self) -> str:
        header = self.sealed.header()
        there, due = header.there, header.due
        return f"{there} of {due} criteria rated{', all of them' if there == due else ''}  saved"

    def _listed(self, wanted: str) -> list[tuple[str, str]]:
        found = []
        indicator = phase = ""
        for line in self.sealed.lines():
            if wanted not in f"{line.title} {line.id}".casefold():
                continue
            if line.indicator != indicator:
                indicator, phase = line.indicator, ""
                found.append((indicator, ""))
            if line.phase != phase:
                phase = line.phase
                found.append((f"  {phase}", ""))
            found.append((f"{'[?]' if line.open else '[x]'} {line.title}", line.id))
        return found

    def _page_of(self, spec: CriterionSpec) -> Page:
        return pages.levelled(self.sealed, spec, pointer(["ratings", spec.id]))

    def _head(self, page: Page) -> str:
        left = len(self.sealed.rating.left)
        return f"{page.criterion.title} · {left} left\n{page.criterion.question}"

    def _below(self, page: Page) -> Iterable[str]:
        del page  # what it came to is nobody's business here
        yield ""
        yield f"{self.sealed.facts.get('summary', '')}"
        yield ""
        yield "f shows all that the record says."

    # Answering

    def _press(self, key: str, slot: Slot) -> None:
        if key == "f":
            self.push_screen(Facts(self.sealed.told()))
        elif key == "u":
            self._rate({"state": "unassessed"})
        elif key in {"o", "a"}:
            self._say("The record is not changed here; f shows what it says.")
        else:
            super()._press(key, slot)

    def _rate(self, said: dict[str, Any]) -> None:
        place = pointer(["ratings", self._criterion])
        operations: tuple[Operation, ...] = levels.rated(self.sealed.value, place, said)
        if not self.sealed.rating.value.get("ratings"):
            operations = (Set("/ratings", {self._criterion: said}),)
        if not self._answer(operations):
            self._document_level(said)

    def _unrate(self) -> None:
        ratings = self.sealed.rating.value.get("ratings") or {}
        place = pointer(["ratings", self._criterion])
        self._answer((Drop(place),) if len(ratings) > 1 else (Set("/ratings", {}),))


def show(sealed: Sealed, *, ascii_: bool, mouse: bool) -> None:
    """Show the screens of a second rating until the person leaves.

    Raises:
        RuntimeError: They have a fault.
    """
    run(Rate(sealed, ascii_=ascii_), mouse=mouse)
