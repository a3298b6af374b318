"""Dates, lists, numbers of things, and what may have been meant."""

from __future__ import annotations

import pytest

from govscore import words


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("2016", "2016"),
        ("2016-05", "May 2016"),
        ("2016-05-02", "2 May 2016"),
        ("2016/2017-03", "2016–March 2017"),
        ("2016-13", "2016-13"),
        ("long ago", "long ago"),
        ("", ""),
    ],
)
def test_dates_are_said_as_precisely_as_they_are_known(written: str, said: str) -> None:
    assert words.date(written) == said


def test_lists_are_joined_as_in_speech() -> None:
    lists: list[list[str]] = [[], ["a"], ["a", "b"], ["a", "b", "c"]]

    assert [words.listed(each) for each in lists] == ["", "a", "a and b", "a, b and c"]
    assert words.listed(["a", "b", "c"], "or") == "a, b or c"


def test_a_number_says_one_or_many() -> None:
    assert [words.plural(n, "file") for n in (0, 1, 2)] == ["0 files", "1 file", "2 files"]


def test_a_capital_leaves_the_rest_as_it_is() -> None:
    assert [words.capital(each) for each in ("", "of the EU")] == ["", "Of the EU"]


def test_a_name_is_shown_as_words() -> None:
    assert words.spaced("civil_society") == "civil society"


def test_what_was_meant_ends_a_sentence_or_makes_room_for_something_else() -> None:
    assert words.meant(["a", "b"], "there are c") == "; did you mean a or b?"
    assert words.meant([], "there are c") == "; there are c"
    assert words.meant([]) == ""


def test_what_was_meant_stands_apart_as_a_list() -> None:
    assert words.suggested(("a", "b")) == "did you mean: a, b?"
