"""From the parser's events to plain values: the loop that every word of every file goes through.

Nothing here recurs: a file may nest as deep as it likes, and is refused at a stated depth.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any, NoReturn

import yaml

from govscore.yamlio import scalars
from govscore.yamlio.limits import MAX_ALIASES, MAX_DEPTH, MAX_ITEMS, MAX_NODES
from govscore.yamlio.problems import START, Refused
from govscore.yamlio.scalars import WORDS, resolve
from govscore.yamlio.stack import OPEN, Anchors, Stack, measure
from govscore.yamlio.text import FORBIDDEN, code_point, short

if TYPE_CHECKING:
    from collections.abc import Callable

    from govscore.yamlio.events import Event
    from govscore.yamlio.places import Collection
    from govscore.yamlio.positions import Mark
    from govscore.yamlio.problems import Problems


_SCALAR: type = yaml.ScalarEvent
_MAPPING: type = yaml.MappingStartEvent


class Builder:
    """Grows the value of a stream of events, and notes what is wrong with it.

    `kept` has every collection and the marks of what is in it, as `Marked` wants them.
    """

    def __init__(self, notes: Problems) -> None:
        """Begin without a node."""
        self.kept: list[tuple[Collection, list[Mark]]] = []
        self._notes = notes
        self._stack = Stack()
        self._anchors = Anchors()
        self._aliases = 0
        self._nodes = 0

    def run(self, next_event: Callable[[], Event | None]) -> None:
        """Take all events.

        Raises:
            Refused: the rest of them is not to be read.
        """
        handlers: dict[type, Callable[[Event], None]] = {
            yaml.DocumentStartEvent: self._document,
            yaml.MappingStartEvent: self._begin,
            yaml.SequenceStartEvent: self._begin,
            yaml.MappingEndEvent: self._end,
            yaml.SequenceEndEvent: self._end,
            yaml.AliasEvent: self._alias,
        }
        words, add, keep = WORDS, self._stack.items.append, self._stack.marks.append
        for event in iter(next_event, None):
            kind: type = type(event)
            if kind is _SCALAR:
                value: Any = event.value
                if not event.style:
                    if value < "=" or value in words:  # no letter begins it, or null, true …
                        value = self._resolved(event)
                elif event.style == '"' and not value.isprintable():
                    value = self._cleaned(event)
                if event.tag is not None or event.anchor is not None:
                    self._adorned(event, value)
                add(value)
                keep(event.start_mark)
            elif (handle := handlers.get(kind)) is not None:
                handle(event)

    def unwind(self) -> None:
        """Close what a syntax error left open, so that its duplicate keys are noted too."""
        with suppress(Refused):
            while self._stack.open:
                self._end()

    def root(self) -> tuple[dict[str, Any], Mark]:
        """Return the mapping that the document is, and where it begins.

        Raises:
            Refused: it is something else, or nothing.
        """
        root = self._stack.items[0] if self._stack.items else None
        start = self._stack.marks[0] if self._stack.marks else START
        if not isinstance(root, dict):
            variant = "list" if isinstance(root, list) else "empty" if root is None else "scalar"
            self._notes.end("GS008", start, "", {"variant": variant})
        return root, start

    def _document(self, event: Event) -> None:
        if self._stack.items:
            self._notes.end("GS008", event.start_mark, "", {"variant": "documents"})

    def _begin(self, event: Event) -> None:
        stack, mark = self._stack, event.start_mark
        if len(stack.open) == MAX_DEPTH:
            self._refuse("depth", mark, MAX_DEPTH)
        if event.tag is not None or event.anchor is not None:
            self._adorned(event, OPEN)
        stack.items.append(None)
        stack.marks.append(mark)
        stack.open.append((len(stack.items), type(event) is _MAPPING))

    def _end(self, _event: Event | None = None) -> None:
        stack = self._stack
        start, is_mapping = stack.open.pop()
        items, marks = stack.items[start:], stack.marks[start:]
        del stack.items[start:], stack.marks[start:]
        self._nodes += len(items)
        if self._nodes > MAX_NODES:
            self._refuse("nodes", stack.marks[-1], MAX_NODES)
        node: Collection = items
        if is_mapping:
            node = scalars.join(items, marks, stack, self._notes)
        elif len(items) > MAX_ITEMS:
            args = {"variant": "items", "limit": MAX_ITEMS}
            self._notes.add("GS006", marks[MAX_ITEMS], stack.pointer(to_last=True), args)
        if self._anchors:
            self._anchors.end(len(stack.open), node)
        stack.items[-1] = node
        self.kept.append((node, marks))

    def _alias(self, event: Event) -> None:
        name, mark, stack = str(event.anchor), event.start_mark, self._stack
        value = self._repeated(name, mark)
        if stack.at_key() and not isinstance(value, str):
            args = {"variant": "key", "text": short(f"*{name}")}
            self._notes.add("GS005", mark, stack.pointer(), args)
            value = scalars.DROPPED
        stack.items.append(value)
        stack.marks.append(mark)

    def _repeated(self, name: str, mark: Mark) -> object:
        """Return what an alias stands for, if the document can bear it once more."""
        self._aliases += 1
        if self._aliases > MAX_ALIASES:
            self._refuse("aliases", mark, MAX_ALIASES)
        if name not in self._anchors:
            args = {"variant": "alias", "name": short(name)}
            self._notes.end("GS003", mark, self._stack.pointer(), args)
        value = self._anchors[name]
        if value is OPEN:
            self._refuse("recursive", mark)
        nodes, height = measure(value)
        if len(self._stack.open) + height > MAX_DEPTH:
            self._refuse("depth", mark, MAX_DEPTH)
        self._nodes += nodes
        if self._nodes > MAX_NODES:
            self._refuse("nodes", mark, MAX_NODES)
        return value

    def _resolved(self, event: Event) -> object:
        if self._stack.at_key():
            return scalars.plain(event.value, event.start_mark, self._stack, self._notes)
        try:
            return resolve(event.value)
        except OverflowError:
            args = {"text": short(event.value)}
            self._notes.add("GS007", event.start_mark, self._stack.pointer(), args)
            return None

    def _cleaned(self, event: Event) -> str:
        found = FORBIDDEN.search(event.value)
        if found is None:
            return event.value
        args = {"variant": "escape", "character": code_point(found[0])}
        self._notes.add("GS002", event.start_mark, self._stack.pointer(), args)
        return FORBIDDEN.sub("\ufffd", event.value)

    def _adorned(self, event: Event, value: object) -> None:
        """Refuse the node's tag, remember its anchor."""
        if event.tag is not None:
            args = {"variant": "tag", "tag": short(event.tag.replace("tag:yaml.org,2002:", "!!"))}
            self._notes.add("GS005", event.start_mark, self._stack.pointer(), args)
        if event.anchor is not None and value is OPEN:
            self._anchors.begin(event.anchor, len(self._stack.open))
        elif event.anchor is not None:
            self._anchors[event.anchor] = None if value is scalars.DROPPED else value

    def _refuse(self, variant: str, mark: Mark, limit: int | None = None) -> NoReturn:
        args = {"variant": variant, "limit": limit}
        self._notes.end("GS006", mark, self._stack.pointer(), args)
