"""Expressions, compiled once and asked with three possible answers."""

from __future__ import annotations

from typing import Any

import pytest

from govscore.errors import ExpressionError
from govscore.expressions.program import Program, Programs, fields, names, quoted, sections

DATA: dict[str, Any] = {
    "p": {
        "title": "City card",
        "policies": [{"year": 2016, "level": None}, {"year": None, "level": "local"}],
        "coordination": {"formal": "yes"},
        "none": [],
    },
    "found": [1, 2],
}


def _ask(programs: Programs, source: str) -> bool | None:
    return programs.compile(source).ask(programs.known(DATA))


@pytest.mark.parametrize(
    ("source", "answer"),
    [
        ("size(p.policies) == 2", True),
        ("size(p.policies) > 2", False),
        ("p.policies.exists(q, q.level == 'local')", True),
        ("p.policies.all(q, q.year != null)", False),
        ("p.title.startsWith('City')", True),
        ("has(p.coordination) && has(p.coordination.formal)", True),
        ("has(p.results)", False),
        ("size(found) == 2", True),
        ("p.?results.?list.orValue([]) == []", True),
        ("p.?results.hasValue()", False),
        ("size(p.none) == 0", True),
        ("math.greatest([1, 3]) == 3", True),
        ("sets.contains([1, 2, 3], found)", True),
    ],
)
def test_what_is_known_is_answered(programs: Programs, source: str, answer: bool) -> None:
    assert _ask(programs, source) is answer


@pytest.mark.parametrize(
    "source",
    [
        "size(p.results) > 0",
        "p.coordination.levels == []",
        "other == 1",
        "unknown",
        "!unknown",
        "p.results.exists(r, r.unit == 'people')",
        "p.policies.exists(q, q.colour == 'red')",
        "has(p.results.first)",
        "size(found) > 0 && size(p.results) > 0",
        "unknown ? true : true",
    ],
)
def test_what_is_left_out_makes_an_answer_unknown(programs: Programs, source: str) -> None:
    assert _ask(programs, source) is None


@pytest.mark.parametrize(
    ("source", "answer"),
    [
        ("true && unknown", None),
        ("unknown && true", None),
        ("false && unknown", False),
        ("unknown && false", False),
        ("true || unknown", True),
        ("unknown || true", True),
        ("false || unknown", None),
        ("unknown || false", None),
        ("unknown && unknown", None),
        ("unknown || unknown", None),
        ("false && other > 3", False),
        ("p.results == [] || size(found) == 2", True),
        ("[1, 2].exists(n, n == 1 || unknown)", True),
        ("[1, 2].exists(n, n == 3 || unknown)", None),
        ("[1, 2].all(n, n == 1 && unknown)", False),
        ("[1, 2].all(n, n > 0 || unknown)", True),
        ("[1, 2].all(n, n > 0 && unknown)", None),
        ("[].exists(n, unknown)", False),
        ("[].all(n, unknown)", True),
    ],
)
def test_unknown_is_absorbed_as_in_the_logic_of_three_values(
    programs: Programs, source: str, answer: bool | None
) -> None:
    assert _ask(programs, source) is answer


@pytest.mark.usefixtures("in_python")
def test_an_unknown_on_the_way_costs_nothing_of_the_turns_that_a_rule_has(
    programs: Programs, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = programs.compile("found.all(n, n < 0 || n > -1) && unknown || size(found) == 6000")
    monkeypatch.delattr(Program, "officially")

    assert program.ask(programs.known({**DATA, "found": list(range(6000))})) is True


@pytest.mark.parametrize(
    "source",
    [
        "p.title > 3",
        "1 % (size(found) - 2) > 0",
        "p.policies[7].year == 2016",
        "size(p.title.year) > 0",
        "p.policies.exists(q, q.year > 'a')",
        "int(p.title) > 0",
    ],
)
def test_a_fault_of_the_rule_is_an_error_not_unknown(programs: Programs, source: str) -> None:
    with pytest.raises(ExpressionError):
        _ask(programs, source)


@pytest.mark.parametrize(
    "source", ["size(p.policies)", "p.title", "p.policies", "null == null ? 1 : 0"]
)
def test_what_is_no_condition_has_no_answer(programs: Programs, source: str) -> None:
    with pytest.raises(ExpressionError, match="not true or false"):
        _ask(programs, source)


def test_a_text_that_reads_like_an_error_is_a_text(programs: Programs) -> None:
    program = programs.compile("'NOT_FOUND: Key not found in map : ' + p.title")

    value = program.value(programs.known(DATA))

    assert value == "NOT_FOUND: Key not found in map : City card"


@pytest.mark.parametrize(
    ("source", "value"),
    [
        ("p.policies.filter(q, q.year != null)", [{"year": 2016, "level": None}]),
        ("p.policies.map(q, q.level)", [None, "local"]),
        ("{'a': [1, 2.5]}", {"a": [1, 2.5]}),
        ("size(p.title)", 9),
        ("p.results", None),
    ],
)
def test_values_are_plain(programs: Programs, source: str, value: object) -> None:
    found = programs.compile(source).value(programs.known(DATA))

    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize(
    ("source", "answer"),
    [
        ("'red' in vocab.colour", True),
        ("'green' in vocab.colour", False),
        ("vocab.colour.exists(c, c == 'blue')", True),
        ("size(vocab.empty) == 0", True),
    ],
)
def test_the_words_of_a_vocabulary_are_written_out(
    programs: Programs,
    source: str,
    answer: bool,
) -> None:
    assert _ask(programs, source) is answer


def test_a_vocabulary_that_does_not_exist_is_never_known(programs: Programs) -> None:
    assert _ask(programs, "'red' in vocab.shape") is None


@pytest.mark.parametrize(
    ("source", "row", "column", "reason"),
    [
        ("size(polices) > 0", 1, 6, "undeclared reference to 'polices'"),
        ("true &&\n  fond", 2, 3, "undeclared reference to 'fond'"),
        ("size(found > 0", 1, 15, "a ')' is missing"),
        ("sise(found) > 0", 1, 5, "undeclared reference to 'sise'"),
        ("as_of > '2020'", 1, 1, "undeclared reference to 'as_of'"),
    ],
)
def test_what_does_not_compile_says_where_and_why(
    programs: Programs, source: str, row: int, column: int, reason: str
) -> None:
    with pytest.raises(ExpressionError) as caught:
        programs.compile(source)

    assert str(caught.value).startswith(reason)
    assert (caught.value.row, caught.value.column) == (row, column)


@pytest.mark.parametrize("source", ["lists.range(9)", "[1, 2].sort() == [1, 2]"])
def test_functions_that_could_fill_the_memory_are_not_there(
    programs: Programs, source: str
) -> None:
    with pytest.raises(ExpressionError):
        programs.compile(source)


def test_a_rule_that_would_run_for_ever_fails_instead(programs: Programs) -> None:
    many = "[0,1,2,3,4,5,6,7,8,9]"
    source = "".join(f"{many}.all({name}, " for name in "abcde") + "true" + ")" * 5

    with pytest.raises(ExpressionError, match=r"[Ii]teration"):
        _ask(programs, source)


def test_a_compiler_gathers_what_its_expressions_read(programs: Programs) -> None:
    programs.compile("size(p.policies) > 0")
    programs.compile("p.?results.?first.hasValue() && found.exists(f, f.unit == 'p.title')")

    assert programs.read == {"policies", "results"}
    assert {"policies", "results", "first", "unit"} <= programs.keys
    assert "title" not in programs.keys


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("size(p.policies) > 0", {"size", "p"}),
        ("found.exists(f, f.year == other)", {"found", "f", "other"}),
        ("p.?policies.?first.orValue(other)", {"p", "other"}),
        ("'found' == \"other\" || it.found", {"it"}),
        (r"'it\'s found' == 'x'", set[str]()),
    ],
)
def test_the_names_of_an_expression_begin_its_paths(source: str, expected: set[str]) -> None:
    assert names(source) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("size(p.policies) > 0 && p.?results.hasValue()", {"policies", "results"}),
        ("p.exists(k, true)", {"exists"}),
        ("size(p) > 0", {"*"}),
        ("top.policies == it.p.policies", set[str]()),
    ],
)
def test_the_sections_of_an_expression_follow_the_practice(source: str, expected: set[str]) -> None:
    assert sections(source) == expected


def test_fields_are_read_by_path() -> None:
    found = fields(
        "p.coordination.formal == 'yes' && size(p.?resources.?funding.x) > size(p.title)"
    )

    assert found == {("coordination", "formal"), ("resources", "funding")}


def test_quoted_words_come_without_their_quotes() -> None:
    assert quoted("it.use == 'cites' || it.use in [\"uses\", '']") == ["cites", "uses", ""]
