"""What must hold of every score: on the practices of the repository, and on variations of them.

Saying less never earns more, and saying more that is true and good never costs anything. The phases
that are due are held as they are: a phase that leaves the tree moves shares, which is no reward.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from math import isnan
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from govscore import yamlio
from govscore.catalogue import vocabularies
from govscore.practice.phases import PHASES, due
from govscore.practice.record import Practice
from govscore.rubric import files
from govscore.rubric.compiled import Rubric
from govscore.scoring import score
from govscore.scoring.conclusion import Conclusion, conclude
from govscore.scoring.conditions import Conditions
from govscore.scoring.read import Assumptions, Readings, read
from govscore.scoring.totals import known

Record = dict[str, Any]

AS_OF = "2026-11-24"
OPTIONS = Assumptions(AS_OF)
CLOSE = 1e-9
SECTIONS = (
    *("legal_basis/international", "legal_basis/regional", "legal_basis/national", "policies"),
    *("coordination", "checks", "resources", "delivery", "stakeholders/formulation"),
    *("stakeholders/application", "stakeholders/evaluation", "social_dialogue", "evaluations"),
)
"""The sections marked S in the table of fields, but for evidence and assessments."""
GOOD = {
    "policies": "alignment",
    "legal_basis/national": "alignment",
    "legal_basis/international": "alignment",
    "stakeholders/formulation": "mode",
    "stakeholders/application": "mode",
    "stakeholders/evaluation": "mode",
    "resources/funding": "source",
    "evaluations": "independence",
}
"""Lists whose items are facts, each with a field that every item has."""
_CITED = {"use": "reference", "alignment": "consistent", "provisions": ["1"], "status": "party"}
_INVITED = [
    {"who": "They", "groups": [group], "participation": how, "mode": "invited", "role": "partner"}
    for group in ("migrant_community", "civil_society", "employers", "workers")
    for how in ("consult", "collaborate")
]
NEW: dict[str, list[Record]] = {
    "legal_basis/international": [
        {"instrument": each, **_CITED}
        for each in ("icerd", "ilo-c189", "vccr-1963", "icrmw", "ilo-c097", "refugee-protocol-1967")
    ],
    "resources/funding": [
        {"source": source, "recurring": True, "contract_secured": True}
        for source in ("own_budget", "international_donor")
    ],
    "stakeholders/formulation": _INVITED,
    "stakeholders/application": _INVITED,
    "stakeholders/evaluation": _INVITED,
}
"""Good facts that a list which is not whole may lack."""
_SOCIETY = ("civil_society", "faith_based", "red_cross_crescent", "diaspora")
"""Groups that one criterion reads together with the communities."""
FOLDER = Path(__file__).parents[1] / "practices"
RECORDS: dict[str, Record] = {
    path.stem: yamlio.read(path, path.name).value for path in sorted(FOLDER.glob("*.yaml"))
}
GMPA = files.load("gmpa")
CHECKS = {
    each.id: list(each.measure.names())
    for each in GMPA.spec.criteria
    if each.measure.kind == "checklist"
}
few = settings(max_examples=30, deadline=None)
every_practice = pytest.mark.parametrize("name", RECORDS)


class Scored:
    """A record as it was read and what it came to."""

    def __init__(self, record: Record, under: Rubric = GMPA) -> None:
        self.taken: Readings = read(Practice.model_validate(record), under, OPTIONS)
        self.outcome: Conclusion = conclude(
            under, self.taken.readings, Conditions.of(self.taken.case)
        )

    def levels(self) -> dict[tuple[str, str], float]:
        readings = self.taken.readings.items()
        return {
            (name, kind): getattr(reading, kind) or 0
            for name, reading in readings
            for kind in ("claimed", "credited", "low")
        }

    def lows(self) -> dict[str, float]:
        values = self.outcome.totals
        return {node.id: values[node.id].low for node in GMPA.top if node.id in values}


def _held(record: Record) -> Record:
    """Set the phase reached to the last that is due, so that none leaves with its facts."""
    phases = due(Practice.model_validate(record), AS_OF)
    return {**record, "phase_reached": [phase for phase in PHASES if phase in phases][-1]}


def _section(record: Record, path: str) -> Any:
    found: Any = record
    for step in path.split("/"):
        found = found.get(step) if isinstance(found, dict) else None
    return found


def _replaced(record: Record, path: str, section: object) -> Record:
    """Put a section in the place of another, or leave it out where it is `None`."""
    first, _, rest = path.partition("/")
    if rest:
        section = _replaced(record.get(first) or {}, rest, section)
    left = {key: value for key, value in record.items() if key != first}
    return left if section is None else {**left, first: section}


def _conflicts(section: object) -> bool:
    if isinstance(section, dict):
        return section.get("alignment") == "conflicting" or any(map(_conflicts, section.values()))
    return isinstance(section, list) and any(map(_conflicts, section))


def _no_higher(less: Scored, more: Scored) -> list[object]:
    """List what is higher in the first than in the second."""
    levels, lows = more.levels(), more.lows()
    found: list[object] = [key for key, level in less.levels().items() if level > levels[key]]
    assert less.lows().keys() == lows.keys()
    return found + [name for name, low in less.lows().items() if low > lows[name] + CLOSE]


def _opened(before: Scored, after: Scored) -> list[object]:
    """List what reaches higher in the second than in the first."""
    readings, values = before.taken.readings, before.outcome.totals
    criteria = [n for n, r in after.taken.readings.items() if r.high > readings[n].high]
    nodes = [n for n, v in after.outcome.totals.items() if v.high > values[n].high + CLOSE]
    return [*criteria, *nodes]


def _additions(record: Record) -> Iterator[tuple[str, Record]]:
    """Add one good fact to each list that is not whole, with the strongest evidence.

    How far those took part whom a row names is told by that row; a higher one would contradict it.
    """
    new = {"id": "e-new", "type": "official_legal_text", "title": "A text"}
    for path, items in NEW.items():
        there = _section(record, path)
        if there == [] or path.replace("/", ".") in record.get("searched", {}):
            continue
        told = {name for each in there or [] for name in _about(each)}
        for item in items:
            if not told & _about(item):
                more = _replaced(record, path, [*(there or []), {**item, "evidence": ["e-new"]}])
                yield f"{path}: {item}", {**more, "evidence": [*record["evidence"], new]}


def _about(item: Record) -> set[str]:
    """Name what an item settles by itself: its instrument, or the groups of a row."""
    groups = set(item.get("groups", []))
    society = groups & {*vocabularies.flagged("group", "community"), *_SOCIETY}
    return {item.get("instrument", ""), *groups, *({"society"} if society else ())} - {""}


def _deletions(record: Record) -> Iterator[tuple[str, Record]]:
    for path in (*SECTIONS, "legal_basis", "stakeholders"):
        section = _section(record, path)
        if section is not None and not _conflicts(section):
            yield path, _replaced(record, path, None)


def _open(record: Record) -> Iterator[tuple[str, str]]:
    """List the items of checklists that are open."""
    for name, items in CHECKS.items():
        for item in items:
            told = _section(record, f"checks/{name}/{item}")
            if (told.get("answer") if isinstance(told, dict) else told) in {None, "unknown"}:
                yield name, item


def _yes(record: Record, name: str, item: str) -> Record:
    return _replaced(record, f"checks/{name}/{item}", "yes")


@every_practice
def test_leaving_out_a_section_without_a_conflict_never_raises_anything(name: str) -> None:
    record = _held(RECORDS[name])
    whole = Scored(record)

    deletions = list(_deletions(record))

    assert deletions
    for path, shorter in deletions:
        assert _no_higher(Scored(shorter), whole) == [], path


@every_practice
def test_answering_open_items_yes_one_after_the_other_never_lowers_anything(name: str) -> None:
    record = _held(RECORDS[name])
    before = Scored(record)

    while answered := dict(_open(record)):
        for checklist, item in answered.items():
            record = _yes(record, checklist, item)
        after = Scored(record)
        assert _no_higher(before, after) == [], answered
        before = after


@every_practice
def test_a_good_fact_in_a_list_that_is_not_whole_lowers_nothing_and_opens_nothing(
    name: str,
) -> None:
    record = _held(RECORDS[name])
    before = Scored(record)

    added = list(_additions(record))

    for what, more in added:
        after = Scored(more)
        assert _no_higher(before, after) == [], what
        assert _opened(before, after) == [], what


@every_practice
def test_no_node_has_a_point_of_which_less_than_the_minimum_is_known(name: str) -> None:
    least = GMPA.spec.coverage.overall
    values = Scored(RECORDS[name]).outcome.totals

    assert {
        node
        for node, value in values.items()
        if value.coverage < least - CLOSE and known(value.point) is not None
    } == set()


@pytest.mark.parametrize("instrument", ["icerd", "ilo-c189", "ilo-c097", "icrmw"])
def test_an_instrument_that_is_not_cited_tells_nothing_of_the_others(instrument: str) -> None:
    record = RECORDS["sao-paulo-pmpi"]
    item = {"instrument": instrument, "use": "not_cited"}

    before = Scored(record)
    after = Scored(_replaced(record, "legal_basis/international", [item]))

    assert _section(record, "legal_basis/international") is None
    for name, reading in after.taken.readings.items():
        known = before.taken.readings[name]
        assert (reading.low, reading.high) == (known.low, known.high), name
        assert reading.status == known.status, name


@every_practice
def test_without_any_evidence_nothing_is_higher(name: str) -> None:
    record = _held(RECORDS[name])

    assert _no_higher(Scored({**record, "evidence": []}), Scored(record)) == []


@every_practice
def test_points_shares_and_coverages_keep_their_bounds(name: str) -> None:
    _bounded(Scored(RECORDS[name]))


@every_practice
def test_two_scorings_are_equal(name: str) -> None:
    practice = Practice.model_validate(RECORDS[name])

    one, other = (score.score(practice, GMPA, OPTIONS, path="p.yaml") for _ in range(2))

    assert one.model_dump_json() == other.model_dump_json()


def _bounded(scored: Scored) -> None:
    tree = scored.outcome.tree
    leaves = [tree.shares[name] for name in GMPA.leaves if name in tree.shares]
    assert sum(leaves) == pytest.approx(1)
    for value in scored.outcome.totals.values():
        assert 0 <= value.low <= value.high + CLOSE <= 100 + 2 * CLOSE
        assert 0 <= value.coverage <= 1 + CLOSE
        assert isnan(value.point) or value.low - CLOSE <= value.point <= value.high + CLOSE
    for reading in scored.taken.readings.values():
        assert 0 <= reading.low <= reading.high <= 4
        if reading.credited is not None:
            assert reading.low <= reading.credited <= (reading.claimed or 0) <= reading.high


WORDS = {
    "alignment": ["consistent", "partly", "unclear"],
    "level": list(vocabularies.words("level")),
    "design": list(vocabularies.words("evaluation_design")),
    "body": list(vocabularies.words("social_dialogue_body")),
    **{
        field: list(vocabularies.words(field))
        for field in ("use", "participation", "mode", "role", "enforcement", "gap", "independence")
    },
    **{
        field: list(vocabularies.words("tri"))
        for field in ("answered", "published", "taken_up", "baseline", "formal", "decides")
    },
}
"""The fields whose words a variation exchanges. A conflict is neither made nor unmade."""


def _places(value: object) -> Iterator[tuple[dict[str, Any], str]]:
    """List the fields of all mappings within a value."""
    if isinstance(value, dict):
        yield from ((value, key) for key in value)
        value = list(value.values())
    for child in value if isinstance(value, list) else ():
        yield from _places(child)


@st.composite
def variations(draw: st.DrawFn) -> Record:
    """Vary a practice: words, evidence, items, ratings, and a section of another practice."""
    record = deepcopy(RECORDS[draw(st.sampled_from(sorted(RECORDS)))])
    ids = [each["id"] for each in record["evidence"]]
    for path in draw(st.lists(st.sampled_from(SECTIONS), max_size=2)):
        other = deepcopy(_section(RECORDS[draw(st.sampled_from(sorted(RECORDS)))], path))
        if other is not None and not _conflicts([other, _section(record, path)]):
            for holder, key in list(_places(other)):
                if key == "evidence":
                    holder[key] = [draw(st.sampled_from(ids))]
            record = _replaced(record, path, other)
    for _ in range(draw(st.integers(0, 6))):
        _vary(draw, record)
    ratings = draw(st.lists(_rating(record, ids), max_size=3))
    record["assessments"] = [*record.get("assessments", []), *ratings]
    return record


def _vary(draw: st.DrawFn, record: Record) -> None:
    fields = [
        (holder, key)
        for path in SECTIONS
        for holder, key in _places(_section(record, path))
        if holder.get("alignment") != "conflicting"
    ]
    words = [(holder, key) for holder, key in fields if holder[key] in WORDS.get(key, [])]
    backed = [(holder, key) for holder, key in fields if key == "evidence"]
    kind = draw(st.sampled_from(["word", "word", "bare", "type", "answer"]))
    if kind == "word" and words:
        holder, key = draw(st.sampled_from(words))
        holder[key] = draw(st.sampled_from(WORDS[key]))
    elif kind == "bare" and backed:
        holder, key = draw(st.sampled_from(backed))
        holder.pop(key)
    elif kind == "type":
        evidence = draw(st.sampled_from(record["evidence"]))
        evidence["type"] = draw(st.sampled_from(vocabularies.words("evidence_type")))
    elif kind == "answer":
        name = draw(st.sampled_from(sorted(CHECKS)))
        answers = record.setdefault("checks", {}).setdefault(name, {})
        answers[draw(st.sampled_from(CHECKS[name]))] = draw(
            st.sampled_from(vocabularies.words("answer"))
        )


def _rating(record: Record, ids: list[str]) -> st.SearchStrategy[Record]:
    bodies = record["lead_body"] if isinstance(record["lead_body"], list) else [record["lead_body"]]
    rating = st.fixed_dictionaries(
        {"level": st.integers(0, 4)}, optional={"evidence": st.sampled_from(ids).map(lambda e: [e])}
    )
    return st.fixed_dictionaries(
        {
            "assessor": st.just("an evaluator"),
            "affiliation": st.sampled_from(["a university", bodies[0]["name"]]),
            "date": st.just("2026"),
            "rubric": st.just("gmpa@1.0.0"),
            "ratings": st.dictionaries(
                st.sampled_from([each.id for each in GMPA.spec.criteria]), rating, max_size=3
            ),
        }
    )


@few
@given(record=variations(), data=st.data())
def test_of_any_variation_less_never_earns_more(record: Record, data: st.DataObject) -> None:
    record = _held(record)
    shorter = [*_deletions(record), ("evidence", {**record, "evidence": []})]
    path, less = data.draw(st.sampled_from(shorter))

    assert _no_higher(Scored(less), Scored(record)) == [], path


@few
@given(record=variations(), data=st.data())
def test_of_any_variation_a_yes_never_costs_anything(record: Record, data: st.DataObject) -> None:
    record = _held(record)
    open_ = list(_open(record))
    assume(open_)
    name, item = data.draw(st.sampled_from(open_))

    assert _no_higher(Scored(record), Scored(_yes(record, name, item))) == []


@few
@given(record=variations(), data=st.data())
def test_of_any_variation_a_good_fact_more_never_lowers_anything(
    record: Record, data: st.DataObject
) -> None:
    record = _held(record)
    paths = [path for path in GOOD if _section(record, path)]
    assume(paths)
    path = data.draw(st.sampled_from(paths))
    items = _section(record, path)
    item = data.draw(st.sampled_from(items))
    assume(not _conflicts(item))
    kind = data.draw(st.sampled_from(vocabularies.words("evidence_type")))
    copy = {**item, "evidence": [*item.get("evidence", []), "e-new"]}
    more = _replaced(record, path, [*items, copy])
    more = {**more, "evidence": [*record["evidence"], {"id": "e-new", "type": kind}]}

    assert _no_higher(Scored(record), Scored(more)) == [], path


@few
@given(record=variations())
def test_of_any_variation_points_shares_and_coverages_keep_their_bounds(record: Record) -> None:
    _bounded(Scored(record))
