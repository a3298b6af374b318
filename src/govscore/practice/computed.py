"""What rules see beside the fields of a file: worked out from them, the catalogue and the day.

The vocabularies say by their flags which words earn; this is where they come to bear.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from govscore.catalogue import instruments, standings, vocabularies
from govscore.practice.identity import LeadBody
from govscore.practice.legal import NationalItem, TreatyItem
from govscore.practice.policy import Funding, Policy
from govscore.practice.stakeholders import Stakeholder

if TYPE_CHECKING:
    from collections.abc import Callable

    from govscore.practice.base import Section

Fields = dict[str, Any]


def earns(item: TreatyItem | NationalItem) -> bool:
    """Tell whether the practice stands with the text and does not merely leave it uncited."""
    return _fits(item.alignment) and getattr(item, "use", None) != "not_cited"


def _fits(alignment: str) -> bool:
    return alignment in vocabularies.flagged("alignment", "fits")


def stands_against(item: TreatyItem | NationalItem) -> bool:
    """Tell whether a competent body found a conflict that is not remedied, on evidence."""
    conflict = item.conflict
    return (
        item.alignment == "conflicting"
        and bool(item.evidence)
        and conflict is not None
        and conflict.found_by in vocabularies.flagged("found_by", "competent")
        and conflict.state != "remedied"
    )


def _law(item: TreatyItem | NationalItem) -> Fields:
    conflict = item.conflict
    return {
        "earns": earns(item),
        "standing_conflict": stands_against(item),
        "conflict_state": (conflict.state or "standing") if conflict else None,
        "found_by": conflict.found_by if conflict else None,
    }


def _treaty(item: TreatyItem) -> Fields:
    known = instruments.instrument(item.instrument) if item.instrument else None
    return {
        **_law(item),
        "category": known.category if known else item.category,
        "unit": known.unit if known else item.instrument or item.title,
    }


def _national(item: NationalItem) -> Fields:
    known = [instruments.instrument(each) for each in item.implements or []]
    return {
        **_law(item),
        "implemented_units": [each.unit for each in known if each],
        "implemented_categories": [each.category for each in known if each],
    }


def standing(item: TreatyItem, countries: list[str], as_of: str) -> Fields:
    """Give how the countries stand to a treaty on a day, as far as that is known."""
    states = [_state(item, country, as_of) for country in countries]
    return {
        "status_known": bool(states) and "not_covered" not in states,
        "party_everywhere": bool(states) and all(state == "party" for state in states),
    }


def _state(item: TreatyItem, country: str, as_of: str) -> str:
    given = item.status.get(country) if isinstance(item.status, dict) else item.status
    if given or item.instrument is None:
        return given or "not_covered"
    known = standings.standing(item.instrument, country, as_of)
    # A list that was complete a while ago is the best knowledge there is of who is not on it.
    return "not_party" if known.reason == "after_list" else known.state


def _row(row: Stakeholder) -> Fields:
    return {
        "rank": row.rank,
        "not_relevant": row.participation == "not_relevant",
        "earns": row.takes_part,
    }


def _funding(line: Funding) -> Fields:
    if line.start and line.end:
        return {"years": int(line.end[:4]) - int(line.start[:4]) + 1}
    return {"years": 2 if line.recurring else 1}


def _policy(policy: Policy) -> Fields:
    return {
        "link": policy.link.kind if policy.link else None,
        "earns": _fits(policy.alignment),
    }


def _lead_body(body: LeadBody) -> Fields:
    return {
        "public": body.type in vocabularies.flagged("group", "public"),
        "is_migrant_led": bool(body.is_migrant_led),
    }


COMPUTED: dict[type[Section], Callable[[Any], Fields]] = {
    TreatyItem: _treaty,
    NationalItem: _national,
    Stakeholder: _row,
    Funding: _funding,
    Policy: _policy,
    LeadBody: _lead_body,
}
"""What computes the fields that the view adds to a part, or replaces in it."""

_LAW = {"earns": bool, "standing_conflict": bool, "conflict_state": str, "found_by": str}
COMPUTED_FIELDS: dict[type[Section], dict[str, Any]] = {
    TreatyItem: {
        **_LAW,
        "category": str,
        "unit": str,
        "status_known": bool,
        "party_everywhere": bool,
    },
    NationalItem: {**_LAW, "implemented_units": list[str], "implemented_categories": list[str]},
    Stakeholder: {"rank": int, "not_relevant": bool, "earns": bool},
    Funding: {"years": int},
    Policy: {"link": str, "earns": bool},
    LeadBody: {"public": bool, "is_migrant_led": bool},
}
"""The types of the fields that the view adds or replaces, for checking rules before they run."""
