"""JSON pointers (RFC 6901), problems, and the error of a broken set-up."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govscore.errors import GovscoreError, Problem, SetupError
from govscore.pointers import pointer, steps

TEXTS = st.text(st.sampled_from("~/01a. é\n"), max_size=6)
few = settings(max_examples=40, deadline=None)


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ([], ""),
        (["foo"], "/foo"),
        (["foo", 0], "/foo/0"),
        ([""], "/"),
        (["a/b"], "/a~1b"),
        (["m~n"], "/m~0n"),
        (["~1"], "/~01"),
        (["c%d", "e^f", "g|h", "i\\j", 'k"l', " "], '/c%d/e^f/g|h/i\\j/k"l/ '),
    ],
)
def test_a_pointer_is_written_as_in_rfc_6901(parts: list[str | int], expected: str) -> None:
    assert pointer(parts) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("", []), ("/", [""]), ("/a~1b", ["a/b"]), ("/m~0n", ["m~n"]), ("/~01", ["~1"])],
)
def test_a_pointer_is_read_as_in_rfc_6901(text: str, expected: list[str]) -> None:
    assert steps(text) == expected


@few
@given(parts=st.lists(st.one_of(TEXTS, st.text(max_size=4)), max_size=5))
def test_steps_come_back_from_their_pointer(parts: list[str]) -> None:
    assert steps(pointer(parts)) == parts


@few
@given(parts=st.lists(TEXTS, max_size=5))
def test_a_pointer_comes_back_from_its_steps(parts: list[str]) -> None:
    text = pointer(parts)

    assert pointer(steps(text)) == text


@few
@given(one=st.lists(TEXTS, max_size=3), other=st.lists(TEXTS, max_size=3))
def test_two_paths_have_two_pointers(one: list[str], other: list[str]) -> None:
    assert (pointer(one) == pointer(other)) == (one == other)


def test_a_problem_has_no_place_until_it_is_given_one() -> None:
    problem = Problem("GS101", "a.yaml")

    assert (problem.line, problem.column, problem.pointer, problem.on_key) == (
        None,
        None,
        "",
        False,
    )


def test_a_problem_does_not_change() -> None:
    problem = Problem("GS101", "a.yaml")

    with pytest.raises(AttributeError):
        problem.line = 3  # type: ignore[misc]  # the point of the test


def test_a_broken_set_up_says_why_and_keeps_its_problems() -> None:
    problems = [Problem("GS501", "r.yaml", line=3, column=1)]

    error = SetupError("the rubric cannot be used", problems)

    assert str(error) == "the rubric cannot be used"
    assert error.problems == tuple(problems)
    assert isinstance(error, GovscoreError)


def test_a_broken_set_up_may_have_no_file_and_so_no_problems() -> None:
    assert SetupError("there is no rubric 'x'").problems == ()
