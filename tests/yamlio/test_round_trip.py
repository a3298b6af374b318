from __future__ import annotations

import json
from typing import Any

import yaml
from hypothesis import given
from hypothesis import strategies as st

from govscore import yamlio

TEXTS = st.text(
    st.characters(exclude_categories=("Cc", "Cs"), exclude_characters="\u2028\u2029\ufffe\uffff"),
    max_size=60,
)
LINES = st.lists(TEXTS, max_size=4).map("\n".join)
SCALARS = (
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**63 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | TEXTS
)


def trees(leaves: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    """Make mappings of mappings and lists over the leaves."""
    nodes = st.recursive(
        leaves,
        lambda inner: st.lists(inner, max_size=5) | st.dictionaries(TEXTS, inner, max_size=5),
        max_leaves=20,
    )
    return st.dictionaries(TEXTS, nodes, max_size=5)


@given(value=trees(SCALARS), indent=st.none() | st.integers(0, 8))
def test_json_is_read_as_what_it_says(value: dict[str, Any], indent: int | None) -> None:
    text = json.dumps(value, ensure_ascii=False, indent=indent)

    document = yamlio.parse(text.encode(), "p.yaml")

    assert document.problems == ()
    assert repr(document.value) == repr(value)  # 1, 1.0 and True are equal, but not the same


@given(value=trees(LINES), style=st.sampled_from(["'", '"', "|", ">"]), flow=st.booleans())
def test_quoted_yaml_is_read_as_what_it_says(value: dict[str, Any], style: str, flow: bool) -> None:
    text = yaml.safe_dump(
        value, allow_unicode=True, default_style=style, default_flow_style=flow, width=30
    )

    document = yamlio.parse(text.encode(), "p.yaml")

    assert document.problems == ()
    assert document.value == value


@given(value=trees(SCALARS))
def test_every_node_of_json_has_its_place(value: dict[str, Any]) -> None:
    text = json.dumps(value, ensure_ascii=False, indent=1)
    document = yamlio.parse(text.encode(), "p.yaml")

    for key, child in value.items():
        pointer = "/" + key.replace("~", "~0").replace("/", "~1")
        line, column = document.place(pointer, on_key=True)
        assert document.lines[line - 1][column - 1 :].startswith(
            json.dumps(key, ensure_ascii=False) + ":"
        )
        line, column = document.place(pointer)
        assert document.lines[line - 1][column - 1 :].startswith(
            json.dumps(child, ensure_ascii=False, indent=1).split("\n")[0]
        )


@given(data=st.binary(max_size=200))
def test_no_bytes_make_the_reader_raise(data: bytes) -> None:
    document = yamlio.parse(data, "p.yaml")

    assert document.usable is isinstance(document.value, dict)
    assert document.usable or document.problems


@given(text=st.text("ab:-?[]{},&*!|>'\"%@~<0.\n \t#\\x1", max_size=60))
def test_no_text_makes_the_reader_raise(text: str) -> None:
    document = yamlio.parse(text.encode(), "p.yaml")

    assert document.usable is isinstance(document.value, dict)
    assert document.usable or document.problems
    assert all(
        problem.line is not None and 1 <= problem.line <= len(document.lines) + 1
        for problem in document.problems
    )
