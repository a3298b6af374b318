from __future__ import annotations

import pytest

from govscore import yamlio

PRACTICE = """\
# a comment comes first
id: são-paulo
period: {start: '2013', end: null}
legal_basis:
  national:
  - title: Ação 🌍, title
    note: "é" # after two bytes
    a/b~c: 1
  - {title: Décret, year: 2016}
empty:
list: [a, [b, c],
  d]
"""
PLACES = [
    ("", (2, 1), (2, 1)),
    ("/id", (2, 5), (2, 1)),
    ("/period", (3, 9), (3, 1)),
    ("/period/start", (3, 17), (3, 10)),
    ("/period/end", (3, 30), (3, 25)),
    ("/legal_basis", (5, 3), (4, 1)),
    ("/legal_basis/national", (6, 3), (5, 3)),
    ("/legal_basis/national/0", (6, 5), (6, 5)),
    ("/legal_basis/national/0/title", (6, 12), (6, 5)),
    ("/legal_basis/national/0/note", (7, 11), (7, 5)),
    ("/legal_basis/national/0/a~1b~0c", (8, 12), (8, 5)),
    ("/legal_basis/national/1/year", (9, 27), (9, 21)),
    ("/empty", (10, 7), (10, 1)),
    ("/list/0", (11, 8), (11, 8)),
    ("/list/1", (11, 11), (11, 11)),
    ("/list/1/1", (11, 15), (11, 15)),
    ("/list/2", (12, 3), (12, 3)),
]


@pytest.mark.parametrize(("pointer", "value", "key"), PLACES)
def test_values_and_keys_have_places_in_code_points(
    pointer: str, value: tuple[int, int], key: tuple[int, int]
) -> None:
    document = yamlio.parse(PRACTICE.encode(), "p.yaml")

    assert document.place(pointer) == value
    assert document.place(pointer, on_key=True) == key


@pytest.mark.parametrize("ending", ["\r\n", "\r"])
def test_other_line_endings_change_no_place(ending: str) -> None:
    document = yamlio.parse(PRACTICE.replace("\n", ending).encode(), "p.yaml")

    assert [(pointer, document.place(pointer)) for pointer, _, _ in PLACES] == [
        (pointer, value) for pointer, value, _ in PLACES
    ]
    assert document.lines == PRACTICE.split("\n")


def test_a_byte_order_mark_takes_no_column() -> None:
    document = yamlio.parse(b"\xef\xbb\xbfid: x\n", "p.yaml")

    assert document.value == {"id": "x"}
    assert document.place("/id") == (1, 5)
    assert document.lines == ["id: x", ""]


@pytest.mark.parametrize(
    ("pointer", "place"),
    [
        ("/nothing", (2, 1)),
        ("/period/nothing/at/all", (3, 9)),
        ("/id/below-a-text", (2, 5)),
        ("/list/3", (11, 7)),
        ("/list/-1", (11, 7)),
        ("/list/01", (11, 7)),
        ("/list/title", (11, 7)),
    ],
)
def test_an_unknown_pointer_falls_back_to_its_nearest_ancestor(
    pointer: str, place: tuple[int, int]
) -> None:
    assert yamlio.parse(PRACTICE.encode(), "p.yaml").place(pointer) == place


def test_the_key_of_an_unknown_pointer_is_that_of_its_nearest_ancestor() -> None:
    assert yamlio.parse(PRACTICE.encode(), "p.yaml").place("/list/9", on_key=True) == (11, 1)


def test_what_an_alias_repeats_stands_where_its_anchor_does() -> None:
    document = yamlio.parse(b"a: &x\n  k: 1\nb: *x\nc: [*x]\n", "p.yaml")

    assert document.value == {"a": {"k": 1}, "b": {"k": 1}, "c": [{"k": 1}]}
    assert document.value["a"] is document.value["b"]
    assert document.place("/a") == (1, 4)
    assert document.place("/b") == (3, 4)
    assert document.place("/b/k") == (2, 6)
    assert document.place("/c/0") == (4, 5)
    assert document.place("/c/0/k", on_key=True) == (2, 3)


def test_what_is_refused_leaves_the_places_of_the_rest_alone() -> None:
    document = yamlio.parse(b"a: 1\na: {x: [1, 2]}\n<<: {y: 1}\nb: 2\n? [k]\n: 3\nc: 4\n", "p.yaml")

    assert document.value == {"a": 1, "b": 2, "c": 4}
    assert [document.place(f"/{key}") for key in "abc"] == [(1, 4), (4, 4), (7, 4)]
    assert [document.place(f"/{key}", on_key=True) for key in "abc"] == [(1, 1), (4, 1), (7, 1)]


def test_places_of_a_file_without_a_value_are_its_beginning() -> None:
    assert yamlio.parse(b"- a\n", "p.yaml").place("/0") == (1, 1)


@pytest.mark.parametrize(
    ("pointer", "source"),
    [
        ("/point", "13.10"),
        ("/plus", "+007"),
        ("/flag", "TRUE"),
        ("/flow/0", "0x1F"),
        ("/flow/1", "1.50"),
        ("/anchored", "2.50"),
        ("/tagged", "3.50"),
        ("/repeated", None),
        ("/text", None),
        ("/none", None),
        ("/flow", None),
        ("/nothing", None),
        ("/range", None),
    ],
)
def test_a_number_or_boolean_is_given_as_the_file_spells_it(
    pointer: str, source: str | None
) -> None:
    text = (
        "point: 13.10 # comment\nplus:\n  +007\nflag: TRUE\nflow: [0x1F,1.50]\nanchored: &a 2.50\n"
        "tagged: !!float 3.50\nrepeated: *a\ntext: '13.10'\nnone: null\nrange: 1e400\n"
    )

    assert yamlio.parse(text.encode(), "p.yaml").source(pointer) == source


def test_a_file_without_a_value_has_no_spelling() -> None:
    assert yamlio.parse(b"13.10", "p.yaml").source("") is None
