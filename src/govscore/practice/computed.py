"""What rules see beside the fields of a file: worked out from them, the catalogue and the day.

The vocabularies say by their flags which words earn; this is where they come to bear.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from govscore.catalogue import instruments, references, standings, vocabularies
from govscore.practice.identity import LeadBody
from govscore.practice.legal import Conflict, NationalItem, TreatyItem
from govscore.practice.own_text import names_the_practice
from govscore.practice.policy import Funding, Policy
from govscore.practice.stakeholders import Stakeholder

if TYPE_CHECKING:
    from collections.abc import Callable

    from govscore.practice.base import Section
    from govscore.practice.record import Practice

Fields = dict[str, Any]

WHOLE = {
    "international": ("legal_basis", "international"),
    "policies": ("policies",),
    "funding": ("resources", "funding"),
    "formulation": ("stakeholders", "formulation"),
    "application": ("stakeholders", "application"),
    "evaluation": ("stakeholders", "evaluation"),
}
"""The lists that may be whole, by the name that rules use, and where they stand."""


class Setting(NamedTuple):
    """What a part is seen against: the day, and the title, countries and end of its practice."""

    as_of: str
    title: str
    countries: tuple[str, ...]
    end: str | None


def whole(practice: Practice) -> Fields:
    """Tell of each list whether what it lacks is known to be absent."""
    return {name: _whole(practice, path) for name, path in WHOLE.items()}


def unfinished(practice: Practice) -> list[str]:
    """Name the lists that are begun, and may lack something."""
    return [
        name
        for name, path in WHOLE.items()
        if _entries(practice, path) and not _whole(practice, path)
    ]


def _whole(practice: Practice, path: tuple[str, ...]) -> bool:
    entries = _entries(practice, path)
    searched = (practice.searched or {}).get(".".join(path))
    return entries == [] or (entries is not None and bool(searched))


def _entries(practice: Practice, path: tuple[str, ...]) -> Any:  # noqa: ANN401 - of any kind
    value: Any = practice
    for name in path:
        value = getattr(value, name, None)
    return value


def earns(item: TreatyItem | NationalItem) -> bool:
    """Tell whether the practice stands with the text and does not merely leave it uncited."""
    return _fits(item.alignment) and getattr(item, "use", None) != "not_cited"


def _fits(alignment: str | None) -> bool:
    return alignment in vocabularies.flagged("alignment", "fits")


def stands_against(item: TreatyItem | NationalItem) -> bool:
    """Tell whether a competent body found a conflict that is not remedied, on evidence."""
    return (
        item.alignment == "conflicting"
        and _unsettled(item)
        and item.conflict is not None
        and item.conflict.found_by in vocabularies.flagged("found_by", "competent")
    )


def raises_concern(item: TreatyItem | NationalItem) -> bool:
    """Tell whether a competent or expert body raised a concern that is not settled, on evidence."""
    return (
        item.alignment in ("contested", "conflicting")
        and _unsettled(item)
        and item.conflict is not None
        and any(
            item.conflict.found_by in vocabularies.flagged("found_by", flag)
            for flag in ("competent", "expert")
        )
    )


def _unsettled(item: TreatyItem | NationalItem) -> bool:
    conflict = item.conflict
    return (
        bool(item.evidence)
        and conflict is not None
        and conflict.state not in ("remedied", "overruled")
    )


def conflict_now(item: TreatyItem | NationalItem, as_of: str) -> str | None:
    """Give the state of a conflict on a day: one whose remedy is overdue stands."""
    conflict = item.conflict
    if conflict is None:
        return None
    state = conflict.state or "standing"
    return "standing" if state == "being_remedied" and _overdue(conflict, as_of) else state


def _overdue(conflict: Conflict, as_of: str) -> bool:
    last = conflict.until
    if conflict.year:
        latest = f"{conflict.year + _REMEDY_AT_MOST:04}"
        last = min(last, latest) if last else f"{conflict.year + _REMEDY:04}"
    return last is not None and last < as_of[: len(last)]


_REMEDY = 3
"""Years after the finding in which a remedy is awaited where no date is given."""
_REMEDY_AT_MOST = 5
"""Years after the finding from which no date puts a remedy off."""


def _law(item: TreatyItem | NationalItem, setting: Setting) -> Fields:
    conflict = item.conflict
    return {
        "earns": earns(item),
        "standing_conflict": stands_against(item),
        "standing_concern": raises_concern(item),
        "conflict_state": (conflict.state or "standing") if conflict else None,
        "conflict_now": conflict_now(item, setting.as_of),
        "found_by": conflict.found_by if conflict else None,
    }


def _treaty(item: TreatyItem, setting: Setting) -> Fields:
    known = instruments.instrument(item.instrument) if item.instrument else None
    return {
        **_law(item, setting),
        **_standing(item, setting),
        "category": known.category if known else item.category,
        "unit": known.unit if known else item.instrument or item.title,
    }


def _national(item: NationalItem, setting: Setting) -> Fields:
    known = [instruments.instrument(each) for each in item.implements or []]
    return {
        **_law(item, setting),
        "implemented_units": [each.unit for each in known if each],
        "implemented_categories": [each.category for each in known if each],
    }


def _standing(item: TreatyItem, setting: Setting) -> Fields:
    """Give how the countries stand to a treaty on the day, as far as that is known."""
    states = [_state(item, country, setting.as_of) for country in setting.countries]
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


def _row(row: Stakeholder, setting: Setting) -> Fields:
    return {
        "rank": row.rank,
        "not_relevant": row.participation == "not_relevant",
        "earns": row.takes_part,
        "ended": _ended(row.until, setting),
    }


def _funding(line: Funding, setting: Setting) -> Fields:
    return {
        "years": _years(line),
        "ended": not line.recurring and _ended(line.end, setting),
        "open_ended": line.recurring is None and line.end is None,
    }


def _years(line: Funding) -> int:
    if line.start and line.end:
        return int(line.end[:4]) - int(line.start[:4]) + 1
    return 2 if line.recurring else 1


def _ended(last: str | None, setting: Setting) -> bool:
    """Tell whether something ended before the practice did, or before the day if that runs on."""
    return last is not None and last[:4] < (setting.end or setting.as_of)[:4]


def is_own(policy: Policy, title: str) -> bool:
    """Tell whether a policy is the own text of the practice of that title.

    A framework of the catalogue never is; else the file says so, or the titles do.
    """
    if policy.own is not None:
        return policy.own
    framework = policy.framework in references.frameworks()
    return not framework and names_the_practice(policy.title, title)


def _policy(policy: Policy, setting: Setting) -> Fields:
    return {
        "link": policy.link.kind if policy.link else None,
        "earns": _fits(policy.alignment),
        "own": is_own(policy, setting.title),
    }


def _lead_body(body: LeadBody, setting: Setting) -> Fields:
    del setting
    return {
        "public": body.type in vocabularies.flagged("group", "public"),
        "is_migrant_led": bool(body.is_migrant_led),
    }


COMPUTED: dict[type[Section], Callable[[Any, Setting], Fields]] = {
    TreatyItem: _treaty,
    NationalItem: _national,
    Stakeholder: _row,
    Funding: _funding,
    Policy: _policy,
    LeadBody: _lead_body,
}
"""What computes the fields that the view adds to a part, or replaces in it."""
