"""Asking again on a part of the practice: the same facts, on fewer items.

A selection from fewer items is the part of the first selection that is left, as long as its
condition reads nothing else that changed; that saves evaluating most facts twice.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from govscore.expressions.facts import Found
from govscore.expressions.programs import WHOLE

if TYPE_CHECKING:
    from govscore.expressions.facts import Facts
    from govscore.expressions.programs import Program

View = dict[str, Any]


class Strong:
    """A practice of which only some items are left, beside what the facts came to on the whole.

    Items that are left are the very objects of the whole.
    """

    def __init__(self, facts: Facts, whole: View, found: Found, left: View) -> None:
        """Note which sections changed, and which items are left in them."""
        self._facts = facts
        self._view = left
        self._whole = found
        self._found = Found()
        self._changed = {key for key in whole if left.get(key) is not whole[key]} | {WHOLE}
        self._kept = {id(item) for key in self._changed for item in _items(left.get(key))}

    def ask(self, program: Program) -> bool | None:
        """Evaluate a condition to true, false or unknown (`None`)."""
        for name in self._facts.in_turn(program.names):
            self._learn(name)
        return program.ask(self._facts.activation(program, self._view, self._found))

    def affects(self, program: Program) -> bool:
        """Tell whether a condition reads any section that changed."""
        return bool(self._facts.sections(program) & self._changed)

    def _learn(self, name: str) -> None:
        if name in self._found.values or name in self._found.errors:
            return
        program = self._facts.compiled[name]
        if not self._facts.sections(program) & self._changed:
            self._copy(name)
        elif name in self._whole.pointers and not self._conditional(name):
            self._narrow(name)
        else:
            self._facts.evaluate(name, self._view, self._found)

    def _conditional(self, name: str) -> bool:
        """Tell whether a selection's own condition reads facts that may have changed."""
        read = self._facts.compiled[name].names & self._facts.by_name.keys()
        return any(
            self._facts.sections(self._facts.compiled[each]) & self._changed for each in read
        )

    def _copy(self, name: str) -> None:
        for found, whole in (
            (self._found.values, self._whole.values),
            (self._found.pointers, self._whole.pointers),
            (self._found.errors, self._whole.errors),
        ):
            if name in whole:
                found[name] = whole[name]  # type: ignore[index] - three mappings of one shape

    def _narrow(self, name: str) -> None:
        items, places = self._whole.values[name], self._whole.pointers[name]
        left = [index for index, item in enumerate(items) if id(item) in self._kept]
        self._found.values[name] = [items[index] for index in left]
        self._found.pointers[name] = [places[index] for index in left]


def _items(section: Any) -> list[Any]:  # noqa: ANN401 - a section is of any kind
    """List the items of a section: its own, or those of the lists in it."""
    if isinstance(section, list):
        return section
    if isinstance(section, dict):
        return [item for entry in section.values() if isinstance(entry, list) for item in entry]
    return []
