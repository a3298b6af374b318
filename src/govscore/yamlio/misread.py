"""What libyaml takes though YAML 1.2 forbids it, or reads otherwise: refused at its place.

Most files are done with after a few searches for what such a place looks like. Only where one is
found are the events gone through again, which tell syntax from text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import yaml

from govscore.yamlio.events import stream
from govscore.yamlio.positions import Position

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from govscore.yamlio.problems import Problems

_SIGNS = (
    ("#", re.compile(r"""#(?<=["'\]}|>+\-0-9]#)""")),
    ("?", re.compile(r"\?(?<=[\s\[{,]\?)\S")),
    ("&", re.compile(r"&(?<=[\s\[{,]&)[\w-]+[^\s\w,\]}-]")),
    ("*", re.compile(r"\*(?<=[\s\[{,]\*)[\w-]+[^\s\w,\]}-]")),
    ("\n", re.compile(r"\n +\r?\n")),
)
"""What such a place looks like, each behind what it holds, which is found or missed much faster."""
_OPENERS = (
    ("[", re.compile(r"\[(?<=[\s\[{,]\[)[^\[\]\n]*\n")),
    ("{", re.compile(r"\{(?<=[\s\[{,]\{)[^{}\n]*\n")),
    ('"', re.compile(r"\"(?<=[\s\[{,]\")(?:[^\"\\\n]|\\[^\n])*\\?\n")),
    ("'", re.compile(r"'(?<=[\s\[{,]')[^'\n]*\n")),
)
"""A bracket or quote that its line does not close."""

_PAIRS = {"[": "]", "{": "}"}
_MANY = 200  # openers; from here on the events are the shorter way
_HEADER = re.compile(r"[|>][-+]*([0-9]?)[-+]*(#?)")
_CLOSING = re.compile(r"[\]}, \t]+(?:#.*)?")
_BREAK = re.compile(r"\r\n|\r|\n")

_Fault = tuple[str, Position]


def refuse(text: str, notes: Problems) -> None:
    """Note the first place that is misread, in a text of which the parser makes events.

    A bracket that closes on a line of its own may stand at the margin: nobody reads it otherwise.

    Raises:
        Refused: there is such a place.
    """
    signs = (sign.search(text) for held, sign in _SIGNS if held in text)
    if not (any(signs) or any(_hanging(text))):
        return
    lines = _BREAK.split(text)
    for event, column in _events(text):
        for variant, place in _faults(event, column, text, lines):
            character, since = text[place.index : place.index + 1], event.start_mark.line + 1
            args = {"variant": variant, "reason": "", "character": character, "since": since}
            notes.end("GS003", place, "", args)


def _hanging(text: str) -> Iterator[bool]:
    """Tell of each line that opens a bracket or quote whether this is still open at its margin."""
    for opener in (opener for sign, opener in _OPENERS if sign in text):
        for number, found in enumerate(opener.finditer(text)):
            sign = text[found.start()]
            inside = text[found.start() : _margin(text, found.start(), found.end())]
            close = _PAIRS.get(sign)
            yield (
                inside.count(sign) != inside.count(close) if close else inside.count(sign) % 2 == 1
            )
            if number == _MANY:
                yield True


def _margin(text: str, opened: int, at: int) -> int:
    """Find the first line, from an index on, which stands no further in than the opener's."""
    before = text[text.rfind("\n", 0, opened) + 1 : opened]
    indent = len(before) - len(before.lstrip(" -"))
    while at < len(text):
        end = text.find("\n", at) + 1 or len(text)
        content = text[at:end].lstrip(" ")
        if content.strip() and end - at - len(content) <= indent:
            break
        at = end
    return at


def _events(text: str) -> Iterator[tuple[Any, int]]:
    """List the nodes, flow collections as they end, each with the column of the block around it.

    It is -1 where there is none, and in another flow collection, with which its lines are looked
    at; a block that begins with an anchor counts for the one around.
    """
    columns, began = [-1], list[Any]()
    following: Callable[[], Any] = stream(text)
    while (event := following()) is not None:
        if issubclass(type(event), yaml.CollectionStartEvent):
            keeps = event.flow_style or event.anchor is not None
            began.append(event)
            columns.append(columns[-1] if keeps else event.start_mark.column)
            if not event.flow_style:
                yield event, columns[-2]
        elif issubclass(type(event), yaml.CollectionEndEvent):
            node = began.pop()
            columns.pop()
            if node.flow_style:
                node.end_mark = event.end_mark
                yield node, -1 if began and began[-1].flow_style else columns[-1]
        elif issubclass(type(event), yaml.NodeEvent):
            yield event, columns[-1]


def _faults(event: Any, column: int, text: str, lines: list[str]) -> Iterator[_Fault]:  # noqa: ANN401 - what kind it is, is asked here
    """Find what is wrong with a node, in the order of its characters."""
    start, end = event.start_mark, event.end_mark
    if start.index and text[start.index - 1] == "?":
        yield "start", Position(start.index - 1, start.line, start.column - 1)
    if event.anchor is not None and text[start.index] in "&*":
        width = 1 + len(event.anchor)
        if not re.match(r"[\s,\]}]|$", text[start.index + width :][:1]):
            yield "name", Position(start.index + width, start.line, start.column + width)
    style = getattr(event, "style", None)
    if style in {"|", ">"}:
        yield from _block(event, column, text, lines)
    elif style or getattr(event, "flow_style", None):
        yield from _outdented(event, column, lines)
        if text[end.index : end.index + 1] == "#":
            yield "glued", end


def _block(event: Any, column: int, text: str, lines: list[str]) -> Iterator[_Fault]:  # noqa: ANN401 - as above
    """Find a comment at the very sign of a block text, and spaces that the parser drops."""
    start = event.start_mark
    if (header := _HEADER.match(text, start.index)) is None:  # an anchor stands before it
        return
    if header[2]:
        at = header.end() - 1
        yield "glued", Position(at, start.line, start.column + at - start.index)
    if header[1] or event.value.strip("\n"):
        return
    widest, place = 0, start.line
    for number, line in enumerate(lines[start.line + 1 :], start.line + 1):
        indent = len(line) - len(line.lstrip(" "))
        if line.strip():
            if column < indent < widest:
                yield "spaces", Position(0, place, indent)
            return
        if indent > widest:
            widest, place = indent, number


def _outdented(event: Any, column: int, lines: list[str]) -> Iterator[_Fault]:  # noqa: ANN401 - as above
    """Find a line of a quoted text or flow collection that stands at the margin of its block."""
    for number in range(event.start_mark.line + 1, event.end_mark.line + 1 if column >= 0 else 0):
        content = lines[number].lstrip(" ")
        indent = len(lines[number]) - len(content)
        is_layout = not hasattr(event, "style") and (
            content[:1] == "#" or _CLOSING.fullmatch(content)
        )
        if content.strip() and indent <= column and not is_layout:
            yield "margin", Position(0, number, indent)
            return
