"""Expressions compiled once, and asked as often as there are practices.

An answer has three values: true, false, and unknown (`None`). Unknown is what comes of reading a
key or a name that is not there; CEL's `&&`, `||`, `exists` and `all` absorb it as Kleene's logic
does. Every other error is a fault of the rule.

What an expression means is what the official runtime says. It compiles every expression; one that
can be translated is then answered in Python, and whatever that does not settle it answers itself.
"""

from __future__ import annotations

import os
import re
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, TypeAlias

from govscore.errors import ExpressionError, TooLarge
from govscore.expressions.unknown import ITERATIONS, Known

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from cel_expr_python import cel

    from govscore.expressions.official import Runtime

_QUOTED = r"'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\""
_LITERAL = rf"({_QUOTED})|//[^\n]*"
_NAME = r"(?<!\.\?)(?<![.\w])[a-zA-Z_]\w*"
_SECTION = r"(?<![.\w])p\b(?:\.\??([a-z_]\w*))?"
_FIELD = r"(?<![.\w])p\.\??([a-z_]\w*)\.\??([a-z_]\w*)"
_KEY = r"\.\??([a-z_]\w*)"
_VOCAB = r"(?<![.\w])vocab\.([a-z_]\w*)"
_LISTS = rf"{_QUOTED}|//[^\n]*|{_VOCAB}"

BUILT_IN = ("p", "vocab", "unknown", "levels", "lows", "coverage")
"""The names an expression may use beside a rubric's facts; `unknown` never has a value."""

WHOLE = "*"
"""Stands among an expression's sections when it reads the practice as a whole."""

OFFICIAL = "GOVSCORE_RULES"
"""The variable that has every rule answered by the official runtime, if it says `official`."""


Rule: TypeAlias = "Callable[[Any, Known], Any]"
"""A translated expression: of the practice, and what is known by name."""


class Built(Protocol):
    """A module with the expressions of a rubric, made when the package was built."""

    RULES: Mapping[str, tuple[Rule | None, tuple[Any, ...]]]
    """The rule of each expression, `None` if it has to be asked officially, and what it reads."""
    READ: frozenset[str]
    KEYS: frozenset[str]


class Reads(NamedTuple):
    """What an expression reads.

    `names` are the variables and facts it mentions, `sections` the keys of the practice that it
    reads, and `fields` the pairs of section and field that it reads by path, such as
    `p.coordination.formal`.
    """

    names: frozenset[str]
    sections: frozenset[str]
    fields: frozenset[tuple[str, str]]


class Program:
    """A compiled expression: what it reads, and how it is answered."""

    def __init__(
        self, source: str, reads: Reads, programs: Programs, function: Rule | None = None
    ) -> None:
        """Keep the expression; without a `function` it is translated when it is first asked."""
        self.source = source
        self.names, self.sections, self.fields = reads
        self._programs = programs
        if function is not None:
            self.function = function

    @cached_property
    def function(self) -> Rule:
        """What answers it: `KeyError` is unknown, and anything else has to be asked officially."""
        return self._programs.translated(self.compiled) or self._unsettled

    @cached_property
    def compiled(self) -> cel.Expression:
        """The expression as the official runtime has it."""
        return self._programs.official(self.source)

    def ask(self, known: Known) -> bool | None:
        """Evaluate a condition to true, false or unknown (`None`).

        Raises:
            ExpressionError: The condition fails, or is not a condition.
        """
        known.left = ITERATIONS
        try:
            answer = self.function(known.view, known)
        except KeyError:
            return None
        except ExpressionError:
            raise
        except Exception:  # noqa: BLE001 - whatever it is, the official runtime says what it means
            answer = self.officially(known)
        if answer is None or answer is True or answer is False:
            return answer
        raise ExpressionError(f"it yields {answer!r}, not true or false")

    def value(self, known: Known) -> Any:  # noqa: ANN401 - a rule may yield any plain value
        """Evaluate to a plain value; unknown is `None`.

        Raises:
            ExpressionError: The expression fails.
        """
        known.left = ITERATIONS
        try:
            return self.function(known.view, known)
        except KeyError:
            return None
        except ExpressionError:
            raise
        except Exception:  # noqa: BLE001 - as above
            return self.officially(known)

    def officially(self, known: Known) -> Any:  # noqa: ANN401 - as above
        """Have the official runtime evaluate; it is handed what is mentioned, and no more.

        Raises:
            ExpressionError: The expression fails.
        """
        data = {name: known[name] for name in self.names if name in known}
        if known.view is not None:
            data["p"] = _only(self.sections, known.view)
        return self._programs.runtime.evaluate(self.compiled, data)

    def _unsettled(self, _: object, known: Known) -> Any:  # noqa: ANN401 - as above
        return self.officially(known)


def _only(sections: frozenset[str], view: Mapping[str, Any]) -> Mapping[str, Any]:
    return view if WHOLE in sections else {key: view[key] for key in sections if key in view}


class Programs:
    """The compiler for one set of names, and the maker of the data that programs run on.

    `read` gathers the sections of the practice, and `keys` all keys, that any expression compiled
    here reads; what no expression reads need not be handed over.
    """

    def __init__(
        self,
        facts: Iterable[str],
        vocab: Mapping[str, Sequence[str]],
        *,
        checked: bool = True,
        built: Built | None = None,
    ) -> None:
        """Declare the rubric's facts beside the built-in names, and the lists of `vocab`.

        Names are `checked` at compilation unless they are known to be right, which halves its time.
        The expressions of a rubric that is shipped may have been `built` before.
        """
        self._checked = checked
        self._plainly = os.environ.get(OFFICIAL) != "official"
        self.declared = frozenset([*BUILT_IN, *facts])
        self.vocab = vocab
        self._built = built.RULES if built is not None and self._plainly else {}
        self.read = built.READ if self._built and built else frozenset[str]()
        self.keys = built.KEYS if self._built and built else frozenset[str]()
        self._sizes: dict[str, float] = {}

    @cached_property
    def runtime(self) -> Runtime:
        """The official runtime, which few runs on a shipped rubric need."""
        from govscore.expressions.official import Runtime  # noqa: PLC0415 - see above

        return Runtime(self.declared, checked=self._checked)

    def compile(self, source: str) -> Program:
        """Compile an expression.

        Raises:
            ExpressionError: It does not compile; the first fault is given with its place.
            TooLarge: Its value could grow beyond measure.
        """
        if source in self._built:
            function, (named, read, by_path) = self._built[source]
            return Program(source, Reads(named, read, by_path), self, function)
        bare = re.sub(_LITERAL, "''", source)
        reads = Reads(names(source), sections(bare), fields(bare))
        program = Program(source, reads, self)
        if self._checked:
            self._bound(program)
        self.read |= reads.sections
        self.keys |= frozenset(re.findall(_KEY, bare))
        return program

    def bound(self, fact: str, program: Program, source: str) -> None:
        """Note how large a fact can become, so that what reads it can be bound; facts in turn.

        Raises:
            TooLarge: It could grow beyond measure; told of `source`, as it stands in the rubric.
        """
        if self._checked:
            try:
                self._sizes[fact] = self._bound(program)
            except TooLarge as error:
                raise TooLarge(str(error), source) from None

    def _bound(self, program: Program) -> float:
        from govscore.expressions.sizes import bound  # noqa: PLC0415 - no shipped rubric needs it

        return bound(program.compiled.serialize(), self._sizes, program.source)

    def official(self, source: str) -> cel.Expression:
        """Compile an expression by the official compiler.

        Raises:
            ExpressionError: It does not compile; the first fault is given with its place.
        """
        return self.runtime.compile(re.sub(_LISTS, self._list, source))

    def translated(self, compiled: cel.Expression) -> Rule | None:
        """Translate an expression; `None` if the official runtime has to answer it."""
        if not self._plainly:
            return None
        from govscore.expressions.translation import rule  # noqa: PLC0415 - the shipped are built

        return rule(compiled.serialize())

    def _list(self, match: re.Match[str]) -> str:
        """Write a list of `vocab` out, so that it need not be handed over with every practice."""
        words = self.vocab.get(match.group(1) or "")
        return match.group() if words is None else "[" + ", ".join(f"'{w}'" for w in words) + "]"

    def known(self, data: Mapping[str, Any]) -> Known:
        """Give what programs are asked on: `p` is the practice, the rest goes by name."""
        made = Known(data.get("p"), data)
        made.pop("p", None)
        return made


def names(source: str) -> frozenset[str]:
    """List the identifiers of an expression that begin a path, quoted words left out."""
    return frozenset(re.findall(_NAME, re.sub(_LITERAL, "''", source)))


def sections(bare: str) -> frozenset[str]:
    """List the keys of the practice that an expression, bare of quoted words, reads, or `WHOLE`."""
    return frozenset(found or WHOLE for found in re.findall(_SECTION, bare))


def fields(bare: str) -> frozenset[tuple[str, str]]:
    """List the fields of sections that an expression, bare of quoted words, reads by path."""
    return frozenset(re.findall(_FIELD, bare))


def sets(source: str) -> list[str]:
    """List the names of the lists of `vocab` that an expression reads, quoted words left out."""
    return re.findall(_VOCAB, re.sub(_LITERAL, "''", source))


def quoted(source: str) -> list[str]:
    """List the quoted words of an expression."""
    return [found[1:-1] for found in re.findall(_LITERAL, source) if found]
