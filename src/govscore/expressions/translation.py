"""From the tree of an expression to the Python that answers it.

The compiler has accepted the expression before; here is only said how to work it out over plain
values, with the operators of `unknown`. What is not known here stays with the official runtime.

The text that is made holds no text of the rubric but quoted words and names of fields, which
`repr` writes as literals: nothing that a rubric says is run as Python.

Each expression is written twice. At first it is worked out simply, and the first unknown ends that.
What comes out without one is what Kleene's rules give: to put an unknown in the place of a value
never turns an answer into another. Where there was one, it is worked out anew by these rules.
"""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING, Any

from govscore.expressions import tree, unknown
from govscore.expressions.code import (
    CALLS,
    ORDER,
    Code,
    Kind,
    Untranslatable,
    all_sure,
    constant,
    listed,
    logic,
    ordered,
    quoted,
    truth,
)
from govscore.expressions.tree import Call, Constant, Items, Loop, Name, Select

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from govscore.expressions.program import Rule
    from govscore.expressions.tree import Node


OPERATORS: dict[str, Any] = {
    each.__name__: each
    for each in (
        *(unknown.again, unknown.both, unknown.either, unknown.truth, unknown.turns),
        *(unknown.some, unknown.every, unknown.share, unknown.alone, unknown.meets),
        *(unknown.gathered, unknown.numbered),
        *(unknown.less, unknown.less_or_same, unknown.more, unknown.more_or_same, unknown.same),
        *(unknown.plus, unknown.minus, unknown.times),
        *(unknown.within, unknown.item, unknown.has, unknown.path, unknown.given),
    )
} | {"ABSENT": unknown.ABSENT}
"""What the Python that is made may name, beside `p`, `f`, `len`, `enumerate` and its own loops."""

_NEVER_KNOWN = "f['unknown']"
_ARITHMETIC = {"_+_": "plus", "_-_": "minus", "_*_": "times"}


def translate(serialized: bytes) -> str | None:
    """Write the body of a function of `p`, the practice, and `f`, what is known by name.

    It gives the value, or raises `KeyError` for unknown; anything else that it raises asks for the
    official runtime. `None` if that has to answer anyway.
    """
    try:
        node = tree.read(serialized)
        simple, whole = (_Writer(simply=each).write(node, {}).text for each in (True, False))
    except (Untranslatable, RecursionError):
        return None
    if simple == whole or _NEVER_KNOWN in simple:  # to try it simply would mostly be in vain
        return f"    return {whole}\n"
    return (
        f"    try:\n        return {simple}\n"
        f"    except KeyError:\n        again(f)\n    return {whole}\n"
    )


def function(body: str, name: str = "rule") -> str:
    """Write the function with a body that `translate` gave."""
    return f"def {name}(p, f):\n{body}"


def rule(serialized: bytes) -> Rule | None:
    """Translate an expression in memory; `None` if the official runtime has to answer it."""
    body = translate(serialized)
    if body is None:
        return None
    made = dict(OPERATORS)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what Python finds odd is for the official runtime
            exec(function(body), made)  # noqa: S102 - the text is made here, of a tree
    except (SyntaxError, MemoryError, RecursionError):  # it is nested too deeply for Python
        return None
    translated: Rule = made["rule"]
    return translated


def _from_practice(start: Code, keys: Sequence[Code], otherwise: Code) -> str:
    """Write a path of one or two keys from the practice, which is a mapping; else nothing.

    What lies at the first key and is no mapping has no `get`, and so is left to the runtime.
    """
    if start.text != "p" or otherwise.text != "[]" or any(each.kind != "text" for each in keys):
        return ""
    if len(keys) == 1:
        return f"p.get({keys[0].text}, [])"
    if len(keys) == len(("first", "inner")):
        first, inner = (each.text for each in keys)
        return f"(p[{first}].get({inner}, []) if {first} in p else [])"
    return ""


def _stands_still(node: Node, item: str) -> bool:
    """Tell whether a node is a path that does not begin at the item of a loop."""
    while isinstance(node, Select) and not node.tests:
        node = node.operand
    return isinstance(node, Name) and node.name != item


class _Writer:
    """Writes one expression; `names` map the names of loops to those in the Python.

    `simply` has what is unknown end it.
    """

    def __init__(self, *, simply: bool) -> None:
        self._simply = simply
        self._loops = 0

    def write(self, node: Node, names: Mapping[str, Code]) -> Code:
        match node:
            case Constant(value):
                return constant(value)
            case Name(name):
                return names.get(name) or (
                    Code("p", sure=True) if name == "p" else Code(f"f[{name!r}]")
                )
            case Select(operand, field, tests):
                holder = self.write(operand, names)
                asked = Code(f"has({holder.text}, {field!r})", "truth", holder.sure)
                return asked if tests else Code(f"{holder.text}[{field!r}]")
            case Items(elements):
                parts = [self.write(each, names) for each in elements]
                words = f"{{{listed(parts)}}}" if quoted(elements) else ""
                return Code(f"[{listed(parts)}]", sure=all_sure(parts), words=words)
            case Call():
                return self._call(node, names)
            case Loop():
                return self._loop(node, names)

    def _call(self, node: Call, names: Mapping[str, Code]) -> Code:
        if node.function in {"orValue", "hasValue"}:
            return self._optional(node, names)
        parts = [self.write(each, names) for each in node.arguments]
        if node.function in {"_&&_", "_||_"}:
            return logic(node.function, *parts, simply=self._simply)
        if node.function in ORDER:
            return ordered(node.function, *parts)
        if node.function in _ARITHMETIC and len(parts) == len(("one", "other")):
            return Code(f"{_ARITHMETIC[node.function]}({listed(parts)})", sure=all_sure(parts))
        if node.function in CALLS:
            return CALLS[node.function](parts)
        raise Untranslatable(node.function)

    def _optional(self, node: Call, names: Mapping[str, Code]) -> Code:
        """Write a path of keys that may be left out, up to what asks of it."""
        holder, *rest = node.arguments
        keys: list[Code] = []
        while isinstance(holder, Call) and holder.function == "_?._":
            holder, key = holder.arguments
            keys.insert(0, self.write(key, names))
        if not keys:
            raise Untranslatable("an optional value that is no path")
        start = self.write(holder, names)
        path = f"path({listed([start, *keys])})"
        if node.function == "hasValue":
            return Code(f"({path} is not ABSENT)", "truth", start.sure)
        otherwise = self.write(rest[0], names)
        if not otherwise.sure:
            raise Untranslatable("a default that may be unknown")
        text = _from_practice(start, keys, otherwise) or f"given({path}, {otherwise.text})"
        return Code(text, sure=start.sure)

    def _loop(self, node: Loop, names: Mapping[str, Code]) -> Code:
        over = self.write(node.over, names)
        self._loops += 1
        own = [f"{letter}{self._loops}" for letter in ("ab" if node.second else "a")]
        kinds: list[Kind] = ["number", "any"] if node.second else ["any"]
        loops = [Code(text, kind, sure=True) for text, kind in zip(own, kinds, strict=True)]
        inner = {**names, **dict(zip((node.first, node.second), loops, strict=False))}
        if node.result != Name(node.kept):
            raise Untranslatable("a loop with another result")
        if isinstance(node.start, Constant) and not node.second:
            return self._condition(node, over, own[0], inner)
        if node.start == Items(()) and node.while_ == Constant(True):  # noqa: FBT003 - the value of a node
            return self._list(node, over, own, inner)
        raise Untranslatable("a loop of another kind")

    def _condition(self, node: Loop, over: Code, own: str, names: Mapping[str, Code]) -> Code:
        """Write `exists` and `all`."""
        match node.start, node.step:
            case Constant(False), Call("_||_", (Name(kept), test)) if kept == node.kept:
                word = "some"
            case Constant(True), Call("_&&_", (Name(kept), test)) if kept == node.kept:
                word = "every"
            case _:
                raise Untranslatable("a loop of another kind")
        match test:
            case Call("@in", (Name(item), Items() as items)) if item == node.first:
                words = self.write(items, names).words
                if words:
                    ask = "share" if word == "some" else "alone"
                    return Code(f"{ask}(f, {over.text}, {words})", "truth", over.sure)
            case Call("@in", (Name(item), others)) if item == node.first and word == "some":
                if self._simply and _stands_still(others, item):
                    return Code(f"meets(f, {over.text}, {self.write(others, names).text})", "truth")
        found = truth(self.write(test, names))
        return Code(
            f"{word}(f, {over.text}, lambda {own}: {found.text})", "truth", over.sure and found.sure
        )

    def _list(self, node: Loop, over: Code, own: Sequence[str], names: Mapping[str, Code]) -> Code:
        """Write `map`, `filter` and `transformList`."""
        step, condition = node.step, ""
        match step:
            case Call("_?_:_", (test, chosen, Name(kept))) if kept == node.kept:
                step, condition = chosen, f" if {truth(self.write(test, names)).text}"
        match step:
            case Call("_+_", (Name(kept), Items((element,)))) if kept == node.kept:
                made = self.write(element, names).text
            case _:
                raise Untranslatable("a loop of another kind")
        listed = f"{made} for {', '.join(own)} in"
        if self._simply:
            items = f"turns(f, {over.text})"
            return Code(f"[{listed} {f'enumerate({items})' if node.second else items}{condition}]")
        word = "numbered" if node.second else "gathered"
        return Code(f"{word}(f, {over.text}, lambda r: [{listed} r{condition}])")
