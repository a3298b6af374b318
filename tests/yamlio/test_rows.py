"""What is read row by row is what the parser reads: each value, and the place of every node."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govscore.pointers import pointer
from govscore.yamlio import parsing, rows
from govscore.yamlio.places import Places
from govscore.yamlio.problems import Problems, Refused

PRACTICES = sorted((Path(__file__).parents[2] / "practices").glob("*.yaml"))
READ = {
    "keys": "a: 1\nb:\n  c: d\n  e: null\nf: -5\ng: '7'\nh:\n",
    "lists": "a:\n- b\n- c: d\n  e:\n    - f\n    - g h\ni:\n- j:\n    k: l\n",
    "folded texts": "a: >-\n  b c: d\n  - e\nf: >\n  g\n\nh: |\n  i\n  j\nk:\n- |-\n  l\n",
    "long texts": "a: b\n  c, d\n  e\nf:\n- g\n  h\n",
    "quotes": "a: 'b: ''c'' # d'\ne: \"f [g\"\nh:\n- 'i: j'\n",
    "brackets": "a: [b, 'c, d', {e: f, g: [h]}, [], {}]\ni: {j: 2016, k: [l,m,]}\nn:\n- {o: p}\n",
    "brackets over rows": "a: [b,\n  c d\n  e]\nf: {g:\n    [h], i: 'j\n  k'}\n",
    "words again": "a: [b, 2]\nc: [b, 2]\nd: [2, b, e]\n",
    "pairs again": "a: {b: 2, c: null}\nd: {b: 2, c: null}\n",
    "lists at the margin of their key": "a:\n- b:\n  - c\n  - d: e\n- f: g\nh:\n  i:\n  - j\n  k: l\n",
    "words that begin as others do": "a: nullity\nb: No\nc: truth\nd: Null-x\nnull-e: f\n",
    "remarks": "# a\n\nb: c # d\n  # e\nf: [g] # h\ni: 'j' # k\nl: m#n\n\n",
    "beyond ASCII": "a: São Paulo 🌍\nb: [é, {u: ö}]\n",
}
LEFT = {
    "nothing": "",
    "no row": "# a\n",
    "no end": "a: b",
    "a tab": "a:\tb\n",
    "a control character": "a: b\x1bc\n",
    "other line endings": "a: b\r\n",
    "a space that is none": "a: b\u00a0c\n",
    "a key twice": "a: b\na: c\n",
    "a key twice in brackets": "a: {b: c, b: d}\n",
    "a key that is no text": "null: a\n",
    "a key in brackets that is no text": "a: {true: b}\n",
    "a colon at the end": "a: b:\n",
    "two colons": "a:: b\n",
    "a space before a colon": "a :\n  b: c\n",
    "a key in quotes": "'a': b\n",
    "a key of several words": "a b: c\n",
    "a mapping in a value": "a: b: c\n",
    "a key further in": "a: b\n  c: d\n",
    "a row further out": "a:\n    b: c\n  d: e\n",
    "an item beside keys": "a: b\n- c\n",
    "an anchor": "a: &b c\nd: *b\n",
    "a tag": "a: !b c\n",
    "a document mark": "---\na: b\n",
    "a list": "- a\n",
    "a text without key": "a\n",
    "a text that goes on behind a blank row": "a: b\n\n  c\n",
    "a text that goes on behind a remark": "a: b # c\n  d\n",
    "a number that is too large": "a: 1e400\n",
    "a folded text with a blank row": "a: >-\n  b\n\n  c\n",
    "a folded text with a row further in": "a: >-\n  b\n    c\n",
    "a folded text with a remark below": "a: >-\n  b\n\n  # c\n",
    "a folded text with nothing below": "a: >-\n",
    "a folded text with a blank row alone": "a: >-\n\nb: c\n",
    "a folded text at the margin": "a: >-\nb: c\n",
    "a text with more behind its quotes": "a: 'b' c\n",
    "an escape": 'a: "b\\n"\n',
    "brackets that do not close": "a: [b\n",
    "brackets with more behind": "a: [b] c\n",
    "brackets at the margin": "a: [b,\nc]\n",
    "brackets with a remark at once": "a: [b]#c\n",
    "one pair in a list": "a: [b: c]\n",
    "a word alone in a mapping": "a: {b}\n",
    "very deep brackets": f"a: {'[' * 20}{']' * 20}\n",
    "very deep rows": "".join(f"{' ' * n}a:\n" for n in range(70)),
    "a very long text": "a: b\n" + "# c\n" * 16384,
    "very many items": f"a: [{', '.join('b' for _ in range(501))}]\n",
    "very many nodes": "a:\n" + "- [b, c, d, e, f, g, h, i, j, k]\n" * 490,
}
BITS = (
    *(" ", "  ", "    ", "\n", "- ", "-", ": ", ":", " #", "# a\n", "'", '"', "[", "]", "{", "}"),
    *(", ", ",", "? ", "&a ", "*a", "!a ", "|", ">", ">-", "\t", "\r\n", "\\", "~", "null", "true"),
    *("1e400", "-5", ".5", "...", "---", "%", "@", "=", "<<: ", "é", "\u00a0", "\u2028", "\ufeff"),
    *("b: c", "d:", "- e\n", "''", "f: [g, h]", "i: {j: k, l: [m]}", "n: >-\n    o\n"),
)
"""What is set into a text to see whether both still agree on it."""


@pytest.mark.parametrize("text", READ.values(), ids=READ)
def test_rows_and_parser_agree(text: str) -> None:
    found = _by_rows(text)

    assert found is not None
    assert found == _by_parser(text)


@pytest.mark.parametrize("path", PRACTICES, ids=lambda path: path.stem)
def test_every_practice_needs_no_parser(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    found = _by_rows(text)

    assert found is not None
    assert found == _by_parser(text)


@pytest.mark.parametrize("text", LEFT.values(), ids=LEFT)
def test_what_might_mean_more_is_left_to_the_parser(text: str) -> None:
    assert rows.read(text) is None


@st.composite
def texts(draw: st.DrawFn) -> str:
    """Take some of the texts above, or lines of a practice, and set bits into them."""
    whole = st.sampled_from([*READ.values(), *(p.read_text("utf-8") for p in PRACTICES)])
    lines = draw(whole).splitlines(keepends=True)
    start = draw(st.integers(0, len(lines) - 1))
    text = "".join(lines[start : start + draw(st.integers(1, 15))])
    for _ in range(draw(st.integers(0, 3))):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + draw(st.sampled_from(BITS)) + text[at + draw(st.integers(0, 2)) :]
    return text


@given(text=texts())
@settings(max_examples=500, deadline=None)
def test_whatever_is_read_the_parser_reads_as_well(text: str) -> None:
    found = _by_rows(text)

    assert found is None or found == _by_parser(text)


def _by_rows(text: str) -> object:
    found = rows.read(text)
    return None if found is None else _told(*found)


def _by_parser(text: str) -> object:
    """Read by the parser; a text with a problem is `None`."""
    notes = Problems("p.yaml")
    try:
        found = parsing.build(text, notes)
    except Refused:
        return None
    return None if notes.in_order() else _told(*found)


def _told(value: dict[str, Any], places: Places) -> object:
    """Tell what a text says, and where: `repr` tells 1 from 1.0 and True."""
    collections = sorted(repr(each) for each in places.collections)
    marks = [
        (step, (mark.index, mark.line, mark.column))
        for step in _pointers(value, ())
        for on_key in (False, True)
        for mark in [places.find(pointer(step), on_key=on_key)]
    ]
    return repr(value), collections, marks


def _pointers(node: object, steps: tuple[str | int, ...]) -> Iterator[tuple[str | int, ...]]:
    yield steps
    if isinstance(node, dict | list):
        for key, each in node.items() if isinstance(node, dict) else enumerate(node):
            yield from _pointers(each, (*steps, key))
