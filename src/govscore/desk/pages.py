"""What can be answered to a criterion, and which operations on the file an answer is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, get_args, get_origin

from govscore.desk import forms, levels
from govscore.measures.checklist import Checklist
from govscore.measures.judged import Judged
from govscore.pointers import ABSENT, at, pointer
from govscore.practice.assessment import Rating
from govscore.practice.policy import Checked
from govscore.practice.record import Practice
from govscore.rubric.asks import EACH, SEARCHED, annotation_of, entry_of, keyed, section_of
from govscore.words import spaced
from govscore.yamlio.operations import Append, Drop, Operation, Set

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govscore.desk.forms import Field
    from govscore.desk.subject import Subject
    from govscore.practice.base import Section
    from govscore.rubric.model import AskSpec, CriterionSpec

_NAMES = ("who", "title", "instrument", "name", "source", "body", "text")
"""The keys by which an entry of a list is known."""
_NO_ANSWER = (None, "unknown", "unclear")
_MUST = keyed(Practice)


@dataclass(frozen=True)
class Slot:
    """One thing that can be answered: a field, a row to be added, or a row that is there.

    `pointer` is the field's, the row's, or that of the list that takes the row; `value` what stands
    there; `first` names the keys of a row that the question is about, `specimens` are such rows.
    `whole` says that the pointer takes a section, not a further row.
    """

    kind: Literal["item", "level", "outside", "field", "row", "entry"]
    pointer: str
    says: str
    fields: tuple[Field, ...]
    value: Any = None
    about: str = ""
    first: tuple[str, ...] = ()
    specimens: tuple[dict[str, Any], ...] = ()
    whole: bool = False

    @property
    def asked(self) -> Field:
        """The field, where there is one."""
        return self.fields[0]

    def operations(self, value: Any) -> tuple[Operation, ...]:  # noqa: ANN401 - a value of any kind
        """Give what writes an answer; for a row that is there, its changes."""
        if self.kind == "row":
            return (Set(self.pointer, value) if self.whole else Append(self.pointer, value),)
        if self.kind == "entry":
            return tuple(self._changes(value))
        if self.kind == "item" and isinstance(self.value, dict):
            return (Set(f"{self.pointer}/answer", value),)
        if value is None:
            return (Drop(self.pointer),) if self.value is not None else ()
        return (Set(self.pointer, value),)

    @property
    def opened(self) -> list[Field]:
        """The fields that its form asks for: of a new row, what must be or is in question."""
        first = {*self.first, "evidence"}
        every = self.kind == "entry" or not self.first
        return [each for each in self.fields if every or each.wanted or each.path[0] in first]

    def dropped(self) -> tuple[Operation, ...]:
        """Give what takes the answer, or the row, out."""
        return (Drop(self.pointer),)

    def _changes(self, value: dict[str, Any]) -> Iterator[Operation]:
        old = forms.flat(self.value, self.fields)
        new = forms.flat(value, self.fields)
        for path in [*new, *(each for each in old if each not in new)]:
            place = self.pointer + pointer(path)
            if path not in new:
                yield Drop(place)
            elif old.get(path) != new[path]:
                yield Set(place, new[path])


class Page(NamedTuple):
    """A criterion with what can be answered to it."""

    criterion: CriterionSpec
    slots: list[Slot]
    documents: Slot | None


def beginning(sitting: Subject) -> list[Slot]:
    """List what a record must have and has not yet, in the order of the file."""
    return [_required(key) for key in sitting.missing]


def _required(key: str) -> Slot:
    annotation = _MUST[key]
    section = section_of(annotation)
    place = pointer([key])
    if section is None:
        asked = forms.field((key,), annotation, wanted=True)
        return Slot("field", place, asked.title.capitalize(), (asked,))
    fields = tuple(forms.fields(section))
    must = tuple(each for each in fields if each.wanted) or fields
    is_list = any(get_origin(each) is list for each in get_args(annotation))
    return Slot("row", place, spaced(key).capitalize(), must, whole=not is_list)


def page(sitting: Subject, criterion: CriterionSpec) -> Page:
    """Make the page of a criterion."""
    measure = criterion.measure
    if isinstance(measure, Checklist):
        return _checklist(sitting, criterion)
    if isinstance(measure, Judged):
        return _judged(sitting, criterion)
    slots = _kept(list(_asked(sitting, criterion)), sitting.reckoning.places(criterion.id))
    if key := measure.key():
        asked = forms.field((key,), float | None)
        place = pointer(["indicator_values", key])
        slots.append(Slot("field", place, criterion.question, (asked,), _held(sitting, place)))
    return Page(criterion, slots, None)


def _kept(slots: list[Slot], places: frozenset[str] | None) -> list[Slot]:
    """Leave out the questions to which no answer would change anything now."""
    if places is None:
        return slots
    return [
        each
        for each in slots
        if each.kind == "entry"
        or (each.kind == "row" and not each.whole)  # there may always be one more
        or each.pointer in places
        or each.value not in _NO_ANSWER
    ]


def _held(record: Subject, place: str) -> Any:  # noqa: ANN401 - a value of any kind
    found = at(place, record.value)
    return None if found is ABSENT else found


def _checklist(sitting: Subject, criterion: CriterionSpec) -> Page:
    answer = forms.field(("answer",), keyed(Checked)["answer"])
    above = pointer(["checks", criterion.id])
    slots = [
        Slot("item", place, words, (answer,), _held(sitting, place))
        for name, words in criterion.measure.names().items()
        if (place := above + pointer([name]))
    ]
    return Page(criterion, slots, _documents(sitting, above, keyed(Checked)["evidence"]))


def _documents(record: Subject, above: str, annotation: Any) -> Slot:  # noqa: ANN401 - an annotation is of any kind
    place = f"{above}/evidence"
    asked = forms.field(("evidence",), annotation)
    return Slot("field", place, "Which documents show it?", (asked,), _held(record, place))


def _judged(sitting: Subject, criterion: CriterionSpec) -> Page:
    place = levels.place(sitting.value, criterion.id)
    return levelled(sitting, criterion, place)


def levelled(record: Subject, criterion: CriterionSpec, place: str) -> Page:
    """Make the page of a criterion that is rated by its levels, the rating at a place."""
    rating = keyed(Rating)

    def slot(key: str, says: str) -> Slot:
        asked = forms.field((key,), rating[key])
        return Slot("field", f"{place}/{key}", says, (asked,), _held(record, f"{place}/{key}"))

    asked = forms.field(("level",), rating["level"])
    now = _held(record, f"{place}/level")
    slots = [
        Slot("level", place, words, (asked,), now, about=str(level))
        for level, words in sorted(criterion.measure.descriptors().items())
    ]
    if criterion.na is not None:
        state = forms.field(("state",), rating["state"])
        slots.append(
            Slot("outside", place, criterion.na, (state,), _held(record, f"{place}/state"))
        )
    slots += [
        slot("rationale", "Why, in a sentence or two?"),
        slot("up_to", "Up to which level, if what was seen does not rule it out?"),
    ]
    return Page(criterion, slots, _documents(record, place, rating["evidence"]))


def _asked(sitting: Subject, criterion: CriterionSpec) -> Iterator[Slot]:
    """List the rows that there are, the fields to be answered, and the rows to be added."""
    seen: set[str] = set()
    for ask in criterion.asks:
        if ask.row is None:
            yield from _fields_of(sitting, ask)
            continue
        entry = entry_of(ask.field)
        place = pointer(ask.field.split("."))
        if entry is None:
            continue
        if place not in seen:
            seen.add(place)
            yield from _entries(sitting, place, entry)
        first = tuple(dict.fromkeys([*ask.row, *ask.vary]))
        yield Slot(
            "row",
            place,
            ask.question,
            tuple(forms.fields(entry)),
            first=first,
            specimens=(*ask.rows(),),
        )


def _entries(sitting: Subject, place: str, entry: type[Section]) -> Iterator[Slot]:
    asked = tuple(forms.fields(entry))
    for number, value in enumerate(_held(sitting, place) or ()):
        yield Slot("entry", f"{place}/{number}", named(value, asked), asked, value)


def named(value: dict[str, Any], asked: tuple[Field, ...]) -> str:
    """Say an entry in a few words: its name, and what was chosen."""
    name = next((str(value[key]) for key in _NAMES if value.get(key)), "")
    words = [
        forms.shown(each, value[each.path[0]])
        for each in asked
        if each.kind == "word" and len(each.path) == 1 and isinstance(value.get(each.path[0]), str)
    ]
    return ", ".join([name, *words[:3]]) if name else ", ".join(words)


def _fields_of(sitting: Subject, ask: AskSpec) -> Iterator[Slot]:
    if ask.field.startswith(SEARCHED):
        listed = ask.field.removeprefix(SEARCHED)
        places = [(pointer(["searched", listed]), "")]
        asked = forms.field(("evidence",), annotation_of(ask.field))
        places = places if _held(sitting, pointer(listed.split("."))) else []
    else:
        places = list(_open(sitting, ask.field))
        asked = forms.field((ask.field.rsplit(".", 1)[-1],), annotation_of(ask.field))
    section = section_of(annotation_of(ask.field))
    for place, about in places:
        value = _held(sitting, place)
        if section is not None:
            inner = tuple(forms.fields(section))
            yield Slot("row", place, ask.question, inner, value, about, whole=True)
        else:
            yield Slot("field", place, ask.question, (asked,), value, about)


def _open(sitting: Subject, path: str) -> Iterator[tuple[str, str]]:
    """List the places of a field; of entries, which can be opened, only those without an answer."""
    for place, about in _places(sitting.value, path.split(".")):
        if not about or _held(sitting, place) in _NO_ANSWER:
            yield place, about


def _places(
    value: Any,  # noqa: ANN401 - a value of any kind
    names: list[str],
    above: str = "",
    about: str = "",
) -> Iterator[tuple[str, str]]:
    """Follow a path to every place it names, with the name of the entry it is in."""
    name, *more = names
    key = name.removesuffix(EACH)
    place = above + pointer([key])
    below = value.get(key) if isinstance(value, dict) else None
    if not more:
        yield place, about
    elif isinstance(below, list):
        for number, entry in enumerate(below):
            if isinstance(entry, dict):
                told = next((str(entry[each]) for each in _NAMES if entry.get(each)), "")
                yield from _places(entry, more, f"{place}/{number}", told)
    elif not name.endswith(EACH) or isinstance(below, dict):
        yield from _places(below, more, place, about)
