"""What the parser could not make out, in a word of ours for which a page has the sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

from govscore.yamlio.problems import START

if TYPE_CHECKING:
    from yaml import MarkedYAMLError

    from govscore.yamlio.problems import Problems

_VARIANTS = {  # by libyaml's own words; the parser in Python words some of them otherwise
    "block sequence entries are not allowed in this context": "dash",
    "could not find expected ':'": "no-colon",
    "did not find expected ',' or ']'": "open-list",
    "did not find expected ',' or '}'": "open-mapping",
    "did not find expected '-' indicator": "no-item",
    "did not find expected <document start>": "after-end",
    "did not find expected alphabetic or numeric character": "name",
    "did not find expected hexdecimal number": "escape",
    "did not find expected key": "no-key",
    "did not find expected node content": "no-value",
    "found a tab character that violates indentation": "tab",
    "found a tab character where an indentation space is expected": "tab",
    "found character that cannot start any token": "start",
    "found invalid Unicode character escape code": "escape",
    "found undefined tag handle": "handle",
    "found unexpected document indicator": "open-quote",
    "found unexpected end of stream": "open-quote",
    "found unknown escape character": "escape",
    "mapping values are not allowed in this context": "colon",
}
_TOO_DEEP = "exceeded maximum nesting depth"  # libyaml's own limit, since 0.2.6
_LATE = {"no-colon", "open-quote"}  # noticed so far down that only the beginning helps


def too_deep_from(error: MarkedYAMLError) -> int | None:
    """Give the character before which the text must end lest the parser, looking far ahead, balk.

    `None` if it stumbled over something other than depth.
    """
    mark = error.problem_mark
    return mark.index if mark and error.problem == _TOO_DEEP else None


def refuse(error: MarkedYAMLError, text: str, notes: Problems) -> NoReturn:
    """Note what the parser stumbled over; `since` is the line where the matter began.

    Raises:
        Refused: always.
    """
    found = error.problem_mark or START
    began = error.context_mark or found
    variant = _VARIANTS.get(error.problem or "", "other")
    character = text[found.index : found.index + 1]
    if variant == "start" and character == "\t":
        variant = "tab"
    args = {
        "variant": variant,
        "reason": error.problem or "",
        "character": character,
        "since": began.line + 1,
    }
    notes.end("GS003", began if variant in _LATE else found, "", args)
