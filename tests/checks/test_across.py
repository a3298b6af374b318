"""What only several files together show: GS205 and GS010."""

from __future__ import annotations

from govscore.checks.findings import across
from govscore.errors import Problem


def test_an_id_used_twice_is_told_at_every_file_but_the_first() -> None:
    ids = [("card", "a/card.yaml"), ("desk", "desk.yaml"), ("card", "b.yaml"), ("card", "c.yaml")]

    found = across([], ids)

    assert [(each.code, each.path, each.message) for each in found] == [
        ("GS205", "b.yaml", "the id 'card' is used by a/card.yaml already"),
        ("GS205", "c.yaml", "the id 'card' is used by a/card.yaml already"),
    ]


def test_what_finding_the_files_showed_is_passed_on() -> None:
    found = across([Problem("GS010", "link.yaml", "", 1, 1, {"name": "link.yaml"})], [])

    assert [(each.code, each.level, each.path) for each in found] == [
        ("GS010", "note", "link.yaml")
    ]
