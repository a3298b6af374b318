"""The practice as rules see it: plain mappings, with what follows from the catalogue worked out.

A section left out is an absent key, so that a rule that reads it comes out unknown. Inside an item
an absent scalar is null and an absent list empty. The answer `unknown` counts as left out.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, get_args

from govscore import catalogue
from govscore.practice.base import Part
from govscore.practice.identity import LeadBody
from govscore.practice.legal import NationalItem, TreatyItem
from govscore.practice.policy import Checklist, Funding, Policy
from govscore.practice.stakeholders import Row

if TYPE_CHECKING:
    from collections.abc import Callable

    from govscore.practice.record import Practice

View = dict[str, Any]

_EARNING = frozenset({"consistent", "partly"})


def view(practice: Practice, as_of: str, keys: frozenset[str] | None = None) -> View:
    """Give the view of the practice on the day `as_of` (YYYY-MM-DD), which dates treaty status.

    With `keys`, only these keys, and those that evidence is weighed by, are shown.
    """
    record = _Seen(None if keys is None else keys | _WEIGHED).section(practice)
    record.pop("assessments", None)
    countries = practice.countries or []
    for name, items in record.get("legal_basis", {}).items():
        if name in {"international", "regional"}:
            for item, source in zip(items, getattr(practice.legal_basis, name), strict=True):
                item.update(_standing(source, countries, as_of))
    return record


_WEIGHED = frozenset({"evidence", "alignment", "is_migrant_led", "standing_conflict"})


class _Seen:
    """Shows parts of a practice, with the keys that are to be seen."""

    def __init__(self, keys: frozenset[str] | None) -> None:
        self._keys = keys

    def section(self, part: Part) -> View:
        """Show a section: what was left out is absent."""
        return {
            key: self._value(value, in_item=False)
            for name, key in self._names(type(part))
            if name in part.model_fields_set
            and (value := getattr(part, name)) is not None
            and value != "unknown"
        }

    def _item(self, part: Part) -> View:
        kind = type(part)
        record = dict(_blank(kind, self._keys))
        for name, key in self._names(kind):
            if name in part.model_fields_set:
                value = getattr(part, name)
                if value is not None and value != "unknown":
                    record[key] = self._value(value, in_item=True)
        if kind in _COMPUTED:
            record.update(_COMPUTED[kind](part))
        return record

    def _names(self, model: type[Part]) -> tuple[tuple[str, str], ...]:
        return _names(model, self._keys)

    def _value(self, value: Any, *, in_item: bool) -> Any:  # noqa: ANN401 - a field is of any kind
        if isinstance(value, str):
            return value
        if isinstance(value, list):
            return [self._item(entry) if isinstance(entry, Part) else entry for entry in value]
        if isinstance(value, Checklist):
            return {
                name: checked.answer
                for name, checked in value.answers().items()
                if checked.answer != "unknown"
            }
        if isinstance(value, Part):
            return self._item(value) if in_item else self.section(value)
        if isinstance(value, dict):
            return {key: self._value(entry, in_item=in_item) for key, entry in value.items()}
        return value


@cache
def _names(model: type[Part], keys: frozenset[str] | None) -> tuple[tuple[str, str], ...]:
    """List the fields that are to be seen, each with its key in the file."""
    named = ((name, field.alias or name) for name, field in model.model_fields.items())
    return tuple((name, key) for name, key in named if keys is None or key in keys)


@cache
def _blank(model: type[Part], keys: frozenset[str] | None) -> View:
    """Give an item of which nothing is known: null for scalars, empty lists."""
    return {
        key: [] if _holds_list(model.model_fields[name].annotation) else None
        for name, key in _names(model, keys)
    }


def _holds_list(annotation: Any) -> bool:  # noqa: ANN401 - an annotation is of any kind
    origin = getattr(annotation, "__origin__", None)
    return origin is list or any(_holds_list(part) for part in get_args(annotation))


def earns(item: TreatyItem | NationalItem) -> bool:
    """Tell whether the practice stands with the text and does not merely leave it uncited."""
    return item.alignment in _EARNING and getattr(item, "use", None) != "not_cited"


def stands_against(item: TreatyItem | NationalItem) -> bool:
    """Tell whether a competent body found a conflict that is not remedied, on evidence."""
    conflict = item.conflict
    return (
        item.alignment == "conflicting"
        and bool(item.evidence)
        and conflict is not None
        and conflict.found_by in catalogue.flagged("found_by", "competent")
        and conflict.state != "remedied"
    )


def _law(item: TreatyItem | NationalItem) -> View:
    conflict = item.conflict
    return {
        "earns": earns(item),
        "standing_conflict": stands_against(item),
        "conflict_state": (conflict.state or "standing") if conflict else None,
        "found_by": conflict.found_by if conflict else None,
    }


def _treaty(item: TreatyItem) -> View:
    known = catalogue.instrument(item.instrument) if item.instrument else None
    return {
        **_law(item),
        "category": known.category if known else item.category,
        "unit": known.unit if known else item.instrument or item.title,
    }


def _national(item: NationalItem) -> View:
    known = [catalogue.instrument(each) for each in item.implements or []]
    return {
        **_law(item),
        "implemented_units": [each.unit for each in known if each],
        "implemented_categories": [each.category for each in known if each],
    }


def _standing(item: TreatyItem, countries: list[str], as_of: str) -> View:
    states = [_state(item, country, as_of) for country in countries]
    return {
        "status_known": bool(states) and "not_covered" not in states,
        "party_everywhere": bool(states) and all(state == "party" for state in states),
    }


def _state(item: TreatyItem, country: str, as_of: str) -> str:
    given = item.status.get(country) if isinstance(item.status, dict) else item.status
    if given or item.instrument is None:
        return given or "not_covered"
    standing = catalogue.standing(item.instrument, country, as_of)
    # A list that was complete a while ago is the best knowledge there is of who is not on it.
    return "not_party" if standing.reason == "after_list" else standing.state


def _row(row: Row) -> View:
    return {
        "rank": _rank(row.participation),
        "not_relevant": row.participation == "not_relevant",
        "earns": row.mode in {"lead", "invited"}
        or (row.mode == "own_initiative" and row.answered == "yes"),
    }


def _rank(participation: str) -> int:
    """Give IAP2's level (collaborate and empower rank the same), -1 if unknown."""
    rank = catalogue.vocabulary("participation")[participation].rank
    return -1 if rank is None else rank


def _funding(line: Funding) -> View:
    if line.start and line.end:
        return {"years": int(line.end[:4]) - int(line.start[:4]) + 1}
    return {"years": 2 if line.recurring else 1}


def _policy(policy: Policy) -> View:
    return {
        "link": policy.link.kind if policy.link else None,
        "earns": policy.alignment in _EARNING,
    }


def _lead_body(body: LeadBody) -> View:
    return {
        "public": body.type in catalogue.flagged("group", "public"),
        "is_migrant_led": bool(body.is_migrant_led),
    }


_COMPUTED: dict[type[Part], Callable[[Any], View]] = {
    TreatyItem: _treaty,
    NationalItem: _national,
    Row: _row,
    Funding: _funding,
    Policy: _policy,
    LeadBody: _lead_body,
}

_LAW = {"earns": bool, "standing_conflict": bool, "conflict_state": str, "found_by": str}
COMPUTED_FIELDS: dict[type[Part], dict[str, Any]] = {
    TreatyItem: {
        **_LAW,
        "category": str,
        "unit": str,
        "status_known": bool,
        "party_everywhere": bool,
    },
    NationalItem: {**_LAW, "implemented_units": list[str], "implemented_categories": list[str]},
    Row: {"rank": int, "not_relevant": bool, "earns": bool},
    Funding: {"years": int},
    Policy: {"link": str, "earns": bool},
    LeadBody: {"public": bool, "is_migrant_led": bool},
}
"""The types of the fields that the view adds or replaces, for checking rules before they run."""
