"""The method page tells the rubric."""

from __future__ import annotations

from collections.abc import Callable
from math import fsum
from typing import Any

import pytest

from govscore.render.html.method import shares
from govscore.result.run import Result

Draw = Callable[[Result], dict[str, bytes]]
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
    assert "geometric mean of the 3 indicators. There is none while less than 33%" in text
    assert "It is firm once 66% of every indicator is known" in text
    assert "What is not known is not a zero." in text


def test_a_rubric_that_counts_the_unknown_as_zero_says_so(
    collection: Result, draw: Draw, read: Read
) -> None:
    rubric = collection.rubric.model_copy(
        update={"firm_coverage": 0.0, "overall_coverage": 0.0, "limits": {}}
    )
    first = collection.practices[0]
    nodes = [
        each.model_copy(update={"point": 0.0, "coverage": 0.0, "band": "not-established"})
        for each in first.nodes
    ]
    practice = first.model_copy(update={"nodes": nodes})

    site = draw(collection.model_copy(update={"rubric": rubric, "practices": [practice]}))

    method = read(site["method.html"]).text
    assert "What is not known counts as zero" in method
    assert "It is firm" not in method
    assert "Limits on the label" not in method
    page = read(site["practices/city-card.html"])
    assert "What is not known counts as zero under this rubric." in page.text
    assert "neither for nor against" not in page.text
    assert {"hu"} == {c for c in page.attributes("class") if len(c) == 2 and c[0] == "h"}


def test_the_rubric_stands_there_in_full(
    collection: Result, site: dict[str, bytes], read: Read
) -> None:
    assert " ".join(collection.rubric.text.split()) in read(site["method.html"]).text
