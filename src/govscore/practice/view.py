"""The practice as rules see it: plain mappings, with what follows from the catalogue worked out.

A section left out is an absent key, so that a rule that reads it comes out unknown. Inside an item
an absent scalar is null and an absent list empty. The answer `unknown` counts as left out.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple, get_args

from govscore.practice.base import Section
from govscore.practice.computed import COMPUTED, Setting, whole
from govscore.practice.policy import Checklist

if TYPE_CHECKING:
    from collections.abc import Callable

    from govscore.practice.computed import Fields
    from govscore.practice.record import Practice

View = dict[str, Any]


def view(practice: Practice, as_of: str, keys: frozenset[str] | None = None) -> View:
    """Give the view of the practice on the day `as_of` (YYYY-MM-DD), which dates it all.

    With `keys`, only these keys, and those that evidence is weighed by, are shown.
    """
    seen = _Seen.of(practice, as_of, keys)
    record = seen.section(practice)
    record.pop("assessments", None)
    if "indicator_values" in record:
        record["indicator_values"] = seen.values(practice)
    if keys is None or "whole" in keys:
        record["whole"] = whole(practice)
    return record


def renewed(
    before: View, practice: Practice, as_of: str, keys: frozenset[str], changed: frozenset[str]
) -> View:
    """Give the same view where it is known of a practice that differs in the `changed` keys only.

    What did not change is shared with the view `before`.
    """
    if changed & _EVERYWHERE:
        return view(practice, as_of, keys)
    record = {key: value for key, value in before.items() if key not in changed}
    record |= _Seen.of(practice, as_of, keys).section(practice, changed - {"assessments"})
    if "whole" in keys:
        record["whole"] = whole(practice)
    return record


_EVERYWHERE = frozenset({"title", "countries", "period", "indicator_values"})
"""What the view of other sections goes by, or what is shown in a way of its own."""
_WEIGHED = frozenset({"evidence", "alignment", "is_migrant_led", "standing_conflict"})


class _Seen:
    """Shows parts of a practice, with the keys that are to be seen."""

    def __init__(self, shapes: _Shapes, setting: Setting) -> None:
        self._shapes = shapes
        self._setting = setting

    @classmethod
    def of(cls, practice: Practice, as_of: str, keys: frozenset[str] | None) -> _Seen:
        """Begin on a practice."""
        end = practice.period.end if practice.period else None
        setting = Setting(as_of, practice.title, tuple(practice.countries or ()), end)
        return cls(_shapes(keys), setting)

    def section(self, part: Section, only: frozenset[str] | None = None) -> View:
        """Show a section, or `only` some of its keys: what was left out is absent."""
        names = self._shapes[type(part)].names
        if only is not None:
            names = tuple(each for each in names if each[1] in only)
        return self._given(part, names, {}, in_item=False)

    def values(self, practice: Practice) -> View:
        """Show figures and answers by their key, every number as one that divides exactly."""
        found = {key: practice.indicator(key) for key in practice.indicator_values or ()}
        return {
            key: float(each.value) if type(each.value) is int else each.value
            for key, each in found.items()
            if each is not None
        }

    def _item(self, part: Section) -> View:
        names, blank, compute = self._shapes[type(part)]
        record = blank.copy()
        if names:
            self._given(part, names, record, in_item=True)
        if compute is not None:
            record.update(compute(part, self._setting))
        return record

    def _given(
        self, part: Section, names: tuple[tuple[str, str], ...], record: View, *, in_item: bool
    ) -> View:
        """Put what was given into a record: what is left out is `None` in every part."""
        values = part.__dict__  # faster than attribute by attribute
        for name, key in names:
            value = values[name]
            if type(value) is str:
                if value != "unknown":
                    record[key] = value
            elif value is not None:
                record[key] = self._value(value, in_item=in_item)
        return record

    def _value(self, value: Any, *, in_item: bool) -> Any:  # noqa: ANN401 - a field is of any kind
        kind = type(value)
        if kind in _PLAIN:
            return value
        if kind is list:
            # All entries are of one kind; whether a text is a section is slow to ask.
            parts = value and type(value[0]) is not str and isinstance(value[0], Section)
            return [self._item(entry) for entry in value] if parts else value
        if isinstance(value, Checklist):
            return {
                name: checked.answer
                for name, checked in value.answers().items()
                if checked.answer != "unknown"
            }
        if isinstance(value, Section):
            return self._item(value) if in_item else self.section(value)
        if isinstance(value, dict):
            return {key: self._value(entry, in_item=in_item) for key, entry in value.items()}
        return value


_PLAIN = frozenset({str, int, float, bool})


class _Shape(NamedTuple):
    """How a kind of section is shown: the fields to be seen, each with its key in the file.

    `blank` is an item of which nothing is known: null for scalars, empty lists.
    """

    names: tuple[tuple[str, str], ...]
    blank: View
    compute: Callable[[Any, Setting], Fields] | None


class _Shapes(dict[type[Section], _Shape]):
    """The shape of each kind of section where these keys, or all, are to be seen."""

    def __init__(self, keys: frozenset[str] | None) -> None:
        super().__init__()
        self._keys = None if keys is None else keys | _WEIGHED

    def __missing__(self, model: type[Section]) -> _Shape:
        fields = [
            (name, field.alias or name, field.annotation)
            for name, field in model.model_fields.items()
            if self._keys is None or (field.alias or name) in self._keys
        ]
        self[model] = _Shape(
            tuple((name, key) for name, key, _ in fields),
            {key: [] if _holds_list(annotation) else None for _, key, annotation in fields},
            COMPUTED.get(model),
        )
        return self[model]


_shapes = cache(_Shapes)
"""The shapes by the keys to be seen, of which a rubric hands in the same set for each practice."""


def _holds_list(annotation: Any) -> bool:  # noqa: ANN401 - an annotation is of any kind
    origin = getattr(annotation, "__origin__", None)
    return origin is list or any(_holds_list(part) for part in get_args(annotation))
