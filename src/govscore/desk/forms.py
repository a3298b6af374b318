"""What may be answered to a field: its kind, its words, and how typed text becomes its value."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any, Literal, get_args, get_origin

from pydantic import TypeAdapter, ValidationError

from govscore.catalogue import countries, instruments, vocabularies
from govscore.practice.base import Country, Date, InstrumentId, Item, Moment, Section, Vocabulary
from govscore.practice.record import Practice
from govscore.rubric.asks import keyed, section_of
from govscore.words import spaced

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Kind = Literal["word", "words", "text", "texts", "number", "flag", "documents"]

_LAST = ("note", "evidence")
"""What every item may have; asked behind its own fields."""
_YEAR = re.compile(r"[0-9]{4}")
_SPACES = re.compile(r"[,\s]+")
_DOCUMENTS = "evidence"
_NUMBERS = (int, float)


class UnfitError(Exception):
    """A typed text that is no value of its field; the words say what would be."""


@dataclass(frozen=True)
class Field:
    """A field of a form, `path` the keys that lead to it; `wanted` says that it must be there."""

    path: tuple[str, ...]
    annotation: Any
    kind: Kind
    vocabulary: str = ""
    wanted: bool = False
    about: str = ""

    @property
    def title(self) -> str:
        """Its name in words."""
        return spaced(" ".join(self.path))

    @property
    def several(self) -> bool:
        """Whether it takes more than one answer."""
        return self.kind in {"words", "texts", "documents"}

    @property
    def words(self) -> list[tuple[str, str]]:
        """What can be chosen: each word with its title; nothing where text is typed."""
        if self.kind == "flag":
            return [("yes", "yes"), ("no", "no")]
        if not self.vocabulary:
            return []
        return [(word.id, word.title) for word in vocabularies.vocabulary(self.vocabulary).values()]


def fields(
    section: type[Section], above: tuple[str, ...] = (), *, must: bool = True
) -> list[Field]:
    """List the fields of a section, those of sections within it among them, lists of them not."""
    return list(_fields(section, above, must=must))


def can_ask(key: str) -> bool:
    """Tell whether a form can ask for a field of a practice; sections of lists it cannot."""
    section = section_of(keyed(Practice)[key])
    return section is None or bool(fields(section))


def _fields(section: type[Section], above: tuple[str, ...], *, must: bool) -> Iterator[Field]:
    models = zip(keyed(section).items(), section.model_fields.values(), strict=True)
    last = _LAST if issubclass(section, Item) else ()
    for (key, annotation), model in sorted(models, key=lambda each: each[0][0] in last):
        wanted = must and model.is_required()
        inner = next((each for each in _options(annotation) if _is_section(each)), None)
        if inner is not None:
            yield from _fields(inner, (*above, key), must=wanted)
        elif not any(_is_section(part) for each in _options(annotation) for part in get_args(each)):
            yield field((*above, key), annotation, wanted=wanted, about=model.description or "")


def field(path: Iterable[str], annotation: Any, *, wanted: bool = False, about: str = "") -> Field:  # noqa: ANN401 - an annotation is of any kind
    """Make the field of an annotation."""
    keys = tuple(path)
    kind, vocabulary = _kind(keys[-1], annotation)
    return Field(keys, annotation, kind, vocabulary, wanted, about)


def _is_section(annotation: object) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, Section)


def _options(annotation: Any) -> list[Any]:  # noqa: ANN401 - as above
    """Give what a field may be: the members of a union, free mappings and nothing left out."""
    if annotation in _NAMED or _vocabulary(annotation):
        return [annotation]
    origin = get_origin(annotation)
    if origin is Annotated:
        return _options(annotation.__origin__)
    if origin is None or origin is list or origin is Literal:
        return [annotation]
    if origin is dict:
        return []
    members = [each for each in get_args(annotation) if each is not type(None)]
    return [option for member in members for option in _options(member)]


_NAMED = (Country, Date, InstrumentId, Moment)


def _vocabulary(annotation: Any) -> str:  # noqa: ANN401 - as above
    named = (each for each in getattr(annotation, "__metadata__", ()) if type(each) is Vocabulary)
    return next((each.name for each in named), "")


def _kind(key: str, annotation: Any) -> tuple[Kind, str]:  # noqa: ANN401 - as above
    options = _options(annotation)
    listed = next((each for each in options if get_origin(each) is list), None)
    if listed is not None:
        kind, vocabulary = _kind(key, get_args(listed)[0])
        if key == _DOCUMENTS:
            return "documents", ""
        return ("words" if kind == "word" else "texts"), vocabulary
    named = next(filter(None, map(_vocabulary, options)), "")
    if named:
        return "word", named
    if options == [bool]:
        return "flag", ""
    return ("number" if options and all(each in _NUMBERS for each in options) else "text"), ""


def typed(asked: Field, text: str, documents: Iterable[str] = ()) -> Any:  # noqa: ANN401 - a value of any kind
    """Make a value of what was typed: numbers of a list of choices, words, or the text itself.

    Args:
        asked: The field.
        text: What was typed; entries of a list are divided by `;`, words also by commas and spaces.
        documents: The ids that a field of documents may name, in the order in which they are shown.

    Raises:
        UnfitError: It is no value of the field.
    """
    choices = list(documents) if asked.kind == "documents" else [word for word, _ in asked.words]
    if not choices:
        return checked(asked, _plain(asked, text.strip()))
    parts = [part for part in _SPACES.split(text.strip()) if part] if asked.several else [text]
    chosen = list(dict.fromkeys(_choice(part.strip(), choices) for part in parts))
    return checked(asked, chosen if asked.several else chosen[0])


def _choice(part: str, choices: list[str]) -> str:
    if part in choices:
        return part
    if part.isdecimal() and 1 <= int(part) <= len(choices):
        return choices[int(part) - 1]
    near = [choice for choice in choices if part and choice.startswith(part.casefold())]
    if len(near) != 1:
        raise UnfitError(f"'{part}' is none of the choices; give a number from 1 to {len(choices)}")
    return near[0]


def _plain(asked: Field, text: str) -> Any:  # noqa: ANN401 - as above
    if asked.several:
        return [_entry(asked, each.strip()) for each in text.split(";") if each.strip()]
    return _entry(asked, text)


def _entry(asked: Field, text: str) -> Any:  # noqa: ANN401 - as above
    inner = str(asked.annotation)
    if str(Country) in inner:
        known = countries.country(text)
        return known.iso3 if known else text
    if str(InstrumentId) in inner:
        named = instruments.instrument(text.lower())
        return named.id if named else text
    if asked.kind == "number" or _figure(asked) or (_dated(asked) and _YEAR.fullmatch(text)):
        return _number(text)
    return text


def _figure(asked: Field) -> bool:
    return any(each in _NUMBERS for each in _options(asked.annotation))


def _dated(asked: Field) -> bool:
    return any(each in {Date, Moment} for each in _options(asked.annotation))


def _number(text: str) -> int | float | str:
    for kind in _NUMBERS:
        try:
            return kind(text)
        except ValueError:
            continue
    return text


def checked(asked: Field, value: Any) -> Any:  # noqa: ANN401 - as above
    """Give a value back if it fits its field.

    Raises:
        UnfitError: It does not.
    """
    if asked.kind == "flag" and value in {"yes", "no"}:
        return value == "yes"
    try:
        TypeAdapter(asked.annotation).validate_python(value, strict=True)
    except ValidationError as error:
        raise UnfitError(error.errors()[0]["msg"]) from None
    return value


def shown(asked: Field, value: Any) -> str:  # noqa: ANN401 - as above
    """Say a value: words by their titles."""
    if isinstance(value, list):
        return ", ".join(shown(asked, each) for each in value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return dict(asked.words).get(value, str(value)) if isinstance(value, str) else str(value)


def nested(values: dict[tuple[str, ...], Any]) -> dict[str, Any]:
    """Make a section of the values of its fields; what was not answered is left out."""
    made: dict[str, Any] = {}
    for path, value in values.items():
        below = made
        for key in path[:-1]:
            below = below.setdefault(key, {})
        below[path[-1]] = value
    return made


def flat(section: dict[str, Any], asked: Iterable[Field]) -> dict[tuple[str, ...], Any]:
    """Give the values of fields that a section has already."""
    found = {}
    for each in asked:
        value: Any = section
        for key in each.path:
            value = value.get(key) if isinstance(value, dict) else None
        if value is not None:
            found[each.path] = value
    return found
