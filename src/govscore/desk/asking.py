"""Asking for one value after another by numbered prompts, and writing what was answered."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from govscore.desk import documents, forms
from govscore.desk.subject import RefusedError
from govscore.render import sentences

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from govscore.desk.forms import Field
    from govscore.desk.sitting import Sitting
    from govscore.yamlio.operations import Operation

HELP = (
    "Enter leaves it as it is.  -  takes an answer out.  :z  undoes the last answer.",
    ":n  next criterion.  :l  lists all.  :g ID  goes to one.  :s  score.  :?  this.  :q  leaves.",
)


class LeaveError(Exception):
    """The person leaves."""


class GoError(Exception):
    """The person goes to another criterion; empty for the next."""

    def __init__(self, criterion: str = "") -> None:
        """Keep where to."""
        super().__init__(criterion)
        self.criterion = criterion


@dataclass
class Asker:
    """What asks about one record, and says what became of the answers."""

    sitting: Sitting
    ask: Callable[[str], str]
    say: Callable[[str], object]
    who: dict[str, Any] = field(default_factory=dict)
    seen: set[str] = field(default_factory=set)

    # What is said

    def _score(self) -> None:
        header = self.sitting.header()
        label = f", {header.label}" if header.label else ""
        self.say(f"Score {header.range} of 100, known {header.known}{label}. Saved.")

    def _list(self) -> None:
        group = ""
        self.sitting.best()  # so that all gains are known
        for line in self.sitting.lines():
            heading = f"{line.indicator}, {line.phase}"
            if heading != group:
                self.say(f"{heading}:")
                group = heading
            level = self._level(line.id)
            gain = f", +{line.gain:.1f}" if line.gain else ""
            self.say(f"  {line.id}: {line.title}: {level}{gain}")

    def _level(self, criterion: str) -> str:
        found = self.sitting.found(criterion)
        if found is None:
            return sentences.UNKNOWN
        if found.status in {"scored", "partial"}:
            return sentences.levels(found)
        return sentences.STATUS[found.status]

    # What is asked

    def _input(self, prompt: str) -> str:
        """Ask for a line; what begins with a colon is for the desk."""
        while True:
            text = self.ask(prompt).strip()
            if not text.startswith(":"):
                return text
            self._order(text[1:])

    def _order(self, order: str) -> None:
        name, _, rest = order.partition(" ")
        if name == "q":
            raise LeaveError
        if name == "n":
            raise GoError
        if name == "g":
            known = [line.id for line in self.sitting.lines()]
            if rest in known:
                raise GoError(rest)
            self.say(f"There is no criterion '{rest}'.")
            return
        orders = {"z": self._undo, "l": self._list, "s": self._score}
        orders.get(name, self._help)()

    def _help(self) -> None:
        for line in HELP:
            self.say(line)

    def _undo(self) -> None:
        try:
            done = self.sitting.undo()
        except RefusedError as error:
            self.say(f"Not undone: {error}.")
            return
        self.say(f"Undone: {done.told()}." if done else "There is nothing to undo.")

    def _section(
        self, asked: Sequence[Field], kept: dict[tuple[str, ...], Any] | None = None
    ) -> dict[str, Any]:
        values = dict(kept or {})
        for each in asked:
            try:
                value = self._value(each, values.get(each.path), {}, must=each.wanted)
            except KeyError:
                values.pop(each.path, None)
                continue
            if value is not None:
                values[each.path] = value
        order = {each.path: number for number, each in enumerate(asked)}
        ranked = sorted(values.items(), key=lambda each: order.get(each[0], -1))
        return forms.nested(dict(ranked))

    def _value(self, asked: Field, now: Any, gives: dict[str, Any], *, must: bool = False) -> Any:  # noqa: ANN401 - a value of any kind
        """Ask for a value until it fits; `None` leaves it, a `KeyError` takes it out."""
        choices = self._offer(asked, gives)
        told = f", now {forms.shown(asked, now)}" if now is not None else ""
        while True:
            given = self._input(f"{asked.title}{told}: ")
            if given == "+" and asked.kind == "documents":
                self._document()
                choices = self._offer(asked, gives)
            elif given == "-" and not must:
                raise KeyError(asked.title)
            elif given:
                try:
                    return self._used(asked, forms.typed(asked, given, choices))
                except forms.UnfitError as error:
                    self.say(f"Not taken: {error}.")
            elif not must or now is not None:
                return None

    def _used(self, asked: Field, value: Any) -> Any:  # noqa: ANN401 - as above
        if asked.kind == "documents":
            self.sitting.documents_used = list(value)
        return value

    def _offer(self, asked: Field, gives: dict[str, Any]) -> list[str]:
        """Say what can be chosen, and give the ids of documents that can."""
        if asked.kind == "documents":
            known = documents.known(self.sitting)
            for number, (name, title) in enumerate(known.items(), 1):
                last = " (as last)" if name in self.sitting.documents_used else ""
                self.say(f"  {number}  {name}  {title}{last}")
            self.say("  +  a new document")
            return list(known)
        for number, (word, title) in enumerate(asked.words, 1):
            span = gives.get(word)
            level = f": level {_span(span)}" if span else ""
            self.say(f"  {number}  {title}{level}")
        return []

    def _document(self) -> None:
        made = self._section(documents.asked())
        if made:
            self._write("", documents.adding(self.sitting, made))

    def _write(self, criterion: str, operations: tuple[Operation, ...]) -> bool:
        """Write an answer, and say what it did to the file and to the score."""
        if not operations:
            return False
        try:
            done = self.sitting.answer(*operations)
        except RefusedError as error:
            self.say(f"Not written: {error}.")
            return False
        self.say(f"Written, {done.told()}")
        if criterion:
            header = self.sitting.header()
            score = f"Score {header.range}, known {header.known}."
            self.say(f"{criterion}: {self._level(criterion)}. {score}")
        return True


def _span(levels: tuple[float, float]) -> str:
    low, high = levels
    return f"{low:g}" if low == high else f"{low:g} to {high:g}"
