"""The method page tells the rubric."""

from __future__ import annotations

from collections.abc import Callable
from math import fsum
from typing import Any

import pytest

from govscore.render.html.method import shares
from govscore.result import Result

Read = Callable[[bytes], Any]


def test_shares_are_those_when_everything_is_due_and_applies(collection: Result) -> None:
    share = shares(collection.practices[0])

    criteria = [share[each.id] for each in collection.rubric.criteria]
    assert fsum(criteria) == pytest.approx(1)
    assert share["standards"] == pytest.approx(1 / 3)
    assert share["law-breadth"] == pytest.approx(1 / 36)
    assert share["four-principles"] == pytest.approx(1 / 18)
    assert share["social-partners"] == pytest.approx(1 / 27)


def test_every_criterion_stands_with_descriptors_source_and_rules(
    collection: Result, site: dict[str, bytes], read: Read
) -> None:
    page = read(site["method.html"])

    for criterion in collection.rubric.criteria:
        assert criterion.id in page.attributes("id")
        assert f"Source: {criterion.source}." in page.text
        for says in criterion.levels.values():
            assert says in page.text
        for rule in criterion.rules.values():
            assert " ".join(rule.split()) in page.text


def test_weights_bands_limits_and_changes_are_told(site: dict[str, bytes], read: Read) -> None:
    text = read(site["method.html"]).text

    assert "weight 2 · 5.6% of the whole" in text
    assert "87.5 Exemplary practice" in text
    assert "Held by the weakest indicator" in text
    assert "1.0.0 First version." in text
    assert "the geometric mean of the 3 indicators; there is none while less than 25%" in text
    assert "firm once 66% of every indicator is known" in text


def test_the_rubric_stands_there_in_full(
    collection: Result, site: dict[str, bytes], read: Read
) -> None:
    assert " ".join(collection.rubric.text.split()) in read(site["method.html"]).text
