"""A word of the catalogue, said."""

from __future__ import annotations

from govscore.titles import title


def test_a_word_is_said_by_its_title() -> None:
    assert title("kind", "data_system") == "data system"


def test_a_word_that_the_vocabulary_lacks_is_its_own_title() -> None:
    assert title("kind", "night_school") == "night school"
    assert title("kind", "") == ""
