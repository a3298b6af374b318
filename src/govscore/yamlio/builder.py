"""From the parser's events to plain values: the loop that every byte of every file goes through.

Nothing here recurs: a file may nest as deep as it likes, and is refused at a stated depth.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any, NoReturn

import yaml

from govscore.yamlio import keys
from govscore.yamlio.anchors import OPEN, Anchors, measure
from govscore.yamlio.decoding import FORBIDDEN, code_point
from govscore.yamlio.limits import MAX_ALIASES, MAX_DEPTH, MAX_ITEMS, MAX_NODES
from govscore.yamlio.notes import Notes, Refused, short
from govscore.yamlio.scalars import WORDS, resolve
from govscore.yamlio.stack import Stack

if TYPE_CHECKING:
    from collections.abc import Callable

    from govscore.yamlio.places import Collection, Mark


class Builder:
    """Grows the value of a stream of events, and notes what is wrong with it."""

    def __init__(self, shown: str) -> None:
        """Begin without a node; `shown` is the path that problems name."""
        self.notes = Notes(shown)
        self.kept: list[tuple[Collection, list[Mark]]] = []
        self._stack = Stack()
        self._anchors = Anchors()
        self._aliases = 0
        self._nodes = 0

    @property
    def root(self) -> tuple[Any, Mark | None]:
        """The value of the document and where it begins; nothing, if the file is empty."""
        stack = self._stack
        return (stack.items[0], stack.marks[0]) if stack.items else (None, None)

    def run(self, next_event: Callable[[], yaml.Event | None]) -> None:
        """Take all events.

        Raises:
            Refused: the rest is not to be read.
        """
        handlers: dict[type[yaml.Event], Callable[[Any], None]] = {
            yaml.DocumentStartEvent: self._document,
            yaml.MappingStartEvent: self._begin,
            yaml.SequenceStartEvent: self._begin,
            yaml.MappingEndEvent: self._end,
            yaml.SequenceEndEvent: self._end,
            yaml.AliasEvent: self._alias,
        }
        scalar, words = yaml.ScalarEvent, WORDS
        add, keep = self._stack.items.append, self._stack.marks.append
        while (event := next_event()) is not None:
            if type(event) is scalar:
                value = event.value
                if not event.style:
                    if value < "=" or value in words:  # digits, signs, `<<`, nothing; null, true …
                        value = self._resolved(event)
                elif event.style == '"' and not value.isprintable():
                    value = self._cleaned(event)
                if event.tag is not None or event.anchor is not None:
                    self._adorned(event, value)
                add(value)
                keep(event.start_mark)
            elif (handle := handlers.get(type(event))) is not None:
                handle(event)

    def unwind(self) -> None:
        """Close what a syntax error left open, so that its duplicate keys are noted too."""
        with suppress(Refused):
            while self._stack.depth:
                self._end()

    def _document(self, event: yaml.DocumentStartEvent) -> None:
        if self._stack.items:
            self.notes.add("GS008", event.start_mark, "", variant="documents")
            raise Refused

    def _begin(self, event: yaml.CollectionStartEvent) -> None:
        stack = self._stack
        if stack.depth == MAX_DEPTH:
            self._refuse("depth", event.start_mark, MAX_DEPTH)
        if event.tag is not None or event.anchor is not None:
            self._adorned(event, OPEN)
        stack.begin(event.start_mark, is_mapping=type(event) is yaml.MappingStartEvent)

    def _end(self, _event: yaml.Event | None = None) -> None:
        stack = self._stack
        is_mapping, items, marks = stack.end()
        self._nodes += len(items)
        if self._nodes > MAX_NODES:
            self._refuse("nodes", stack.marks[-1], MAX_NODES)
        node: Collection = items
        if is_mapping:
            node = keys.join(items, marks, stack, self.notes)
        elif len(items) > MAX_ITEMS:
            args = {"variant": "items", "limit": MAX_ITEMS}
            self.notes.add("GS006", marks[MAX_ITEMS], stack.pointer(to_last=True), **args)
        if self._anchors:
            self._anchors.end(stack.depth, node)
        stack.items[-1] = node
        self.kept.append((node, marks))

    def _alias(self, event: yaml.AliasEvent) -> None:
        stack, mark = self._stack, event.start_mark
        value = self._repeated(event.anchor, mark)
        if stack.at_key() and not isinstance(value, str):
            args = {"variant": "key", "text": short(f"*{event.anchor}")}
            self.notes.add("GS005", mark, stack.pointer(), **args)
            value = keys.DROPPED
        stack.items.append(value)
        stack.marks.append(mark)

    def _repeated(self, name: str, mark: Mark) -> Any:  # noqa: ANN401 - a node of any kind
        """Return what an alias stands for, if the document can bear it once more."""
        self._aliases += 1
        if self._aliases > MAX_ALIASES:
            self._refuse("aliases", mark, MAX_ALIASES)
        if name not in self._anchors:
            args = {"variant": "alias", "name": short(name)}
            self.notes.add("GS003", mark, self._stack.pointer(), **args)
            raise Refused
        value = self._anchors[name]
        if value is OPEN:
            self._refuse("recursive", mark)
        nodes, height = measure(value)
        if self._stack.depth + height > MAX_DEPTH:
            self._refuse("depth", mark, MAX_DEPTH)
        self._nodes += nodes
        if self._nodes > MAX_NODES:
            self._refuse("nodes", mark, MAX_NODES)
        return value

    def _resolved(self, event: yaml.ScalarEvent) -> object:
        if self._stack.at_key():
            return keys.plain(event.value, event.start_mark, self._stack, self.notes)
        try:
            return resolve(event.value)
        except OverflowError:
            args = {"text": short(event.value)}
            self.notes.add("GS007", event.start_mark, self._stack.pointer(), **args)
            return None

    def _cleaned(self, event: yaml.ScalarEvent) -> str:
        found = FORBIDDEN.search(event.value)
        if found is None:
            return event.value
        args = {"variant": "escape", "character": code_point(found[0])}
        self.notes.add("GS002", event.start_mark, self._stack.pointer(), **args)
        return FORBIDDEN.sub("\ufffd", event.value)

    def _adorned(self, event: yaml.NodeEvent, value: object) -> None:
        """Refuse the node's tag, remember its anchor."""
        if event.tag is not None:
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")
            args = {"variant": "tag", "tag": short(tag)}
            self.notes.add("GS005", event.start_mark, self._stack.pointer(), **args)
        if value is OPEN:
            self._anchors.begin(event.anchor, self._stack.depth)
        elif event.anchor is not None:
            self._anchors[event.anchor] = None if value is keys.DROPPED else value

    def _refuse(self, variant: str, mark: Mark, limit: int | None = None) -> NoReturn:
        self.notes.refuse(variant, mark, self._stack.pointer(), limit=limit)
