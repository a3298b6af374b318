"""The geometry of the figures."""

from __future__ import annotations

from govscore.render.html import shapes
from govscore.render.html.shapes import Bar, Segment
from govscore.result.run import Result


def test_a_range_is_proven_to_its_low_end_and_open_from_there() -> None:
    assert shapes.bar(12.5, 25.0, 62.5) == Bar(low="12.5", open="50", point="25")


def test_a_range_without_a_point_has_no_mark() -> None:
    assert shapes.bar(0.0, None, 100.0) == Bar(low="0", open="100", point=None)


def test_without_ends_there_is_no_range() -> None:
    assert shapes.bar(None, None, None) is None


def test_counts_are_stacked_to_a_hundred_and_nothing_counts_as_nothing() -> None:
    assert shapes.stacked([("a", 1), ("b", 0), ("c", 3)]) == [
        Segment("a", "0", "25", 1),
        Segment("c", "25", "75", 3),
    ]


def test_no_counts_at_all_are_an_empty_bar() -> None:
    assert shapes.stacked([("a", 0)]) == []


def test_shades_run_from_the_lowest_band_to_the_highest(collection: Result) -> None:
    rubric = collection.rubric

    assert [shapes.shade(each.id, rubric) for each in rubric.bands] == ["0", "1", "2", "3", "4"]
    assert shapes.shade(None, rubric) == "u"
