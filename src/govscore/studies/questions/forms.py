"""What there is to ask about a practice, before anything is tried: the fields, and what to try.

A field that several criteria ask for is one form.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any, get_args

from govscore.catalogue import instruments, vocabularies
from govscore.pointers import ABSENT, at, pointer, steps
from govscore.practice.base import InstrumentId, Section, Vocabulary
from govscore.result.questions import Write
from govscore.rubric.asks import annotation_of, keyed, section_of
from govscore.rubric.trials import answers
from govscore.scoring.open_fields import OPEN_WORDS, UNSETTLED, lack, open_fields
from govscore.titles import title

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govscore.measures._lack import Lack
    from govscore.result.scored import Lacking
    from govscore.rubric.compiled import Rubric
    from govscore.rubric.model import AskSpec, CriterionSpec
    from govscore.scoring.case import PracticeCase
    from govscore.scoring.read import Readings

Record = dict[str, Any]


@dataclass(frozen=True)
class Trial:
    """A value to try and what it says; `free` stands for any text or date.

    `varied` is an entry that varies a word of the rubric's specimen.
    """

    value: Any
    title: str
    free: bool = False
    varied: bool = False


@dataclass(frozen=True)
class Slot:
    """A place that takes an answer; `of` names the entry in which it lies, or the check.

    With `append`, an answer is a further entry of the list at the pointer.
    """

    pointer: str
    of: str
    append: bool
    trials: list[Trial]

    def write(self, value: Any) -> Write:  # noqa: ANN401 - an answer is of any kind
        """Write an answer here."""
        return Write(pointer=self.pointer, value=value, append=self.append)


@dataclass
class Form:
    """A field to be asked for, with the question of each criterion that asks."""

    field: str
    kind: Lacking
    slots: list[Slot]
    texts: dict[str, str]

    @property
    def entries(self) -> bool:
        """Tell whether entries of a list are asked for."""
        return self.kind in ("list", "entry")


def forms(taken: Readings, record: Record) -> list[Form]:
    """List what the open criteria of a practice ask for, in the order of the rubric."""
    found: dict[str, Form] = {}
    for criterion in taken.case.rubric.spec.criteria:
        if taken.readings[criterion.id].status in UNSETTLED:
            for form in _of(criterion, taken, record):
                known = found.setdefault(form.field, form)
                known.texts |= form.texts
                if known is not form:
                    known.slots = _joined(known.slots, form.slots)
    return list(found.values())


def widened(form: Form) -> Form:
    """Give a form that tries its entries with every instrument too.

    The specimens of a rubric name some; which of them matters may go by the practice.
    """
    slots = [replace(slot, trials=[*slot.trials, *_naming(form, slot)]) for slot in form.slots]
    return replace(form, slots=slots)


def _naming(form: Form, slot: Slot) -> Iterator[Trial]:
    """Vary an entry by the instrument that it names."""
    section = section_of(annotation_of(form.field)) if form.entries else None
    for key, annotation in keyed(section).items() if section else ():
        for trial in [each for each in slot.trials if key in each.value and not each.varied]:
            listed = isinstance(trial.value[key], list)
            for name, known in instruments.instruments().items() if _names(annotation) else ():
                value = {**trial.value, key: [name] if listed else name}
                yield Trial(value, f"{known.title}; {trial.title}", free=True, varied=True)


def _names(annotation: Any) -> bool:  # noqa: ANN401 - an annotation is of any kind
    """Tell whether a field names an instrument, or lists some."""
    return annotation == InstrumentId or any(map(_names, get_args(annotation)))


def _joined(known: list[Slot], more: list[Slot]) -> list[Slot]:
    """Try at each place what any of the criteria would."""
    slots = {each.pointer: each for each in known}
    for each in more:
        first = slots.setdefault(each.pointer, each)
        first.trials.extend(t for t in each.trials if t not in first.trials)
    return list(slots.values())


def _of(criterion: CriterionSpec, taken: Readings, record: Record) -> Iterator[Form]:
    if criterion.measure.asks_fields:
        known = _trials(taken.case.rubric)[criterion.id]
        for ask, trials in zip(criterion.asks, known, strict=True):
            if found := lack(ask, taken.case):
                slots = _asked(ask, found, trials, record)
                yield Form(ask.field, found.kind, slots, {criterion.id: ask.question})
        return
    lacks = open_fields(criterion, taken.readings[criterion.id], taken.case)
    if lacks:
        trials = [_own(*each) for each in criterion.measure.answers()]
        kind = lacks[0].kind
        name = f"checks.{criterion.id}" if kind == "item" else lacks[0].field
        slots = [slot for each in lacks for slot in _self_asked(each, trials, taken.case, record)]
        yield Form(name, kind, slots, {criterion.id: criterion.question})


def _own(value: Any, words: str) -> Trial:  # noqa: ANN401 - an answer is of any kind
    return Trial(value, words or title("answer", str(value)))


def _self_asked(
    lacking: Lack, trials: list[Trial], case: PracticeCase, record: Record
) -> list[Slot]:
    """Make the places of what a measure itself says that it lacks."""
    if lacking.kind == "rating":
        return [_rating(lacking, trials, case)]
    place = lacking.at[0]
    if isinstance(at(place, record), dict):  # an answer with evidence or a remark keeps them
        place += "/answer"
    return [Slot(place, lacking.question, append=False, trials=list(trials))]


def _rating(lacking: Lack, trials: list[Trial], case: PracticeCase) -> Slot:
    """Rate where an evaluator said nothing of the level, or could; else as a new evaluator."""
    criterion = lacking.field.rpartition(".")[2]
    spec = case.rubric.spec
    silent = [each.pointer for each in case.ratings.get(criterion, ()) if each.level is None]
    assessments = enumerate(case.practice.assessments or ())
    own = [n for n, each in assessments if each.rubric.split("@")[0] == spec.rubric]
    free = [pointer(["assessments", n, "ratings", criterion]) for n in own]
    if silent or free:
        return Slot((silent or free)[0], "", append=False, trials=list(trials))
    head = {"assessor": "…", "date": case.as_of, "rubric": f"{spec.rubric}@{spec.version}"}
    wrapped = [Trial({**head, "ratings": {criterion: each.value}}, each.title) for each in trials]
    return Slot("/assessments", "", append=True, trials=wrapped)


@lru_cache(16)
def _trials(rubric: Rubric) -> dict[str, list[list[Trial]]]:
    """Lay out what may be answered to each question of each criterion, whatever the practice."""
    return {each.id: [_tried(ask) for ask in each.asks] for each in rubric.spec.criteria}


def _tried(ask: AskSpec) -> list[Trial]:
    annotation = annotation_of(ask.field)
    values = answers(ask)
    return [
        Trial(value, _says(annotation, value), _free(annotation, value), number >= len(values))
        for number, value in enumerate([*values, *_reworded(ask)])
        if not _everything(annotation, value)
    ]


def _asked(ask: AskSpec, lacking: Lack, trials: list[Trial], record: Record) -> list[Slot]:
    """Make the places of a question of the rubric, with what may be answered there."""
    append = ask.row is not None
    return [
        Slot(placed, _entry(placed, record), append=append, trials=list(trials))
        for each in lacking.at
        for placed in [_placed(each, record)]
    ]


def _reworded(ask: AskSpec) -> Iterator[Record]:
    """Vary the specimen of an entry by every other word that its fields may have."""
    row = ask.row or {}
    section = section_of(annotation_of(ask.field)) if row else None
    fields = keyed(section) if section else {}
    for key, value in row.items():
        name = vocabulary_of(fields[key]) if isinstance(value, str) else None
        if name and key not in ask.vary:
            words = vocabularies.words(name)
            yield from ({**row, key: word} for word in words if word not in (value, *OPEN_WORDS))


def _everything(annotation: Any, value: Any) -> bool:  # noqa: ANN401 - an annotation and a value are of any kind
    """Tell a list of all that could be named where nobody would: of every instrument there is."""
    return isinstance(value, list) and len(value) > 1 and vocabulary_of(annotation) is None


def _placed(place: str, record: Record) -> str:
    """Give a pointer as the file has it: where a list has one entry, a mapping may stand for it."""
    node: Any = record
    kept = []
    for step in steps(place):
        if isinstance(node, dict) and step.isdecimal() and step not in node:
            continue
        kept.append(step)
        found = at(pointer([step]), node)
        node = None if found is ABSENT else found
    return pointer(kept)


def _entry(place: str, record: Record) -> str:
    """Name the entry of a list in which a place lies, nothing where it lies in none."""
    path = steps(place)
    for length in range(len(path) - 1, 0, -1):
        entry = at(pointer(path[:length]), record)
        if path[length - 1].isdecimal() and isinstance(entry, dict):
            named = (entry.get(key) for key in _NAMES)
            return next((str(each) for each in named if each), "")
    return ""


_NAMES = ("who", "title", "name", "source", "instrument")
"""The fields by which an entry is called, the most telling first."""


def _says(annotation: Any, value: Any) -> str:  # noqa: ANN401 - an annotation and a value are of any kind
    """Say a value by the titles of its words."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dict):
        section = section_of(annotation)
        fields = keyed(section) if section else {}
        said = [_says(fields[key], each) for key, each in value.items() if key in fields]
        return "; ".join(each for each in said if each)
    if isinstance(value, list):
        said = [_says(annotation, each) for each in value]
        return ", ".join(each for each in said if each)
    name = vocabulary_of(annotation)
    return title(name, value) if name and value in vocabularies.vocabulary(name) else ""


def _free(annotation: Any, value: Any) -> bool:  # noqa: ANN401 - as above
    """Tell whether a value stands for any text, date or number."""
    bare = value[0] if isinstance(value, list) and value else value
    return not isinstance(bare, bool | dict) and vocabulary_of(annotation) is None


def vocabulary_of(annotation: Any) -> str | None:  # noqa: ANN401 - an annotation is of any kind
    """Name the vocabulary from which a field, or a list, has its words; `None` if from none."""
    if isinstance(annotation, type) and issubclass(annotation, Section):
        return None
    for each in getattr(annotation, "__metadata__", ()):
        if isinstance(each, Vocabulary):
            return each.name
    parts: Sequence[Any] = get_args(annotation)
    return next((name for each in parts if (name := vocabulary_of(each))), None)
