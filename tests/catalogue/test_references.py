"""Frameworks, goals and sources."""

from __future__ import annotations

from collections import Counter

from govscore.catalogue import references


def test_there_are_22_frameworks() -> None:
    found = references.frameworks()

    assert len(found) == 22
    assert found["gcm-2018"].year == 2018
    assert Counter(each.origin for each in found.values()) == {"note": 15, "added": 7}


def test_the_global_compact_has_23_objectives_and_ten_principles() -> None:
    assert list(references.gcm_objectives()) == [str(number) for number in range(1, 24)]
    assert list(references.gcm_principles()) == list("abcdefghij")
    assert references.gcm_objectives()["6"].title == "Recruitment and decent work"
    assert all(each.text for each in references.gcm_objectives().values())


def test_an_objective_whose_wording_was_not_read_says_so() -> None:
    unread = [each.id for each in references.gcm_objectives().values() if each.source == "general"]

    assert unread == ["9", "11"]


def test_migof_has_three_principles_and_three_objectives() -> None:
    assert list(references.migof()) == [
        "objective-1",
        "objective-2",
        "objective-3",
        "principle-1",
        "principle-2",
        "principle-3",
    ]


def test_36_sdg_targets_of_which_eight_name_migration() -> None:
    found = references.sdg_targets()

    assert len(found) == 36
    assert [each.id for each in found.values() if each.relation == "direct"] == [
        "4.b",
        "5.2",
        "8.7",
        "8.8",
        "10.7",
        "10.c",
        "16.2",
        "17.18",
    ]
    assert all(each.title for each in found.values())


def test_targets_stand_in_the_order_of_their_numbers() -> None:
    found = list(references.sdg_targets())

    assert found[:5] == ["1.3", "1.4", "1.5", "3.8", "3.c"]
    assert found.index("10.7") < found.index("10.c") < found.index("11.1")


def test_a_source_says_what_it_is_and_of_when() -> None:
    source = references.sources()["untc-2015"]

    assert source.what.startswith("UN Treaty Collection as gathered in March 2015")
    assert source.as_of == "2015-03"
