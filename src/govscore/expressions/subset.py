"""Asking again on a part of the practice: the same facts, on fewer items.

A selection from fewer items is the part of the first selection that is left, as long as the items
are the same ones and its condition reads nothing else that changed; that saves evaluating most
facts twice.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from govscore.expressions.facts import Found
from govscore.expressions.program import WHOLE

if TYPE_CHECKING:
    from govscore.expressions.facts import Facts
    from govscore.expressions.program import Program
    from govscore.expressions.unknown import Known

View = dict[str, Any]


class Subset:
    """A practice of which only some items are left, beside what the facts came to on the whole."""

    def __init__(self, facts: Facts, whole: View, found: Found, left: View) -> None:
        """Note which sections changed, and which items are left in those that merely lost some."""
        self._facts = facts
        self._whole = found
        self._found = Found(left)
        changed = {key for key in whole if left.get(key) is not whole[key]}
        self._changed = changed | {WHOLE}
        self._fewer = {key for key in changed if _fewer(whole[key], left.get(key))}
        self._kept = {id(item) for key in self._fewer for item in _items(left[key])}

    def ask(self, program: Program) -> bool | None:
        """Evaluate a condition to true, false or unknown (`None`)."""
        return program.ask(self.known(program))

    def known(self, program: Program) -> Known:
        """Give what a program is asked on: the facts that it reads, found on the items left."""
        for name in self._facts.in_turn(program.names):
            self._learn(name)
        return self._found.values

    def all(self) -> Found:
        """Give what all facts come to on the items left."""
        for stage in self._facts.stages:
            for name in stage:
                self._learn(name)
        return self._found

    def _learn(self, name: str) -> None:
        if name in self._found.values or name in self._found.errors:
            return
        changed = self._facts.sections(self._facts.compiled[name]) & self._changed
        if not changed:
            self._copy(name)
        elif (
            name in self._whole.pointers
            and changed <= self._fewer
            and self._facts.condition(name).isdisjoint(self._changed)
        ):
            self._narrow(name)
        else:
            self._facts.evaluate(name, self._found)

    def _copy(self, name: str) -> None:
        if name in self._whole.values:
            self._found.values[name] = self._whole.values[name]
        if name in self._whole.pointers:
            self._found.pointers[name] = self._whole.pointers[name]
        if name in self._whole.errors:
            self._found.errors[name] = self._whole.errors[name]

    def _narrow(self, name: str) -> None:
        items, places = self._whole.values[name], self._whole.pointers[name]
        left = [index for index, item in enumerate(items) if id(item) in self._kept]
        self._found.values[name] = [items[index] for index in left]
        self._found.pointers[name] = [places[index] for index in left]


def _fewer(before: Any, after: Any) -> bool:  # noqa: ANN401 - a section is of any kind
    """Tell whether a section lost items, and nothing else became of it."""
    if isinstance(before, list) and isinstance(after, list):
        own = {id(item) for item in before}
        return all(isinstance(item, dict) and id(item) in own for item in after)
    if isinstance(before, dict) and isinstance(after, dict):
        return before.keys() == after.keys() and all(
            after[key] is before[key] or _fewer(before[key], after[key]) for key in before
        )
    return False


def _items(section: Any) -> list[Any]:  # noqa: ANN401 - a section is of any kind
    """List the items of a section: its own, or those of the lists in it."""
    if isinstance(section, list):
        return section
    if isinstance(section, dict):
        return [item for entry in section.values() if isinstance(entry, list) for item in entry]
    return []
