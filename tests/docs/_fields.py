"""Tables of the fields of practices, rubrics and cases, made from their models."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction
from itertools import groupby
from types import NoneType
from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints

from pydantic import BaseModel, BeforeValidator

from govscore import measures
from govscore.catalogue import vocabularies
from govscore.measures._measure import Measure
from govscore.practice import base, record
from govscore.practice.fields import COMPUTED_FIELDS
from govscore.practice.record import Practice
from govscore.rubric import model
from govscore.rubric.model import RubricSpec
from govscore.rubric_testing import case_files

FEW = 5
"""Up to so many words of a vocabulary stand in the table itself."""

ROOTS: dict[str, type[BaseModel]] = {
    "practice": Practice,
    "rubric": RubricSpec,
    "given": case_files.Given,
    "expected": case_files.Expected,
    **{each.__name__.lower(): each for each in Measure.__subclasses__()},
}
NAMED: list[tuple[Any, str]] = [
    (base.Slug, "id: small letters, digits, hyphens"),
    (base.Id, "id"),
    (base.Date, "date"),
    (base.Moment, "date or span"),
    (base.Year, "year"),
    (base.Url, "link"),
    (base.Country, "country"),
    (base.InstrumentId, "instrument"),
    (base.Figure, "number or text"),
    (model.Slug, "id: small letters, digits, hyphens"),
    (model.Name, "name: small letters, digits, `_`"),
    (model.Number, "number or fraction"),
    (model.Share, "0 to 1, or fraction"),
    (measures.AnyMeasure, "one of the [six measures](#the-six-measures)"),
]
PLAIN = {str: "text", int: "whole number", float: "number", bool: "`true` or `false`", Any: "any"}


def fields(of: str) -> str:
    """Show the fields of a model, those below them indented: `practice legal_basis`."""
    root, *names = of.split()
    return table(("field", "value", ""), _rows(ROOTS[root], names, ""))


def table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    """Write a table of Markdown."""
    lines = [head, ("---",) * len(head), *rows]
    return "".join(f"| {' | '.join(line)} |\n".replace("|  |", "| |") for line in lines)


def _rows(spec: type[BaseModel], only: list[str], indent: str) -> Iterator[tuple[str, str, str]]:
    hints = get_type_hints(spec, include_extras=True)
    shared = {"evidence", "note"} if issubclass(spec, base.Item) else set()
    shown = only or [name for name in spec.model_fields if name not in shared]
    for _, group in groupby(shown, key=lambda name: _alike(name, hints[name])):
        names = list(group)
        keys = ", ".join(f"`{spec.model_fields[name].alias or name}`" for name in names)
        yield f"{indent}{keys}", said(hints[names[0]]), _note(spec, names[0], hints)
        for inner in below(hints[names[0]]):
            yield from _rows(inner, [], f"{indent}· ")
    if "__pydantic_extra__" in hints:
        answer = get_args(hints["__pydantic_extra__"])[1]
        yield f"{indent}*each item*", said(answer), ""
        yield from _rows(below(answer)[0], [], f"{indent}· ")


def _alike(name: str, hint: Any) -> str:
    """Name what is shown in one row: neighbours that hold the same kind of mapping."""
    return repr(below(hint)) + said(hint) if below(hint) else name


def _note(spec: type[BaseModel], name: str, hints: dict[str, Any]) -> str:
    field, inner = spec.model_fields[name], below(hints[name])
    told = field.description or (inner[0].__doc__ or "" if inner else "")
    due = field.is_required() or (
        spec is record.Practice and name in {*record.REQUIRED} - {record.PLACE}
    )
    parts = ["**required**"] if due else []
    if isinstance(field.default, str | bool | int | float) and field.default != "":
        parts.append(f"default {_number(field.default)}")
    return "; ".join([*parts, *told.strip().split("\n\n")[:1]]).replace("\n", " ").rstrip("; ")


def _number(value: object) -> str:
    if isinstance(value, float):
        return f"`{Fraction(value).limit_denominator(100)}`"
    return f"`{str(value).lower()}`"


def below(hint: Any) -> list[type[BaseModel]]:
    """List the models that an annotation holds, those in `NAMED` left out."""
    if any(hint == known for known, _ in NAMED):
        return []
    if isinstance(hint, type) and issubclass(hint, BaseModel):
        return [hint]
    parts = get_args(hint)[:1] if get_origin(hint) is Annotated else get_args(hint)
    return list(dict.fromkeys(each for part in parts for each in below(part)))


def said(hint: Any) -> str:
    """Say in words what may stand where an annotation is."""
    for known, words in NAMED:
        if hint == known:
            return words
    kind, parts = get_origin(hint), get_args(hint)
    if kind in _KINDS:
        return _KINDS[kind](parts)
    if isinstance(hint, type) and issubclass(hint, BaseModel):
        return "item" if issubclass(hint, base.Item) else "mapping"
    kinds = [said(part) for part in parts if part is not NoneType]
    kinds = [kind for kind in kinds if kind != PLAIN[int] or PLAIN[float] not in kinds]
    return " or ".join(dict.fromkeys(kinds)) if kinds else PLAIN[hint]


def _annotated(parts: tuple[Any, ...]) -> str:
    for each in parts[1:]:
        if isinstance(each, base.Vocabulary):
            words = vocabularies.words(each.name)
            listed = ": " + ", ".join(f"`{w}`" for w in words) if len(words) <= FEW else ""
            return f"[{each.name}](#{each.name}){listed}"
        if isinstance(each, BeforeValidator) and get_args(each.json_schema_input_type):
            return said(each.json_schema_input_type)
    kind, colon, rest = said(parts[0]).partition(":")
    return f"{kind}{_bounds(parts[1:])}{colon}{rest}"


def _bounds(metadata: Iterable[Any]) -> str:
    parts = [part for each in metadata for part in (each, *getattr(each, "metadata", ()))]
    found = {
        name: getattr(part, name)
        for part in parts
        for name in ("ge", "le", "max_length")
        if getattr(part, name, None) is not None
    }
    if "le" in found:
        return f", {found['ge']} to {found['le']}"
    return f" ≤ {found['max_length']:,}" if "max_length" in found else ""


def _key(hint: Any) -> str:
    words = said(hint)
    return "level" if words.startswith("whole") else "country" if words == "country" else "name"


_KINDS: dict[Any, Callable[[tuple[Any, ...]], str]] = {
    Annotated: _annotated,
    Literal: lambda parts: ", ".join(f"`{word}`" for word in parts),
    list: lambda parts: f"list: {said(parts[0])}",
    dict: lambda parts: f"by {_key(parts[0])}: {said(parts[1]).split(': `')[0]}",
    tuple: lambda parts: f"`[low, high]`: {said(parts[0])}",
}


def computed(of: str) -> str:
    """Show the fields that the view of a practice adds, or replaces, where they stand."""
    del of
    rows = []
    for spec, added in COMPUTED_FIELDS.items():
        kinds = {str: "text", bool: "true or false", int: "number", list[str]: "list of texts"}
        told = ", ".join(f"`{name}` ({kinds.get(kind, 'below')})" for name, kind in added.items())
        places = [*(["p"] if spec is Practice else []), *_paths(spec)]
        rows.append((", ".join(f"`{place}`" for place in places or ["p.whole"]), told))
    return table(("items of", "fields"), rows)


def _paths(wanted: type[BaseModel], spec: type[BaseModel] = Practice, at: str = "p") -> list[str]:
    """List the places of a model in a practice, as rules write them."""
    found = []
    for name, hint in get_type_hints(spec, include_extras=True).items():
        for inner in below(hint) if name in spec.model_fields else ():
            here = f"{at}.{spec.model_fields[name].alias or name}"
            found += [here] if inner is wanted else _paths(wanted, inner, here)
    return found


PARTS = {"fields": fields, "computed": computed}
