"""What translated rules are made of: the operators of CEL over plain Python values.

A missing key is a `KeyError`, and that is *unknown*: `both`, `either`, `some` and `every` join it
by Kleene's rules. What is none of CEL's ordinary cases raises `Undecided` (or whatever Python
raises), and then the official runtime is asked. So nothing here decides what a fault is.
"""

from __future__ import annotations

import operator
from typing import TYPE_CHECKING, Any

from govscore.errors import ExpressionError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

View = dict[str, Any]

ITERATIONS = 10_000
"""How often the loops of one expression may turn in all; the official runtime's own budget."""

LARGEST = 1_000_000
"""How many items or characters a list or text may come to that an expression makes."""


class Undecided(Exception):  # noqa: N818 - it says what a value is, not what broke
    """The official runtime decides."""


class Known(dict[str, Any]):
    """What programs are asked on: `view` is the practice, the items are facts and numbers by name.

    A name that is not there is unknown. `left` is how often loops may still turn.
    """

    __slots__ = ("left", "view")

    def __init__(
        self, view: View | None, values: Mapping[str, Any] | Iterable[tuple[str, Any]] = ()
    ) -> None:
        """Begin with what is known; of a practice that is `None` nothing is."""
        super().__init__(values)
        self.view = view
        self.left = ITERATIONS

    def beside(self, more: Mapping[str, Any]) -> Known:
        """Give the same with more that is known."""
        known = Known(self.view, self)
        known.update(more)
        return known


def again(known: Known) -> None:
    """Begin an expression anew, with the whole budget."""
    known.left = ITERATIONS


def truth(value: Any) -> bool:  # noqa: ANN401 - a value is of any kind, here and below
    """Take a value for a condition."""
    if value is True or value is False:
        return value
    raise Undecided


def both(one: Callable[[], bool], other: Callable[[], bool]) -> bool:
    """Join by *and*: false if either is, whatever the other is."""
    try:
        if not one():
            return False
    except KeyError:
        if not other():
            return False
        raise
    return other()


def either(one: Callable[[], bool], other: Callable[[], bool]) -> bool:
    """Join by *or*: true if either is, whatever the other is."""
    try:
        if one():
            return True
    except KeyError:
        if other():
            return True
        raise
    return other()


def turns(known: Known, items: Any) -> Any:  # noqa: ANN401
    """Count the turns of a loop against the budget before it begins."""
    if type(items) is not list:
        raise Undecided
    known.left -= len(items)
    if known.left < 0:
        raise Undecided
    return items


def looked_through(known: Known, items: Any) -> Any:  # noqa: ANN401
    """Count the turns of a loop for which the order is all one: also over the keys of a mapping."""
    if type(items) is not list:
        return turns(known, list(items) if type(items) is dict else items)
    known.left -= len(items)  # as `turns` does, which most loops so go without
    if known.left < 0:
        raise Undecided
    return items


def some(known: Known, items: Any, test: Callable[[Any], bool]) -> bool:  # noqa: ANN401
    """Tell whether a condition holds for an item."""
    unknown = False
    for item in looked_through(known, items):
        try:
            if test(item):
                return True
        except KeyError:
            unknown = True
    if unknown:
        raise KeyError  # anew: one that is kept holds its frame, and so all that was read
    return False


def every(known: Known, items: Any, test: Callable[[Any], bool]) -> bool:  # noqa: ANN401
    """Tell whether a condition holds for all items."""
    unknown = False
    for item in looked_through(known, items):
        try:
            if not test(item):
                return False
        except KeyError:
            unknown = True
    if unknown:
        raise KeyError  # anew: one that is kept holds its frame, and so all that was read
    return True


def meets(known: Known, items: Any, others: Any) -> bool:  # noqa: ANN401
    """Tell whether any item is in a list, or a key of a mapping."""
    listed = type(others) is list
    for item in looked_through(known, items):
        if (item in others) if listed and type(item) is str else within(item, others):
            return True
    return False


def share(known: Known, items: Any, words: frozenset[str]) -> bool:  # noqa: ANN401
    """Tell whether any item is among words."""
    return not words.isdisjoint(looked_through(known, items))


def alone(known: Known, items: Any, words: frozenset[str]) -> bool:  # noqa: ANN401
    """Tell whether all items are among words."""
    return words.issuperset(looked_through(known, items))


def gathered(known: Known, items: Any, pick: Callable[[Iterable[Any]], list[Any]]) -> list[Any]:  # noqa: ANN401
    """Make a list of the items of another."""
    return _picked(turns(known, items), pick)


def numbered(known: Known, items: Any, pick: Callable[[Iterable[Any]], list[Any]]) -> list[Any]:  # noqa: ANN401
    """Make a list of the items of another and their numbers, from 0."""
    return _picked(list(enumerate(turns(known, items))), pick)


def _picked(items: list[Any], pick: Callable[[Iterable[Any]], list[Any]]) -> list[Any]:
    try:
        return pick(items)
    except KeyError:
        # One item is unknown, so the list is, unless another is at fault.
        for item in items:
            try:
                pick([item])
            except KeyError:
                continue
        raise


_ORDERED = frozenset({int, float, str})
_NUMBERS = frozenset({int, float})


def _ordering(name: str, compare: Callable[[Any, Any], bool]) -> Callable[[Any, Any], bool]:
    def compared(one: Any, other: Any) -> bool:  # noqa: ANN401
        first, second = type(one), type(other)
        if (first is second and first in _ORDERED) or (first in _NUMBERS and second in _NUMBERS):
            return compare(one, other)
        raise Undecided

    compared.__name__ = name
    return compared


less = _ordering("less", operator.lt)
less_or_same = _ordering("less_or_same", operator.le)
more = _ordering("more", operator.gt)
more_or_same = _ordering("more_or_same", operator.ge)


def same(one: Any, other: Any) -> bool:  # noqa: ANN401
    """Tell whether two values are equal: numbers by worth, the rest only within their kind."""
    kind = type(one)
    if kind is not type(other):
        return kind in _NUMBERS and type(other) in _NUMBERS and bool(one == other)
    if kind is list:
        return len(one) == len(other) and all(map(same, one, other))
    if kind is dict:
        return one.keys() == other.keys() and all(same(one[key], other[key]) for key in one)
    return bool(one == other)


def within(value: Any, items: Any) -> bool:  # noqa: ANN401
    """Tell whether a list has an item, or a mapping a key."""
    kind = type(items)
    if type(value) is str and (kind is list or kind is dict):
        return value in items
    if kind is list:
        return any(same(value, item) for item in items)
    raise Undecided


def item(holder: Any, key: Any) -> Any:  # noqa: ANN401
    """Give the value at a key, or the item of a list by its number."""
    if type(holder) is dict and type(key) is str:
        return holder[key]
    if type(holder) is list and type(key) is int and 0 <= key < len(holder):
        return holder[key]
    raise Undecided


def has(holder: Any, key: str) -> bool:  # noqa: ANN401
    """Tell whether a mapping has a key."""
    if type(holder) is dict:
        return key in holder
    raise Undecided


ABSENT = object()
"""What an optional path comes to that ends in nothing."""


def path(holder: Any, *keys: str) -> Any:  # noqa: ANN401
    """Follow keys that may be left out."""
    for key in keys:
        if type(holder) is not dict:
            raise Undecided
        holder = holder.get(key, ABSENT)
        if holder is ABSENT:
            return ABSENT
    return holder


def given(value: Any, otherwise: Any) -> Any:  # noqa: ANN401
    """Give a value at the end of an optional path, or another."""
    return otherwise if value is ABSENT else value


def plus(one: Any, other: Any) -> Any:  # noqa: ANN401
    """Add numbers, or put lists or texts together.

    Raises:
        ExpressionError: They become too large.
    """
    kind = type(one)
    if kind is not type(other):
        raise Undecided
    if kind is list or kind is str:
        if len(one) + len(other) > LARGEST:
            raise ExpressionError(TOO_LARGE)
        return one + other
    return _number(one + other, kind)


TOO_LARGE = f"it makes a list or text of more than {LARGEST:,} parts"


def minus(one: Any, other: Any) -> Any:  # noqa: ANN401
    """Subtract."""
    return _number(one - other, type(one) if type(one) is type(other) else None)


def times(one: Any, other: Any) -> Any:  # noqa: ANN401
    """Multiply."""
    kind = type(one)
    if kind is not type(other) or kind not in _NUMBERS:
        raise Undecided
    return _number(one * other, kind)


def _number(result: Any, kind: type | None) -> Any:  # noqa: ANN401
    """Give what arithmetic came to, if both sides were of one kind and CEL has room for it."""
    if kind is float or (kind is int and -_ROOM <= result < _ROOM):
        return result
    raise Undecided


_ROOM = 1 << 63
