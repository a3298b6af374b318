"""The Python of single operators: text, and what is known of the value before it is there."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from govscore.expressions.tree import Constant

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from govscore.expressions.tree import Node, Value


class Untranslatable(Exception):  # noqa: N818 - it says what an expression is, not what broke
    """An expression uses what only the official runtime knows, and is left to it."""


Kind = Literal["truth", "number", "text", "any"]
"""What is known of a value before it is there: whole numbers, truth values and texts."""


@dataclass(frozen=True, slots=True)
class Code:
    """Python for a part of an expression; `sure` if it cannot come out unknown.

    `words` is the set of a list that holds quoted words alone.
    """

    text: str
    kind: Kind = "any"
    sure: bool = False
    words: str = ""


ORDER = {"_<_": "less", "_<=_": "less_or_same", "_>_": "more", "_>=_": "more_or_same"}
_SIGN = {"_<_": "<", "_<=_": "<=", "_>_": ">", "_>=_": ">="}


def listed(parts: Sequence[Code]) -> str:
    """Write parts beside each other."""
    return ", ".join(part.text for part in parts)


def quoted(elements: Sequence[Node]) -> bool:
    """Tell whether a list has nothing but quoted words, and at least one."""
    return bool(elements) and all(
        isinstance(each, Constant) and isinstance(each.value, str) for each in elements
    )


def all_sure(parts: Sequence[Code]) -> bool:
    """Tell whether no part can come out unknown."""
    return all(part.sure for part in parts)


def constant(value: Value) -> Code:
    """Write a literal."""
    kinds: dict[type, Kind] = {bool: "truth", int: "number", float: "number", str: "text"}
    if isinstance(value, int) and not isinstance(value, bool) and value >= 1 << 63:
        raise Untranslatable("a number without a sign")
    if isinstance(value, float) and not math.isfinite(value):
        raise Untranslatable("a number without end")
    text = f"({value!r})" if isinstance(value, int | float) and value < 0 else repr(value)
    return Code(text, kinds.get(type(value), "any"), sure=True)


def truth(code: Code) -> Code:
    """Take a value for a condition, which is looked at unless it is known to be one."""
    return code if code.kind == "truth" else Code(f"truth({code.text})", "truth", code.sure)


def logic(operator: str, one: Code, other: Code, *, simply: bool) -> Code:
    """Join two conditions; `simply` where one that is unknown makes the whole unknown."""
    first, second = truth(one), truth(other)
    if second.sure and not first.sure:
        # What cannot be unknown is asked first: by Kleene's rules it comes to the same.
        first, second = second, first
    if first.sure or simply:
        word = "and" if operator == "_&&_" else "or"
        return Code(f"({first.text} {word} {second.text})", "truth", first.sure and second.sure)
    word = "both" if operator == "_&&_" else "either"
    return Code(f"{word}(lambda: {first.text}, lambda: {second.text})", "truth")


def ordered(operator: str, one: Code, other: Code) -> Code:
    """Compare two values by order."""
    sure = one.sure and other.sure
    if one.kind == other.kind and one.kind in {"number", "text"}:
        return Code(f"({one.text} {_SIGN[operator]} {other.text})", "truth", sure)
    return Code(f"{ORDER[operator]}({one.text}, {other.text})", "truth", sure)


def _equal(parts: Sequence[Code]) -> Code:
    one, other = parts
    certain = all_sure(parts)
    for first, second in ((one, other), (other, one)):
        if second.text in {"None", "True", "False"}:
            return Code(f"({first.text} is {second.text})", "truth", certain)
    # A text equals only a text, and whole numbers of sizes and places are no truth values.
    if "text" in {one.kind, other.kind} or one.kind == other.kind == "number":
        return Code(f"({one.text} == {other.text})", "truth", certain)
    return Code(f"same({one.text}, {other.text})", "truth", certain)


def _different(parts: Sequence[Code]) -> Code:
    return _not([_equal(parts)])


def _not(parts: Sequence[Code]) -> Code:
    found = truth(parts[0])
    return Code(f"(not {found.text})", "truth", found.sure)


def _choice(parts: Sequence[Code]) -> Code:
    test, one, other = truth(parts[0]), parts[1], parts[2]
    kind = one.kind if one.kind == other.kind else "any"
    return Code(f"({one.text} if {test.text} else {other.text})", kind, all_sure(parts))


def _within(parts: Sequence[Code]) -> Code:
    value, items = parts
    if items.words:
        # Only a text equals a text; what cannot be looked up in a set is left to the runtime.
        return Code(f"({value.text} in {items.words})", "truth", value.sure)
    return Code(f"within({listed(parts)})", "truth", all_sure(parts))


def _size(parts: Sequence[Code]) -> Code:
    return Code(f"len({parts[0].text})", "number", parts[0].sure)


def _item(parts: Sequence[Code]) -> Code:
    return Code(f"item({listed(parts)})")


CALLS: dict[str, Callable[[Sequence[Code]], Code]] = {
    "_==_": _equal,
    "_!=_": _different,
    "!_": _not,
    "_?_:_": _choice,
    "@in": _within,
    "size": _size,
    "_[_]": _item,
}
