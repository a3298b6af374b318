"""Lists whose keys act on the line in hand, without the toolkit's colours for state."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from govscore.desk.screens.marks import hung, safe

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.content import Content


class Told(NamedTuple):
    """A line of a list; one that is disabled cannot be taken in hand."""

    text: str
    style: str = ""
    disabled: bool = False


class Marked(OptionList):
    """A list that marks the line in hand with `>`, for terminals and eyes without colour."""

    def __init__(self, **more: Any) -> None:  # noqa: ANN401 - what every widget takes
        """Begin without lines."""
        self._told: list[Told] = []
        self._marked: int | None = None
        self._width = 0
        super().__init__(markup=False, **more)

    def fill(self, lines: Iterable[Told]) -> None:
        """Show these lines; where all that differs is words, only these are drawn anew."""
        wanted, old = list(lines), self._told
        self._told = wanted
        if [each.disabled for each in wanted] == [each.disabled for each in old]:
            for number, each in enumerate(wanted):
                if each != old[number]:
                    self._redraw(number)
            return
        self._marked = None
        self.set_options(Option(self._drawn(each, " "), disabled=each.disabled) for each in wanted)

    def _redraw(self, number: int) -> None:
        mark = ">" if number == self._marked else " "
        self.replace_option_prompt_at_index(number, self._drawn(self._told[number], mark))

    def _drawn(self, told: Told, mark: str) -> Content:
        return safe(hung(mark + told.text, self._width), told.style)

    def on_resize(self) -> None:
        """Break the lines anew."""
        width = self.scrollable_content_region.width
        if width not in {0, self._width}:  # 0 while it is hidden
            self._width = width
            for number in range(len(self._told)):
                self._redraw(number)

    def watch_highlighted(self, highlighted: int | None) -> None:
        """Move the mark."""
        before, self._marked = self._marked, highlighted
        for number in (before, highlighted):
            if number is not None and number < len(self._told):
                self._redraw(number)
        super().watch_highlighted(highlighted)


class Criteria(Marked):
    """The criteria of the rubric."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j", "cursor_down", show=False),
        Binding("k", "cursor_up", show=False),
        Binding("right", "select", show=False),
    ]


class Answers(Marked):
    """What can be answered to a criterion; a key answers the line in hand."""

    class Pressed(Message):
        """A key that answers or acts was pressed."""

        def __init__(self, key: str) -> None:
            """Keep the key."""
            super().__init__()
            self.key = key

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j", "cursor_down", show=False),
        Binding("k", "cursor_up", show=False),
        Binding("left", "press('left')", show=False),
        Binding("right", "press('right')", show=False),
        *(Binding(key, f"press('{key}')", show=False) for key in "ypnuxaewdfo01234"),
    ]

    def action_press(self, key: str) -> None:
        """Tell of the key."""
        self.post_message(self.Pressed(key))


class Choices(Marked):
    """The words of a field in a form; keys typed here choose, or search."""

    class Pressed(Message):
        """A key was typed."""

        def __init__(self, key: str, character: str) -> None:
            """Keep the key, and what it writes."""
            super().__init__()
            self.key = key
            self.character = character

    def on_key(self, event: object) -> None:
        """Tell of a character, and keep it from everything else."""
        key = str(getattr(event, "key", ""))
        character = getattr(event, "character", None) or ""
        if (character.isprintable() and character) or key == "backspace":
            event.stop()  # type: ignore[attr-defined] # an event of Textual's, whose type is loose here
            event.prevent_default()  # type: ignore[attr-defined] # as above
            self.post_message(self.Pressed(key, character))
