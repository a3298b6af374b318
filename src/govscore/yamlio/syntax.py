"""What the parser could not make out, in a word of ours for which a page has the sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govscore.errors import Problem

if TYPE_CHECKING:
    from yaml import MarkedYAMLError

_VARIANTS = {  # by libyaml's own words; the pure Python parser words some of them otherwise
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
_FAR = {"no-colon", "open-quote"}  # noticed so late that only the beginning helps


def problem(error: MarkedYAMLError, text: str, shown: str) -> Problem:
    """Say what the parser stumbled over, and where; `since` is the line where that began."""
    reason = error.problem or ""
    found = error.problem_mark
    began = error.context_mark or found
    variant = _VARIANTS.get(reason, "other")
    mark = began if variant in _FAR else found
    if mark is None or found is None or began is None:
        return Problem("GS003", shown, line=1, column=1, args={"variant": "other", "reason": reason})
    character = text[mark.index : mark.index + 1]
    if variant == "start" and character == "\t":
        variant = "tab"
    args = {
        "variant": variant,
        "reason": reason,
        "character": character,
        "since": began.line + 1,
    }
    return Problem("GS003", shown, line=mark.line + 1, column=mark.column + 1, args=args)
