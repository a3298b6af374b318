"""The practice as rules see it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Annotated, Any, get_args, get_origin

import pytest

from govscore.catalogue import vocabularies
from govscore.practice.base import Section
from govscore.practice.fields import COMPUTED_FIELDS
from govscore.practice.record import Practice
from govscore.practice.view import View, renewed, view

Made = Callable[..., Practice]

AS_OF = "2026-11-24"
ROW: dict[str, Any] = {
    "who": "A union",
    "groups": ["workers"],
    "participation": "consult",
    "mode": "invited",
}


@pytest.fixture
def seen(made: Made) -> Callable[..., View]:
    """View the required fields with others laid over them."""

    def see(as_of: str = AS_OF, **fields: object) -> View:
        return view(made(**fields), as_of)

    return see


See = Callable[..., View]


def test_a_section_left_out_is_an_absent_key(seen: See) -> None:
    record = seen(policies=None, coordination={"formal": "yes", "sectors": None})

    assert "policies" not in record
    assert "legal_basis" not in record
    assert record["coordination"] == {"formal": "yes"}


def test_an_empty_list_stays_an_empty_list(seen: See) -> None:
    record = seen(policies=[], stakeholders={"formulation": []}, legal_basis={"national": []})

    assert record["policies"] == []
    assert record["stakeholders"] == {"formulation": []}
    assert record["legal_basis"] == {"national": []}


def test_an_item_has_null_for_an_absent_scalar_and_an_empty_list_for_an_absent_list(
    seen: See,
) -> None:
    law = seen(legal_basis={"national": [{"title": "An act", "alignment": "partly"}]})

    item = law["legal_basis"]["national"][0]
    assert (item["year"], item["mandated_body"], item["gap"], item["note"]) == (None,) * 4
    assert (item["provisions"], item["implements"], item["evidence"]) == ([], [], [])


def test_every_item_of_a_list_has_the_same_keys(seen: See) -> None:
    full = {**ROW, "role": "partner", "resources": "yes", "answered": "no", "note": "n"}

    rows = seen(stakeholders={"application": [ROW, full]})["stakeholders"]["application"]

    assert rows[0].keys() == rows[1].keys()


def test_the_answer_unknown_is_handed_on_as_left_out(seen: See) -> None:
    record = seen(
        coordination={"formal": "unknown", "mechanism": "A committee"},
        checks={"remedy": {"free": "unknown", "recorded": "yes"}, "equal-treatment": {}},
        stakeholders={"formulation": [{**ROW, "participation": "unknown", "answered": "unknown"}]},
        resources={"trained_staff": "unknown"},
    )

    row = record["stakeholders"]["formulation"][0]
    assert record["coordination"] == {"mechanism": "A committee"}
    assert record["checks"] == {"remedy": {"recorded": "yes"}, "equal-treatment": {}}
    assert record["resources"] == {}
    assert (row["participation"], row["answered"], row["rank"]) == (None, None, -1)


def test_a_key_is_that_of_the_file(seen: See) -> None:
    line = {"source": "own_budget", "from": 2016, "to": 2018}

    funding = seen(resources={"funding": [line]})["resources"]["funding"][0]

    assert (funding["from"], funding["to"]) == ("2016", "2018")
    assert "start" not in funding


def test_judgements_are_not_seen(seen: See) -> None:
    assessment = {"assessor": "desk", "date": 2026, "rubric": "gmpa@1.0.0", "ratings": {}}

    assert "assessments" not in seen(assessments=[assessment])


def test_fields_that_a_view_adds_are_those_declared(seen: See) -> None:
    record = seen(
        legal_basis={
            "international": [{"instrument": "icrmw", "alignment": "partly"}],
            "national": [{"title": "An act", "alignment": "partly"}],
        },
        policies=[{"title": "A plan", "alignment": "partly"}],
        resources={"funding": [{"source": "own_budget"}]},
        stakeholders={"formulation": [ROW]},
    )
    items = {
        "Practice": {**dict.fromkeys(Practice.model_fields), **record},
        "Whole": record["whole"],
        "TreatyItem": record["legal_basis"]["international"][0],
        "NationalItem": record["legal_basis"]["national"][0],
        "Policy": record["policies"][0],
        "Funding": record["resources"]["funding"][0],
        "Stakeholder": record["stakeholders"]["formulation"][0],
        "LeadBody": record["lead_body"][0],
    }

    for model, fields in COMPUTED_FIELDS.items():
        own = {field.alias or name for name, field in model.model_fields.items()}
        assert items[model.__name__].keys() == own | fields.keys()


@pytest.mark.parametrize(
    ("part", "whole"),
    [
        ({}, False),
        ({"resources": {}}, False),
        ({"resources": {"funding": []}}, True),
        ({"resources": {"funding": [{"source": "in_kind"}]}}, False),
        (
            {"resources": {"funding": [{"source": "in_kind"}]}, "searched": {"policies": ["e"]}},
            False,
        ),
        (
            {
                "resources": {"funding": [{"source": "in_kind"}]},
                "searched": {"resources.funding": []},
            },
            False,
        ),
        (
            {
                "resources": {"funding": [{"source": "in_kind"}]},
                "searched": {"resources.funding": ["e"]},
            },
            True,
        ),
        ({"searched": {"resources.funding": ["e"]}}, False),
    ],
)
def test_a_list_is_whole_where_it_is_empty_or_was_searched(
    seen: See, part: dict[str, object], whole: bool
) -> None:
    assert seen(**part)["whole"]["funding"] is whole


@pytest.mark.parametrize(
    ("line", "end", "found"),
    [
        ({"from": "2024"}, None, (False, True)),
        ({"from": "2020", "to": "2025"}, None, (True, False)),
        ({"from": "2020", "to": "2026-03"}, None, (False, False)),
        ({"from": "2020", "to": "2025", "recurring": True}, None, (False, False)),
        ({"from": "2020", "to": "2021"}, "2021", (False, False)),
        ({"from": "2020", "to": "2020"}, "2021", (True, False)),
        ({"recurring": False}, None, (False, False)),
    ],
)
def test_money_has_ended_where_it_ran_out_before_the_practice(
    seen: See, line: dict[str, object], end: str | None, found: tuple[bool, bool]
) -> None:
    record = seen(
        period={"start": "2015", "end": end}, resources={"funding": [{"source": "in_kind", **line}]}
    )

    shown = record["resources"]["funding"][0]
    assert (shown["ended"], shown["open_ended"]) == found


@pytest.mark.parametrize(("until", "ended"), [(None, False), ("2026", False), ("2025", True)])
def test_a_part_in_the_practice_ends(seen: See, until: str | None, ended: bool) -> None:
    row = {**ROW, "until": until}

    assert (
        seen(stakeholders={"formulation": [row]})["stakeholders"]["formulation"][0]["ended"]
        is ended
    )


@pytest.mark.parametrize(
    ("alignment", "use", "earns"),
    [
        ("consistent", None, True),
        ("partly", "reference", True),
        ("partly", "obligation", True),
        ("consistent", "not_cited", False),
        ("conflicting", "reference", False),
        ("unclear", "reference", False),
    ],
)
def test_a_treaty_earns_where_the_practice_stands_with_it_and_cites_it(
    seen: See, alignment: str, use: str | None, *, earns: bool
) -> None:
    item = {"instrument": "icrmw", "alignment": alignment, "use": use}

    record = seen(legal_basis={"international": [item]})

    assert record["legal_basis"]["international"][0]["earns"] is earns


@pytest.mark.parametrize(
    ("alignment", "earns"),
    [("consistent", True), ("partly", True), ("conflicting", False), ("unclear", False)],
)
def test_policies_and_national_law_earn_by_alignment(
    seen: See, alignment: str, *, earns: bool
) -> None:
    item = {"title": "A text", "alignment": alignment}

    record = seen(policies=[item], legal_basis={"national": [item]})

    assert record["policies"][0]["earns"] is earns
    assert record["legal_basis"]["national"][0]["earns"] is earns


@pytest.mark.parametrize(
    ("mode", "answered", "earns"),
    [
        ("lead", None, True),
        ("invited", None, True),
        ("invited", "no", True),
        ("own_initiative", "yes", True),
        ("own_initiative", "no", False),
        ("own_initiative", "unknown", False),
        ("own_initiative", None, False),
        ("adversarial", "yes", False),
        ("obliged", "yes", False),
    ],
)
def test_a_row_earns_by_invitation_or_an_answer_in_substance(
    seen: See, mode: str, answered: str | None, *, earns: bool
) -> None:
    row = {**ROW, "mode": mode, "answered": answered}

    record = seen(stakeholders={"evaluation": [row]})

    assert record["stakeholders"]["evaluation"][0]["earns"] is earns


@pytest.mark.parametrize(
    ("participation", "rank", "not_relevant"),
    [
        ("none", 0, False),
        ("inform", 1, False),
        ("consult", 2, False),
        ("involve", 3, False),
        ("collaborate", 4, False),
        ("empower", 4, False),
        ("unknown", -1, False),
        ("not_relevant", -1, True),
    ],
)
def test_participation_has_a_rank(
    seen: See, participation: str, rank: int, *, not_relevant: bool
) -> None:
    record = seen(stakeholders={"formulation": [{**ROW, "participation": participation}]})

    row = record["stakeholders"]["formulation"][0]
    assert (row["rank"], row["not_relevant"]) == (rank, not_relevant)


@pytest.mark.parametrize(
    ("line", "years"),
    [
        ({"from": 2016, "to": 2018}, 3),
        ({"from": "2016-12-31", "to": "2017-01-01"}, 2),
        ({"from": 2016, "to": 2016, "recurring": True}, 1),
        ({"recurring": True}, 2),
        ({"from": 2016, "recurring": True}, 2),
        ({"from": 2016}, 1),
        ({"recurring": False}, 1),
        ({}, 1),
    ],
)
def test_a_funding_line_lasts_years(seen: See, line: dict[str, object], years: int) -> None:
    record = seen(resources={"funding": [{"source": "own_budget", **line}]})

    assert record["resources"]["funding"][0]["years"] == years


def test_the_link_of_a_policy_is_its_kind(seen: See) -> None:
    policy = {"title": "A plan", "alignment": "consistent"}

    record = seen(policies=[policy, {**policy, "link": {"kind": "decree", "title": "No. 7"}}])

    assert [each["link"] for each in record["policies"]] == [None, "decree"]


@pytest.mark.parametrize("group", vocabularies.words("group"))
def test_four_kinds_of_lead_body_are_public(seen: See, group: str) -> None:
    record = seen(lead_body={"name": "A body", "type": group})

    public = {"government", "local_authority", "parliament", "judiciary"}
    assert record["lead_body"][0]["public"] is (group in public)


def test_a_lead_body_is_led_by_migrants_only_where_the_file_says_so(seen: See) -> None:
    body = {"name": "A body", "type": "civil_society"}

    record = seen(lead_body=[body, {**body, "is_migrant_led": True}])

    assert [each["is_migrant_led"] for each in record["lead_body"]] == [False, True]


def test_only_the_keys_that_are_asked_for_are_seen(made: Made) -> None:
    practice = made(
        policies=[{"title": "A plan", "alignment": "partly", "note": "n", "evidence": ["e"]}],
        coordination={"formal": "yes"},
    )

    record = view(practice, AS_OF, frozenset({"policies", "title"}))

    assert set(record) == {"policies", "title"}
    assert record["policies"] == [
        {
            "title": "A plan",
            "alignment": "partly",
            "evidence": ["e"],
            "link": None,
            "earns": True,
            "own": False,
        }
    ]


@pytest.mark.parametrize(
    ("policy", "own"),
    [
        ({"title": "The City Card"}, True),
        ({"title": "City card of the municipality", "own": False}, False),
        ({"title": "National plan for integration"}, False),
        ({"title": "National plan for integration", "own": True}, True),
        ({"title": "City card", "framework": "gcm-2018"}, False),
    ],
)
def test_a_policy_of_the_practice_s_title_is_its_own_text_unless_the_file_says_otherwise(
    seen: See, policy: dict[str, object], own: bool
) -> None:
    record = seen(title="City card", policies=[{"alignment": "consistent", **policy}])

    assert record["policies"][0]["own"] is own


@pytest.mark.parametrize(
    "changed",
    [
        {"coordination": {"sectors": ["health"]}},
        {"coordination": None},
        {"stakeholders": {"formulation": [ROW, ROW]}, "period": {"start": 2015, "end": 2020}},
        {"searched": {"stakeholders.formulation": ["e-list"]}},
        {"indicator_values": {"mipex": 3}},
        {"assessments": []},
    ],
    ids="-".join,
)
def test_a_view_is_renewed_to_what_it_would_be_if_it_were_made_anew(
    changed: dict[str, Any], made: Made
) -> None:
    fields: dict[str, Any] = {
        "coordination": {"sectors": ["housing_urban"], "formal": "yes"},
        "stakeholders": {"formulation": [ROW]},
        "evidence": [{"id": "e-list", "type": "minutes"}],
    }
    keys = frozenset({"coordination", "sectors", "formal", "stakeholders", "formulation", "rank"})
    keys |= {"whole", "period", "start", "groups", "indicator_values"}
    after = made(**{**fields, **changed})

    found = renewed(view(made(**fields), AS_OF, keys), after, AS_OF, keys, frozenset(changed))

    assert found == view(after, AS_OF, keys)


def _kinds(of: type[Section]) -> Iterator[type[Section]]:
    for kind in of.__subclasses__():
        yield kind
        yield from _kinds(kind)


@pytest.mark.parametrize("kind", sorted(_kinds(Section), key=str))
def test_what_is_left_out_is_none_and_a_list_is_of_one_kind(kind: type[Section]) -> None:
    # The view asks a field whether it is `None`, and the first entry of a list what they all are.
    for field in kind.model_fields.values():
        assert field.is_required() or field.get_default(call_default_factory=True) is None
        for part in _lists(field.annotation):
            assert isinstance(part, type) or get_origin(part) is Annotated


def _lists(annotation: object) -> Iterator[object]:
    if get_origin(annotation) is list:
        yield from get_args(annotation)
    for part in get_args(annotation):
        yield from _lists(part)
