"""The keys, on a page of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from govscore.desk.screens.marks import safe

if TYPE_CHECKING:
    from textual.app import ComposeResult

_TEXT = """\
up down j k    within the list or the answers
left right     previous, next open criterion
enter          open; take; add
esc            back to the list; forget a form
y p n u x      yes, partly, no, not known, does not apply
0-4            the level
w  e           why; documents
a              add an entry
d              take out; or: the criterion does not apply
z, ctrl+z      undo the last answer
/              find a criterion
o              the file in $EDITOR, at the line
ctrl+q         leave: every answer is on disk already
u  f           second rating: leave a level open; the facts

In a form: digits choose, space chooses several,
letters search, enter goes on, tab and shift+tab move,
ctrl+s writes, esc forgets.

Marks of levels: full or # credited, half or + claimed
but too weakly shown, ? still possible, empty or . out
of reach. A number with + is what the best answer adds
to the proven points of its indicator. * is essential.

esc closes this page"""


class Help(ModalScreen[None]):
    """Shows the keys."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f1,question_mark,enter,q", "dismiss", show=False)
    ]

    def compose(self) -> ComposeResult:
        """Lay the text out."""
        with VerticalScroll(id="help"):
            yield Static(safe(_TEXT))
